"""The sentences considered for an answer, best first, and which of them go before or are left out for what is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.records import Hit
from qa.ranking.columns import NAMES
from qa.ranking.kinds import names_all
from qa.records import Question

WORTH = 0.4  # how probable what is of the kind asked for must be against the best, to be quoted in its place
# What a sentence gives that counts, agrees or demands what is asked, and how probable it must be to go before the best.
_GIVES = {"quantity": WORTH, "joint": WORTH, "demands": 0.7}
_HOLDS = 0.2  # the share of the quoted phrases that a sentence holds where it may be put as quoted


@dataclass(frozen=True, slots=True)
class Candidates:
    """Sentences that were considered, best first, with their features and probabilities."""

    hits: tuple[Hit, ...]
    features: NDArray[np.float32]


def put_in_order(question: Question, candidates: Candidates) -> Candidates:
    """Put first what gives what is asked for, where it is worth enough against the best."""
    for name, worth in _GIVES.items():
        column = candidates.features[:, NAMES.index(name)]
        if column[0] == -1:
            candidates = _first(candidates, [value == 1 for value in column], worth)
    best = candidates.hits[0].span.readout
    return _first(
        candidates, [hit.span.readout is best and names_all(question, hit.span) for hit in candidates.hits], WORTH
    )


def _first(candidates: Candidates, wanted: Sequence[bool], worth: float) -> Candidates:
    """Put the wanted candidates before the others, as far as they are worth enough against the best."""
    least = worth * candidates.hits[0].score
    near = [each and hit.score >= least for each, hit in zip(wanted, candidates.hits, strict=True)]
    return _take(candidates, sorted(range(len(near)), key=lambda row: not near[row]))


def of_the_kind(candidates: Candidates) -> Candidates:
    """Leave out what lacks the kind of thing asked for where the best does and one that holds it is worth enough."""
    kinds = candidates.features[:, NAMES.index("type")] if candidates.hits else np.zeros(1)
    if kinds[0] != -1:
        return candidates
    worth = WORTH * candidates.hits[0].score
    if not any(kind == 1 and hit.score >= worth for hit, kind in zip(candidates.hits, kinds, strict=True)):
        return candidates
    return _take(candidates, [row for row, kind in enumerate(kinds) if kind >= 0])


def with_the_phrase(question: Question, candidates: Candidates) -> Candidates:
    """Leave out what does not hold a quoted phrase whose places are asked for, where the best holds it."""
    held = candidates.features[:, NAMES.index("phrases")] if candidates.hits else np.zeros(1)
    titled = any(f"《{phrase}" in question.text for phrase in question.phrases)  # a text that is named, not words of it
    if question.form not in ("list", "change") or held[0] < 1 or titled:
        return candidates
    return _take(candidates, [row for row, share in enumerate(held) if share >= _HOLDS])


def _take(candidates: Candidates, rows: Sequence[int]) -> Candidates:
    return Candidates(tuple(candidates.hits[row] for row in rows), candidates.features[list(rows)])


def near_topic(candidates: Candidates) -> Iterator[Hit]:
    """Yield the candidates that hold or stand near what is asked about by name; all where nothing does."""
    named = candidates.features[:, NAMES.index("named")] if candidates.hits else ()
    return (hit for hit, near in zip(candidates.hits, named, strict=True) if near)
