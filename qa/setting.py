"""Whether those a question is about were where it puts them: at a place, or at a meeting with each other.

Knows nothing of topics or scores: an article tells whose meeting it is of by its title and its first sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from index.naming.names import find_people, find_places
from index.records import Span
from index.words import fold
from qa.forms import forms_of
from qa.held import may_hold_any, of_days
from qa.library import Library
from qa.records import Question

# Before a place where somebody is said to have been.
_WAS_AT = re.compile(
    r"(?:\b(?:in|at|visit(?:ed|ing|s)?|tour(?:ed|ing)?|(?:trip|visit|went|came|travell?ed|flew) to)\s+(?:the\s+)?"
    r"|在|参观|参访|访问|游览|到访|抵达)$"
)
_OPENING = 2  # sentences of an article that tell whose meeting it is of
_MOST = 300  # passages that are looked through for it


def lacks_setting(question: Question, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether somebody's words at a place are asked for, and no passage admitted names both."""
    folded = fold(question.text)
    places = [m.id for m in find_places(question.text) if _WAS_AT.search(folded[: m.start])]
    people = question.speakers or tuple(dict.fromkeys(m.id for m in find_people(question.text)))
    if not places or len(people) != 1:
        return False
    there = may_hold_any(library, [fold(name) for place in places for name in forms_of(place)]) & allowed
    named = may_hold_any(library, [fold(name) for name in forms_of(people[0])])
    return bool(there.any()) and not bool((there & named).any())


def find_others(question: Question, library: Library, allowed: NDArray[np.bool_]) -> Span | None:
    """Return the opening of a meeting of others where nothing admitted tells of one between those asked about.

    None where they met, where a sentence names them together, or where no article tells whose meeting it is of.
    """
    if len(question.partners) < 2:
        return None
    asked = set(question.partners)
    there = np.flatnonzero(allowed & _of_event(question, library)).tolist()
    passages = [library.store.passages[number] for number in there[:_MOST]]
    if not passages or any(asked <= _named(s.text) for passage in passages for s in library.sentences_in(passage)):
        return None
    openings = list(_openings(passages, library))
    if not all(_sides(opening) >= {"cn", "us"} and not asked <= _named(opening) for _, opening in openings):
        return None
    return openings[0][0]


def _of_event(question: Question, library: Library) -> NDArray[np.bool_]:
    """Return the passages of the days of the events asked for, if any is held; otherwise all."""
    found = np.zeros(len(library.store.passages), dtype=np.bool_)
    for period in question.event_periods:
        found |= of_days(library, period.first, period.last)
    return found if found.any() else ~found


def _openings(passages: list[Span], library: Library) -> Iterator[tuple[Span, str]]:
    """Yield the first sentence of each passage's article, and its title with its first sentences."""
    articles = {(id(p.readout), p.section.start): p for p in passages}
    for passage in articles.values():
        section = passage.section
        first = [s for s in library.sentences_of(passage.readout) if section.start <= s.start < section.end][:_OPENING]
        if first:
            yield first[0], "\n".join([section.origin.title or "", *(sentence.text for sentence in first)])


def _named(text: str) -> set[str]:
    return {mention.id for mention in find_people(text)}


def _sides(text: str) -> set[str | None]:
    return {mention.side for mention in find_people(text)}
