"""How the days and the meetings that a question names bound together what it asks; knows nothing of what is held."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.naming.names import EventMention, find_people
from index.words import fold
from qa.records import Period

_AFTER = re.compile(r"\b(?:after|since|following)\s+(?:the\s+)?$")
_AFTER_IT = re.compile(r"(?:会晤|会谈|峰会|会面|会)?(?:之后|以后|以来|过后|后)")
_TOLD_OF = re.compile(
    r"(?:\b(?:about|on|over|of|regarding|against|by)\s+(?:\w+\s+)?|就|关于|对于|对|针对|谈到?|提到?)$"
)
_OF_HIS = re.compile(r"['’]s?\s|的")
# A meeting is set beside a year: each of them is asked about.
_BESIDE_BEFORE = re.compile(
    r"(?:\b(?:from|between|compared? (?:with|to)|versus|vs\.?|than (?:at|in|after))\s+(?:the\s+)?|比起?|较)$"
)
_BESIDE_AFTER = re.compile(
    r"\s+(?:to|and|versus|vs\.?)\s+(?:(?:the|at|in|during)\s+){0,2}(?:\w+\s+)?(?:19|20)\d\d|(?:时|上)?(?:到|至|和|与|跟)(?:在)?(?:19|20)\d\d|(?:时|上)?相比"
)


def is_asked_about(text: str, mention: EventMention, periods: Sequence[Period]) -> bool:
    """Tell whether an event named beside periods bounds a question: it is within them, or set beside them."""
    if _is_of_others(text, mention):
        return False
    folded = fold(text)
    beside = _BESIDE_BEFORE.search(folded[: mention.start]) or _BESIDE_AFTER.match(folded, mention.end)
    return not periods or _within(mention, periods) or bool(beside) and not mention.by_place


def _is_of_others(text: str, mention: EventMention) -> bool:
    """Tell whether somebody of another country meets one of two sides: no Bangkok meeting of theirs, nor their call."""
    if "other" in mention.event.sides:
        return False
    folded = fold(text)
    people = [p for p in find_people(text) if not _TOLD_OF.search(folded[: p.start]) and not _OF_HIS.match(text, p.end)]
    named = {person.side for person in people}
    return "other" in named and not set(mention.event.sides) <= named and (mention.by_place or len(people) > 1)


def bound_in_time(
    text: str, periods: tuple[Period, ...], events: list[EventMention]
) -> tuple[tuple[Period, ...], list[EventMention]]:
    """Return the periods and the events that bound a question: an event is no bound where a period reaches beyond it.

    "From the March 2022 call to the 2024 talks" is not about that call alone, nor is what came after it.
    """
    periods += tuple(_days_of(mention, text) for mention in events if periods and not _within(mention, periods))
    apart = [period for period in periods if not any(_meets(period, event) for event in events)]
    if events and apart:
        return tuple(_narrowed(period, events) for period in periods), []
    folded = fold(text)
    before = [event for event in events if _came_before(folded, event, periods)]
    kept = [event for event in events if event not in before]
    for event in before:
        periods = tuple(replace(p, first=max(p.first, event.event.first)) if _meets(p, event) else p for p in periods)
    return periods, kept


def _days_of(mention: EventMention, text: str) -> Period:
    return Period(mention.event.first, mention.event.last, text[mention.start : mention.end])


def _within(mention: EventMention, periods: Sequence[Period]) -> bool:
    return any(_meets(period, mention) for period in periods)


def _meets(period: Period, mention: EventMention) -> bool:
    return period.first <= mention.event.last and mention.event.first <= period.last


def _narrowed(period: Period, events: Sequence[EventMention]) -> Period:
    """Return the days of the events within a period, or the period itself where there are none."""
    within = [mention.event for mention in events if _meets(period, mention)]
    if not within:
        return period
    return replace(period, first=min(event.first for event in within), last=max(event.last for event in within))


def _came_before(folded: str, mention: EventMention, periods: Sequence[Period]) -> bool:
    """Tell whether what came after an event is asked about, within a period that reaches beyond it."""
    if not (_AFTER.search(folded[: mention.start]) or _AFTER_IT.match(folded, mention.end)):
        return False
    return any(_meets(period, mention) and mention.event.last < period.last for period in periods)
