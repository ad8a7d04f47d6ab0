"""Documents as gold sees them: their print without white space and markup; knows nothing of questions or answers.

Positions count the characters that are left, so hard wraps and line breaks change nothing.
"""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

_WHITE = re.compile(r"\s+")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_FILE_YEAR = re.compile(r"(?<!\d)(20\d\d)-\d\d-\d\d(?!\d)")
# Seeds carry no date in their names; the year of each was read from the text by hand (seeds/README.md).
SEED_YEARS = {"000": 2026, "001": 2026, "002": 2023, "003": 2023, "004": 2017}

Place = tuple[int, int]


def squeeze(text: str) -> str:
    """Return `text` without its white space."""
    return _WHITE.sub("", text)


def strip_markup(raw: str) -> str:
    """Return `raw` without HTML tags, character references and Markdown escapes."""
    return _ESCAPE.sub("", html.unescape(_TAG.sub("", raw)))


def print_of(raw: str) -> str:
    """Return what a reader sees of `raw`, without its white space."""
    return squeeze(strip_markup(raw))


def short_hash(text: str) -> str:
    """Return the first twelve hexadecimal digits of the SHA-256 of `text` without white space."""
    return hashlib.sha256(squeeze(text).encode()).hexdigest()[:12]


def year_of(name: str) -> int | None:
    """Return the year of the event that the file `name` tells of, where its name or the list of seeds shows it."""
    dated = _FILE_YEAR.search(name)
    return int(dated[1]) if dated else SEED_YEARS.get(name[:3])


@dataclass(frozen=True)
class Source:
    """One document file as it is on disk."""

    name: str
    raw: str

    @cached_property
    def text(self) -> str:
        """The print of the whole file."""
        return print_of(self.raw)

    def locate(self, words: str) -> tuple[Place, ...]:
        """Return every place of `words` in the print, white space in `words` left out of account."""
        wanted = squeeze(words)
        return (
            tuple((found.start(), found.end()) for found in re.finditer(re.escape(wanted), self.text)) if wanted else ()
        )

    def lines(self, first: int, last: int) -> tuple[str, int]:
        """Return the print of the file's lines `first` to `last` and where it starts in the whole print."""
        rows = self.raw.splitlines()
        return print_of("\n".join(rows[first - 1 : last])), len(print_of("\n".join(rows[: first - 1])))


def read_sources(folders: Iterable[Path]) -> dict[str, Source]:
    """Return the text files of `folders` by name."""
    paths = [path for folder in folders for path in sorted(folder.glob("*.txt"))]
    return {path.name: Source(path.name, path.read_text(encoding="utf-8-sig")) for path in paths}
