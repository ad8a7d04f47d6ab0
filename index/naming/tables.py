"""Reads the tab-separated tables that a user may extend; knows nothing of what their columns mean.

The first line names the columns, `#` opens a comment line, `|` separates alternatives in a cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

Choice = TypeVar("Choice", bound=str)


class BadRowError(ValueError):
    """A row of a table that cannot be read; the message names the file, the line and the cure."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: its cells by column, and where it stands."""

    path: Path
    line: int
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def names(self, column: str) -> tuple[str, ...]:
        """Return the alternatives in a cell."""
        return tuple(name.strip() for name in self.cells[column].split("|") if name.strip())

    def choice(self, column: str, choices: Sequence[Choice]) -> Choice:
        """Return the cell as one of `choices`, or raise BadRowError."""
        for choice in choices:
            if choice == self.cells[column]:
                return choice
        raise self.error(f"{column} is '{self.cells[column]}'", f"write one of {', '.join(choices)}")

    def error(self, reason: str, cure: str) -> BadRowError:
        """Return the error that names this row, ready to be raised."""
        return BadRowError(f"{self.path.name}, line {self.line}: {reason}; {cure}.")


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the rows of the table at `path`, which must have exactly these `columns`."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    header = lines[0].split("\t") if lines else []
    if header != list(columns):
        shown = "\t".join(columns).replace("\t", "<TAB>")
        raise BadRowError(f"{path.name}, line 1: the columns are {header}; write the first line as {shown}.")
    for number, line in enumerate(lines[1:], start=2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        row = Row(path, number, dict(zip(columns, cells, strict=False)))
        if len(cells) != len(columns):
            raise row.error(f"{len(cells)} cells", f"write {len(columns)}, separated by tabs: {', '.join(columns)}")
        yield row


def check_unique(rows: Sequence[Row], column: str, key: Callable[[str], str]) -> None:
    """Raise BadRowError if two rows hold the same alternative in `column`, compared by `key`."""
    first: dict[str, Row] = {}
    for row in rows:
        for name in row.names(column):
            other = first.setdefault(key(name), row)
            if other is not row:
                raise row.error(f"'{name}' stands in line {other.line} too", "keep it in one of the two rows")
