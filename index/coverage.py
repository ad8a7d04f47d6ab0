"""How much of a question a text holds: the share of its words that find themselves or a translation there.

Stands on the token index for rarity and likeness; knows nothing of readouts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.lexicon import STOP_WORDS, Word
from index.psq import TokenIndex

LEAST_MATCH = 0.5
CACHED_TEXTS = 65_536


@dataclass(frozen=True, slots=True)
class Match:
    """A word of a question, the word of the text most like it where one is like enough, and its weight."""

    word: str
    matched: str | None
    likeness: float
    weight: float


@dataclass(frozen=True, slots=True)
class Coverage:
    """The weighted share of a question's words that a text holds, and word by word why."""

    share: float
    matches: tuple[Match, ...]


class Coverer:
    """Tells how much of a question each text holds."""

    def __init__(self, tokens: TokenIndex, least: float = LEAST_MATCH) -> None:
        self.tokens = tokens
        self.least = least
        self.prepare = lru_cache(maxsize=64)(self._prepare)
        self.text_words = lru_cache(maxsize=CACHED_TEXTS)(self._text_words)

    def coverage(self, question: str, text: str) -> float:
        """Return the share of the question's words, weighted by rarity, that the text holds."""
        return self.cover(question, [text])[0].share

    def cover(self, question: str, texts: Sequence[str]) -> list[Coverage]:
        """Return for each text how much of the question it holds, word by word."""
        words, weights, likeness = self.prepare(question)
        return [self._cover(words, weights, likeness, self.text_words(text)) for text in texts]

    def shares(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return only the share for each text, which is faster."""
        _, weights, likeness = self.prepare(question)
        total = float(weights.sum())
        shares = np.zeros(len(texts), dtype=np.float32)
        for row, text in enumerate(texts):
            terms = self.text_words(text)
            if total and len(terms):
                held = likeness[:, terms].max(axis=1) >= self.least
                shares[row] = weights[held].sum() / total
        return shares

    def _prepare(self, question: str) -> tuple[list[Word], NDArray[np.float32], NDArray[np.float32]]:
        """Return the question's words, their weights, and how alike each is to every term of the index."""
        words = self.tokens.question_words(question)
        weights = np.array([self.tokens.rarity(word) for word in words], dtype=np.float32)
        likeness = np.zeros((len(words), len(self.tokens.terms)), dtype=np.float32)
        for row, word in enumerate(words):
            likeness[row] = self.tokens.likeness(word)
        return words, weights, likeness

    def _text_words(self, text: str) -> NDArray[np.int64]:
        words = dict.fromkeys(self.tokens.lexicon.split([text])[0])
        numbers = self.tokens.numbers
        known = [numbers[word.pieces] for word in words if word.spelling not in STOP_WORDS and word.pieces in numbers]
        return np.array(known, dtype=np.int64)

    def _cover(
        self, words: list[Word], weights: NDArray[np.float32], likeness: NDArray[np.float32], terms: NDArray[np.int64]
    ) -> Coverage:
        matches = []
        for word, weight, row in zip(words, weights.tolist(), likeness, strict=True):
            best = int(terms[row[terms].argmax()]) if len(terms) else -1
            like = float(row[best]) if best >= 0 else 0.0
            held = like >= self.least
            matched = self.tokens.terms[best].spelling if held else None
            matches.append(Match(word.spelling, matched, like, weight))
        total = sum(match.weight for match in matches)
        share = sum(match.weight for match in matches if match.matched is not None) / total if total else 0.0
        return Coverage(share, tuple(matches))
