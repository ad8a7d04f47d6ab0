"""Meetings that a question names by their place: those there of which a document is held.

"In Seattle" is a visit of 2015 by what the gazetteer knows; whose documents tell of a later meeting there means that.
A meeting in Lisbon that no table lists is known by the articles whose titles or first sentences put one there.
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from index.naming.entries import Event
from index.naming.names import Mention, find_events, find_places, place_side
from index.records import Span
from index.speech.countries import find_countries
from index.words import fold
from qa.forms import forms_of
from qa.held import may_hold_any, of_days
from qa.leads import article_of
from qa.library import Library
from qa.ranking.pieces import OWN_PLACES
from qa.records import Period, Question

_MOST = 200  # passages whose articles are looked at
_SAME = timedelta(days=4)  # from an account of a meeting to the next: a preview, a briefing the day after
_AFTER = timedelta(days=3)  # in which a meeting is told of at home, where its place need not be named
_SENTENCE = re.compile(r".*?(?:[。！？]|[.!?](?=\s)|\Z)", re.DOTALL)
_REGIONS = frozenset({"taiwan", "hong-kong", "macao", "xinjiang", "tibet", "gaza"})  # what is talked of, not where
_MEETING = (
    r"(?:summit|meetings?|talks|dialogue|consultations?|negotiations?|conference|visit|trip|stop|round|dinner|encounter"
    r"|briefing|readouts?|statements?|press|session|sit-?down)\b"
)
# Behind and before a place where a question says that somebody met there.
_MET_THERE = re.compile(
    rf"\s+(?:\(?\d{{4}}\)?\s+)?(?:[\w-]+\s+)?{_MEETING}"
    r"|(?:首次|的|第?[一二两三四五六七八九十]+[次轮届]|经贸|貿易|贸易|那[次场趟]|这[次场趟]|[此该]次|中美|元首|双边|防长|外长|领导人|人工智能|ai ?){0,3}(?:会晤|会谈|会面|见面|峰会|磋商|对话|谈判|通稿|之行|访问|吹风会|记者会|介绍会|会议?(?![员场所])|[那这]一?[次场趟])"
)
_BEFORE_EN = re.compile(r"\b(?:in|at|from|after|of|following|during|to)\s+(?:the\s+)?(?:\d{4}\s+)?$")
_BEFORE_ZH = re.compile(r"(?:在|从|到|于|至)$")
_AFTER_ZH = re.compile(
    r"(?:[^，,。？?被抓关扣]{0,12}(?:谈|说|讲|表示|作|给|承诺|答应|达成|同意|商定|会[见晤谈]|见|保证|提)|到|，|,|\s*[？?]?$)"
)
_OTHERWISE = re.compile(
    r"\b(?:consulates?(?: general)?|embassy|office|zoo|port|plant|factory|arrested|detained|imprisoned|jailed|war|between|since|before|ahead of|until)\s(?:\w+\s){0,3}$"
)
_LATER = re.compile(r"(?:\w*(?:会[晤谈面]|峰会|见面))?(?:以来|之?前)")
# Where a title or a first sentence puts a meeting.
_VENUE = re.compile(r"(?:\b(?:in|at|to)\s+(?:[\w’'-]+\s+){0,2}|(?:在|社|抵达|访问)(?:[\u4e00-\u9fff]{0,4}))$")


def take_places_as_told(question: Question, library: Library) -> Question:
    """Return `question` with the days on which somebody met there, for meetings named by a place alone."""
    if len(question.events) != len(question.event_periods):
        return question
    by_place = {mention.event.id: mention.event for mention in find_events(question.text) if mention.by_place}
    told: dict[str, list[Period]] = {}
    for event, period in zip(question.events, question.event_periods, strict=True):
        if event in by_place and not of_days(library, period.first, period.last).any():
            told[event] = _of_event(by_place[event], period.words, library)
    left = [(e, p) for e, p in zip(question.events, question.event_periods, strict=True) if not told.get(e)]
    found = [period for periods in told.values() for period in periods]
    if not left:
        known = {period.words for period in found}
        found += [
            p
            for m in find_meeting_places(question.text)
            for p in meetings_at([m.id], _words(m, question), library)
            if p.words not in known
        ]
    events, periods = tuple(event for event, _ in left), tuple(period for _, period in left)
    return replace(question, events=events, event_periods=periods, periods=_within(question.periods, found))


def _within(periods: tuple[Period, ...], found: list[Period]) -> tuple[Period, ...]:
    """Return the meetings in the periods asked for; the periods themselves where none was then."""
    if not periods:
        return tuple(dict.fromkeys(found))
    inside = [
        replace(meeting, words=f"{period.words} {meeting.words}")
        for period in periods
        for meeting in found
        if meeting.first <= period.last and period.first <= meeting.last
    ]
    return tuple(dict.fromkeys(inside)) or periods


def _words(mention: Mention, question: Question) -> str:
    return question.text[mention.start : mention.end]


def find_meeting_places(text: str) -> Iterator[Mention]:
    """Yield the places where a question says that somebody met."""
    folded = fold(text)
    for place in find_places(text):
        if place.id in OWN_PLACES or place_side(place.id) is None:
            continue
        before, after = folded[: place.start], folded[place.end :]
        if _OTHERWISE.search(before) or _LATER.match(after):
            continue
        region = place.id in _REGIONS or any(m.start <= place.start < m.end for m in find_countries(text))
        stood = _BEFORE_EN.search(before) or (_BEFORE_ZH.search(before) and _AFTER_ZH.match(after))
        if _MET_THERE.match(after) or (stood and not region):
            yield place


def _of_event(event: Event, words: str, library: Library) -> list[Period]:
    """Return when somebody met where an event was held; the days of all that names the place if a title names it."""
    return meetings_at(event.places, words, library) or meetings_at(event.places, words, library, named=True)


def meetings_at(places: Sequence[str], words: str, library: Library, named: bool = False) -> list[Period]:
    """Return from when to when somebody met at a place, by the articles whose titles or first sentences say so."""
    names = [fold(name) for place in places for name in forms_of(place)]
    numbers = np.flatnonzero(may_hold_any(library, names)).tolist()[:_MOST]
    passages = [span for span in map(library.store.passages.__getitem__, numbers) if _names_any(names, span.text)]
    articles = list({article_of(span): span for span in passages}.values())
    opened = [a for a in articles if any(_is_venue(name, text, named) for name in names for text in _openings(a))]
    dated = {article.section.origin.date for article in (articles if named and opened else opened)}
    return [Period(first, last + _AFTER, words) for first, last in _runs({known.day for known in dated if known})]


def _names_any(names: Sequence[str], text: str) -> bool:
    folded = fold(text)
    return any(name in folded for name in names)


def _runs(days: set[date]) -> list[tuple[date, date]]:
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day - runs[-1][1] <= _SAME:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _is_venue(name: str, text: str, named: bool) -> bool:
    """Tell whether a text puts a meeting at a place; with `named` whether it names the place."""
    folded = fold(text)
    starts = [found.start() for found in re.finditer(re.escape(name), folded)]
    if named:
        return bool(starts)
    return any(_VENUE.search(folded[:s]) or _MET_THERE.match(folded, s + len(name)) for s in starts)


def _openings(passage: Span) -> tuple[str, str]:
    section = passage.section
    text = passage.readout.text[section.start : section.end]
    title = section.origin.title or ""
    first = _SENTENCE.match(text.removeprefix(title).lstrip())
    return title, first[0] if first else ""
