"""What a question asks about by name and nothing held says, in any language or in other words.

A part of a name proves nothing: "framework" is no sign of an economic framework. Knows nothing of scores.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import account_of, find_people, find_places
from index.naming.related import find_concepts
from index.words import fold, is_han
from qa.forms import forms_of
from qa.held import may_hold_any
from qa.library import Library
from qa.ranking.match import Unit, holds
from qa.records import Question

SAME = 0.5  # the least strength of a word that says the same
_AND = re.compile(r"\s*(?:,|、|，|/|和|与|或|及|还是|以及|,?\s+(?:and|or|versus|vs\.?)\s)\s*(?:the\s+)?")
# Before a place where somebody is said to have been.
_WAS_AT = re.compile(
    r"(?:\b(?:in|at|visit(?:ed|ing|s)?|toured?|touring|(?:trip|visit|went|came|travell?ed|flew) to)\s+(?:the\s+)?|在|参观|参訪|参访|访问|游览|到访|抵达)$"
)
COVERS = 0.5  # how much of a name a concept's word must cover to stand for it


def find_unheld(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]
) -> tuple[Unit, ...]:
    """Return the units asked about by name, people apart, that no passage admitted says in any words."""
    topics = [unit for unit in units if unit.topical and not unit.person and unit.printed not in question.phrases]
    return tuple(unit for unit in topics if not is_held(unit, library, allowed))


def is_held(unit: Unit, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether a passage admitted holds a form of a unit, all words of a form, or another word for it."""
    return _stands(unit.forms, library, allowed) or _stands(other_words(unit.printed), library, allowed)


def _stands(forms: Sequence[str], library: Library, allowed: NDArray[np.bool_]) -> bool:
    english = [form for form in forms if not is_han(form)]
    if (may_hold_any(library, english) & allowed).any():  # all words of it in one passage
        return True
    chinese = [form for form in forms if is_han(form)]
    found = np.flatnonzero(may_hold_any(library, chinese) & allowed).tolist()
    return any(holds(library.store.passages[number].in_context, form) for number in found for form in chinese)


def other_words(printed: str) -> tuple[str, ...]:
    """Return the words that say the same as a name or something narrower; none where the thesaurus has no such word."""
    found = [mention for mention in find_concepts(printed) if mention.end - mention.start >= COVERS * len(printed)]
    words = [fold(word) for m in found for word, share in m.concept.others(m.kind).items() if share >= SAME]
    return tuple(dict.fromkeys(words))


def lacks_detail(question: Question, units: Sequence[Unit], unheld: Sequence[Unit]) -> bool:
    """Tell whether something asked about by name is held nowhere, and is not one of several that are asked about alike.

    "Export controls on rare earths" are not answered with export controls; "soybeans or beef" are with beef.
    """
    held = [unit for unit in units if unit.topical and not unit.person and unit not in unheld]
    return any(not any(_beside(question.text, unit, other) for other in held) for unit in unheld if not _tells(unit))


def _tells(unit: Unit) -> bool:
    """Tell whether a unit is a publisher: whose text is asked about, not what it says."""
    return account_of(unit.printed) is not None


def _beside(text: str, unit: Unit, other: Unit) -> bool:
    """Tell whether two units stand in a row of things that are asked about alike."""
    one, two = sorted((text.find(unit.printed), unit.printed) for unit in (unit, other))
    return bool(_AND.fullmatch(fold(text[one[0] + len(one[1]) : two[0]])))


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
