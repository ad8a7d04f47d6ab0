"""What a web page says of itself in its head: title, publisher, address, moment; knows nothing of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from index.cleaning.chars import tidy
from index.origins.dates import find_days
from index.reading.blocks import Block
from index.reading.titles import choose_title, part_site

if TYPE_CHECKING:
    from lxml.etree import _Element

_TITLES = ("articletitle", "og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "sailthru.title")
_PUBLISHERS = (
    ("contentsource", "source", "article:publisher_name"),
    ("og:site_name", "sitename", "application-name", "dc.publisher", "dcterms.publisher", "publisher"),
)
_MOMENTS = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "firstpublishedtime",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publishtime",
    "article:create_at",
    "og:release_date",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "sailthru.date",
    "parsely-pub-date",
    "apub:time",
    "date",
)
_ADDRESSES = ("og:url", "url", "twitter:url")
_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*|url:\s*)(https?://[^\s<>\"]{4,2000})"
)
_LINK = re.compile(r"https?://[^\s<>\"]{4,2000}")
_FIRST_YEAR, _FAR = 1995, 3650  # no page is older; days by which pages of one article differ at most
_ARTICLES = ("article", "report", "statement", "webpage", "pressrelease", "speech", "publication")
_HEADINGS = 60  # of a page; its title is among the first
_TITLE_SIZE = 600  # characters
_LABEL = re.compile(r"^(?:来源|來源|Source)\s*[：:]\s*|\s*原[创創]稿$")
_LD_LIMIT = 400_000  # characters of embedded data; more is no description of an article


@dataclass(frozen=True, slots=True)
class Page:
    """What a page says of itself: its title without the site's name, and the same keys as front matter."""

    title: str | None
    header: Mapping[str, str]


def describe_page(root: _Element, text: str, blocks: Sequence[Block]) -> Page:
    """Return what the head of a page, its data and its address tell."""
    told = {**_read_data(root), **_read_metas(root)}
    url = _find_address(root, text, told)
    sites = [_LABEL.sub("", told[key]) for keys in _PUBLISHERS for key in keys if key in told]
    named = [told[key] for key in _TITLES if key in told] + [tidy("".join(e.itertext())) for e in root.iter("title")][
        :1
    ]
    headings = [block for block in blocks if block.level in (1, 2)][:_HEADINGS]
    title = choose_title([name[:_TITLE_SIZE] for name in named], headings, sites)
    site = next((site for name in named if (site := part_site(name)[1])), None)
    header = {"title": title, "url": url, "publisher": next(iter(sites), None), "site": site}
    moments = [moment for key in _MOMENTS if (moment := told.get(key))]
    day, moment = choose_day(moments or _list_times(root), url)
    header |= {"date": day.isoformat() if day else None, "published_time": moment}
    return Page(title, {key: value for key, value in header.items() if value})


def _read_metas(root: _Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = tidy(element.get("content") or "")
        if key and value:
            found.setdefault(key.strip().lower(), value)
    return found


def _read_data(root: _Element) -> dict[str, str]:
    """Read the description of the article that is embedded for search engines (JSON-LD)."""
    found: dict[str, str] = {}
    for element in root.iter("script"):
        if (element.get("type") or "").lower() != "application/ld+json" or len(element.text or "") > _LD_LIMIT:
            continue
        try:
            loaded = json.loads(element.text or "")
        except (ValueError, RecursionError):
            continue
        for thing in _list_things(loaded):
            for key in ("headline", "datePublished", "url"):
                if isinstance(value := thing.get(key), str):
                    found.setdefault(key.lower(), tidy(value))
            publisher = thing.get("publisher")
            if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                found.setdefault("publisher", tidy(publisher["name"]))
    return found


def _list_things(loaded: object) -> Iterator[dict[str, object]]:
    for thing in loaded if isinstance(loaded, list) else [loaded]:
        if isinstance(thing, dict):
            kind = str(thing.get("@type", "")).lower()
            if any(name in kind for name in _ARTICLES):
                yield thing
            graph = thing.get("@graph")
            if isinstance(graph, list):
                yield from (item for item in graph if isinstance(item, dict) and _is_article(item))


def _is_article(thing: dict[str, object]) -> bool:
    kind = str(thing.get("@type", "")).lower()
    return any(name in kind for name in _ARTICLES)


def _find_address(root: _Element, text: str, told: Mapping[str, str]) -> str | None:
    """Return the page's own address: the canonical one, else that which the browser that saved it noted."""
    links = [e.get("href") or "" for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower()]
    saved = _SAVED.search(text[:20_000])
    named = [*links, *(told[key] for key in _ADDRESSES if key in told), saved.group(1) if saved else ""]
    return next((tidy(link) for link in named if _split(tidy(link))[1].strip("/")), None)


def _split(url: str) -> tuple[str, str]:
    """Return the host and the path of a web address, two empty strings where it is none."""
    try:
        parts = urlsplit(url if _LINK.fullmatch(url) else "")
    except ValueError:
        return "", ""
    return parts.hostname or "", parts.path


def _list_times(root: _Element) -> list[str]:
    """Return the moment of the first <time> outside of lists and links."""
    for element in root.iter("time"):
        if not any(parent.tag in ("li", "nav", "aside", "footer", "a") for parent in element.iterancestors()):
            return [element.get("datetime") or "", tidy("".join(element.itertext()))]
    return []


def choose_day(moments: Sequence[str], url: str | None) -> tuple[date | None, str | None]:
    """Return the day of publication and its moment: the earliest that is told, in the publisher's own time."""
    days: list[tuple[date, str | None]] = []
    for text in moments:
        if day := _read_day(text, url or ""):
            days.append((day, text))
            break
    days += [(found.full, None) for found in find_days(_split(url or "")[1]) if found.full]
    days = [(day, moment) for day, moment in days if day.year >= _FIRST_YEAR]
    if not days:
        return None, None
    first = min(day for day, _ in days)
    return first, next((moment for day, moment in days if moment and day == first), None)


def _read_day(text: str, url: str) -> date | None:
    """Return the day of a moment where the publisher is: servers tell it for Greenwich."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return next((found.full for found in find_days(text) if found.full), None)
    if moment.tzinfo is None or moment.utcoffset() != timedelta(0):
        return moment.date()
    host = _split(url)[0]
    hours = -5 if host.endswith((".gov", ".mil")) else 8 if host.endswith((".cn", ".hk", ".tw")) else 0
    return moment.astimezone(timezone(timedelta(hours=hours))).date()
