"""Dates in a question, in both languages, as periods of days; knows nothing of what is held."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date, timedelta

from qa.records import Period

EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(_NAMES, 1)
}
_MONTH = r"(?P<{}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
_YEAR = r"(?P<{}>(?:19|20|21)\d\d)"
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")

# Parts of a year by their first and last month.
_PARTS = {
    "spring festival": (1, 2), "lunar new year": (1, 2), "chinese new year": (1, 2), "农历新年": (1, 2), "农历春节": (1, 2),
    "春节": (1, 2), "除夕": (1, 2), "spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "early": (1, 4), "mid": (5, 8), "late": (9, 12),
    "first half": (1, 6), "second half": (7, 12), "first quarter": (1, 3), "second quarter": (4, 6),
    "third quarter": (7, 9), "fourth quarter": (10, 12), "上半年": (1, 6), "下半年": (7, 12), "春": (3, 5), "夏": (6, 8),
    "秋": (9, 11), "初": (1, 4), "底": (9, 12), "末": (9, 12), "一季度": (1, 3), "二季度": (4, 6), "三季度": (7, 9),
    "四季度": (10, 12),
}  # fmt: skip
_PART_EN = "|".join(key for key in _PARTS if key.isascii())
_PART_ZH = "|".join(key for key in _PARTS if not key.isascii())

# One point in time: a day, a month, a part of a year or a year. The groups are year (y), month (m), the last
# month of several (n), day (d), part of the year (p) and decade (t).
_POINTS = [
    r"\b"
    + _MONTH.format("m")
    + r"\s*(?:to|through|until|till|–|-)\s*"
    + _MONTH.format("n")
    + r",?\s+"
    + _YEAR.format("y")
    + r"\b",
    r"(?<=between )" + _MONTH.format("m") + r"\s+and\s+" + _MONTH.format("n") + r",?\s+" + _YEAR.format("y") + r"\b",
    r"(?<!\d)"
    + _YEAR.format("y")
    + r"\s*年\s*(?P<m>\d{1,2})\s*月?\s*(?:至|到|-|–|—|~)\s*(?P<n>\d{1,2})\s*月(?:份)?(?!\s*\d)",
    rf"\b(?:the\s+)?(?P<p>{_PART_EN})[\s-]+(?:of\s+)?" + _YEAR.format("y") + r"\b",
    r"(?<!\d)" + _YEAR.format("y") + rf"\s*年?\s*(?:的|第|年)?(?P<p>{_PART_ZH})(?:天|季)?",
    r"(?<!\d)" + _YEAR.format("y") + r"[-/.](?P<m>\d{1,2})(?:[-/.](?P<d>\d{1,2}))?(?!\d)",
    r"(?<!\d)"
    + _YEAR.format("y")
    + r"\s*年(?!代)\s*(?:(?P<m>\d{1,2})\s*月\s*(?:(?:份)|(?P<d>\d{1,2})\s*[日号號])?)?(?:度|间|間)?",
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + _MONTH.format("m") + r",?\s+" + _YEAR.format("y") + r"\b",
    r"\b" + _MONTH.format("m") + r"\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+" + _YEAR.format("y") + r"\b",
    r"\b" + _MONTH.format("m") + r",?\s+(?:of\s+)?" + _YEAR.format("y") + r"\b",
    r"(?<![\d.,$])" + _YEAR.format("y") + r"(?!\d|,\d|s\b|年代|\.\d|\s*(?:億|亿|萬|万|billion|million|percent|%))",
]
_POINT = [re.compile(pattern, re.IGNORECASE) for pattern in _POINTS]
_TO = re.compile(r"\s*(?:-|–|—|~|～|to|through|until|till|and|至|到|与|與|和)\s*", re.IGNORECASE)
_RANGE_OPENERS = re.compile(r"(?:between|from|从|從|自)\s*$", re.IGNORECASE)
_SINCE = re.compile(r"(?:\bsince|\bafter|\bfrom|自从|自從|自)\s*$", re.IGNORECASE)
_SINCE_AFTER = re.compile(r"\s*(?:以来|以來|之后|之後|以后|以後|起|onwards?)", re.IGNORECASE)
_MEETING = re.compile(r"\s+(?:(?:phone|video|virtual|first)\s+)*(?:calls?|meetings?|summit|talks)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?:\bbefore|\buntil|\bprior to|\bup to)\s*$", re.IGNORECASE)
_BEFORE_AFTER = re.compile(r"\s*(?:之前|以前|年前|前(?![后後]))")
_RELATIVE = [
    (re.compile(r"\blast year\b|去年", re.IGNORECASE), -1),
    (re.compile(r"\bthis year\b|今年", re.IGNORECASE), 0),
    (re.compile(r"前年"), -2),
    (re.compile(r"\bnext year\b|明年", re.IGNORECASE), 1),
]
_CHINESE_YEAR = re.compile(r"[一二][〇零一二三四五六七八九]{3}年")


def find_periods(text: str, today: date) -> tuple[Period, ...]:
    """Return the periods that `text` names, in its order; relative years count from `today`.

    "2017 to 2026" is one period, "2017 and 2026" two, "since 2020" ends at the latest day there is.
    """
    text = _CHINESE_YEAR.sub(lambda found: found.group().translate(_DIGITS), text)
    points = sorted(_find_points(text), key=lambda point: point[0])
    periods: list[Period] = []
    position = 0
    while position < len(points):
        start, end, first, last = points[position]
        follower = points[position + 1] if position + 1 < len(points) else None
        if follower and _is_range(text, start, text[end : follower[0]]):
            periods.append(Period(first, follower[3], text[start : follower[1]]))
            position += 2
            continue
        periods.append(_open_ended(text, start, end, first, last))
        position += 1
    if not periods:
        periods = [
            Period(date(today.year + shift, 1, 1), date(today.year + shift, 12, 31), found.group())
            for pattern, shift in _RELATIVE
            if (found := pattern.search(text))
        ]
    return tuple(periods)


def _find_points(text: str) -> Iterator[tuple[int, int, date, date]]:
    taken: list[tuple[int, int]] = []
    for pattern in _POINT:
        for found in pattern.finditer(text):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            if days := _days(found.groupdict()):
                taken.append(found.span())
                yield *found.span(), *days


def _days(groups: dict[str, str | None]) -> tuple[date, date] | None:
    year, month, day, part = int(groups["y"] or 0), groups.get("m"), groups.get("d"), groups.get("p")
    if part:
        return _whole_months(year, *_PARTS[part.lower()])
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    number, last = _month(month), _month(groups.get("n") or month)
    if not 1 <= number <= last <= 12:
        return None
    if not day:
        return _whole_months(year, number, last)
    length = calendar.monthrange(year, number)[1]
    return (date(year, number, int(day)),) * 2 if 1 <= int(day) <= length else None


def _month(printed: str) -> int:
    return int(printed) if printed.isdigit() else _MONTHS[printed.lower().rstrip(".")[:3]]


def _whole_months(year: int, first: int, last: int) -> tuple[date, date]:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def _is_range(text: str, start: int, between: str) -> bool:
    if not (joint := _TO.fullmatch(between)):
        return False
    lists = joint.group().strip().lower() in {"and", "与", "與", "和"}
    return not lists or bool(re.search(r"between\s*$", text[:start], re.IGNORECASE))


def _open_ended(text: str, start: int, end: int, first: date, last: date) -> Period:
    before, after = text[:start], text[end:]
    if _MEETING.match(after):  # after the spring 2024 call: what came of it is told that day
        return Period(first, last, text[start:end])
    if _BEFORE.search(before) or _BEFORE_AFTER.match(after):
        return Period(EARLIEST, first - timedelta(days=1), text[start:end])
    if found := _SINCE.search(before):
        excluded = found.group().strip().lower() == "after"
        return Period(last + timedelta(days=1) if excluded else first, LATEST, text[start:end])
    if _SINCE_AFTER.match(after):
        return Period(first, LATEST, text[start:end])
    return Period(first, last, text[start:end])
