"""Who holds an office, by what the documents print beside it: 财政部长耶伦, Secretary of State Antony Blinken.

A question that asks for the foreign minister's words asks for those of whom a document calls so. Of somebody who is
told to have met somebody, and to have said nothing by himself, what both said together is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from index.naming.names import find_people
from index.records import Side, Span
from index.words import fold
from qa.forms import office_forms
from qa.held import may_hold_any, speaking, took_part
from qa.library import Library
from qa.nations import ask_nations, name_met
from qa.records import Question
from qa.setting import have_met, of_their_meeting
from qa.understanding.meetings import DISCUSSED

MOST = 300  # passages that are looked through for the name beside an office
REACH = 60  # characters beside a name where its office may stand
_SEAMS = " ,，、（("


def name_holders(question: Question, library: Library) -> Question:
    """Return `question` with the people who hold the offices asked for, where a document names any who speak."""
    question = name_met(ask_nations(question, library), library)
    if not question.offices or question.speakers:
        return question
    found = [person for office in question.offices for person in find_holders(office, library)]
    kept = {person: side for person, side in found if not question.sides or side in question.sides}
    spoken = [person for person, side in kept.items() if speaking(library, [side], [person]).any()]
    if not spoken:
        return question
    if DISCUSSED.search(fold(question.text)):  # what is told of a talk need not be told as theirs
        return replace(question, partners=question.partners or tuple(spoken[:1]), sides=(), offices=())
    sides = tuple(dict.fromkeys(kept[person] for person in spoken))
    return replace(question, speakers=tuple(spoken), sides=sides, offices=())


def tell_jointly(question: Question, library: Library) -> Question:
    """Return `question` as one for what both sides said, where those asked for met somebody and say nothing alone."""
    if not question.speakers or speaking(library, question.sides, question.speakers).any():
        return question
    people = tuple(dict.fromkeys((*question.speakers, *question.partners)))
    asked = replace(question, sides=("joint",), speakers=(), partners=people, joint=True)
    told = of_their_meeting(asked, library, took_part(library, people))
    return asked if have_met(people, library, told) and (told & speaking(library, ["joint"])).any() else question


def find_holders(office: str, library: Library) -> list[tuple[str, Side]]:
    """Return the people whom a passage calls by an office in any language, with their sides."""
    forms = {fold(office), *map(fold, office_forms(office))}
    numbers = np.flatnonzero(may_hold_any(library, sorted(forms)))[:MOST].tolist()
    called = [person for number in numbers for person in _called(library.store.passages[number], sorted(forms))]
    return list(dict.fromkeys(called))


def _called(passage: Span, forms: Sequence[str]) -> list[tuple[str, Side]]:
    folded = fold(passage.text)
    found = []
    for person in find_people(passage.text):
        before = folded[max(0, person.start - REACH) : person.start].rstrip()
        after = folded[person.end : person.end + REACH].lstrip(_SEAMS).removeprefix("the ")
        if person.side and any(before.endswith(form) or after.startswith(form) for form in forms):
            found.append((person.id, person.side))
    return found
