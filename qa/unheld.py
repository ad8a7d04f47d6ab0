"""What a question asks about by name and nothing held says, in any language or in other words.

A part of a name proves nothing: "framework" is no sign of an economic framework. Knows nothing of scores.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import account_of
from index.records import Span
from index.words import fold, is_han, split_words
from qa.held import may_hold_any
from qa.library import Library
from qa.ranking.concepts import other_words
from qa.ranking.context import text_around
from qa.ranking.hints import counted_weight, quantity_match
from qa.ranking.kinds import NUMBER
from qa.ranking.match import CONTENT, Unit, holds, matched
from qa.records import Question

_AND = re.compile(r"\s*(?:,|、|，|/|和|与|或|及|还是|以及|,?\s+(?:and|or|versus|vs\.?)\s)\s*(?:the\s+)?")
NEAR = 0.45  # how much of it must stand near a quotation
_MEASURE = re.compile(r"(?:几|多少)([\u4e00-\u9fff])")
_HOW_MANY = re.compile(r"(?:\bhow (?:many|much)|几|多少)((?:\s+[\w-]+){1,3}|[^，,。？?的]{1,6})")
_PEOPLE = "人名位"
_DIGITS = r"(?:\d|[一二三四五六七八九十百千万亿两])[余多万亿]*"
REACH = 30  # characters between a number and what it counts, at most
HEAVY = 0.3  # the least weight of a unit whose other words are looked for near a number
COUNTED = 0.1  # the least weight of what stands near a number, where a number is asked for
COVERS = 0.5  # how much of a name a concept's word must cover to stand for it


def find_unheld(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]
) -> tuple[Unit, ...]:
    """Return the units asked about by name, people apart, that no passage admitted says in any words."""
    topics = [unit for unit in units if unit.topical and not unit.person and unit.printed not in question.phrases]
    return tuple(unit for unit in topics if not is_held(unit, library, allowed))


def is_held(unit: Unit, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether a passage admitted holds a form of a unit or another word for it.

    Of an English form all words may stand apart in a sentence.
    """
    return _stands(unit.forms, library, allowed) or _stands(other_words(unit.printed, COVERS), library, allowed)


def _stands(forms: Sequence[str], library: Library, allowed: NDArray[np.bool_]) -> bool:
    for number in np.flatnonzero(may_hold_any(library, forms) & allowed).tolist():
        passage = library.store.passages[number]
        if any(holds(passage.in_context, form) for form in forms):
            return True
        words = [split_words(form) for form in forms if not is_han(form)]
        if any(all(holds(s.text, word) for word in each) for s in library.sentences_in(passage) for each in words):
            return True
    return False


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


def lacks_asked(question: Question, units: Sequence[Unit], quotes: Sequence[Span], library: Library) -> bool:
    """Tell whether no quotation counts what is to be counted, or names the one thing whose mention is asked for."""
    if question.form == "number":
        return not any(_counts(question, units, sentence) for sentence in quotes)
    asked = [unit for unit in units if unit.weight >= CONTENT and not unit.person]
    everywhere = np.ones(len(library.store.passages), dtype=np.bool_)
    if question.form != "mention" or len(asked) != 1 or not is_held(asked[0], library, everywhere):
        return False
    return not any(_near(asked[0], text_around(sentence, library)) for sentence in quotes)


def _counts(question: Question, units: Sequence[Unit], sentence: Span) -> bool:
    """Tell whether a number of `sentence` stands by what the question wants counted, or by its measure word."""
    if quantity_match(question, sentence) == 1 or counted_weight(question, units, sentence) >= COUNTED:
        return True
    text = fold(sentence.text)
    measure = _MEASURE.search(fold(question.text))
    if measure and re.search(rf"{_DIGITS}[{_PEOPLE if measure[1] in _PEOPLE else measure[1]}]", text):
        return True
    asked = _HOW_MANY.search(fold(question.text))
    counted = [unit for unit in units if unit.weight >= HEAVY and (not asked or fold(unit.printed) in asked[1])]
    words = [word for unit in counted for word in other_words(unit.printed, COVERS)]
    numbers = [found.start() for found in NUMBER.finditer(text)]
    places = [place for word in words if (place := text.find(word)) >= 0]
    return any(abs(place - number) < REACH for place in places for number in numbers)


def _near(unit: Unit, text: str) -> bool:
    return matched([unit], text)[0] >= NEAR or any(holds(text, word) for word in other_words(unit.printed, COVERS))
