"""Days written in Chinese or English text, and what year they mean; knows nothing of readouts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_NAMES = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names}
_MONTH = r"(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DIGITS = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "00012345678901234567" + "89")
_HAN_NUMBER = r"(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_CHINESE = re.compile(
    rf"(?:(?P<year>\d{{4}}|[一二][〇○零一二三四五六七八九]{{3}}|(?:民國|民国)?\d{{2,3}})\s*年\s*)?"
    rf"(?:(?P<month>{_HAN_NUMBER})\s*月(?:份)?\s*)?(?<![\d.年])(?P<day>{_HAN_NUMBER})\s*[日號号](?!電話|电话|本|方|美|韩|韓|俄)"
    rf"(?:\s*(?:至|到|—|–|-|~|～|和)\s*(?:(?P<month2>{_HAN_NUMBER})月)?(?P<day2>{_HAN_NUMBER})\s*[日號号])?"
)
_RANGE = re.compile(
    rf"(?:(?P<year>\d{{4}})\s*年\s*)?(?P<month>{_HAN_NUMBER})\s*月\s*(?P<day>{_HAN_NUMBER})\s*(?:至|到|—|–|-|~|～)\s*(?P<day2>{_HAN_NUMBER})\s*[日號号]"
)
_ENGLISH = re.compile(
    rf"\b(?:{_MONTH.format('month')}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s*(?:[-–—]|to|and|through)\s*(?:{_MONTH.format('month2')}\s+)?(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\b)?(?:,?\s+(?P<year>\d{{4}}))?"
    rf"|(?P<day_>\d{{1,2}})(?:\s*[-–—]\s*(?P<day2_>\d{{1,2}}))?\s+{_MONTH.format('month_')}(?:,?\s+(?P<year_>\d{{4}}))?)(?!\d)",
    re.I,
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<sep>[-/.])(?P<month>\d{1,2})(?:(?P=sep)|[-/])(?P<day>\d{1,2})(?!\d)"
    r"|(?<!\d)(?P<year_>20\d{2})(?P<month_>[01]\d)[/]?(?P<day_>[0-3]\d)(?!\d)"
    r"|(?<!\d)(?P<year__>20\d{2})[-/ ]?(?P<month__>[01]\d)[/-](?P<day__>[0-3]\d)(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the text tells it: the last one of a range; year and month None where they are not told."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int
    words: str

    @property
    def full(self) -> date | None:
        """The date, where the text tells all of it."""
        return make_date(self.year, self.month, self.day) if self.year and self.month else None


def make_date(year: int, month: int, day: int) -> date | None:
    """Return the date, or None where the calendar has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def find_days(text: str) -> list[Day]:
    """Return the days that the text names, in order."""
    days: list[Day] = []
    for pattern in (_NUMERIC, _RANGE, _CHINESE, _ENGLISH):
        for match in pattern.finditer(text):
            day = _read(match)
            if day and not any(other.start < day.end and day.start < other.end for other in days):
                days.append(day)
    return sorted(days, key=lambda day: day.start)


def _read(match: re.Match[str]) -> Day | None:
    groups = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    if groups.get("month", "").islower():  # 'may 5' is no day of May
        return None
    if "month" not in groups and match.group().endswith(("号", "號")):  # 天问二号 is a spacecraft
        return None
    month = _number(groups.get("month2") or groups.get("month"))
    day = _number(groups.get("day2") or groups.get("day"))
    year = _year(groups.get("year"))
    if not day or not 1 <= day <= 31 or (month is not None and not 1 <= month <= 12):
        return None
    return Day(match.start(), match.end(), year, month, day, match.group().strip())


def _number(text: str | None) -> int | None:
    if not text:
        return None
    if text.lower() in _MONTHS:
        return _MONTHS[text.lower()]
    if "十" in text:
        tens, _, ones = text.translate(_DIGITS).partition("十")
        return int(tens or 1) * 10 + int(ones or 0)
    return int(text.translate(_DIGITS))


def _year(text: str | None) -> int | None:
    if not text:
        return None
    number = int(text.translate(_DIGITS).lstrip("民國国"))
    return number + 1911 if 80 <= number < 200 else number if number > 1000 else None  # years of the Republic of China


def resolve_day(day: Day, published: date) -> date | None:
    """Return the date that is meant in a text published then: the last such day that is not after it."""
    latest = published + timedelta(days=1)  # China's date runs ahead of America's
    if day.full:
        return day.full
    months = [(published.year, day.month), (published.year - 1, day.month)] if day.month else _months_back(latest)
    for year, month in months:
        found = make_date(year, month or 1, day.day)
        if found and found <= latest:
            return found
    return None


def _months_back(latest: date) -> list[tuple[int, int | None]]:
    before = latest.replace(day=1) - timedelta(days=1)
    return [(latest.year, latest.month), (before.year, before.month)]
