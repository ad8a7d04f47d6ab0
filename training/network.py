"""Fit the ranker's networks: over the list of each question's candidates, and over each candidate for itself.

Several networks from different starts are summed into one, and none lets a column count in the direction that it cannot
(`qa.ranking.columns.SPEAKS_AGAINST`). Knows features and which candidates are right, no questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from qa.ranking.columns import EITHER_WAY, NAMES, SPEAKS_AGAINST
from qa.ranking.ranker import Hidden, Ranker

WIDTH, STARTS, STEPS, QUESTIONS = 32, 8, 150, 256  # hidden units of a network, networks, steps, questions a step
RATE, LAST_RATE, DECAY = 0.02, 0.1, 0.3
LEFT_OUT = 0.1  # the share of the columns that a question is ranked without in a step, so that none is relied on alone
LISTWISE, ONE_BY_ONE = 1.0, 10.0
ANY_RIGHT = 0.7  # how much one right sentence in the first place counts, against all of them before the wrong ones
MOST = 4.0  # standard deviations beyond which a feature says no more, while fitting
NEVER = -1e9  # the log odds of a place in a list that holds no candidate

Floats = NDArray[np.float32]
Rows = Sequence[Floats]
Marks = Sequence[NDArray[np.bool_]]


@dataclass(frozen=True)
class _Lists:
    """The candidates of all questions, each list filled up to the length of the longest."""

    inputs: torch.Tensor  # questions by candidates by columns
    right: torch.Tensor
    present: torch.Tensor
    weights: torch.Tensor  # how often each question is drawn


class _Network(torch.nn.Module):
    """One layer of hidden units; what is aligned with the answer never counts against it."""

    def __init__(self, aligned: torch.Tensor) -> None:
        super().__init__()
        self.inner, self.outer = torch.nn.Linear(len(aligned), WIDTH), torch.nn.Linear(WIDTH, 1)
        self.aligned = aligned
        with torch.no_grad():
            self.inner.weight[:, aligned] = self.inner.weight[:, aligned].abs()
            self.outer.weight.abs_()

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        odds: torch.Tensor = self.outer(torch.tanh(self.inner(inputs)))[..., 0]
        return odds

    @torch.no_grad()
    def hold(self) -> None:
        """Take back what the last step let count in the wrong direction."""
        self.inner.weight[:, self.aligned] = self.inner.weight[:, self.aligned].clamp(min=0)
        self.outer.weight.clamp_(min=0)


def fit_network(features: Rows, right: Marks, starts: int = STARTS, weights: Sequence[float] | None = None) -> Ranker:
    """Return a ranker fitted on one table of features and one row of marks a question; its thresholds are not set.

    `weights` tells how much each question counts: all the same where it is not given.
    """
    table = np.concatenate(features)
    against = np.asarray([name in SPEAKS_AGAINST for name in NAMES])
    mean, spread = table.mean(axis=0), (table.std(axis=0) + 1e-6) * np.where(against, -1, 1)
    lists = _pad([np.clip((rows - mean) / spread, -MOST, MOST) for rows in features], right, weights)
    return _join([_fit(lists, seed) for seed in range(starts)], mean, spread)


def _pad(features: Rows, right: Marks, weights: Sequence[float] | None) -> _Lists:
    shape = len(features), max(map(len, features))
    inputs = np.zeros((*shape, len(NAMES)), dtype=np.float32)
    marks, present = np.zeros(shape, dtype=np.float32), np.zeros(shape, dtype=np.bool_)
    for number, (rows, row) in enumerate(zip(features, right, strict=True)):
        inputs[number, : len(rows)], marks[number, : len(row)], present[number, : len(row)] = rows, row, True
    drawn = torch.tensor([1.0] * len(features) if weights is None else weights)
    return _Lists(torch.from_numpy(inputs), torch.from_numpy(marks), torch.from_numpy(present), drawn)


def _fit(lists: _Lists, seed: int) -> _Network:
    torch.manual_seed(seed)
    model = _Network(torch.tensor([name not in EITHER_WAY for name in NAMES]))
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    slower = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, LAST_RATE, STEPS)
    for drawn in _draw(lists.weights):
        inputs = lists.inputs[drawn]
        kept = torch.rand(len(drawn), 1, len(NAMES)) >= LEFT_OUT
        loss = _loss(model(inputs * kept / (1 - LEFT_OUT)), lists.right[drawn], lists.present[drawn])
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        slower.step()
        model.hold()
    return model.eval()


def _draw(weights: torch.Tensor) -> Iterator[torch.Tensor]:
    """Yield the questions of each step."""
    for _ in range(STEPS):
        yield torch.multinomial(weights, QUESTIONS, replacement=True)


def _loss(odds: torch.Tensor, right: torch.Tensor, present: torch.Tensor) -> torch.Tensor:
    """Return how improbable the right ones are among each question's candidates, and each mark for itself."""
    shares = torch.log_softmax(odds.masked_fill(~present, NEVER), dim=1)
    rights = right.sum(dim=1)
    any_right = torch.logsumexp(shares.masked_fill(right == 0, NEVER), dim=1)
    each_right = (right * shares.masked_fill(~present, 0.0)).sum(dim=1) / rights.clamp(min=1)
    ranked = ANY_RIGHT * any_right + (1 - ANY_RIGHT) * each_right
    listwise = -ranked[rights > 0].sum() / (rights > 0).sum().clamp(min=1)
    alone = torch.nn.functional.binary_cross_entropy_with_logits(odds, right, reduction="none") * present
    return LISTWISE * listwise + ONE_BY_ONE * (alone.sum(dim=1) / present.sum(dim=1)).mean()


def _join(models: Sequence[_Network], mean: Floats, spread: Floats) -> Ranker:
    """Return the mean of the models' log odds as one ranker over features that are not standardised."""
    hidden: list[Hidden] = []
    intercept = 0.0
    for model in models:
        weights = model.inner.weight.detach().numpy() / spread
        biases = model.inner.bias.detach().numpy() - weights @ mean
        adds = model.outer.weight.detach().numpy()[0] / len(models)
        intercept += float(model.outer.bias.detach()[0]) / len(models)
        rows = zip(weights.tolist(), biases.tolist(), adds.tolist(), strict=True)
        hidden += [Hidden(tuple(round(w, 4) for w in row), round(b, 4), round(a, 4)) for row, b, a in rows]
    return Ranker(dict.fromkeys(NAMES, 0.0), intercept, 0.5, 0.5, tuple(hidden))
