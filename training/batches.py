"""Draws batches: pairs of texts that mean the same, and pseudo-questions with the passages they come from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.bags import Bag, gather
from training.corpus import Corpus
from training.pseudo import QuestionMaker
from training.tokenizer import Tokens

SENTENCES = (3, 9)
SHORT_CORPUS = 64
LONG_CORPUS = 20_000


@dataclass(frozen=True, slots=True)
class Plan:
    """How batches are drawn: their size, the shares of questions, terms and rewordings, how many neighbours.

    Neighbours are texts near one another in their source, which tell like from same: passages asked about, and pairs.
    """

    size: int = 2048
    questions: float = 0.5
    terms: float = 0.02
    rewordings: float = 0.0
    neighbours: int = 1
    neighbouring_pairs: int = 1


class Batches:
    """Draws batches from all corpora, each as often as the root of its rows times its weight says."""

    def __init__(
        self, corpora: list[Corpus], orders: dict[str, NDArray[np.int64]], maker: QuestionMaker, plan: Plan
    ) -> None:
        self.terms = [corpus for corpus in corpora if corpus.name == "terms"]
        self.rewordings = [corpus for corpus in corpora if corpus.name == "rewordings"]
        self.pairs = [corpus for corpus in corpora if corpus.name not in ("terms", "rewordings")]
        self.passages = [corpus for corpus in self.pairs if corpus.kind != "dict" and len(corpus) >= SHORT_CORPUS]
        self.orders = orders
        self.maker = maker
        self.plan = plan

    def draw(self, random: np.random.Generator) -> tuple[Bag, Bag]:
        """Return the left and right texts of one batch."""
        lot = random.random()
        if self.terms and lot < self.plan.terms:
            return self._draw_pairs(self.terms[0], random)
        if self.rewordings and lot < self.plan.terms + self.plan.rewordings:
            return self._draw_pairs(self.rewordings[0], random)
        if self.passages and random.random() < self.plan.questions:
            return self._draw_questions(_choose(self.passages, random), random)
        return self._draw_pairs(_choose(self.pairs, random), random)

    def _starts(self, corpus: Corpus, random: np.random.Generator) -> NDArray[np.int64]:
        """Return places in the corpus' order, in runs of neighbours, which make harder negatives."""
        run = self.plan.neighbours
        last = max(1, len(corpus) - SENTENCES[1] * run)
        starts = random.integers(0, last, max(1, min(self.plan.size, len(corpus)) // run))
        return (starts[:, None] + SENTENCES[1] * np.arange(run)).ravel() % len(corpus)

    def _draw_pairs(self, corpus: Corpus, random: np.random.Generator) -> tuple[Bag, Bag]:
        rows = self._rows(corpus, random)
        _, firsts = np.unique(corpus.groups[rows] if corpus.kind != "parallel" else rows, return_index=True)
        rows = rows[firsts]
        return gather(corpus.left, rows), gather(corpus.right, rows)

    def _rows(self, corpus: Corpus, random: np.random.Generator) -> NDArray[np.int64]:
        size, run = min(self.plan.size, len(corpus)), self.plan.neighbouring_pairs
        if run > 1 and corpus.kind == "parallel" and len(corpus) >= LONG_CORPUS:
            starts = random.integers(0, len(corpus) - run, size // run)
            return np.unique(self.orders[corpus.name][(starts[:, None] + np.arange(run)).ravel()])
        if size * 4 > len(corpus):
            return random.choice(len(corpus), size, replace=False)
        return np.unique(random.integers(0, len(corpus), size))

    def _draw_questions(self, corpus: Corpus, random: np.random.Generator) -> tuple[Bag, Bag]:
        order = self.orders[corpus.name]
        starts = self._starts(corpus, random)
        lengths = random.integers(SENTENCES[0], SENTENCES[1] + 1, len(starts))
        lengths = np.minimum(lengths, len(order) - starts)
        ends = np.cumsum(lengths)
        inside = np.arange(ends[-1]) - np.repeat(ends - lengths, lengths)
        members = order[np.repeat(starts, lengths) + inside]
        owners = np.repeat(np.arange(len(starts)), lengths)
        asked = order[starts + (random.random(len(starts)) * lengths).astype(np.int64)]
        (side_q, language), (side_p, _) = (self._side(corpus, random) for _ in range(2))
        question = self.maker.make(gather(side_q, asked), language, random)
        return question, gather(side_p, members, owners)

    @staticmethod
    def _side(corpus: Corpus, random: np.random.Generator) -> tuple[Tokens, str]:
        if corpus.kind == "mono" or random.random() < 0.5:
            return corpus.right, "en"
        return corpus.left, "zh"


def _choose(corpora: list[Corpus], random: np.random.Generator) -> Corpus:
    shares = np.array([np.sqrt(len(corpus)) * corpus.weight for corpus in corpora])
    return corpora[int(random.choice(len(corpora), p=shares / shares.sum()))]
