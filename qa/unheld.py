"""What a question asks about by name and nothing held says, in any language or in other words.

A part of a name proves nothing: "framework" is no sign of an economic framework. Knows nothing of scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import account_of, find_places
from index.naming.related import find_concepts
from index.words import fold, is_han, split_words
from qa.forms import forms_of
from qa.held import may_hold_any
from qa.library import Library
from qa.ranking.concepts import other_words
from qa.ranking.match import Unit, holds
from qa.ranking.plain import tells
from qa.records import Question
from qa.understanding.capitals import governments_named

TELLING = 0.45  # how much an English word must tell that stands for a name: "downed" is no balloon
SAME = 0.5  # the least strength of a word that says the same
_AND = re.compile(r"\s*(?:,|、|，|/|-|–|和|与|或|及|还是|以及|,?\s+(?:and|or|versus|vs\.?)\s)\s*(?:the\s+)?")
COVERS = 0.5  # how much of a name a concept's word must cover to stand for it


def find_unheld(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]
) -> tuple[Unit, ...]:
    """Return the units asked about by name, people apart, that no passage admitted says in any words."""
    topics = [unit for unit in units if unit.topical and not unit.person and unit.printed not in question.phrases]
    unheld = [unit for unit in topics if not is_held(unit, library, allowed, question.text)]
    return tuple(unit for unit in unheld if not _stands(_words_for(unit, question), library, allowed, apart=False))


def _words_for(unit: Unit, question: Question) -> tuple[str, ...]:
    """Return the words that say what a unit says among the other words of its question: to sell weapons is to arm."""
    asked = question.topic or question.text
    start = fold(asked).find(fold(unit.printed))
    end = start + len(unit.printed)
    found = [
        m for m in find_concepts(asked) if 0 <= m.start <= start and end <= m.end and (m.start, m.end) != (start, end)
    ]
    words = (fold(word) for m in found for word, share in m.concept.others(m.kind).items() if share >= SAME)
    return _telling(dict.fromkeys(words)) if start >= 0 else ()


def is_held(unit: Unit, library: Library, allowed: NDArray[np.bool_], asked: str = "") -> bool:
    """Tell whether a passage admitted holds a form of a unit or another word for it.

    Of an English form all words may stand apart in a sentence; `asked` is the question in which the unit stands.
    """
    forms = (*unit.forms, *_countries(unit, asked or unit.printed))
    return _stands(forms, library, allowed) or _stands(said_otherwise(unit.printed), library, allowed)


def _countries(unit: Unit, asked: str) -> list[str]:
    """Return the names of the country that a capital stands for: Pyongyang's weapons are North Korea's."""
    own = [country for start, end, country in governments_named(asked) if asked[start:end] == unit.printed]
    return [fold(form) for country in own for form in forms_of(country)]


def _stands(forms: Sequence[str], library: Library, allowed: NDArray[np.bool_], *, apart: bool = True) -> bool:
    """Tell whether a passage admitted holds a form; with `apart` the words of an English one in a sentence."""
    for number in np.flatnonzero(may_hold_any(library, forms) & allowed).tolist():
        passage = library.store.passages[number]
        if any(holds(passage.in_context, form) and not _only_in_longer(passage.in_context, form) for form in forms):
            return True
        words = [split_words(form) for form in forms if apart and not is_han(form)]
        if any(all(holds(s.text, word) for word in each) for s in library.sentences_in(passage) for each in words):
            return True
    return False


def _only_in_longer(text: str, form: str) -> bool:
    """Tell whether a Chinese form only ends the names of other places: the South China Sea in 中南海."""
    if not is_han(form):
        return False
    places = [(m.start, m.end) for m in find_places(text)]
    starts = [found.start() for found in re.finditer(re.escape(form), fold(text))]
    ends = [any(start < s and s + len(form) == end for start, end in places) for s in starts]
    return bool(ends) and all(ends)


def said_otherwise(printed: str) -> tuple[str, ...]:
    """Return the words that say the same as a name or something narrower; none where the thesaurus has no such word."""
    return _telling(other_words(printed, COVERS))


def _telling(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words without the English ones that say too little by themselves."""
    return tuple(word for word in words if is_han(word) or _tells_enough(word))


def _tells_enough(word: str) -> bool:
    return max(map(tells, split_words(word)), default=0.0) >= TELLING


def lacks_detail(question: Question, units: Sequence[Unit], unheld: Sequence[Unit]) -> bool:
    """Tell whether something asked about by name is held nowhere, and is not one of several that are asked about alike.

    "Export controls on rare earths" are not answered with export controls; "soybeans or beef" are with beef.
    """
    held = [unit for unit in units if unit.topical and not unit.person and unit not in unheld]
    return any(not any(_beside(question.text, unit, other) for other in held) for unit in unheld if not _tells(unit))


def narrows(question: Question, units: Sequence[Unit], unheld: Sequence[Unit]) -> bool:
    """Tell whether what is held nowhere says which of something held is meant: rare earth exports, 稀土出口."""
    held = [u for u in units if u.topical and not u.person and u not in unheld and not find_places(u.printed)]
    text = fold(question.text)
    for unit in unheld:
        own = re.escape(fold(unit.printed))
        others = "|".join(re.escape(fold(other.printed)) for other in held)
        if others and re.search(rf"{own}(?: |的)?(?:{others})|(?:{others}) (?:on|of|over|for) (?:the )?{own}", text):
            return True
    return False


def _tells(unit: Unit) -> bool:
    """Tell whether a unit is a publisher: whose text is asked about, not what it says."""
    return account_of(unit.printed) is not None


def _beside(text: str, unit: Unit, other: Unit) -> bool:
    """Tell whether two units stand in a row of things that are asked about alike."""
    one, two = sorted((text.find(unit.printed), unit.printed) for unit in (unit, other))
    return bool(_AND.fullmatch(fold(text[one[0] + len(one[1]) : two[0]])))
