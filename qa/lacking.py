"""Whether quotations lack the kind of thing a question asks for: the thing counted, or the one thing mentioned."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from index.naming.names import find_people, find_places
from index.records import Span
from index.words import fold
from qa.counted import counts
from qa.library import Library
from qa.raised import is_near, lacks_raised, telling_raised
from qa.ranking.context import text_around
from qa.ranking.kinds import match_kind
from qa.ranking.match import CONTENT, Unit, holds, matched
from qa.records import Question
from qa.unheld import is_held, narrows, said_otherwise

_EARLIER = re.compile(r"\b(?:last|previous(?:ly)?|before|prior)\b|上一?次|此前|之前|上回")
_LASTED = re.compile(
    r"\bhow long (?:did|was|were|has|have)\b(?!.*\bsince\b)"
    r".*\b(?:meet|meetings?|talk(?:s|ed)?|summit|calls?|spoke|speak|spend|together)\b"
    r"|\bhow (?:much time|many hours)\b.*\b(?:meet|meetings?|talk(?:s|ed)?|together|spen[dt])\b"
    r"|(?:会晤|会谈|会面|通话|谈|聊|相处)了?(?:持续|进行|历时|总共|一共)?了?(?:多久|多长|几个?小时|多少小时)"
)
_BESIDE = re.compile(
    r"\b(?:accompan(?:y|ied|ying)|travell?ed with|came with|flew with)\s+(?:president\s+)?$|(?:陪同|陪着?|随同|跟随)$"
)
_LASTS = re.compile(
    r"(?:会晤|会谈|会面|通话|互动|相处|谈话|见面|访问)[^，。]{0,12}(?:小时|分钟|天)"
    r"|\b(?:met|meeting|talk(?:s|ed)|call|spoke|together|summit|dinner|visit)\b[^.]*\b(?:hours?|minutes?|days?)\b"
    r"|\b(?:hours?|minutes?|days?)\b[^.]*\b(?:meetings?|talks|conversations?|summit|visit)\b"
)
NEAR = 0.45  # how much of it must stand near a quotation


def lacks_asked(question: Question, units: Sequence[Unit], quotes: Sequence[Span], library: Library) -> bool:
    """Tell whether no quotation counts what is to be counted, or names what is asked after by name.

    That is what was raised, the one thing whose mention is asked for, or which of several things is meant.
    """
    if question.form == "number":
        return not any(counts(question, units, sentence) for sentence in quotes)
    if lacks_raised(question, units, quotes, library) or _lacks_kind(question, units, quotes, library):
        return True
    asked = [unit for unit in units if unit.weight >= CONTENT and not unit.person]
    everywhere = np.ones(len(library.store.passages), dtype=np.bool_)
    if question.form != "mention" or len(asked) != 1 or not is_held(asked[0], library, everywhere):
        return False
    return not any(_near(asked[0], text_around(sentence, library)) for sentence in quotes)


def _lacks_kind(question: Question, units: Sequence[Unit], quotes: Sequence[Span], library: Library) -> bool:
    """Tell whether what says which of something is meant stands near no quotation: rare earth export controls."""
    named = [unit for unit in units if unit.topical and not unit.person and not find_places(unit.printed)]
    if not quotes or len(named) < 2:
        return False
    arounds = [text_around(sentence, library) for sentence in quotes]
    missing = [unit for unit in named if not any(is_near(unit, around) for around in arounds)]
    return bool(missing) and narrows(question, units, missing)


def fitting(question: Question, units: Sequence[Unit], sentences: Sequence[Span], library: Library) -> list[int]:
    """Return which sentences tell the fact asked of the meeting it is asked of; all where none is known to.

    A day or a place of a meeting is told where all who met are named, its length where a meeting is said to last, who
    was beside somebody where he is named, and whether something was raised where it stands.
    """
    asked = fold(question.text)
    kept: list[int] = []
    if question.form in ("when", "where") and len(question.partners) > 1 and not _EARLIER.search(asked):
        kept = [i for i, s in enumerate(sentences) if match_kind(question, s) == 1 and _names_all(question, s)]
    elif question.form == "number" and _LASTED.search(asked):
        kept = [i for i, s in enumerate(sentences) if match_kind(question, s) == 1 and _LASTS.search(fold(s.text))]
    elif beside := {m.id for m in find_people(question.text) if _BESIDE.search(asked[: m.start])}:
        kept = [i for i, s in enumerate(sentences) if match_kind(question, s) == 1 and beside & _people(s.text)]
    elif question.form == "number":
        kept = [i for i, s in enumerate(sentences) if counts(question, units, s)]
    elif question.form == "mention":
        kept = telling_raised(question, units, sentences, library) or []
    return kept or list(range(len(sentences)))


def _names_all(question: Question, sentence: Span) -> bool:
    return set(question.partners) <= _people(sentence.text)


def _people(text: str) -> set[str]:
    return {mention.id for mention in find_people(text)}


def _near(unit: Unit, text: str) -> bool:
    return matched([unit], text)[0] >= NEAR or any(holds(text, word) for word in said_otherwise(unit.printed))
