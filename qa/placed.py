"""Meetings that a question names by their place alone, where another meeting there is held and they are not.

"In Seattle" is a visit of 2015 by what the gazetteer knows; whose documents tell of a later meeting there means that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.naming.names import EventMention, find_events
from index.records import Span
from index.words import fold
from qa.forms import forms_of
from qa.held import may_hold_any, of_days
from qa.leads import article_of
from qa.library import Library
from qa.records import Period, Question

_MOST = 200  # passages whose articles are looked at
_SENTENCE = re.compile(r".*?(?:[。！？]|[.!?](?=\s)|\Z)", re.DOTALL)


def take_places_as_told(question: Question, library: Library) -> Question:
    """Return `question` with the days on which somebody met there, for events named by a place alone and not held."""
    if len(question.events) != len(question.event_periods):
        return question
    by_place = {mention.event.id: mention for mention in find_events(question.text) if mention.by_place}
    told: dict[str, list[Period]] = {}
    for event, period in zip(question.events, question.event_periods, strict=True):
        if event in by_place and not of_days(library, period.first, period.last).any():
            told[event] = _meetings(by_place[event], period.words, library)
    left = [(e, p) for e, p in zip(question.events, question.event_periods, strict=True) if not told.get(e)]
    if len(left) == len(question.events):
        return question
    days = () if question.periods else tuple(period for periods in told.values() for period in periods)
    events, periods = tuple(event for event, _ in left), tuple(period for _, period in left)
    return replace(question, events=events, event_periods=periods, periods=(*question.periods, *days))


def _meetings(mention: EventMention, words: str, library: Library) -> list[Period]:
    """Return the days of the articles that name the place of an event, if a title or a first sentence of one does."""
    names = [fold(name) for place in mention.event.places for name in forms_of(place)]
    numbers = np.flatnonzero(may_hold_any(library, names)).tolist()[:_MOST]
    passages = [span for span in map(library.store.passages.__getitem__, numbers) if _names_any(names, span.text)]
    articles = {article_of(span): span for span in passages}
    if not any(_names_any(names, _opening(article)) for article in articles.values()):
        return []
    days = {article.section.origin.date.day for article in articles.values() if article.section.origin.date}
    return [Period(day, day, words) for day in sorted(days)]


def _names_any(names: Sequence[str], text: str) -> bool:
    folded = fold(text)
    return any(name in folded for name in names)


def _opening(passage: Span) -> str:
    section = passage.section
    text = passage.readout.text[section.start : section.end]
    title = section.origin.title or ""
    first = _SENTENCE.match(text.removeprefix(title).lstrip())
    return f"{title}\n{first[0] if first else ''}"
