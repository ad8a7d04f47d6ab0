"""The eval's arithmetic: overlaps, shares, intervals, risk against coverage. Pure functions over plain values."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.sources import Place

ROUNDS = 2000
SEED = 20231115


def overlap(first: Place, second: Place) -> int:
    """Return how many characters two places share."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]))


def covers(first: Place, second: Place) -> bool:
    """Tell whether two places share at least half of the shorter one."""
    return 2 * overlap(first, second) >= max(1, min(first[1] - first[0], second[1] - second[0]))


def share(values: Sequence[float]) -> float:
    """Return the mean of `values`, nan where there are none."""
    return sum(values) / len(values) if values else float("nan")


@dataclass(frozen=True, slots=True)
class Figure:
    """A share with its 95 % interval and the number of cases behind it."""

    value: float
    low: float
    high: float
    cases: int


def bootstrap(values: Sequence[float], groups: Sequence[Hashable]) -> Figure:
    """Return the mean of `values` with a percentile interval over resampled groups.

    Questions of one group ask the same thing in several languages: they are drawn together, or not at all.
    """
    sums: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for value, group in zip(values, groups, strict=True):
        sums[group][0] += value
        sums[group][1] += 1
    if not sums:
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    return _resample(np.array(list(sums.values())), len(values))


def bootstrap_ratio(parts: Sequence[float], wholes: Sequence[float], groups: Sequence[Hashable]) -> Figure:
    """Return sum(parts) / sum(wholes) with an interval over resampled groups: a share pooled over answers."""
    sums: dict[Hashable, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for part, whole, group in zip(parts, wholes, groups, strict=True):
        sums[group][0] += part
        sums[group][1] += whole
    rows = np.array([row for row in sums.values() if row[1]])
    if not len(rows):
        return Figure(float("nan"), float("nan"), float("nan"), 0)
    return _resample(rows, int(sum(wholes)))


def _resample(rows: NDArray[np.float64], cases: int) -> Figure:
    """Return the ratio of the two columns' sums and its percentile interval; one row a group."""
    draws = np.random.default_rng(SEED).integers(0, len(rows), size=(ROUNDS, len(rows)))
    drawn = rows[draws].sum(axis=1)  # (rounds, 2)
    low, high = np.percentile(drawn[:, 0] / drawn[:, 1], [2.5, 97.5])
    total = rows.sum(axis=0)
    return Figure(float(total[0] / total[1]), float(low), float(high), cases)


def paired_difference(new: Sequence[float], old: Sequence[float], groups: Sequence[Hashable]) -> Figure:
    """Return the mean of new - old over the same questions, with its interval over resampled groups."""
    return bootstrap([a - b for a, b in zip(new, old, strict=True)], groups)


def risk_coverage(scores: Sequence[float], right: Sequence[bool]) -> list[tuple[float, float]]:
    """Return (coverage, risk) as the questions of the highest scores are answered one after the other.

    Risk is the share of wrong answers among those answered; equal scores are answered together.
    """
    ranked = sorted(zip(scores, right, strict=True), key=lambda pair: -pair[0])
    points: list[tuple[float, float]] = []
    wrong = 0
    for count, (score, good) in enumerate(ranked, start=1):
        wrong += not good
        if count == len(ranked) or ranked[count][0] != score:
            points.append((count / len(ranked), wrong / count))
    return points
