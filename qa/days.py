"""One answer for each day: what changed over time, where words stand, when and where several meetings were held.

Knows nothing of how a sentence is scored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from index.records import Hit, Span
from qa.ranking.ranker import Ranker
from qa.ranking.repeats import repeats
from qa.records import Period

A_DAY = 2  # quotations of a day in an answer that tells what changed
# How probable the first of a day must be against `quote_from`, and how probable the second.
_FIRST_OF_DAY, _SECOND_OF_DAY = 0.7, 0.35
# The same where several periods are asked about: of the best of a period, of another day of it, and of a day's second;
# the last two also against the best.
_FIRST_OF_PERIOD, _OTHER_DAY_OF_PERIOD, _SECOND_IN_PERIOD, _BESIDE_THE_BEST = 0.1, 0.25, 0.45, 0.35
_WORTH_OF_MEETING = 0.4  # how probable a day's best must be against the best of all, where a fact is asked of several


def best_of_each_day(hits: Sequence[Hit], ranker: Ranker, periods: Sequence[Period] = ()) -> list[Hit]:
    """Return the best sentences of each day that anything is known of, earliest day first.

    Of several periods that are asked about the best of each is quoted from a low bar, and others against it.
    """
    best = _best_of_each(periods, hits) if len(periods) > 1 else {}
    days: dict[date, list[Hit]] = {}
    for hit in hits:
        row = days.setdefault(_day(hit.span), [])
        least = _SECOND_OF_DAY if row else _FIRST_OF_DAY * ranker.quote_from
        if best:
            top = max((score for period, score in best.items() if period.holds(_day(hit.span))), default=1.0)
            least = _least_beside(hit, top, bool(row))
        if hit.score >= least and len(row) < A_DAY and not any(repeats(hit.span, o.span) for o in row):
            row.append(hit)
    return [hit for day in sorted(days) for hit in days[day]]


def _best_of_each(periods: Sequence[Period], hits: Sequence[Hit]) -> dict[Period, float]:
    return {p: next((hit.score for hit in hits if p.holds(_day(hit.span))), 0.0) for p in periods}


def _least_beside(hit: Hit, best: float, second: bool) -> float:
    """Return how probable a sentence must be in a period whose best is `best`: that one itself, or another."""
    if hit.score == best:
        return _FIRST_OF_PERIOD
    return max(_BESIDE_THE_BEST * best, _SECOND_IN_PERIOD if second else _OTHER_DAY_OF_PERIOD)


def one_of_each_day(hits: Iterable[Hit], ranker: Ranker, limit: int) -> list[Hit]:
    """Return the best sentence of each day, best day first: of several meetings each is asked when or where it was."""
    days: dict[date, Hit] = {}
    for hit in hits:
        least = max(ranker.quote_from, _WORTH_OF_MEETING * next(iter(days.values()), hit).score)
        if hit.score >= least:
            days.setdefault(_day(hit.span), hit)
    return list(days.values())[:limit]


def _day(span: Span) -> date:
    known = span.section.origin.date
    return known.day if known else date.max
