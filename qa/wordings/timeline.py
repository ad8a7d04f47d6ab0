"""How often each side used a phrase, by year or by event, over what was searched: a table of counts.

A side's words count by whose account they stand in: China as told by the US is not China's own. Absence is a count of
documents, never a hole. Knows nothing of how a table is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from index.naming.entries import Event, load_events
from index.records import Account, Side
from qa.wordings.uses import Article, Use, Wording, day_of

By = Literal["year", "event"]
MAX_GAP = 20  # years without any document that are still shown between two others
OWN: tuple[tuple[Side, Account], ...] = (("cn", "cn"), ("us", "us"))  # shown even where the phrase is not used
_SIDES: tuple[Side | None, ...] = ("cn", "us", "joint", "other", None)
_ACCOUNTS: tuple[Account | None, ...] = ("cn", "us", "joint", "press", None)


@dataclass(frozen=True, slots=True)
class Column:
    """A year, an event, a single day, or the time that is not known: all None."""

    year: int | None = None
    day: date | None = None
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """The numbers of the uses in one column, and the documents of that account searched there."""

    uses: tuple[int, ...]
    documents: int


@dataclass(frozen=True, slots=True)
class Row:
    """One side's words in one account: a cell a column, and the documents of that account searched in all."""

    side: Side | None
    account: Account | None
    cells: tuple[Cell, ...]
    documents: int

    @property
    def uses(self) -> tuple[int, ...]:
        """The numbers of all uses, the earliest first; undated ones last."""
        return tuple(number for cell in self.cells for number in cell.uses)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The table: columns in order of time, rows in a fixed order of sides."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def highest(self) -> int:
        """The greatest count of a cell."""
        return max((len(cell.uses) for row in self.rows for cell in row.cells), default=0)


def event_on(day: date) -> Event | None:
    """Return the event held on a day, the shortest where there are several."""
    held = [event for event in load_events() if event.first <= day <= event.last]
    return min(held, key=lambda event: event.last - event.first, default=None)


def find_column(day: date | None, by: By) -> Column:
    """Return the column that a day belongs to."""
    if day is None:
        return Column()
    if by == "year":
        return Column(year=day.year)
    event = event_on(day)
    return Column(event=event) if event else Column(day=day)


def make_timeline(wording: Wording, by: By) -> Timeline:
    """Return the counts of a phrase's uses, by year or by event."""
    columns = _list_columns(wording.searched, by)
    places: dict[tuple[Side | None, Account | None], dict[Column, list[int]]] = {key: {} for key in OWN}
    for number, use in enumerate(wording.uses):
        cells = places.setdefault(teller_of(use), {})
        cells.setdefault(find_column(day_of(use.sentence.section), by), []).append(number)
    order = [(side, account) for side in _SIDES for account in _ACCOUNTS if (side, account) in places]
    return Timeline(columns, tuple(_make_row(*key, places[key], columns, wording.searched, by) for key in order))


def teller_of(use: Use) -> tuple[Side | None, Account | None]:
    """Return whose words a use is, and in whose account."""
    return use.sentence.voice.side, use.sentence.section.origin.account


def _make_row(
    side: Side | None,
    account: Account | None,
    uses: dict[Column, list[int]],
    columns: Sequence[Column],
    searched: Sequence[Article],
    by: By,
) -> Row:
    documents: dict[Column, set[str]] = {}
    for article in searched:
        if article.account == account:
            documents.setdefault(find_column(article.day, by), set()).add(article.document)
    cells = tuple(Cell(tuple(uses.get(c, ())), len(documents.get(c, ()))) for c in columns)
    return Row(side, account, cells, len(set().union(*documents.values())))


def _list_columns(searched: Sequence[Article], by: By) -> tuple[Column, ...]:
    found = {find_column(article.day, by) for article in searched}
    dated = sorted((column for column in found if column != Column()), key=_first_day)
    if by == "year":
        dated = [Column(year=year) for year in _fill([column.year or 0 for column in dated])]
    return (*dated, *({Column()} & found))


def _fill(years: Sequence[int]) -> Iterator[int]:
    """Give the years, and those between two of them where they are not too many: a gap in time is part of the chart."""
    for number, year in enumerate(years):
        if number and year - years[number - 1] <= MAX_GAP:
            yield from range(years[number - 1] + 1, year)
        yield year


def _first_day(column: Column) -> date:
    if column.event:
        return column.event.first
    return column.day or date(column.year or 1, 1, 1)
