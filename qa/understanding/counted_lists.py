"""Which of so many things a question asks for, and whether a sentence names so many; knows nothing of scores."""

from __future__ import annotations

import re

from index.words import fold

_WORDS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_HAN = "二三四五六七八九十"
_NUMBERS = {word: n for n, word in enumerate(_WORDS, 2)} | {han: n for n, han in enumerate(_HAN, 2)} | {"两": 2}
_N_EN = rf"(?P<n>{'|'.join(_WORDS)}|[2-9]|10)"
_N_ZH = rf"(?P<n>[{_HAN}两]|[2-9]|10)"
_MEASURE = r"(?:个|大|项|点|根|条|种|类|方面|份|句|句话|件)"
_ASKED = [
    re.compile(
        rf"\b(?:which|what|name|list|enumerate|identify)\b(?:\s+(?:are|were|the|of|those|all|its|his|their)\b)*\s+{_N_EN}\s+[a-z]"
    ),
    re.compile(rf"哪{_N_ZH}{_MEASURE}?"),
    re.compile(rf"{_N_ZH}{_MEASURE}[^，,。？?]{{1,16}}[，,]?(?:具体|分别|各)?(?:是|叫|指|有|包括)?(?:什么|哪些|哪几)"),
]
_COUNTS = re.compile(rf"(?<![\d.]){_N_ZH}{_MEASURE}|\b{_N_EN.replace('?P<n>', '?P<m>')}\b")


def asked_count(text: str) -> int | None:
    """Return how many things a question asks to be named: 4 for "which four dialogues", 哪四个."""
    folded = fold(text)
    found = next((found for pattern in _ASKED if (found := pattern.search(folded))), None)
    return _value(found["n"]) if found else None


def names_so_many(text: str, count: int) -> bool:
    """Tell whether a sentence counts so many things and names them in a row."""
    folded = fold(text)
    counted = any(_value(found["n"] or found["m"]) == count for found in _COUNTS.finditer(folded))
    rows = re.split(r"[，。；：;:]" if "、" in folded else r"[.;:]", folded)
    return counted and any(_length(row) == count for row in rows)


def _length(row: str) -> int:
    """Return how many things a clause names in a row."""
    return row.count("、") + 1 if "、" in row else len(re.findall(r",", row)) + 1


def _value(number: str) -> int:
    return _NUMBERS.get(number) or int(number)
