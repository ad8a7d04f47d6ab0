"""One answer for each day: what changed over time, where words stand, when and where several meetings were held.

Knows nothing of how a sentence is scored.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from index.records import Hit, Span
from qa.ranking.ranker import Ranker
from qa.ranking.repeats import repeats

A_DAY = 2  # quotations of a day in an answer that tells what changed
# How probable the first of a day must be against `quote_from`, and how probable the second.
_FIRST_OF_DAY, _SECOND_OF_DAY = 0.7, 0.35
_WORTH_OF_MEETING = 0.4  # how probable a day's best must be against the best of all, where a fact is asked of several


def best_of_each_day(hits: Iterable[Hit], ranker: Ranker) -> list[Hit]:
    """Return the best sentences of each day that anything is known of, earliest day first."""
    days: dict[date, list[Hit]] = {}
    for hit in hits:
        row = days.setdefault(_day(hit.span), [])
        least = _SECOND_OF_DAY if row else _FIRST_OF_DAY * ranker.quote_from
        if hit.score >= least and len(row) < A_DAY and not any(repeats(hit.span, o.span) for o in row):
            row.append(hit)
    return [hit for day in sorted(days) for hit in days[day]]


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
