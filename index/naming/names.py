"""Finds the names of the gazetteer in a text, in any script; knows nothing of sentences or speech.

    find_people(text) -> list[Mention]           id and side of the person
    find_offices(text) -> list[Mention]          id: the name as listed; side None where the office does not tell
    find_institutions(text) -> list[Mention]     id: the name as listed; joint subjects (双方) have the side joint
    find_places(text) -> list[Mention]           id of the place; no side
    find_events(text) -> list[EventMention]      by the event's name, and by its place (then every event held there)
    account_of(name_or_url) -> Account | None    whose account a publisher's texts are

Offsets count characters of the text as given. The records and their loaders are in index/naming/entries.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

from index.naming import entries
from index.naming.entries import Event, Titles
from index.naming.phrases import HIDES, Phrases
from index.records import Account, Side


@dataclass(frozen=True, slots=True)
class Mention:
    """A name found in a text."""

    start: int
    end: int
    id: str
    side: Side | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event found in a text, by its own name or only by the place where it was held."""

    start: int
    end: int
    event: Event
    by_place: bool


def _number(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    return ((name, number) for number, names in enumerate(rows) for name in names)


def _hide(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[str, int]]:
    return ((name, HIDES) for names in rows for name in names)


def _files(*tables: str) -> list[Path]:
    return [entries.FOLDER / table for table in tables]


@cache
def _people() -> Phrases[tuple[str, Side | None]]:
    people = entries.load_people()
    files = _files("people.tsv", "places.tsv", "institutions.tsv")
    things: list[tuple[str, Side | None]] = [(person.id, person.side) for person in people]
    return Phrases.keep("people.phrases", files, things, _name_people)


def _name_people() -> Iterator[tuple[str, int]]:
    longer = [place.names for place in entries.load_places()] + [row.names for row in entries.load_institutions()]
    hidden = _hide([entries.load_hiding("people.tsv"), *longer])
    return chain(_number(person.names for person in entries.load_people()), hidden)


def _titles(
    table: str, rows: Sequence[Titles], other: str, longer: Iterable[Titles]
) -> Phrases[tuple[str, Side | None]]:
    things = [(name, row.side) for row in rows for name in row.names]

    def name_titles() -> Iterator[tuple[str, int]]:
        hidden = _hide([entries.load_hiding(table), *(row.names for row in longer)])
        return chain(_number((name,) for name, _ in things), hidden)

    return Phrases.keep(f"{Path(table).stem}.phrases", _files(table, other), things, name_titles)


@cache
def _offices() -> Phrases[tuple[str, Side | None]]:
    return _titles("offices.tsv", entries.load_offices(), "institutions.tsv", entries.load_institutions())


@cache
def _institutions() -> Phrases[tuple[str, Side | None]]:
    return _titles("institutions.tsv", entries.load_institutions(), "offices.tsv", entries.load_offices())


@cache
def _places() -> Phrases[tuple[str, Side | None]]:
    places = entries.load_places()
    things: list[tuple[str, Side | None]] = [(place.id, None) for place in places]
    return Phrases.keep("places.phrases", _files("places.tsv"), things, lambda: _number(p.names for p in places))


def _mentions(phrases: Phrases[tuple[str, Side | None]], text: str) -> list[Mention]:
    return [Mention(start, end, *value) for start, end, value in phrases.find(text)]


@lru_cache(maxsize=1024)  # a sentence is asked for its people again and again
def _find_people(text: str) -> tuple[Mention, ...]:
    return tuple(_mentions(_people(), text))


def find_people(text: str) -> list[Mention]:
    """Return the people named in `text`, in order."""
    return list(_find_people(text))


def find_offices(text: str) -> list[Mention]:
    """Return the offices named in `text`, in order."""
    return _mentions(_offices(), text)


@lru_cache(maxsize=1024)
def _find_institutions(text: str) -> tuple[Mention, ...]:
    return tuple(_mentions(_institutions(), text))


def find_institutions(text: str) -> list[Mention]:
    """Return the institutions, governments and joint subjects named in `text`, in order."""
    return list(_find_institutions(text))


def find_places(text: str) -> list[Mention]:
    """Return the places named in `text`, in order."""
    return _mentions(_places(), text)


@cache
def _sides_of_places() -> dict[str, Side | None]:
    return {place.id: place.side for place in entries.load_places()}


def place_side(place: str) -> Side | None:
    """Return the side that the place with this id belongs to; None for a sea, a region or an unknown id."""
    return _sides_of_places().get(place)


@cache
def _events() -> Phrases[Event]:
    return Phrases((name, event) for event in entries.load_events() for name in event.names)


def events_at(place: str) -> tuple[Event, ...]:
    """Return the events held at the place with this id, earliest first."""
    return tuple(event for event in entries.load_events() if place in event.places)


def find_events(text: str) -> list[EventMention]:
    """Return the events that `text` names, and those held at a place it names outside such a name, in order."""
    named = [EventMention(*found, by_place=False) for found in _events().find(text)]
    free = [place for place in find_places(text) if not any(n.start < place.end and place.start < n.end for n in named)]
    held = [EventMention(place.start, place.end, event, True) for place in free for event in events_at(place.id)]
    return sorted(named + held, key=lambda mention: (mention.start, mention.event.first))


@cache
def _domains() -> dict[str, Account]:
    rows = [(name, row.account) for row in entries.load_publishers() for name in row.names]
    return {name.lstrip("."): account for name, account in rows if _is_domain(name)}


@cache
def _publishers() -> Phrases[Account]:
    return Phrases(
        (name, row.account) for row in entries.load_publishers() for name in row.names if not _is_domain(name)
    )


def _is_domain(text: str) -> bool:
    host, _, last = text.rpartition(".")
    return text.isascii() and " " not in text and last.isalpha() and last.islower() and (bool(host) or text[0] == ".")


def find_publishers(text: str) -> list[tuple[int, int, Account]]:
    """Return the publishers named in `text` and whose account their texts are, in order."""
    return [(found.start, found.end, found.value) for found in _publishers().find(text)]


def account_of(name_or_url: str) -> Account | None:
    """Return whose account the texts of a publisher are, by its URL or domain or by the first publisher named."""
    url = name_or_url.strip()
    host = urlsplit(url if "://" in url else f"//{url}").hostname if " " not in url else None
    while host and "." in host or host in _domains():
        if host in _domains():
            return _domains()[host]
        host = host.partition(".")[2]
    return next((found.value for found in _publishers().find(name_or_url)), None)
