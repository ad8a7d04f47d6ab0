"""The catalog beside a folder's files: what they do not say of themselves, written by hand."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TypeVar, get_args

from index.records import Account, DateSource, EventDate, Language, Origin

FILE = "catalog.toml"
Catalog = Mapping[str, Origin]
Choice = TypeVar("Choice", bound=str)

_LANGUAGES: tuple[Language, ...] = get_args(Language)
_KEYS = ("title", "publisher", "url", "date", "account")
_KNOWN = {*_KEYS, *(f"{key}_from" for key in _KEYS), "date_source"}


class CatalogError(ValueError):
    """A catalog that cannot be used; the message names the place and the cure."""


def load_catalog(path: Path) -> Catalog:
    """Return what the catalog tells of each file, by file name; nothing where there is no catalog."""
    if not path.is_file():
        return {}
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise CatalogError(f"it is not valid TOML ({exc}); mend that line") from exc
    return {name: _read_entry(name, table) for name, table in tables.items()}


def _read_entry(name: str, table: object) -> Origin:
    if not isinstance(table, dict):
        raise CatalogError(f'{name} has no table; write ["{name}"] above its values')
    unknown = sorted(set(table) - _KNOWN)
    if unknown:
        raise CatalogError(
            f"{name}: '{unknown[0]}' is not known; write one of {', '.join(_KEYS)}, or one of them with _from"
        )
    account = table.get("account")
    return Origin(
        title=_read_text(name, table, "title"),
        publisher=_read_text(name, table, "publisher"),
        url=_read_text(name, table, "url"),
        account=None if account is None else _choose(name, "account", account, get_args(Account)),
        date=_read_date(name, table),
    )


def _read_text(name: str, table: Mapping[str, object], key: str) -> str | None:
    value = table.get(key)
    if value is None or isinstance(value, str):
        return value or None
    raise CatalogError(f"{name}: {key} is {value!r}; write text in quotation marks")


def _choose(name: str, key: str, value: object, choices: tuple[Choice, ...]) -> Choice:
    for choice in choices:
        if choice == value:
            return choice
    raise CatalogError(f"{name}: {key} is {value!r}; write one of {', '.join(choices)}")


def _read_date(name: str, table: Mapping[str, object]) -> EventDate | None:
    day = table.get("date")
    if day is None:
        return None
    try:
        day = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        day = None
    if type(day) is not date:  # a datetime is a date too, and its hours would be lost silently
        raise CatalogError(f"{name}: date is {table['date']!r}; write a day as 2023-11-15")
    source: DateSource = _choose(name, "date_source", table.get("date_source", "catalog"), get_args(DateSource))
    told = _read_told(name, table.get("date_from"))
    evidence = told[0][1] if told else _read_text(name, table, "date_from") or f"{FILE}: {day}"
    return EventDate(day, source, evidence, told)


def _read_told(name: str, told: object) -> tuple[tuple[Language, str], ...]:
    """Return where a date is from in several languages, where the catalog gives a table of them; the first counts."""
    if not isinstance(told, dict):
        return ()
    return tuple((_choose(name, "date_from", key, _LANGUAGES), str(text)) for key, text in told.items() if text)
