"""Whether those a question is about were where it puts them: at a place, or at a meeting with each other.

Knows nothing of topics or scores: an article tells whose meeting it is of by its title and its first sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import find_people, find_places
from index.records import Span
from index.words import fold
from qa.forms import forms_of
from qa.guests import of_meetings_with
from qa.held import may_hold_any, of_days
from qa.library import Library
from qa.records import Question
from qa.understanding.capitals import OWN_CAPITALS

# Before a place where somebody is said to have been.
_WAS_AT = re.compile(
    r"(?:\b(?:in|at|visit(?:ed|ing|s)?|tour(?:ed|ing)?|(?:trip|visit|went|came|travell?ed|flew) to)\s+(?:the\s+)?"
    r"|在|参观|参访|访问|游览|到访|抵达)$"
)
_MATTER = re.compile(r"(?:、[\u4e00-\u9fff]{2,4})*(?:问题|议题|事务|方面)")  # 在台湾、香港问题上: where nobody was
_VISIT = re.compile(r"\b(?:visits?|trip|stay|tour)\b|访问|国是访|之行|访[美华]|行程")
# Done at the place itself; what is only talked of in Ukraine may be told in other words.
_WAS_THERE = re.compile(
    r"\b(?:meet|met|meetings?|talks|visit(?:ed|s)?|trip|stop(?:ped)?|stay(?:ed)?|spoke|speech|land(?:ed)?)\b"
    r"|会[见晤谈面]|见[了面到过]|访问|到访|行程|停留|演讲|讲话|下榻"
)
# Where it is told without its name that somebody was in a capital.
_SEATS = {
    "beijing": ("人民大会堂", "钓鱼台", "中南海", "访华", "来华", "欢迎仪式", "Great Hall of the People", "Diaoyutai"),
    "washington": ("白宫", "White House", "Oval Office", "Blair House"),
}
_OPENING = 2  # sentences of an article that tell whose meeting it is of
_MOST_OPENED = 1_000  # passages of whose articles the openings are read
_MOST = 300  # passages that are looked through for it


def lacks_setting(question: Question, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether somebody's words or deeds at a place are asked for, and no passage admitted names both.

    A side's capital that no passage names is missed where a visit there is asked about, another place where a meeting
    or a visit is; other places are topics themselves.
    """
    folded = fold(question.text)
    stood = [m for m in find_places(question.text) if _WAS_AT.search(folded[: m.start])]
    places = [m.id for m in stood if not _MATTER.match(folded, m.end)]
    people = tuple(dict.fromkeys([*question.speakers, *(m.id for m in find_people(question.text))]))
    if not places or len(people) != 1:
        return False
    may = may_hold_any(library, [fold(n) for p in places for n in (*forms_of(p), *_SEATS.get(p, ()))]) & allowed
    numbers = np.flatnonzero(may).tolist()
    if len(numbers) <= _MOST:  # Washington State is not Washington
        numbers = [number for number in numbers if _is_named(places, library.store.passages[number])]
    there = np.zeros(len(may), dtype=np.bool_)
    there[numbers] = True
    if not there.any():
        visited = _VISIT if set(places) <= OWN_CAPITALS else _WAS_THERE
        return bool(visited.search(folded)) and not question.events
    return not bool((there & may_hold_any(library, [fold(name) for name in forms_of(people[0]) or people[:1]])).any())


def _is_named(places: Sequence[str], passage: Span) -> bool:
    seats = [fold(seat) for place in places for seat in _SEATS.get(place, ())]
    if any(seat in fold(passage.in_context) for seat in seats):
        return True
    return any(mention.id in places for mention in find_places(passage.in_context))


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
    if not all(met and not asked <= met for _, met in openings):
        return None
    return openings[0][0]


def of_their_meeting(question: Question, library: Library, allowed: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return the passages admitted without the articles of meetings of others, where one of those asked about is held.

    A call of others may mention both, and is not what one of them told the other.
    """
    allowed = of_meetings_with(question.met, library, allowed)
    asked, numbers = set(question.partners) or _compared(question), np.flatnonzero(allowed).tolist()
    if len(asked) < 2 and not (asked and question.joint) or len(numbers) > _MOST_OPENED:
        return allowed
    passages = {number: library.store.passages[number] for number in numbers}
    openings = {_article(first): met for first, met in _openings(list(passages.values()), library)}
    if not any(asked <= met for met in openings.values()):
        return allowed
    others = {key for key, met in openings.items() if met and not asked <= met}
    found = allowed.copy()
    found[[number for number, passage in passages.items() if _article(passage) in others]] = False
    return found


def have_met(people: Sequence[str], library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether an article admitted is of a meeting of all `people`."""
    passages = [library.store.passages[number] for number in np.flatnonzero(allowed).tolist()[:_MOST]]
    return any(set(people) <= met for _, met in _openings(passages, library))


def _compared(question: Question) -> set[str]:
    """Return the people whose words are compared."""
    return _named(question.text) if question.form == "each_side" else set()


def _article(span: Span) -> tuple[str, int]:
    return span.readout.sha256, span.section.start


def _of_event(question: Question, library: Library) -> NDArray[np.bool_]:
    """Return the passages of the days of the events asked for, if any is held; otherwise all."""
    found = np.zeros(len(library.store.passages), dtype=np.bool_)
    for period in question.event_periods:
        found |= of_days(library, period.first, period.last)
    return found if found.any() else ~found


def _openings(passages: list[Span], library: Library) -> Iterator[tuple[Span, set[str]]]:
    """Yield the first sentence of each passage's article, and whose meeting it is of, if of any."""
    articles = {(id(p.readout), p.section.start): p for p in passages}
    for passage in articles.values():
        section = passage.section
        first = [s for s in library.sentences_of(passage.readout) if section.start <= s.start < section.end][:_OPENING]
        if first:
            yield first[0], _met(section.origin.title or "", *(sentence.text for sentence in first))


def _met(title: str, *first: str) -> set[str]:
    """Return the people whom a title names if they are of two sides, or else the opening, a sentence more each time."""
    for text in (title, *("\n".join([title, *first[: n + 1]]) for n in range(len(first)))):
        people = find_people(text)
        if len({person.side for person in people}) > 1:
            return {person.id for person in people}
    return set()


def _named(text: str) -> set[str]:
    return {mention.id for mention in find_people(text)}
