"""Questions made from sentences: one sentence of a passage, cut, with a gap or only its rare words left.

Order plays no part in a bag of pieces, so a question is made by leaving pieces out and adding a question word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.bags import Bag

LONGEST = 20
GAP_SHARE = 0.7
RARE_SHARE = 0.2
GAP = (0.15, 0.6)
RARE_WORDS = (2, 5)
QUESTIONS = {
    "en": ["what", "who", "when", "where", "which", "how many", "why", "how"],
    "zh": ["什么", "谁", "何时", "哪里", "哪个", "多少", "为什么", "如何"],
}


@dataclass(frozen=True, slots=True)
class QuestionMaker:
    """Makes questions of sentences; `weights` tells how rare a piece is, `words` the question words' pieces."""

    weights: NDArray[np.float32]
    words: dict[str, list[list[int]]]

    @classmethod
    def create(cls, tokenizer: Tokenizer, weights: NDArray[np.float32]) -> QuestionMaker:
        """Return a maker whose question words are this tokenizer's."""
        words = {
            language: [tokenizer.encode(word, add_special_tokens=False).ids for word in question_words]
            for language, question_words in QUESTIONS.items()
        }
        return cls(weights, words)

    def make(self, sentences: Bag, language: str, random: np.random.Generator) -> Bag:
        """Return one question per sentence."""
        short = sentences.keep(_window(sentences, random))
        lot = random.random(short.size)
        gap = lot < GAP_SHARE
        rare = (lot >= GAP_SHARE) & (lot < GAP_SHARE + RARE_SHARE)
        kept = np.where(gap[short.rows], _outside_gap(short, random), True)
        kept &= np.where(rare[short.rows], self._rarest(short, random), True)
        return self._ask(short.keep(kept), gap, language, random)

    def _rarest(self, bag: Bag, random: np.random.Generator) -> NDArray[np.bool_]:
        order = np.lexsort((-self.weights[bag.pieces], bag.rows))
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = bag.positions()
        most = random.integers(RARE_WORDS[0], RARE_WORDS[1] + 1, bag.size)
        return np.asarray(ranks < most[bag.rows])

    def _ask(self, bag: Bag, asked: NDArray[np.bool_], language: str, random: np.random.Generator) -> Bag:
        words = self.words[language]
        rows = np.flatnonzero(asked)
        chosen = [words[number] for number in random.integers(0, len(words), len(rows))]
        more = np.concatenate([np.array(word, dtype=np.int64) for word in chosen] or [np.zeros(0, dtype=np.int64)])
        all_rows = np.concatenate([bag.rows, np.repeat(rows, [len(word) for word in chosen])])
        order = np.argsort(all_rows, kind="stable")
        return Bag(all_rows[order], np.concatenate([bag.pieces, more])[order], bag.size)


def _window(bag: Bag, random: np.random.Generator) -> NDArray[np.bool_]:
    spare = np.maximum(bag.lengths() - LONGEST, 0)
    start = (random.random(bag.size) * (spare + 1)).astype(np.int64)[bag.rows]
    positions = bag.positions()
    return np.asarray((positions >= start) & (positions < start + LONGEST))


def _outside_gap(bag: Bag, random: np.random.Generator) -> NDArray[np.bool_]:
    lengths = bag.lengths()
    gaps = (lengths * random.uniform(*GAP, bag.size)).astype(np.int64)
    start = (random.random(bag.size) * (lengths - gaps + 1)).astype(np.int64)
    positions = bag.positions()
    return np.asarray((positions < start[bag.rows]) | (positions >= (start + gaps)[bag.rows]))
