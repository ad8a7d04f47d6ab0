"""The year of a text that states none, inferred from what it says of other years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.naming.names import find_events
from index.origins.evidence import write_year
from index.words import fold

Hint = tuple[set[int], str]  # the years that a hint leaves open, and its words

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
_RELATIVE = re.compile(r"(去年|明年)(?:(\d{1,2})月)?")
_COUNTED = re.compile(r"\d{1,3}[周週]年")  # an anniversary: the event itself was long ago
_REACH = 14  # characters behind 'last year' in which the event is named
_HOST = re.compile(r"(?:作为|让|使)(20\d{2})年[^。]{0,16}?(?:东道主|成为)")


@dataclass(frozen=True, slots=True)
class Year:
    """An inferred year, with the words that show it."""

    number: int
    evidence: str


def infer_year(text: str) -> Year | None:
    """Return the year that all hints of the text agree on; None where there is no hint or they differ."""
    hints = [*_count_anniversaries(text), *_read_names(text), *_place_events(text)]
    common = set.intersection(*(years for years, _ in hints)) if hints else set()
    if len(common) != 1:
        return None
    words = [words for years, words in hints if len(years) == 1] or [words for _, words in hints]
    return Year(common.pop(), write_year(words[0]))


def _count_anniversaries(text: str) -> Iterator[Hint]:
    for match in _ANNIVERSARY.finditer(fold(text)):
        year = _FOUNDED[match.group(2)] + int(match.group(3)) + _SHIFTS[match.group(1)]
        yield {year}, text[match.start() : match.end()]


def _read_names(text: str) -> Iterator[Hint]:
    folded = fold(text)
    for match in _NAMED.finditer(folded):
        yield {int(match.group(2)) + _SHIFTS[match.group(1)]}, text[match.start() : match.end()]
    for match in _HOST.finditer(folded):
        yield {int(match.group(1))}, text[match.start() : match.end()]


def _place_events(text: str) -> Iterator[Hint]:
    """Yield the years that 'last year' or 'next year' and a known event leave open."""
    for match in _RELATIVE.finditer(fold(text)):
        month = int(match.group(2)) if match.group(2) else None
        after = text[match.end() : match.end() + _REACH]
        found = find_events(re.split("[，。；]", after, maxsplit=1)[0])
        if not found or _COUNTED.match(after, found[0].end):
            continue
        first = min(mention.start for mention in found)
        events = [mention.event for mention in found if mention.start == first]
        years = {event.first.year + _SHIFTS[match.group(1)] for event in events if month in (None, event.first.month)}
        if years:
            yield years, text[match.start() : match.end()] + after[: found[0].end]
