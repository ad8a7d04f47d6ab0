"""What every reader gives: a file's lines with their places, what its head states, what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from index.cleaning.markup import Line
from index.records import Dropped, Unit


@dataclass(frozen=True, slots=True)
class Content:
    """A file before cleaning: lines of text without markup, numbered by line, page or paragraph."""

    lines: tuple[Line, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()
    unit: Unit = "line"
