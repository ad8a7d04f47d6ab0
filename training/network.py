"""Fit the ranker's network: over the list of each question's candidates, and over each candidate for itself.

Several networks from different starts are summed into one; knows features and which candidates are right, no questions.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from qa.ranking.columns import NAMES
from qa.ranking.ranker import Hidden, Ranker

WIDTH, STARTS, STEPS = 16, 10, 120
RATE, DECAY, DROPPED = 0.02, 0.05, 0.2
LISTWISE, ONE_BY_ONE = 1.0, 0.5
MOST = 4.0  # standard deviations beyond which a feature says no more, while fitting

Rows = Sequence[NDArray[np.float32]]
Marks = Sequence[NDArray[np.bool_]]


def fit_network(features: Rows, right: Marks, starts: int = STARTS) -> Ranker:
    """Return a ranker fitted on one table of features and one row of marks a question; its thresholds are not set."""
    table = np.concatenate(features)
    mean, spread = table.mean(axis=0), table.std(axis=0) + 1e-6
    inputs = torch.tensor(np.clip((table - mean) / spread, -MOST, MOST), dtype=torch.float32)
    marks = torch.tensor(np.concatenate(right), dtype=torch.float32)
    lists = torch.tensor(np.repeat(np.arange(len(right)), [len(row) for row in right]))
    fitted = [_fit(inputs, marks, lists, len(right), seed) for seed in range(starts)]
    return _join(fitted, mean, spread)


def _fit(inputs: torch.Tensor, marks: torch.Tensor, lists: torch.Tensor, questions: int, seed: int) -> torch.nn.Module:
    torch.manual_seed(seed)
    model = _Network(inputs.shape[1])
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=DECAY)
    for _ in range(STEPS):
        loss = _loss(model(inputs), marks, lists, questions)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
    return model.eval()


class _Network(torch.nn.Module):
    def __init__(self, columns: int) -> None:
        super().__init__()
        self.inner, self.outer = torch.nn.Linear(columns, WIDTH), torch.nn.Linear(WIDTH, 1)
        self.dropped = torch.nn.Dropout(DROPPED)

    def forward(self, inputs: torch.Tensor) -> torch.Tensor:
        odds: torch.Tensor = self.outer(self.dropped(torch.tanh(self.inner(inputs))))[:, 0]
        return odds


def _loss(odds: torch.Tensor, marks: torch.Tensor, lists: torch.Tensor, questions: int) -> torch.Tensor:
    """Return how improbable the right ones are among each question's candidates, and each mark for itself."""
    sizes, rights = _sums(torch.ones_like(odds), lists, questions), _sums(marks, lists, questions)
    greatest = torch.full((questions,), -1e9).scatter_reduce(0, lists, odds, "amax")
    raised = torch.exp(odds - greatest[lists])
    whole = torch.log(_sums(raised, lists, questions))
    any_right = torch.log(_sums(marks * raised, lists, questions) + 1e-9) - whole
    each_right = _sums(marks * (odds - (whole + greatest)[lists]), lists, questions) / rights.clamp(min=1)
    answered = (rights > 0).float()
    listwise = -((0.7 * any_right + 0.3 * each_right) * answered).sum() / answered.sum()
    alone = torch.nn.functional.binary_cross_entropy_with_logits(odds, marks, reduction="none") / sizes[lists]
    return LISTWISE * listwise + ONE_BY_ONE * 20 / questions * alone.sum()


def _sums(values: torch.Tensor, lists: torch.Tensor, questions: int) -> torch.Tensor:
    return torch.zeros(questions).index_add(0, lists, values)


def _join(models: Sequence[torch.nn.Module], mean: NDArray[np.float32], spread: NDArray[np.float32]) -> Ranker:
    """Return the mean of the models' log odds as one ranker over features that are not standardised."""
    hidden: list[Hidden] = []
    intercept = 0.0
    for model in models:
        values = {name: value.detach().numpy() for name, value in model.named_parameters()}
        weights = values["inner.weight"] / spread
        biases = values["inner.bias"] - weights @ mean
        adds = values["outer.weight"][0] / len(models)
        intercept += float(values["outer.bias"][0]) / len(models)
        rows = zip(weights.tolist(), biases.tolist(), adds.tolist(), strict=True)
        hidden += [Hidden(tuple(round(w, 4) for w in row), round(b, 4), round(a, 4)) for row, b, a in rows]
    return Ranker(dict.fromkeys(NAMES, 0.0), intercept, 0.5, 0.5, tuple(hidden))
