"""From a sentence's features to the probability that it answers: a logistic model kept as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qa.features import NAMES

WEIGHTS = Path(__file__).with_name("ranker.json")


@dataclass(frozen=True, slots=True)
class Ranker:
    """The model's weights, its intercept, and the probability from which a sentence is quoted."""

    weights: dict[str, float]
    intercept: float
    answer_from: float
    quote_from: float

    def probabilities(self, features: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the probability of each row of features, columns as in qa.features.NAMES."""
        vector = np.asarray([self.weights[name] for name in NAMES], dtype=np.float32)
        result: NDArray[np.float32] = 1 / (1 + np.exp(-(features @ vector + self.intercept)))
        return result


@cache
def load_ranker(path: Path = WEIGHTS) -> Ranker:
    """Return the ranker that stands in the JSON file `path`."""
    return Ranker(**json.loads(path.read_text(encoding="utf-8")))
