"""What the wording of a question lets one expect of a sentence that answers it: a quantity, a demand, a promise …

Knows the question's and the sentence's words only, nothing of what is held.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from index.records import Span
from index.words import fold, is_han
from qa.ranking.facts import EVALUATION
from qa.ranking.kinds import NUMBER
from qa.ranking.match import Unit
from qa.records import Question

# What is counted, as asked for and as a sentence tells it: Chinese measure words and nouns, English nouns.
_MEASURES: dict[str, str] = {
    "小时": "hours?",
    "分钟": "minutes?",
    "次": "times|occasions",
    "年": "years?",
    "天": "days?",
    "月": "months?",
    "周": "weeks?",
    "人": "people|persons|guests|members",
    "名": "students|youths|people|guests|members",
    "国": "countries|nations",
    "家": "companies|firms|businesses",
    "项": "outcomes|items|results|agreements|deals|points",
    "亿": "billion|trillion",
    "元": "dollars|yuan",
    "点": "percent|percentage|points",
    "条": "routes|lines|points",
}
_ASKED_IN_CHINESE = re.compile(
    r"(?:几|多少)(?:亿|万|个)?(小时|分钟|钟头|次|回|年|天|月|周|星期|人|名|位|国|家|项|美元|元|百分点|点|条)"
)
_ASKED_IN_ENGLISH = re.compile(r"\bhow many (?:\w+ ){0,2}?(\w+s|people)\b")
_SAME_MEASURE = {"钟头": "小时", "回": "次", "星期": "周", "位": "名", "美元": "元", "百分点": "点"}
_DIGITS = r"(?:\d|[一二三四五六七八九十百千万亿两])[余多]?(?:亿|万|个|位)?"
_COUNTED = (
    r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|half|hundreds?|thousands?|million|billion)\b)"
)
_NEAR, _NEAR_IN_ENGLISH = 15, 40  # characters between a number and what it counts, at most
_STEM = 5  # letters of an English word that are looked for

# What is asked for beside a topic, and what tells that a sentence gives it.
EXPECTED: dict[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "demands": (
        re.compile(
            r"要求|敦促|诉求|督促|呼吁|喊话|希望[^，。？?]{0,4}(?:美|中|对方)|要[美中]"
            r"|\b(?:demand\w*|ask(?:s|ed)?|want(?:s|ed)?|urge[ds]?|urging|request\w*|call(?:s|ed)? (?:on|for)"
            r"|press(?:ed)? for|insist(?:s|ed)?|expect(?:s|ed)? (?:of|from)|appeal(?:s|ed)? (?:to|for)"
            r"|seek(?:s|ing)? from|sought from)\b"
        ),
        re.compile(
            r"(?<![反响相适供对回效])应(?![对邀约用急询])|(?<![重主必需首纪紧扼摘])要(?![求素点义案员闻塞职道害])|需要|希望|敦促|必须|务必|停止|取消|不得"
            r"|\b(?:should|must|urge[ds]?|call(?:s|ed)? (?:on|for)|hope[sd]?|needs? to|stop|ask(?:s|ed)?|pressed)\b"
        ),
    ),
    "promises": (
        re.compile(
            r"承诺|保证|答应|许诺|允诺|应允|担保|应承"
            r"|\b(?:promis\w+|pledg\w+|commit\w*|assur\w+|vow(?:s|ed)?|guarantee\w*|undert(?:ake|ook|aking)\w*)\b"
        ),
        re.compile(
            r"承诺|不寻求|无意|不支持|愿|恪守|不会|\b(?:will|would|commit\w*|pledge[sd]?|does not|do not|reaffirm\w*)\b"
        ),
    ),
    "reasons": (
        re.compile(
            r"为什么|为啥|为何|何以|凭什么|原因|理由|缘由|缘故"
            r"|\b(?:why|reasons?|how come|on what grounds|what for|what explains?)\b"
        ),
        re.compile(
            r"因为|由于|为了|所以|因此|关乎|鉴于|旨在|出于|在于|根源"
            r"|\b(?:because|since|so that|therefore|in order|due to|given that|as a result|so as to|reason)\b"
        ),
    ),
    "items": (
        re.compile(r"哪[些几二两三四五六七八九十]|列出|列举|\b(?:which|list|name) \w+s\b"),
        re.compile(r"[；;].*[；;]|一是.*二是|第一.*第二|、.*、.*、|,.*,.*,? and "),
    ),
    "evaluation": (EVALUATION.asked, EVALUATION.given),
}


def expected_match(name: str, question: Question, sentence: Span) -> int:
    """Return 1 where a question asks for what `name` stands for and the sentence gives it, -1 where not, else 0."""
    given = EXPECTED[name][1]
    if not _asks_for(name, question.text):
        return 0
    return 1 if given.search(fold(sentence.text)) else -1


@lru_cache(maxsize=64)
def _asks_for(name: str, text: str) -> bool:
    return bool(EXPECTED[name][0].search(fold(text)))


def quantity_match(question: Question, sentence: Span) -> int:
    """Return 1 where a sentence counts what a question wants counted, -1 where it does not, 0 where nothing is."""
    return measured(question, fold(sentence.text))


def measured(question: Question, text: str) -> int:
    """Return what `quantity_match` does, of a folded text."""
    if question.form != "number":
        return 0
    asked = fold(question.text)
    measure = ""
    if found := _ASKED_IN_CHINESE.search(asked):
        measure = _SAME_MEASURE.get(found[1], found[1])
    elif found := _ASKED_IN_ENGLISH.search(asked):
        measure = next((zh for zh, en in _MEASURES.items() if re.fullmatch(en, found[1])), "")
    if not measure:
        return 0
    counted = rf"{_DIGITS}(?:{measure})|{_COUNTED}[\w,. -]{{0,25}}\b(?:{_MEASURES[measure]})\b"
    return 1 if re.search(counted, "".join(text.split("\n"))) else -1


def counted_weight(question: Question, units: Sequence[Unit], sentence: Span) -> float:
    """Return the greatest weight of a unit that stands near a number, where a number is asked for."""
    if question.form != "number":
        return 0.0
    text = fold(sentence.text)
    numbers = [found.start() for found in NUMBER.finditer(text)]
    near = [unit.weight for unit in units if numbers and stands_near(unit, text, numbers)]
    return max(near, default=0.0)


def stands_near(unit: Unit, text: str, numbers: list[int]) -> bool:
    """Tell whether a unit or a part of it stands near one of the places of numbers in a folded text."""
    for form in (*unit.forms, *(part for part, _ in unit.parts)):
        place = text.find(form if is_han(form) else form[:_STEM])
        reach = _NEAR if is_han(form) else _NEAR_IN_ENGLISH
        if place >= 0 and min(abs(place - number) for number in numbers) < reach:
            return True
    return False
