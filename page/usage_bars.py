"""The bars of a phrase: rows of sides by year, or of events by side; knows nothing of the sentences' words."""

from __future__ import annotations

from index.records import Account, Language, Side
from page.chart import Bar, Series, show_chart, show_owner
from page.elements import Markup, element, join
from page.names import show_name
from page.quotes import show_position
from page.texts import say, show_day
from qa.wordings.timeline import By, Cell, Column, Row, Timeline


def show_bars(timeline: Timeline, by: By, places: dict[int, int], language: Language) -> Markup:
    """Return the chart; `places` are the numbers under which the uses are listed, where a bar leads to."""
    caption = say(language, f"chart_{by}")
    bars = [
        tuple(
            _make_bar(row, column, cell, places, language)
            for column, cell in zip(timeline.columns, row.cells, strict=True)
        )
        for row in timeline.rows
    ]
    if by == "year":
        heads = [_name_column(column, language) for column in timeline.columns]
        rows = [
            Series(_name_row(row, language), cells, count_row(row, language))
            for row, cells in zip(timeline.rows, bars, strict=True)
        ]
        return show_chart(caption, heads, rows, _tell_signs(timeline, language))
    owners = [
        join(_name_row(row, language), element("span", count_row(row, language), class_="faint"))
        for row in timeline.rows
    ]
    events = [
        Series(_name_column(column, language), tuple(cells[number] for cells in bars), _date_column(column, language))
        for number, column in enumerate(timeline.columns)
        if any(cells[number].count for cells in bars)
    ]
    rest = len(timeline.columns) - len(events)
    without = element("p", say(language, "events_without", count=rest), class_="faint") if rest else None
    return element("div", show_chart(caption, owners, events), without, class_="by-event")


def _tell_signs(timeline: Timeline, language: Language) -> str:
    """Return what the signs of empty cells mean, where there are such cells."""
    empty = {cell.documents > 0 for row in timeline.rows for cell in row.cells if not cell.uses}
    return say(language, "legend") if empty else ""


def count_row(row: Row, language: Language) -> str:
    """Return how many sentences in how many documents, or that there is none in so many."""
    if row.uses:
        return say(language, "row_count", sentences=len(row.uses), documents=row.documents)
    return say(language, "no_sentence" if row.documents else "no_account_held", documents=row.documents)


def _make_bar(row: Row, column: Column, cell: Cell, places: dict[int, int], language: Language) -> Bar:
    words = say(
        language,
        "bar",
        who=name_teller(row.side, row.account, language),
        when=_name_column(column, language),
        sentences=len(cell.uses),
        documents=cell.documents,
    )
    first = places.get(cell.uses[0]) if cell.uses else None
    leads_to = None if first is None else f"use-{first}"
    return Bar(len(cell.uses), words, row.side, _is_told(row.side, row.account), leads_to, cell.documents > 0)


def _name_row(row: Row, language: Language) -> Markup:
    return show_owner(name_teller(row.side, row.account, language), row.side, _is_told(row.side, row.account))


def name_teller(side: Side | None, account: Account | None, language: Language) -> str:
    """Return whose words they are, and in whose account."""
    return show_position(language, side, account)


def _is_told(side: Side | None, account: Account | None) -> bool:
    return side is not None and side != account


def _name_column(column: Column, language: Language) -> str:
    if column.event:
        return show_name(column.event.id, language)
    if column.day:
        return show_day(language, column.day)
    return str(column.year) if column.year else say(language, "undated")


def _date_column(column: Column, language: Language) -> str:
    return show_day(language, column.event.first) if column.event else ""
