"""Whether a further quotation is worth its place: how probable it is, and how probably the answer is quoted already."""

from __future__ import annotations

import math
from collections.abc import Sequence

from qa.records import FACT_FORMS, Form

# What a quotation gains by being the first that answers, beside the 1 that it gains by being right at all; more where
# the answer has several parts.
_FIRST_GAINS = 1.0
_PART_GAINS: dict[Form, float] = {"list": 3.0, "each_side": 3.0}
_LEAST = 0.5  # the gain that a further quotation must promise
_BESIDE_A_FACT = 0.7  # how probable it must be against the best one, where a single sentence is asked for
# Where one thing is asked: how probable a further one must be against a best that is sure, and the fourth by itself.
_SURE, _BESIDE_A_SURE_ONE, _FOURTH = 0.5, 0.55, 0.5


def is_worth(form: Form, probability: float, quoted: Sequence[float]) -> bool:
    """Tell whether a sentence should be quoted beside others whose probabilities are `quoted`, the best first."""
    if not quoted:
        return True
    if form in FACT_FORMS:
        return probability >= _BESIDE_A_FACT * quoted[0]
    if form not in _PART_GAINS and _is_too_far_behind(probability, quoted):
        return False
    unanswered = math.prod(1 - each for each in quoted)
    return probability * (1 + _PART_GAINS.get(form, _FIRST_GAINS) * unanswered) >= _LEAST


def _is_too_far_behind(probability: float, quoted: Sequence[float]) -> bool:
    sure = quoted[0] >= _SURE and probability < _BESIDE_A_SURE_ONE * quoted[0]
    return sure or len(quoted) > 2 and probability < _FOURTH
