"""How much of a question a text holds: the share of its words that find themselves or a translation there.

Stands on the token index for rarity and likeness; knows nothing of readouts.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from index.lexicon import Word
from index.psq import TokenIndex

LEAST_MATCH = 0.5
CACHED_LINES = 16_384


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


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """The words of a question and their weights."""

    words: list[Word]
    weights: NDArray[np.float32]


class Coverer:
    """Tells how much of a question each text holds."""

    def __init__(self, tokens: TokenIndex, least: float = LEAST_MATCH) -> None:
        self.tokens = tokens
        self.least = least
        self.prepare = lru_cache(maxsize=64)(self._prepare)
        self._terms: OrderedDict[str, NDArray[np.int64]] = OrderedDict()
        self._lock = Lock()

    def coverage(self, question: str, text: str) -> float:
        """Return the share of the question's words, weighted by rarity, that the text holds."""
        return self.cover(question, [text])[0].share

    def cover(self, question: str, texts: Sequence[str]) -> list[Coverage]:
        """Return for each text how much of the question it holds, word by word."""
        prepared = self.prepare(question)
        found, terms, likeness = self._compare(prepared, self.text_terms(texts))
        return [self._cover(prepared, row, terms, likeness) for row in found]

    def shares(self, question: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return only the share for each text, which is faster: what stands in several texts is looked at once."""
        prepared = self.prepare(question)
        total = float(prepared.weights.sum())
        if not total or not texts:
            return np.zeros(len(texts), dtype=np.float32)
        rows = [self.tokens.lexicon.encoder.parts(text) for text in texts]
        numbers = {line: number for number, line in enumerate(dict.fromkeys(line for row in rows for line in row))}
        places = np.array([numbers[line] for row in rows for line in row], dtype=np.intp)
        starts = np.cumsum([0, *(len(row) for row in rows[:-1])])
        held = np.logical_or.reduceat(self._held(prepared, list(numbers))[places], starts, axis=0)
        return np.asarray(held @ prepared.weights / total, dtype=np.float32)

    def _held(self, prepared: _Prepared, lines: Sequence[str]) -> NDArray[np.bool_]:
        """Tell which words find themselves or a translation in which lines: lines by words."""
        found, _, likeness = self._compare(prepared, self._line_terms(lines))
        held = np.zeros((len(lines), len(prepared.words)), dtype=np.bool_)
        filled = [number for number, row in enumerate(found) if len(row)]
        if filled:
            starts = np.cumsum([0, *(len(found[number]) for number in filled[:-1])])
            alike = likeness >= self.least
            held[filled] = np.logical_or.reduceat(alike[np.concatenate(found)], starts, axis=0)
        return held

    def _prepare(self, question: str) -> _Prepared:
        words = self.tokens.question_words(question)
        return _Prepared(words, np.array([self.tokens.rarity(word) for word in words], dtype=np.float32))

    def _compare(
        self, prepared: _Prepared, found: Sequence[NDArray[np.int64]]
    ) -> tuple[list[NDArray[np.int64]], NDArray[np.int64], NDArray[np.float32]]:
        """Return each text's rows among the terms of all texts, those terms, and their likeness to the words."""
        terms, rows = np.unique(np.concatenate([np.zeros(0, dtype=np.int64), *found]), return_inverse=True)
        likeness = self.tokens.translator.likeness(prepared.words, terms)
        return np.split(rows, np.cumsum([len(row) for row in found])[:-1]) if found else [], terms, likeness

    def text_terms(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """Return the terms of each text."""
        rows = [self.tokens.lexicon.encoder.parts(text) for text in texts]
        lines = list(dict.fromkeys(line for row in rows for line in row))
        known = dict(zip(lines, self._line_terms(lines), strict=True))
        return [np.concatenate([known[line] for line in row]) for row in rows]

    def _line_terms(self, lines: Sequence[str]) -> list[NDArray[np.int64]]:
        """Return the terms of lines, each given once; those met of late are remembered."""
        with self._lock:
            known = {line: self._terms[line] for line in lines if line in self._terms}
        new = [line for line in lines if line not in known]
        known |= zip(new, self.tokens.text_terms(new), strict=True)
        with self._lock:
            self._terms |= {line: known[line] for line in new}
            while len(self._terms) > CACHED_LINES:
                self._terms.popitem(last=False)
        return [known[line] for line in lines]

    def _cover(
        self, prepared: _Prepared, row: NDArray[np.int64], terms: NDArray[np.int64], likeness: NDArray[np.float32]
    ) -> Coverage:
        matches = []
        for column, (word, weight) in enumerate(zip(prepared.words, prepared.weights.tolist(), strict=True)):
            best = int(row[likeness[row, column].argmax()]) if len(row) else -1
            like = float(likeness[best, column]) if best >= 0 else 0.0
            matched = self._spell(int(terms[best])) if like >= self.least else None
            matches.append(Match(word.spelling, matched, like, weight))
        total = sum(match.weight for match in matches)
        share = sum(match.weight for match in matches if match.matched is not None) / total if total else 0.0
        return Coverage(share, tuple(matches))

    def _spell(self, term: int) -> str:
        return self.tokens.vocabulary.word(self.tokens.lexicon, term).spelling
