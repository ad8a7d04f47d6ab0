"""Counts over time as a table whose cells are bars: read as a table, seen as a chart; knows nothing of what is counted.

Every cell says its number, so that nothing depends on colour or height, and an empty one says what was searched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from page.elements import Child, Markup, element, join


@dataclass(frozen=True, slots=True)
class Bar:
    """One cell: its count, what it says in full, whose it is, and the element that a click leads to."""

    count: int
    label: str
    side: str | None = None  # for the colour
    told: bool = False  # by the other side: hatched
    leads_to: str | None = None
    held: bool = True  # whether anything was there to be counted


@dataclass(frozen=True, slots=True)
class Series:
    """One row: its heading, a remark under it, a bar a column."""

    heading: Child
    bars: tuple[Bar, ...]
    remark: str = ""


def show_chart(caption: str, columns: Sequence[Child], rows: Sequence[Series], legend: str = "") -> Markup:
    """Return the rows as bars that share one height for the greatest count, and a remark under them."""
    highest = max((bar.count for row in rows for bar in row.bars), default=0) or 1
    heads = [element("th", column, scope="col") for column in columns]
    head = element("thead", element("tr", element("td"), *heads))
    body = element("tbody", *(_show_row(row) for row in rows))
    table = element(
        "table", element("caption", element("span", caption)), head, body, class_="chart", style=f"--highest: {highest}"
    )
    room = element("div", table, class_="chart-room", tabindex="0", role="region", aria_label=caption)
    return join(room, element("p", legend, class_="legend faint")) if legend else room


def show_owner(words: str, side: str | None, told: bool = False) -> Markup:
    """Return whose something is, behind a dot in the side's colour; hollow where the other side tells it."""
    return element("span", words, class_="position told" if told else "position", data_side=side)


def _show_row(row: Series) -> Markup:
    remark = element("span", row.remark, class_="faint") if row.remark else None
    cells = [element("td", _show_bar(bar), data_side=bar.side) for bar in row.bars]
    return element("tr", element("th", row.heading, remark, scope="row"), *cells)


def _show_bar(bar: Bar) -> Markup:
    if not bar.count:
        nothing = "0" if bar.held else "·"
        return element("span", nothing, class_="none", title=bar.label, aria_label=bar.label, role="img")
    block = element("i", style=f"--count: {bar.count}", class_="told" if bar.told else None)
    number = element("b", str(bar.count))
    if bar.leads_to is None:
        return element("span", block, number, class_="bar-of", title=bar.label)
    to = bar.leads_to
    return element(
        "button", block, number, type="button", class_="bar-of", title=bar.label, aria_label=bar.label, data_goto=to
    )
