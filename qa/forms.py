"""All names of a person, a place or an event, in every script; knows nothing of what is held."""

from __future__ import annotations

from functools import cache

from index.naming.entries import load_events, load_people, load_places
from index.naming.phrases import EXACT
from index.words import fold, is_han
from qa.records import Question


@cache
def _names() -> dict[str, tuple[str, ...]]:
    rows = [(row.id, row.names) for row in load_people()]
    rows += [(row.id, row.names) for row in load_places()]
    rows += [(row.id, row.names) for row in load_events()]
    return {identity: tuple(name.removesuffix(EXACT) for name in names) for identity, names in rows}


def forms_of(identity: str) -> tuple[str, ...]:
    """Return every name of the person, place or event with this id; none where it is unknown."""
    return _names().get(identity, ())


def name_of(identity: str, chinese: bool) -> str:
    """Return the first Chinese or the first other name of `identity`, or the id itself."""
    return next((name for name in forms_of(identity) if is_han(name) == chinese), identity)


def event_names(question: Question) -> tuple[str, ...]:
    """Return the folded names of the events asked for."""
    return tuple(fold(name) for event in question.events for name in forms_of(event))
