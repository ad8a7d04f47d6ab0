"""All names of a person, a place or an event, in every script; knows nothing of what is held."""

from __future__ import annotations

from functools import cache

from index.naming.entries import load_events, load_people, load_places
from index.naming.phrases import EXACT
from index.naming.terms import load_terms
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


def named_speakers(question: Question) -> tuple[str, ...]:
    """Return the people whose words are asked for, of one in no list only the first of his names: hartwell."""
    unlisted = [] if question.nations else [name for name in question.speakers if not forms_of(name)]
    return tuple(name for name in question.speakers if name not in unlisted[1:])


def event_names(question: Question) -> tuple[str, ...]:
    """Return the folded names of the events asked for."""
    return tuple(fold(name) for event in question.events for name in forms_of(event))


@cache
def office_forms(office: str) -> tuple[str, ...]:
    """Return the names that an office has in all languages; none where the glossary knows no such office alone.

    A Chinese name may lack its beginning (财长), if that tells no other office.
    """
    named = fold(office)
    offices = [term for term in load_terms() if term.topic == "office"]
    known = [term for term in offices if named in map(fold, term.forms)]
    if not known and is_han(office):
        known = [term for term in offices if any(fold(form).endswith(named) for form in term.forms)]
    return known[0].forms if len(known) == 1 else ()
