"""Which words of the texts a word may stand for, in any language, by the likeness of their vectors.

Knows words and their numbers, not the texts they come from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.lexicon import Lexicon, Word

NEIGHBOURS = 10
LEAST_LIKENESS = 0.25
SHARPNESS = 3
SURE = 0.5  # a best translation less like than this counts in proportion
PREPARED_FROM = 8_192  # with fewer terms, looking through them all takes less than a millisecond
BLOCK = 1_024
CACHED_WORDS = 4_096
NOTHING = -1

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Translation:
    """The terms that a word may stand for, nearest first, how much each counts, and how sure the nearest is."""

    terms: NDArray[np.int64]
    shares: Floats
    trust: float


@dataclass(frozen=True, slots=True)
class Table:
    """For every piece its nearest terms, nearest first, NOTHING where there are fewer, and their likeness."""

    terms: NDArray[np.int32]
    likeness: NDArray[np.float16]


def _nearest(likeness: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return row, column and rank of each row's nearest columns that are like enough."""
    rows, columns = np.nonzero(likeness >= LEAST_LIKENESS)
    order = np.lexsort((columns, -likeness[rows, columns], rows))
    rows, columns = rows[order], columns[order]
    ranks = np.arange(len(rows)) - np.searchsorted(rows, rows)
    kept = ranks < NEIGHBOURS
    return rows[kept], columns[kept], ranks[kept]


class Translator:
    """Translates words into terms: numbers and terms without neighbours stand for themselves only."""

    def __init__(self, lexicon: Lexicon, terms: Sequence[Word], table: Table | None = None) -> None:
        self.lexicon = lexicon
        self.terms = list(terms)
        self.vectors = lexicon.vectors(terms)
        self.numbers = {word.pieces: number for number, word in enumerate(terms)}
        self.table = table
        self.translate = lru_cache(maxsize=CACHED_WORDS)(self._translate)

    def prepare(self) -> None:
        """Make the table of all pieces' nearest terms, if there are so many terms that it pays."""
        if len(self.terms) < PREPARED_FROM:
            return
        pieces = self.lexicon.unit_pieces()
        shape = (len(pieces), NEIGHBOURS)
        self.table = Table(np.full(shape, NOTHING, dtype=np.int32), np.zeros(shape, dtype=np.float16))
        for start in range(0, len(pieces), BLOCK):
            likeness = pieces[start : start + BLOCK] @ self.vectors.T
            rows, columns, ranks = _nearest(likeness)
            self.table.terms[start + rows, ranks] = columns
            self.table.likeness[start + rows, ranks] = likeness[rows, columns]

    def likeness(self, word: Word) -> Floats:
        """Return how alike the word is to every term: the cosine, and 1 for itself."""
        likeness: Floats = self.vectors @ self.lexicon.vectors([word])[0]
        own = self.numbers.get(word.pieces)
        if own is not None:
            likeness[own] = 1
        return likeness

    def neighbours(self, word: Word) -> Iterator[tuple[int, float]]:
        """Yield the terms nearest to the word and their likeness, itself first."""
        own = self.numbers.get(word.pieces)
        if own is not None:
            yield own, 1.0
        if word.spelling.isdigit():
            return
        if self.table is not None and len(word.pieces) == 1:
            terms, likeness = self.table.terms[word.pieces[0]], self.table.likeness[word.pieces[0]]
        else:
            every = self.likeness(word)
            _, terms, _ = _nearest(every[None, :])
            likeness = every[terms]
        for term, like in zip(terms.tolist(), likeness.tolist(), strict=True):
            if term not in (own, NOTHING):
                yield term, like

    def _translate(self, word: Word) -> Translation:
        near = list(self.neighbours(word))[:NEIGHBOURS]
        if not near:
            return Translation(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32), 0.0)
        likeness = np.array([like for _, like in near], dtype=np.float32)
        shares = (likeness / likeness[0]) ** SHARPNESS
        return Translation(np.array([term for term, _ in near]), shares, min(1.0, float(likeness[0]) / SURE))
