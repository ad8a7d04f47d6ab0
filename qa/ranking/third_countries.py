"""Tells a sentence of China's relations with a third country, where the question names no such country."""

from __future__ import annotations

import re
from functools import lru_cache

from index.naming.names import find_people
from index.words import fold
from qa.forms import forms_of

_COUNTRIES = {
    "日": "japan", "俄": "russia", "法": "france", "德": "germany", "英": "united-kingdom", "印": "india",
    "韩": "south-korea", "朝": "north-korea",
}  # fmt: skip
_PAIR_ZH = re.compile(
    r"(?<![其从在])中([日俄法德英印韩朝])(?=关系|两国|双方|元首|领导人|战略|四个|友好|之间|建交|高层|[^，。]{0,6}(?:文件|关系|伙伴))"
)
_PAIR_EN = re.compile(r"\b(?:china|sino)\s?[-–]\s?(japan|russia|france|germany|india)\w*\b")
_TWO_SIDES = re.compile(r"中美|美中|美国|美方|\b(?:u\.s\.|us|united states|american?)\b")
_OTHERS = re.compile(r"外国|其他|别国|各国|哪些国家|日方|俄方|\b(?:other|foreign|which countries|else)\b")


def is_of_another_pair(asked: str, sentence: str) -> bool:
    """Tell whether a sentence is about China and a third country that a question about the two sides does not name."""
    country = _third_country(sentence)
    return country is not None and not _asks_of(asked, country)


@lru_cache(maxsize=8192)
def _third_country(sentence: str) -> str | None:
    folded = fold(sentence)
    if _TWO_SIDES.search(folded):
        return None
    if found := _PAIR_ZH.search(folded):
        return _COUNTRIES[found[1]]
    return found[1] if (found := _PAIR_EN.search(folded)) else None


@lru_cache(maxsize=256)
def _asks_of(asked: str, country: str) -> bool:
    folded = fold(asked)
    if _OTHERS.search(folded) or any(person.side not in ("cn", "us") for person in find_people(asked)):
        return True
    return any(fold(form) in folded for form in forms_of(country)) or bool(_PAIR_ZH.search(folded))
