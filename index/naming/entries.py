"""The records of the gazetteer and their loaders; knows nothing of where the names stand in a text.

The tables are checked when they are read, and read when they have changed: their records are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import get_args

from index.kept import keep
from index.naming.phrases import EXACT, even
from index.naming.tables import Row, check_unique, read_rows
from index.records import Account, Side

FOLDER = Path(__file__).parent.parent / "gazetteer"
HIDES = "!"  # stands for the id or side in a row of longer words that hold a name and are not it
UNKNOWN = "-"  # stands for the side of an office that several countries have, or of a sea
_SIDES: tuple[Side, ...] = get_args(Side)


@dataclass(frozen=True, slots=True)
class Person:
    """A person with a side and every name in use."""

    id: str
    side: Side
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher, by names and domains, and whose account its texts are."""

    account: Account
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """A place with every name in use; its side is that of the country it belongs to, None for a sea or a region."""

    id: str
    side: Side | None
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """A meeting, visit or call: its first and last day, the sides that took part, where it was held."""

    id: str
    first: date
    last: date
    sides: tuple[Side, ...]
    places: tuple[str, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Titles:
    """Names of offices or institutions with a side; None where the name alone does not tell."""

    side: Side | None
    names: tuple[str, ...]


def _rows(name: str, columns: str, names: str = "names") -> list[Row]:
    rows = list(read_rows(FOLDER / name, columns.split()))
    for row in rows:
        short = [form for form in row.names(names) if len(form.removesuffix(EXACT)) < 2]
        if short or not row.names(names):
            raise row.error(f"the names are {row[names]!r}", "write names of two characters or more, separated by |")
    check_unique(rows, names, lambda form: form if form.endswith(EXACT) else even(form))
    return rows


@cache
def load_people() -> tuple[Person, ...]:
    """Return the people of the gazetteer."""
    return keep("people", [FOLDER / "people.tsv"], tuple[Person, ...], _read_people)


def _read_people() -> tuple[Person, ...]:
    rows = [row for row in _rows("people.tsv", "id side names") if row["id"] != HIDES]
    check_unique(rows, "id", str)
    return tuple(Person(row["id"], row.choice("side", _SIDES), row.names("names")) for row in rows)


def _titles(name: str) -> tuple[Titles, ...]:
    rows = [row for row in _rows(name, "side names") if row["side"] != HIDES]
    known = [None if row["side"] == UNKNOWN else row.choice("side", _SIDES) for row in rows]
    return tuple(Titles(side, row.names("names")) for side, row in zip(known, rows, strict=True))


@cache
def load_offices() -> tuple[Titles, ...]:
    """Return the offices of the gazetteer."""
    return keep("offices", [FOLDER / "offices.tsv"], tuple[Titles, ...], lambda: _titles("offices.tsv"))


@cache
def load_institutions() -> tuple[Titles, ...]:
    """Return the institutions of the gazetteer."""
    table = "institutions.tsv"
    return keep("institutions", [FOLDER / table], tuple[Titles, ...], lambda: _titles(table))


@cache
def load_hiding(name: str) -> tuple[str, ...]:
    """Return the words of the table `name` that hide the names inside them."""
    return keep(f"{Path(name).stem}.hiding", [FOLDER / name], tuple[str, ...], lambda: _read_hiding(name))


def _read_hiding(name: str) -> tuple[str, ...]:
    columns = "id side names" if name == "people.tsv" else "side names"
    rows = [row for row in _rows(name, columns) if row[columns.split()[0]] == HIDES]
    return tuple(form for row in rows for form in row.names("names"))


@cache
def load_publishers() -> tuple[Publisher, ...]:
    """Return the publishers of the gazetteer."""
    return keep("publishers", [FOLDER / "publishers.tsv"], tuple[Publisher, ...], _read_publishers)


def _read_publishers() -> tuple[Publisher, ...]:
    rows = _rows("publishers.tsv", "account names_or_domains", "names_or_domains")
    accounts: tuple[Account, ...] = get_args(Account)
    return tuple(Publisher(row.choice("account", accounts), row.names("names_or_domains")) for row in rows)


@cache
def load_places() -> tuple[Place, ...]:
    """Return the places of the gazetteer."""
    return keep("places", [FOLDER / "places.tsv"], tuple[Place, ...], _read_places)


def _read_places() -> tuple[Place, ...]:
    rows = _rows("places.tsv", "id side names")
    check_unique(rows, "id", str)
    known = [None if row["side"] == UNKNOWN else row.choice("side", _SIDES) for row in rows]
    return tuple(Place(row["id"], side, row.names("names")) for side, row in zip(known, rows, strict=True))


def _day(row: Row, column: str) -> date:
    try:
        return date.fromisoformat(row[column])
    except ValueError as exc:
        raise row.error(f"{column} is '{row[column]}'", "write a day as 2023-11-15") from exc


def _event(row: Row, known: frozenset[str]) -> Event:
    first, last = _day(row, "from"), _day(row, "to")
    if last < first:
        raise row.error(f"it ends on {last} and begins on {first}", "put the earlier day under 'from'")
    for place in row.names("places"):
        if place not in known:
            raise row.error(f"no place has the id '{place}'", "add the place to places.tsv or leave the cell empty")
    sides = tuple(side for side in _SIDES if side in row.names("sides"))
    return Event(row["id"], first, last, sides, row.names("places"), row.names("names"))


@cache
def load_events() -> tuple[Event, ...]:
    """Return the events of the gazetteer, earliest first."""
    return keep("events", [FOLDER / "events.tsv", FOLDER / "places.tsv"], tuple[Event, ...], _read_events)


def _read_events() -> tuple[Event, ...]:
    rows = _rows("events.tsv", "id from to sides places names")
    check_unique(rows, "id", str)
    known = frozenset(place.id for place in load_places())
    events = [_event(row, known) for row in rows]
    return tuple(sorted(events, key=lambda event: (event.first, event.id)))
