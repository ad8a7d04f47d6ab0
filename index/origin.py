"""What a file and its articles are: title, publisher, account, day; knows nothing of cleaning."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import get_args

from index.articles import Article
from index.dates import find_days
from index.events import Published, find_event
from index.publishers import find_publisher
from index.records import Account, DateSource, EventDate, Origin

_URL = re.compile(r"https?://[^\s()<>\"'，。]+")
_REPORTED = re.compile(r"^(?:[据據])?([^，。]{2,8}?)(?:[报報][道導导]|消息)[，：,]")
_SELF_TOLD = frozenset({"time stamp", "source note", "URL", "link", "dateline", "byline", "place and time", "boilerplate"})
_WEAK = frozenset({"caption", "boilerplate"})


class BadCatalog(ValueError):
    """A catalog holds what is no date, account or source."""


@dataclass(frozen=True, slots=True)
class File:
    """What is known of a file before its articles are looked at."""

    name: str
    header: Mapping[str, str]
    entry: Mapping[str, object]


def find_origins(file: File, articles: Sequence[Article]) -> tuple[Origin, tuple[Origin, ...]]:
    """Return the origin of a file and of each of its articles."""
    whole = _find_whole(file, articles)
    published = _find_published(file, articles)
    found = []
    for place, article in enumerate(articles):
        own = _find_account(article)
        base = whole if own is None or "account" in file.entry and len(articles) == 1 else replace(whole, **own)
        found.append(
            replace(
                base,
                title=(whole.title if len(articles) == 1 else article.title) or article.title or whole.title,
                date=_find_date(file, article, whole.date, published, alone=len(articles) == 1),
                url=_find_url(article) or (whole.url if len(articles) == 1 or place == 0 or "url" in file.header else None),
            )
        )
    if whole.date is None and found:
        whole = replace(whole, date=found[0].date)
    if len(found) == 1:
        whole = replace(whole, date=found[0].date)
    return whole, tuple(found)


def _find_whole(file: File, articles: Sequence[Article]) -> Origin:
    header, entry = file.header, file.entry
    title = entry.get("title") or header.get("title") or next((a.over or a.title for a in articles if a.over or a.title), None)
    url = entry.get("url") or header.get("url") or next((url for a in articles if (url := _find_url(a))), None)
    texts = [header.get("url", ""), header.get("publisher", ""), *(note for a in articles for note in _notes(a))]
    texts += [str(url or ""), header.get("title", ""), *(a.over or "" for a in articles), *(a.title or "" for a in articles)]
    known = find_publisher([text for text in texts if text]) or find_publisher([re.sub(r"[_\-.]", " ", file.name)])
    publisher = entry.get("publisher") or header.get("publisher") or (known[1] if known else None)
    account = _read_account(entry) or (known[0].account if known else None)
    return Origin(_text(title), _text(publisher), _text(url), account, _read_date(entry))


def _text(value: object) -> str | None:
    return str(value) if value else None


def _read_account(entry: Mapping[str, object]) -> Account | None:
    account = entry.get("account")
    if account is None:
        return None
    for known in get_args(Account):
        if account == known:
            return known  # type: ignore[no-any-return]
    raise BadCatalog(f"account is {account!r}; it must be one of {', '.join(get_args(Account))}")


def _read_date(entry: Mapping[str, object]) -> EventDate | None:
    day, source = entry.get("date"), entry.get("date_source", "catalog")
    if day is None:
        return None
    if isinstance(day, str):
        try:
            day = date.fromisoformat(day)
        except ValueError as exc:
            raise BadCatalog(f"date is {day!r}; write it as YYYY-MM-DD") from exc
    if not isinstance(day, date):
        raise BadCatalog(f"date is {day!r}; write it as YYYY-MM-DD")
    for known in get_args(DateSource):
        if source == known:
            return EventDate(day, known, str(entry.get("date_from", "the catalog")))
    raise BadCatalog(f"date_source is {source!r}; it must be one of {', '.join(get_args(DateSource))}")


def _notes(article: Article) -> list[str]:
    """Return what stands around an article, what is nearest to a publisher's own word first."""
    order = {"URL": 0, "link": 0, "source note": 1, "dateline": 2, "byline": 3, "time stamp": 4, "boilerplate": 5}
    notes = [note for note in article.notes if note.reason in order]
    return [note.text for note in sorted(notes, key=lambda note: order[note.reason])]


def _find_account(article: Article) -> dict[str, object] | None:
    """Return the publisher and account that the article itself names."""
    prose = [paragraph.text for paragraph in article.paragraphs if paragraph.kind == "prose"]
    reported = [match.group(1) for text in prose[:3] if (match := _REPORTED.match(text))]
    found = find_publisher([*_notes(article), *reported])
    return {"publisher": found[1], "account": found[0].account} if found else None


def _find_url(article: Article) -> str | None:
    urls = [url for note in article.notes if note.reason in {"URL", "link", "source note"} for url in _URL.findall(note.text)]
    return urls[0] if urls else None


def _find_published(file: File, articles: Sequence[Article]) -> Published | None:
    """Return the day that the file says it was published, or is named after."""
    header = file.header
    for key in ("event_date", "published_time", "date"):
        for day in find_days(header.get(key, "")):
            if day.full:
                front = Published(day.full, f"front matter: {header[key]}", header.get("published_time"))
                return _after_name(front, file.name)
    for text, where in [(file.name, "file name"), *((a.over or "", "heading") for a in articles)]:
        for day in find_days(text):
            if day.full:
                return Published(day.full, f"{where}: {day.words}", named=where == "file name")
    return None


def _after_name(front: Published, name: str) -> Published:
    """Return the day in the file's name where it is a few days before publication: the event's."""
    for day in find_days(name):
        if day.full and 0 < (front.day - day.full).days <= 3:
            return replace(front, event=day.full, event_evidence=f"file name: {day.words}")
    return front


def _find_date(
    file: File, article: Article, cataloged: EventDate | None, published: Published | None, *, alone: bool
) -> EventDate | None:
    if cataloged and alone:
        return cataloged
    if cataloged:
        near = find_event(article, Published(cataloged.day, cataloged.evidence))
        within = near and abs((near.day - cataloged.day).days) <= 7
        return EventDate(near.day, cataloged.source, f"{near.evidence}; {cataloged.evidence}") if near and within else cataloged
    own = _published_with(article)
    return find_event(article, own or published)


def _published_with(article: Article) -> Published | None:
    """Return the day that stands beside the article itself: in its dateline, source or address."""
    for note in sorted((note for note in article.notes if note.reason in _SELF_TOLD), key=lambda note: note.reason != "dateline"):
        for day in find_days(note.text):
            if day.full:
                return Published(day.full, f"{note.reason}: {day.words}")
    return None
