"""Learns how the words of questions are moved: towards the sentences that answer them, whose vectors stay.

Two tasks are learned side by side: a written rewording must find the official text that says the same among many, and a
question of dev must find its right sentences among its own candidates, with part of its words left out so that none is
relied on alone. Knows vectors and sub-words; nothing of files, features or authors.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional
from tqdm import tqdm

STEPS, BATCH, RATE, SCALE = 200, 768, 0.005, 20.0
PARTS = 256  # of a batch, parts of official sentences that ask for the whole
KEPT = (0.25, 0.5, 0.75)  # the shares of a sentence's words that such a part has
TEXTS = 4_096  # official texts among which those of a batch are to be found
ASKED, ASKED_COUNTS = 192, 0.5  # questions with candidates in a step, and how much they count against the rewordings
HOLD = 0.3  # how much moving a sub-word by a typical vector's length costs
NEVER = -1e9  # the odds of what is no candidate
SEED = 3

Floats = NDArray[np.float32]
Pieces = NDArray[np.int32]


@dataclass(frozen=True)
class Task:
    """Rewordings with the numbers of the official texts that they ask for, and those texts with their vectors."""

    questions: list[Pieces]
    answers: NDArray[np.int64]
    texts: list[Pieces]
    vectors: Tensor


@dataclass(frozen=True)
class Asked:
    """Questions with the sentences that might answer each; the rows of candidates are filled up to one length."""

    questions: list[Pieces]
    vectors: Tensor  # of all sentences
    candidates: Tensor  # questions by candidates: numbers of sentences
    present: Tensor  # the same shape: whether a place holds a candidate
    right: Tensor  # the same shape: whether it is right

    def part(self, numbers: Sequence[int]) -> Asked:
        """Return the questions with these numbers only."""
        kept = torch.tensor(list(numbers), dtype=torch.long)
        questions = [self.questions[number] for number in numbers]
        return Asked(questions, self.vectors, self.candidates[kept], self.present[kept], self.right[kept])


def learn(task: Task, table: Floats, asked: Asked | None = None, steps: int = STEPS, seed: int = SEED) -> Floats:
    """Return the table with the rows of questions' words moved."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    lengths = np.linalg.norm(table, axis=1)
    typical = float(np.median(lengths[lengths > 0]))
    used = np.unique(np.concatenate([*task.questions, *task.texts, *(asked.questions if asked else [])]))
    before = torch.from_numpy(table[used])
    moved = torch.nn.Parameter(before.clone())
    optimizer = torch.optim.Adam([moved], lr=RATE * typical)
    slower = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.01, steps)
    for _ in tqdm(range(steps), desc="learning", unit="step"):
        loss = _loss(_draw(task, asked, used, random), moved, before, typical)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        slower.step()
    learned = table.copy()
    learned[used] = moved.detach().numpy()
    return learned


@dataclass(frozen=True)
class _Batch:
    """The questions of a step as numbers of moved rows: those that ask for texts, then those with candidates."""

    pieces: Tensor
    starts: Tensor
    texts: Tensor  # vectors of the texts among which the first questions' are to be found
    answers: Tensor  # the place of each first question's text among them
    asked: Asked | None  # the other questions


def _draw(task: Task, asked: Asked | None, used: Pieces, random: np.random.Generator) -> _Batch:
    chosen = random.integers(len(task.questions), size=BATCH - PARTS)
    whole = random.integers(len(task.texts), size=PARTS)
    answers = np.concatenate([task.answers[chosen], whole])
    among = np.union1d(answers, random.choice(len(task.texts), size=min(TEXTS, len(task.texts)), replace=False))
    bags = [*(task.questions[i] for i in chosen), *(_some(task.texts[i], random.choice(KEPT), random) for i in whole)]
    others = asked.part(random.integers(len(asked.questions), size=ASKED).tolist()) if asked else None
    bags += [_some(bag, random.random(), random) for bag in others.questions] if others else []
    starts = np.cumsum([0, *map(len, bags[:-1])])
    return _Batch(
        pieces=torch.from_numpy(np.searchsorted(used, np.concatenate(bags))),
        starts=torch.from_numpy(starts),
        texts=task.vectors[torch.from_numpy(among)],
        answers=torch.from_numpy(np.searchsorted(among, answers)),
        asked=others,
    )


def _some(pieces: Pieces, share: float, random: np.random.Generator) -> Pieces:
    kept = pieces[random.random(len(pieces)) < share]
    return kept if len(kept) else pieces


def _loss(batch: _Batch, moved: Tensor, before: Tensor, typical: float) -> Tensor:
    vectors = functional.normalize(functional.embedding_bag(batch.pieces, moved, batch.starts, mode="sum"), dim=1)
    first = len(batch.answers)
    loss = functional.cross_entropy(SCALE * vectors[:first] @ batch.texts.T, batch.answers)
    if batch.asked:
        loss = loss + ASKED_COUNTS * _improbable(batch.asked, vectors[first:])
    used = torch.unique(batch.pieces)
    return loss + HOLD * (moved[used] - before[used]).square().sum(dim=1).mean() / typical**2


def _improbable(asked: Asked, vectors: Tensor) -> Tensor:
    """Return how improbable it is, by the vectors of questions, that a right candidate comes first."""
    odds = torch.gather(SCALE * vectors @ asked.vectors.T, 1, asked.candidates).masked_fill(~asked.present, NEVER)
    right = odds.masked_fill(~asked.right, NEVER)
    return (torch.logsumexp(odds, dim=1) - torch.logsumexp(right, dim=1)).mean()
