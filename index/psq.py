"""Search by words across languages: each word of a question is translated by the encoder's own table.

Probabilistic structured queries (Darwish and Oard, 2003): BM25 in which a question's word counts as often as its
nearest words of the documents do, weighted by their likeness. Knows texts by their number only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lexicon import STOP_WORDS, Lexicon, Word
from index.static import StaticEncoder

NEIGHBOURS = 10
LEAST_LIKENESS = 0.4
SHARPNESS = 3
TINY = 1e-9
K1, B = 1.2, 0.75
CACHED_WORDS = 4096
FILE = "tokens.npz"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Translation:
    """The terms that a question's word may stand for, and how much each counts, the nearest 1."""

    terms: NDArray[np.int64]
    shares: Floats


@dataclass(frozen=True, slots=True)
class Postings:
    """Which texts hold each term how often: term t's are places starts[t] to starts[t + 1]."""

    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    counts: Floats
    lengths: Floats


class TokenIndex:
    """The words of all texts with their vectors and postings; without texts it still translates nothing."""

    def __init__(self, lexicon: Lexicon, terms: list[Word], postings: Postings, vectors: Floats) -> None:
        self.lexicon = lexicon
        self.terms = terms
        self.postings = postings
        self.vectors = vectors
        self.numbers = {word.pieces: number for number, word in enumerate(terms)}
        self.translate = lru_cache(maxsize=CACHED_WORDS)(self._translate)

    @classmethod
    def build(cls, texts: Sequence[str], encoder: StaticEncoder) -> TokenIndex:
        """Index the words of the texts; a text's number is its place."""
        lexicon = Lexicon(encoder)
        numbers: dict[Word, int] = {}
        rows = [
            [numbers.setdefault(word, len(numbers)) for word in words if word.spelling not in STOP_WORDS]
            for words in lexicon.split(texts)
        ]
        terms = list(numbers)
        return cls(lexicon, terms, _post(rows, len(terms)), lexicon.vectors(terms))

    def save(self, folder: Path) -> None:
        """Write the words and postings into the folder."""
        flat = np.array([piece for word in self.terms for piece in word.pieces], dtype=np.uint16)
        sizes = np.array([len(word.pieces) for word in self.terms], dtype=np.uint16)
        posted = self.postings
        np.savez(
            folder / FILE, pieces=flat, sizes=sizes, starts=posted.starts, texts=posted.texts,
            counts=posted.counts.astype(np.uint16), lengths=posted.lengths,
        )  # fmt: skip

    @classmethod
    def load(cls, folder: Path, encoder: StaticEncoder) -> TokenIndex:
        """Read what was saved; the encoder must be the one it was built with."""
        lexicon = Lexicon(encoder)
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            cuts = np.cumsum(arrays["sizes"])[:-1]
            pieces = [tuple(part.tolist()) for part in np.split(arrays["pieces"], cuts)] if len(arrays["sizes"]) else []
            counts = arrays["counts"].astype(np.float32)
            postings = Postings(arrays["starts"], arrays["texts"], counts, arrays["lengths"])
        terms = [Word(lexicon.spell(part), part) for part in pieces]
        return cls(lexicon, terms, postings, lexicon.vectors(terms))

    def question_words(self, question: str) -> list[Word]:
        """Return the words of a question that say something, each once."""
        words = dict.fromkeys(self.lexicon.split([question])[0])
        return [word for word in words if word.spelling not in STOP_WORDS]

    def likeness(self, word: Word) -> Floats:
        """Return how alike the word is to every term: the cosine, and 1 for itself."""
        likeness: Floats = self.vectors @ self.lexicon.vectors([word])[0]
        own = self.numbers.get(word.pieces)
        if own is not None:
            likeness[own] = 1
        return likeness

    def _translate(self, word: Word) -> Translation:
        likeness = self.likeness(word)
        near = np.flatnonzero(likeness >= LEAST_LIKENESS)
        near = near[np.argsort(-likeness[near], kind="stable")][:NEIGHBOURS]
        return Translation(near, (likeness[near] / likeness[near].max(initial=TINY)) ** SHARPNESS)

    def rarity(self, word: Word) -> float:
        """Return the weight of a word by how few texts hold it or a translation; a word held nowhere weighs most."""
        translation = self.translate(word)
        starts = self.postings.starts
        frequency = float(translation.shares @ (starts[translation.terms + 1] - starts[translation.terms]))
        return _rarity(frequency, len(self.postings.lengths))

    def scores(self, question: str) -> Floats:
        """Return one score per text: 0 where no word of the question is met, translated or not."""
        total = np.zeros(len(self.postings.lengths), dtype=np.float32)
        for word in self.question_words(question):
            translation = self.translate(word)
            if len(translation.terms):
                total += self._score_word(translation)
        return total

    def _score_word(self, translation: Translation) -> Floats:
        posted = self.postings
        pooled = np.zeros(len(posted.lengths), dtype=np.float32)
        frequency = 0.0
        for term, share in zip(translation.terms.tolist(), translation.shares.tolist(), strict=True):
            places = slice(int(posted.starts[term]), int(posted.starts[term + 1]))
            pooled[posted.texts[places]] += share * posted.counts[places]
            frequency += share * (places.stop - places.start)
        norms = K1 * (1 - B + B * posted.lengths / max(1.0, float(posted.lengths.mean())))
        return np.asarray(_rarity(frequency, len(norms)) * pooled * (K1 + 1) / (pooled + norms), dtype=np.float32)


def _rarity(frequency: float, size: int) -> float:
    frequency = min(frequency, size)
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def _post(rows: list[list[int]], width: int) -> Postings:
    texts = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
    terms = np.array([term for row in rows for term in row], dtype=np.int64)
    pairs, counts = np.unique(terms * max(1, len(rows)) + texts, return_counts=True)
    owners = pairs // max(1, len(rows))
    starts = np.searchsorted(owners, np.arange(width + 1))
    holders = (pairs % max(1, len(rows))).astype(np.int32)
    lengths = np.array([len(row) for row in rows], dtype=np.float32)
    return Postings(starts, holders, counts.astype(np.float32), lengths)
