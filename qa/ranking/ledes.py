"""Tells a sentence that only tells that people met, spoke or travelled, and a question that asks for no more than that.

Such a sentence opens most readouts, and names whom and what a question is about without telling anything of it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.records import Span
from index.words import fold, is_han
from qa.ranking.kinds import find_fact
from qa.records import Question

# One clause that tells who met whom, behind one at most that tells the day; what they met about is more.
_CHINESE = re.compile(
    r"^(?:[^，。；：]{0,16}，)?(?!.*(?:表示|指出|强调|同意|就|时隔|邀请|首次|关于|介绍))[^，。；：]{0,70}"
    r"(?:会见|接见|通电话|通话|[同与和][^，。；：]{1,40}(?:会谈|会晤|会面))(?!记者)[^，。；：]{0,40}。?$"
)
_MET = re.compile(r"\b(?:spoke|speaks|met|meets|meet|talked|held|hosted|welcomed|travels?|travel+ed|returned)\b")
_CAPITALISED = re.compile(r"\b[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th)?\b|\([^)]*\)")
_WORDS = frozenset(
    re.findall(
        r"\w+",
        "a al alternate an and at bilateral bin by call called conversation counterpart counterparts earlier for from "
        "had has held her his host hosted in meet meeting meetings meets met of officials on over phone return "
        "returned separately spoke speaks talked telephone that the their then this to today together tomorrow travel "
        "traveled travels travelled trip via video virtual virtually visit visited welcomed will with yesterday",
    )
)
# Whether, how or on what occasion they met is asked for.
_ASKS_OF_IT = re.compile(
    r"^(?:and |so |but )?(?:did|has|have|had|will|would|does|do)\b[^,;?]{0,60}"
    r"\b(?:meet|met|visit(?:ed)?|call(?:ed)?|travel(?:ed)?|go|went|spoken|receive[ds]?)\b"
    r"|\b(?:occasions?|capacity|in person|by phone|format|itinerary|schedule|trips?|dates?|whom?)\b"
    r"|\bwhen (?:did|was|were|is|will|does)\b"
    r"|场合|方式|面对面|行程|出访|哪一?[天日站]|何时|何地|在哪(?!些)|谁|什么时候"
    r"|[会接]见(?:了|过)?[^，。？]{0,12}(?:吗|没有)|(?:有没有|是否)[^，。？]{0,8}(?:见|会晤|通话|通电话)"
)


def tells_nothing_asked(question: Question, sentence: Span) -> bool:
    """Tell whether a sentence says no more than that people met, and the question asks for more."""
    return sentence.voice.side is None and only_tells_of_meeting(sentence.text) and not asks_of_meeting(question)


def asks_of_meeting(question: Question) -> bool:
    """Tell whether a question asks who met, when, where, how, or whether."""
    return (
        question.form in ("who", "when", "where", "number") or find_fact(question) is not None or _asks(question.text)
    )


@lru_cache(maxsize=64)
def _asks(text: str) -> bool:
    return bool(_ASKS_OF_IT.search(fold(text)))


@lru_cache(maxsize=8192)
def only_tells_of_meeting(text: str) -> bool:
    """Tell whether a sentence says nothing but who met, called or visited whom, and where or when."""
    if is_han(text):
        return bool(_CHINESE.match(fold(text)))
    rest = _CAPITALISED.sub(" ", text)
    return bool(_MET.search(rest)) and _WORDS.issuperset(re.findall(r"[a-z]+", rest))
