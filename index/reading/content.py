"""What every reader gives: a file's lines with their places, what its head states, what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.cleaning.markup import Line
from index.records import Dropped, Unit

LONGEST = 1_000_000  # characters of text, five hundred pages; what is longer is no readout
MOST_LINES = 100_000


@dataclass(frozen=True, slots=True)
class Content:
    """A file before cleaning: lines of text without markup, numbered by line, page or paragraph."""

    lines: tuple[Line, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
    unit: Unit = "line"


def check_size(characters: int, lines: int = 0) -> None:
    """Raise ValueError with the reason and the cure where a text is too long for a readout."""
    if characters > LONGEST:
        raise ValueError(f"holds {characters:,} characters, more than {LONGEST:,}; split it into its articles")
    if lines > MOST_LINES:
        raise ValueError(f"holds {lines:,} lines, more than {MOST_LINES:,}; split it into its articles")
