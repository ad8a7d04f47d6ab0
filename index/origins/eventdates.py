"""The day of the event that an article tells of, by its own words and the day it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone

from index.cleaning.articles import Article
from index.cleaning.chars import CJK
from index.origins.dates import Day, find_days, make_date, resolve_day
from index.origins.evidence import write_clock
from index.origins.years import Year
from index.records import DateSource, EventDate

_HAN = re.compile(f"[{CJK}]")
_LEAD = 260  # characters of a Chinese article in which its day stands
_LABEL = re.compile(r"(?:[A-Z][A-Z.’'\- ]{1,60}|Q|MODERATOR)\s*:")
_OTHER_DAY = re.compile(
    r"(?:去年|明年|前年|将于|將於|将在|將在|自|从|從|截至|定于|定於|早在|此前|继|繼|明天|后天|後天)[^，。]{0,6}$"
)
_SINCE = re.compile(r"(?:以来|以來|起|前|之前|开始|開始|晚些|即将|即將|出版)")
_ENGLISH_OTHER = re.compile(
    r"(?:\bthe|\bfollow\w*|\bsince|\buntil|\bby|\bbefore|\bafter|\bupcoming|\bits|\btheir)\s*$", re.I
)
# The first sentence announces a visit or marks a day: neither is the day of the text.
_ANNOUNCES = re.compile(
    r"\b(?:will (?:also |then )?(?:be|travel|host|hold|visit|meet|release|join|participate|lead|attend|convene|welcome"
    r"|mark|speak|head|announce)|looks? forward to|is (?:travel|visit|host)ing|is in \w+|as you celebrate|we mark"
    r"|anniversary|in (?:recognition|honor) of|Presidential Delegation|Beginning on)\b"
)
# What such a text is of: a day long before publication, or one that nothing else dates, is its event's only then.
_MEETING = re.compile(
    r"\b(?:met|meets?|meeting|spoke|speaks?|talks?|call(?:ed)?|visit(?:ed)?|summit|held|holds|hosted|convened"
    r"|co-?chaired|consultations|traveled|delivered|attended|briefed|gave|remarks)\b"
    r"|[会會](?!议|議|员|員)|谈|談|访|訪|通话|通話|通电|通電|讲话|講話|演讲|演講|举行|舉行|致电|致電|磋商|致辞|致辭"
    r"|介绍|介紹|答记者|答記者|表示|宣布|发表|發表|出席"
)
_FAR = 7  # days before publication
_TODAY = re.compile(r"\btoday\b|今天|今日|this (?:morning|afternoon|evening)|\btonight\b", re.I)
_YESTERDAY = re.compile(r"\byesterday\b|昨天|昨日|last night", re.I)
_CLOCK = re.compile(r"(\d{1,2}):(\d{2})\s*([AaPp])\.?\s?[Mm]\.?\s*([A-Z]{2,4})?")
_ZONES = {
    "EST": -5,
    "EDT": -4,
    "CST": -6,
    "CDT": -5,
    "MST": -7,
    "MDT": -6,
    "PST": -8,
    "PDT": -7,
    "HST": -10,
    "AKST": -9,
    "UTC": 0,
    "GMT": 0,
    "CET": 1,
    "CEST": 2,
    "JST": 9,
    "KST": 9,
}


@dataclass(frozen=True, slots=True)
class Published:
    """The day of publication, where that is told, the moment if that is told, and a day the file is named after."""

    day: date
    evidence: str
    moment: str | None = None
    event: date | None = None
    event_evidence: str = ""


def find_event(article: Article, published: Published | None, year: Year | None) -> EventDate | None:
    """Return the day an article tells of, or None where nothing tells it; `year`: the file's, where it is inferred."""
    told = _find_told(article)
    if published is None:
        return _without_publication(article, told, year) if told else None
    if told:
        found = resolve_day(told, published.day)
        if found and -(45 if _tells_meeting(article) else _FAR) <= (found - published.day).days <= 1:
            return EventDate(found, "stated", _join_evidence(told.words, published.evidence, told.full is None))
    if published.event:
        return EventDate(published.event, "stated", published.event_evidence)
    return (
        _relative(article, published)
        or _clocked(article, published)
        or EventDate(published.day, "stated", published.evidence)
    )


