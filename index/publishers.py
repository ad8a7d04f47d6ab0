"""Whose text an article is, by the publishers named around it; knows nothing of its content."""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from index.records import Account
from index.words import fold

_FILE = Path(__file__).parent / "gazetteer" / "publishers.tsv"
_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/:\s]|$)", re.I)


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher's names and domains, and whose account its texts are."""

    account: Account
    names: tuple[str, ...]
    domains: tuple[str, ...]


@cache
def load_publishers(path: Path = _FILE) -> tuple[Publisher, ...]:
    """Return the publishers of the gazetteer."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t") if len(row) >= 2 and not row[0].startswith("#")]
    found = []
    for account, names, *_ in rows:
        if account in get_args(Account):
            alternatives = [name.strip() for name in names.split("|") if name.strip()]
            domains = tuple(name.lower() for name in alternatives if _HOST.fullmatch(name))
            found.append(Publisher(account, tuple(name for name in alternatives if name.lower() not in domains), domains))
    return tuple(found)


def find_publisher(texts: Sequence[str]) -> tuple[Publisher, str] | None:
    """Return the first publisher that one of the texts names, by domain or by name, and the words that name it."""
    for text in texts:
        found = _by_domain(text) or _by_name(text)
        if found:
            return found
    return None


def _by_domain(text: str) -> tuple[Publisher, str] | None:
    for match in _HOST.finditer(text):
        host = match.group(1).lower()
        for publisher in load_publishers():
            if any(host == domain or host.endswith("." + domain) for domain in publisher.domains):
                return publisher, host
    return None


def _by_name(text: str) -> tuple[Publisher, str] | None:
    folded = fold(text)
    best: tuple[Publisher, str] | None = None
    place = (len(text), 0)  # the first name wins, the longer one where two begin together
    for publisher in load_publishers():
        for name in publisher.names:
            match = _pattern(name).search(folded)
            if match and (match.start(), -len(name)) < place:
                place = (match.start(), -len(name))
                best = publisher, text[match.start() : match.end()]
    return best


@cache
def _pattern(name: str) -> re.Pattern[str]:
    folded = re.escape(fold(name))
    return re.compile(rf"(?<![a-z]){folded}(?![a-z])" if name.isascii() else folded)
