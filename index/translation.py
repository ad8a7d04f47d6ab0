"""Which words of the texts a word may stand for, in any language, by the likeness of their vectors.

Knows words and their numbers, not the texts they come from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from index.lexicon import Lexicon, Word
from index.near import NOTHING, Table, find_nearest
from index.vocabulary import Vocabulary

NEIGHBOURS = 10
LEAST_LIKENESS = 0.25
SHARPNESS = 3
SURE = 0.5  # a best translation less like than this counts in proportion
PREPARED_FROM = 8_192  # with fewer terms, looking through them all takes less than a millisecond
CACHED_WORDS = 4_096

Floats = NDArray[np.float32]
Terms = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Translation:
    """The terms that a word may stand for, nearest first, their likeness, how much each counts, and how sure it is."""

    terms: Terms
    likeness: Floats
    shares: Floats
    trust: float


class Translator:
    """Translates words into terms: numbers and terms without neighbours stand for themselves only."""

    def __init__(self, lexicon: Lexicon, vocabulary: Vocabulary, table: Table | None = None) -> None:
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.table = table
        self.translate = lru_cache(maxsize=CACHED_WORDS)(self._translate)

    @cached_property
    def _vectors(self) -> Floats:
        return self.vocabulary.vectors(self.lexicon, np.arange(len(self.vocabulary)))

    def likeness(self, words: list[Word], terms: Terms) -> Floats:
        """Return how alike each word is to each of the terms (terms by words): the cosine, and 1 for itself."""
        wanted = self.lexicon.vectors(words)
        if self.table:
            likeness = self.vocabulary.products(self.lexicon, terms, wanted) / self.table.norms[terms][:, None]
        else:
            likeness = self._vectors[terms] @ wanted.T
        for column, own in enumerate(self.vocabulary.find(words).tolist()):
            likeness[terms == own, column] = 1
        return np.asarray(likeness, dtype=np.float32)

    def _look_through(self, word: Word) -> tuple[Terms, Floats]:
        """Return the terms that are like enough, nearest first, after looking at every one."""
        vector = self.lexicon.vectors([word])[0]
        if self.table is None:
            likeness = self._vectors @ vector
        else:  # a term's vector is the sum of its pieces': their products are added instead
            likeness = self.vocabulary.add_up(self.lexicon.piece_products(vector), self.table.norms)
        terms = np.flatnonzero(likeness >= LEAST_LIKENESS)
        best = terms[np.lexsort((terms, -likeness[terms]))][: NEIGHBOURS + 1]
        return best, likeness[best]

    def neighbours(self, word: Word) -> Iterator[tuple[int, float]]:
        """Yield the terms nearest to the word and their likeness, itself first."""
        own = int(self.vocabulary.find([word])[0])
        if own != NOTHING:
            yield own, 1.0
        if word.spelling.isdigit():
            return
        if self.table is not None and len(word.pieces) == 1:
            terms, likeness = self.table.terms[word.pieces[0]], self.table.likeness[word.pieces[0]]
        else:
            terms, likeness = self._look_through(word)
        for term, like in zip(terms.tolist(), likeness.tolist(), strict=True):
            if term not in (own, NOTHING) and like >= LEAST_LIKENESS:
                yield term, like

    def _translate(self, word: Word) -> Translation:
        near = list(self.neighbours(word))[:NEIGHBOURS]
        likeness = np.array([like for _, like in near], dtype=np.float32)
        terms = np.array([term for term, _ in near], dtype=np.int64)
        if not near:
            return Translation(terms, likeness, likeness, 0.0)
        shares = (likeness / likeness[0]) ** SHARPNESS
        return Translation(terms, likeness, shares, min(1.0, float(likeness[0]) / SURE))

    def prepare(self, before: Table | None = None, moved: Terms | None = None) -> Table | None:
        """Return the table of all pieces' nearest terms, if there are so many terms that it pays.

        Where a table of before is given with the new number of each of its terms, only what is new is looked through.
        """
        if len(self.vocabulary) < PREPARED_FROM:
            return None
        every = np.arange(len(self.vocabulary))
        pieces = self.lexicon.unit_pieces()
        if before is None or moved is None:
            return find_nearest(pieces, self._vectors, NEIGHBOURS, self.vocabulary.norms(self.lexicon, every))
        new = np.setdiff1d(every, moved)
        norms = np.ones(len(every), dtype=np.float32)
        norms[moved[moved != NOTHING]] = before.norms[moved != NOTHING]
        norms[new] = self.vocabulary.norms(self.lexicon, new)
        table, torn = before.renumber(moved, norms)
        vectors = self.vocabulary.vectors(self.lexicon, new)
        table = table.merge(find_nearest(pieces, vectors, NEIGHBOURS, norms, new))
        if len(torn):  # a neighbour is gone, and the next one after it was not kept
            table = table.replace(torn, find_nearest(pieces[torn], self._vectors, NEIGHBOURS, norms))
        return table
