"""What a file and its articles are: title, publisher, address, account, day; knows nothing of cleaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.cleaning.articles import Article
from index.origins.dates import find_days
from index.origins.diction import find_account_of_diction
from index.origins.eventdates import Published, find_event
from index.origins.genres import find_account_of_genre
from index.origins.publishers import (
    Source,
    find_source,
    find_source_of_lead,
    find_source_of_signature,
    find_source_of_title,
)
from index.origins.years import Year, infer_year
from index.records import Account, EventDate, Origin

_URL = re.compile(r"https?://[^\s()<>\"'，。]+")
_REPORTED = re.compile(r"(?:[据據])?([^，。]{2,8}?)(?:[报報][道導导]|消息)[，：,]")
# What stands around an article, the publisher's own word first.
_TOLD_BY = ("URL", "link", "source note", "dateline", "byline", "time stamp", "head matter", "boilerplate")
_SIGNED_BY = ("URL", "source note", "dateline", "byline", "time stamp")  # these name nobody else
_DATED_BY = ("dateline", "source note", "time stamp", "URL", "link", "head matter", "byline", "place and time")
_LEAD = 600  # characters
_NEAR = 7  # days between the catalog's date and that of another article of the file
_NAMED_BEFORE = 3  # days: a file named after a day so near before publication is named after the event


@dataclass(frozen=True, slots=True)
class File:
    """What is known of a file before its articles are looked at."""

    name: str
    header: Mapping[str, str]
    entry: Origin = Origin()


def find_origins(file: File, articles: Sequence[Article]) -> tuple[Origin, tuple[Origin, ...]]:
    """Return the origin of a file and of each of its articles."""
    whole = _find_whole(file, articles)
    published = _find_published(file, articles)
    year = infer_year("\n".join(paragraph.text for article in articles for paragraph in article.paragraphs))
    if len(articles) == 1:
        day = whole.date or find_event(articles[0], _choose_published(articles[0], published), year)
        whole = replace(whole, date=day)
        return whole, (whole,)
    found = [_find_part(article, whole, published, year) for article in articles]
    told = EventDate(published.day, "stated", published.evidence) if published else None
    day = whole.date or told or next((part.date for part in found if part.date), None)
    return replace(whole, date=day), tuple(replace(part, date=part.date or day) for part in found)


def _find_whole(file: File, articles: Sequence[Article]) -> Origin:
    """Return what the catalog, the head and all notes of a file tell of it; its day only if the catalog does."""
    header, entry = file.header, file.entry
    heads = [text for article in articles for text in (article.over, article.title) if text]
    title = entry.title or header.get("title") or next(iter(heads), None)
    url = entry.url or header.get("url") or next(filter(None, map(_find_url, articles)), None)
    said = [entry.publisher, entry.url, header.get("url"), header.get("publisher")]
    notes = [note for article in articles for note in _list_notes(article)]
    signed = [note for article in articles for note in _list_notes(article, _SIGNED_BY)]
    source = find_source_of_title(title or "", joint_only=True) or find_source(filter(None, said))
    source = find_source_of_lead(_list_prose(articles)[:_LEAD]) or source
    source = source or find_source([*signed, header.get("site", "")]) or find_source(notes)
    source = source or find_source_of_title(title or "") or find_source_of_signature(_list_head_matter(articles))
    source = source or find_source([re.sub(r"[_\W]", " ", file.name)])
    return Origin(
        title=title,
        publisher=entry.publisher or header.get("publisher") or (source.publisher or None if source else None),
        url=url,
        account=entry.account or (source.account if source else _find_account(title or "", articles)),
        date=entry.date,
    )


def _find_part(article: Article, whole: Origin, published: Published | None, year: Year | None) -> Origin:
    """Return the origin of one of several articles: its own, and the file's where it tells none."""
    source = _find_own_source(article)
    near = published
    if whole.date:
        near = Published(whole.date.day, whole.date.evidence)
    day = find_event(article, _choose_published(article, near), year)
    if whole.date and (day is None or abs((day.day - whole.date.day).days) > _NEAR):
        day = whole.date
    elif whole.date and day and day.source == "stated":
        day = _take_source(day, whole.date)
    return Origin(
        title=article.title or whole.title,
        publisher=(source.publisher if source else None) or whole.publisher,
        url=_find_url(article) or whole.url,
        account=source.account if source else whole.account or _find_account(article.title or "", [article]),
        date=day,
    )