def _join_evidence(words: str, where: str, partly: bool) -> str:
    return f"{words}; {where}" if partly else words


def _tells_meeting(article: Article) -> bool:
    prose = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "prose"]
    return not prose or bool(_MEETING.search(prose[0][:_LEAD] if _HAN.search(prose[0]) else _first_sentence(prose[0])))


def _without_publication(article: Article, told: Day, year: Year | None) -> EventDate | None:
    if not _tells_meeting(article):
        return None
    if told.full:
        return EventDate(told.full, "stated", told.words)
    month = told.month or next((day.month for note in article.notes for day in find_days(note.text) if day.month), None)
    day = make_date(year.number, month, told.day) if year and month else None
    return EventDate(day, "inferred", f"{told.words}; {year.evidence}") if year and day else None


def _find_told(article: Article) -> Day | None:
    """Return the day that the article's own opening tells for its event."""
    for note in article.notes:
        if note.reason == "place and time":
            for day in find_days(note.text):
                return day
    prose = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "prose"]
    if not prose:
        return None
    if _HAN.search(prose[0]):
        return _find_chinese("\n".join(prose[:2])[:_LEAD]) or _find_dateline(article)
    return None if _LABEL.match(prose[0]) else _find_english(_first_sentence(prose[0])) or _find_dateline(article)


def _find_dateline(article: Article) -> Day | None:
    notes = [note for note in article.notes if note.reason == "dateline"]
    return next((day for note in notes for day in find_days(note.text)), None)


def _find_chinese(lead: str) -> Day | None:
    for day in find_days(lead):
        if not _OTHER_DAY.search(lead[: day.start]) and not _SINCE.match(lead[day.end :]):
            return day
    return None


def _first_sentence(text: str) -> str:
    match = re.search(r"[a-z)\]]{2}[.!?]\s+(?=[A-Z“\"])", text)
    return text[: match.end()] if match else text


def _find_english(sentence: str) -> Day | None:
    if _ANNOUNCES.search(sentence):
        return None
    for day in find_days(sentence):
        before, after = sentence[: day.start], sentence[day.end :]
        if not _ENGLISH_OTHER.search(before) and not re.match(r"\s+(?:phone|call|meeting|summit|agreement)", after):
            return day
    return None


def _relative(article: Article, published: Published) -> EventDate | None:
    """Read 'today' and 'yesterday' in the first sentence against the day of publication."""
    prose = next((paragraph.text for paragraph in article.paragraphs if paragraph.kind == "prose"), "")
    if _LABEL.match(prose):
        return None
    sentence = prose[:_LEAD] if _HAN.search(prose) else _first_sentence(prose)
    for pattern, back in ((_TODAY, 0), (_YESTERDAY, 1)):
        match = pattern.search(sentence)
        if match:
            day = published.day - timedelta(days=back)
            return EventDate(day, "stated", f"{match.group()}; {published.evidence}")
    return None


def _clocked(article: Article, published: Published) -> EventDate | None:
    """Return the last day before publication on which the clock showed the time printed above a transcript."""
    moment = _read_moment(published.moment)
    clocks = [
        match for note in article.notes if note.reason == "place and time" for match in _CLOCK.finditer(note.text)
    ]
    if moment is None or not clocks:
        return None
    hour, minute, half, zone = clocks[0].groups()
    offset = timezone(timedelta(hours=_ZONES[zone])) if zone in _ZONES else moment.tzinfo
    local = moment.astimezone(offset)
    spoken = time(int(hour) % 12 + (12 if half in "Pp" else 0), int(minute))
    day = local.date() - timedelta(days=int(spoken > local.time()))
    source: DateSource = "stated" if day == published.day else "inferred"
    return EventDate(day, source, write_clock(clocks[0].group().strip(), str(published.moment)))


def _read_moment(text: str | None) -> datetime | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
