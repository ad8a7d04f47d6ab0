"""What the numbers of a sentence count: whether it is what a question wants counted; knows nothing of scores.

A day, a year, the place in a row (第一) and 两国 count nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Span
from index.words import fold, is_han
from qa.ranking.hints import measured, stands_near
from qa.ranking.kinds import DURATION_TOLD, MONEY_TOLD, NUMBER
from qa.ranking.match import CONTENT, Unit
from qa.records import Question
from qa.understanding.frames import DURATION, MONEY
from qa.unheld import said_otherwise

_STEM = 5  # letters of an English word that are looked for
REACH = 30  # characters between a number and another word for what it counts, at most
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_NO_COUNT = re.compile(
    r"\d{4}年|(?<!\d)\d{1,2}月(?:\d{1,2}日)?(?:[至到-]\d{1,2}日)?|(?<!\d)\d{1,2}日|\b(?:19|20)\d\d\b"
    rf"|\b(?:{_MONTHS})\s+\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?\b|\b\d{{1,2}} (?:{_MONTHS})\b|\d+(?:st|nd|rd|th)\b"
    r"|一(?:道|起|致|样|些|直|定|旦|方面|步|向|贯)|统一|唯一|第[一二三四五六七八九十百\d]+[个次届轮]?|[一二三四五六七八九十]是|两[国军岸]|一个中国|一国"
    r"|\b(?:two|both) (?:sides|countries|leaders|presidents|nations)\b|\bone[- ]china\b"
)
_FURTHER = re.compile(
    r"\b(?:eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|dozens|hundreds|thousands|millions|billions)\b|[一二三四五六七八九十百千万亿两]+[余多几]?(?=[\u4e00-\u9fff])"
)
_MEASURE = re.compile(r"(?:几|多少)([\u4e00-\u9fff])")
_PEOPLE = "人名位"
_NO_PERSON = "质权口均民事"  # 多少人质 asks for hostages
# How large a part of the whole, and such a part.
_SHARE = re.compile(
    r"\bhow much of\b|\bwhat (?:share|proportion|percentage|fraction|part)\b"
    r"|比例|占比|比重|份额|百分之几|百分之多少|几分之几|几成"
)
_SHARE_TOLD = re.compile(
    r"分之|[%％]|[一二三四五六七八九半几]成|一半|半数|\b(?:per ?cent\w*|thirds?|half|quarters?|fifths?|tenths?)\b"
)
_DIGITS = r"(?:\d|[一二三四五六七八九十百千万亿两])[余多万亿]*"
_HOW_MANY = re.compile(
    r"(?:\bhow (?:many|much)|几|多少)"
    r"((?:\s+(?!(?:do|does|did|has|have|had|is|are|was|were|will|would|can)\b)[\w-]+){1,3}"
    r"|[^，,。？?的]{1,6})"
)
# Which one of a row it was, and such a place in a row.
_PLACE = re.compile(r"第几|第多少|\b(?:which|what) (?:number|round|meeting|edition|session)\b|\bhow manieth\b")
_PLACE_TOLD = re.compile(
    r"第[一二三四五六七八九十百\d]+|\d+(?:st|nd|rd|th)\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth)\b"
)
# How long a thing is, not how long something lasts.
_LENGTH = re.compile(
    r"\bhow long (?:is|are) (?:the |a )?(?:\w+ )?"
    r"(?:bridge|road|wall|tunnel|river|railway|line|ship|border|canal|cable|queue)s?\b"
    r"|[桥路墙河船线渠]有?多长(?!时间)|(?:隧道|边界)有?多长(?!时间)"
)
_LENGTH_TOLD = re.compile(r"\d[^，。]{0,4}(?:米|公里)|\b(?:met(?:er|re)s?|kilomet(?:er|re)s?|km|miles?|feet|foot)\b")


def counts(question: Question, units: Sequence[Unit], sentence: Span) -> bool:
    """Tell whether a number of `sentence` counts what the question wants counted."""
    asked, text = fold(question.text), _NO_COUNT.sub(lambda found: " " * len(found.group()), fold(sentence.text))
    if _PLACE.search(asked) and _PLACE_TOLD.search(fold(sentence.text)):
        return True
    if _LENGTH.search(asked):
        return bool(_LENGTH_TOLD.search(text))
    if DURATION.search(asked):
        return bool(DURATION_TOLD.search(text))
    numbers = [found.start() for pattern in (NUMBER, _FURTHER) for found in pattern.finditer(text)]
    if not numbers:
        return False
    if _SHARE.search(asked) and (_SHARE_TOLD.search(text) or not _HOW_MANY.search(asked)):
        return bool(_SHARE_TOLD.search(text))
    if MONEY.search(asked):
        return bool(MONEY_TOLD.search(text))
    return measured(question, text) == 1 or _by_measure(asked, text) or _by_noun(asked, units, text, numbers)


def _by_measure(asked: str, text: str) -> bool:
    measure = _MEASURE.search(asked)
    if not measure or measure[1] in _PEOPLE and asked[measure.end() : measure.end() + 1] in (*_NO_PERSON,):
        return False
    return bool(re.search(rf"{_DIGITS}[{_PEOPLE if measure[1] in _PEOPLE else measure[1]}]", text))


def _by_noun(asked: str, units: Sequence[Unit], text: str, numbers: list[int]) -> bool:
    """Tell whether what stands behind "how many" stands near a number; any unit where nothing there is one."""
    noun = _HOW_MANY.search(asked)
    if noun and any(_is_near(word, text, numbers) for word in noun[1].split() if len(word) > _STEM):
        return True
    named = [unit for unit in units if noun and fold(unit.printed) in noun[1] and not _is_measure(unit, text)]
    counted = named or [unit for unit in units if unit.weight >= CONTENT]
    if any(stands_near(unit, text, numbers) for unit in counted):
        return True
    words = [word for unit in counted for word in said_otherwise(unit.printed)]
    places = [place for word in words if (place := text.find(word)) >= 0]
    return any(abs(place - number) < REACH for place in places for number in numbers)


def _is_near(word: str, text: str, numbers: list[int]) -> bool:
    place = text.find(word[:_STEM])
    return not is_han(word) and place >= 0 and min(abs(place - number) for number in numbers) < REACH


def _is_measure(unit: Unit, text: str) -> bool:
    """Tell whether a unit only measures (几剂) and the text is in a language that has no such words."""
    return len(unit.printed) == 1 and is_han(unit.printed) and not is_han(text)
