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


def is_worth(form: Form, probability: float, quoted: Sequence[float]) -> bool:
    """Tell whether a sentence should be quoted beside others whose probabilities are `quoted`, the best first."""
    if not quoted:
        return True
    if form in FACT_FORMS:
        return probability >= _BESIDE_A_FACT * quoted[0]
    unanswered = math.prod(1 - each for each in quoted)
    return probability * (1 + _PART_GAINS.get(form, _FIRST_GAINS) * unanswered) >= _LEAST
