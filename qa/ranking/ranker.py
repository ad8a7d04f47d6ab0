"""From a sentence's features to the probability that it answers: a small network kept as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.ranking.columns import NAMES

WEIGHTS = Path(__file__).with_name("ranker.json")
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Hidden:
    """One hidden unit: a weight for each column of qa.ranking.columns.NAMES, its bias, and what it adds to the sum."""

    weights: tuple[float, ...]
    bias: float
    adds: float


@dataclass(frozen=True)
class Ranker:
    """A weighted sum of the features and of hidden units over them, and the probability from which is quoted.

    `sure` turns the best quotation's log odds into those of a right answer: a factor and a shift.
    """

    weights: dict[str, float]
    intercept: float
    answer_from: float
    quote_from: float
    hidden: tuple[Hidden, ...] = ()
    sure: tuple[float, float] = (1.0, 0.0)

    @cached_property
    def _layers(self) -> tuple[Floats, Floats, Floats, Floats]:
        return (
            np.asarray([self.weights[name] for name in NAMES], dtype=np.float32),
            np.asarray([unit.weights for unit in self.hidden], dtype=np.float32).reshape(-1, len(NAMES)),
            np.asarray([unit.bias for unit in self.hidden], dtype=np.float32),
            np.asarray([unit.adds for unit in self.hidden], dtype=np.float32),
        )

    def probabilities(self, features: Floats) -> Floats:
        """Return the probability of each row of features, columns as in qa.ranking.columns.NAMES."""
        straight, inner, biases, outer = self._layers
        odds = features @ straight + self.intercept + np.tanh(features @ inner.T + biases) @ outer
        result: Floats = 1 / (1 + np.exp(-odds))
        return result

    def confidence(self, best: float) -> float:
        """Return the probability that an answer is right whose best quotation has the probability `best`."""
        odds = float(np.log(max(best, 1e-6) / max(1 - best, 1e-6)))
        return float(1 / (1 + np.exp(-(self.sure[0] * odds + self.sure[1]))))


@cache
def load_ranker(path: Path = WEIGHTS) -> Ranker:
    """Return the ranker that stands in the JSON file `path`."""
    table = json.loads(path.read_text(encoding="utf-8"))
    table["hidden"] = tuple(Hidden(tuple(row["weights"]), row["bias"], row["adds"]) for row in table.get("hidden", ()))
    table["sure"] = tuple(table.get("sure", (1.0, 0.0)))
    return Ranker(**table)
