"""The year of a text that states none, inferred from what it says of other years."""

from __future__ import annotations

import re

from index.words import fold

# Year 0 of each anniversary that readouts count.
_FOUNDED = {
    "美国独立": 1776,
    "中美建交": 1979,
    "中美两国建交": 1979,
    "新中国成立": 1949,
    "中华人民共和国成立": 1949,
    "中国共产党成立": 1921,
    "联合国成立": 1945,
    "抗日战争胜利": 1945,
    "上海公报发表": 1972,
    "尼克松总统访华": 1972,
    "乒乓外交": 1971,
}
_THIS, _NEXT, _LAST = 0, -1, 1
_SHIFTS = {"今年": _THIS, "明年": _NEXT, "去年": _LAST}
_ANNIVERSARY = re.compile(rf"(今年|明年|去年)[^。]{{0,8}}?({'|'.join(_FOUNDED)})(\d{{1,3}})周年")
_NAMED = re.compile(r"(今年|明年|去年)[（(]?即?(20\d{2})年?")
_HOST = re.compile(r"(?:作为|让|使)(20\d{2})年[^。]{0,16}?(?:东道主|成为)")


def infer_year(text: str) -> tuple[int | None, str]:
    """Return the year that all hints of the text agree on, with the words that show it; None where they do not."""
    folded = fold(text)
    found: list[tuple[int, str]] = []
    for match in _ANNIVERSARY.finditer(folded):
        year = _FOUNDED[match.group(2)] + int(match.group(3)) + _SHIFTS[match.group(1)]
        found.append((year, text[match.start() : match.end()]))
    for match in _NAMED.finditer(folded):
        found.append((int(match.group(2)) + _SHIFTS[match.group(1)], text[match.start() : match.end()]))
    for match in _HOST.finditer(folded):
        found.append((int(match.group(1)), text[match.start() : match.end()]))
    years = {year for year, _ in found}
    if len(years) != 1:
        return None, ""
    return years.pop(), f"year inferred from “{found[0][1]}”"