def _take_source(day: EventDate, whole: EventDate) -> EventDate:
    """Return an article's own day as one that is known from where the file's is."""
    words = day.evidence.removesuffix(whole.evidence).removesuffix("; ")
    told = tuple(
        (language, ("; " if language == "en" else "；").join(filter(None, (words, text))))
        for language, text in whole.told
    )
    return replace(day, source=whole.source, told=told)


def _find_account(title: str, articles: Sequence[Article]) -> Account | None:
    prose = _list_prose(articles)
    around = "\n".join(note.text for article in articles for note in article.notes)
    return find_account_of_diction(prose) or find_account_of_genre(title, prose, around)


def _find_own_source(article: Article) -> Source | None:
    prose = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "prose"]
    reported = [match.group(1) for text in prose[:3] if (match := _REPORTED.match(text))]
    title = article.title or ""
    return (
        find_source_of_title(title, joint_only=True)
        or find_source_of_lead("\n".join(prose)[:_LEAD])
        or find_source([*_list_notes(article), *reported])
        or find_source_of_title(title)
    )


def _list_prose(articles: Sequence[Article]) -> str:
    return "\n".join(part.text for article in articles for part in article.paragraphs if part.kind == "prose")


def _list_head_matter(articles: Sequence[Article]) -> list[str]:
    return [note.text for article in articles for note in article.notes if note.reason == "head matter"]


def _list_notes(article: Article, reasons: Sequence[str] = _TOLD_BY) -> list[str]:
    notes = [note for note in article.notes if note.reason in reasons]
    return [note.text for note in sorted(notes, key=lambda note: _TOLD_BY.index(note.reason))]


def _find_url(article: Article) -> str | None:
    notes = [note.text for note in article.notes if note.reason in ("URL", "link", "source note")]
    return next((url for note in notes for url in _URL.findall(note)), None)


def _find_published(file: File, articles: Sequence[Article]) -> Published | None:
    """Return the day that the file's head, name or first heading tells."""
    header = file.header
    for key in ("event_date", "date", "published_time"):
        day = next((day.full for day in find_days(header.get(key, "")) if day.full), None)
        if day:
            front = Published(day, f"front matter: {header[key]}", header.get("published_time"))
            return _name_event(front, file.name)
    url = header.get("url", "")
    heads = [("heading", article.over or "") for article in articles]
    for where, text in (("file name", file.name), *heads, ("address", url)):
        for found in find_days(text):
            if found.full:
                return Published(found.full, f"{where}: {found.words}")
    beside = [told for article in articles if (told := _published_beside(article))]
    return beside[0] if len({told.day for told in beside}) == 1 else None


def _name_event(front: Published, name: str) -> Published:
    for found in find_days(name):
        if found.full and 0 < (front.day - found.full).days <= _NAMED_BEFORE:
            return replace(front, event=found.full, event_evidence=f"file name: {found.words}")
    return front


def _choose_published(article: Article, published: Published | None) -> Published | None:
    """Return the day that stands beside the article, else the file's; the file's too where it tells the hour of it."""
    beside = _published_beside(article)
    timed = beside and published and published.moment and published.day == beside.day
    return published if timed else beside or published


def _published_beside(article: Article) -> Published | None:
    """Return the full day that stands beside the article itself: in its dateline, source, address or title."""
    notes = sorted(
        (note for note in article.notes if note.reason in _DATED_BY), key=lambda note: _DATED_BY.index(note.reason)
    )
    for where, text in [*((note.reason, note.text) for note in notes), ("heading", article.title or "")]:
        for found in find_days(text):
            if found.full:
                return Published(found.full, f"{where}: {found.words}")
    return None
