"""Counts over time as a table whose cells are bars: read as a table, seen as a chart; knows nothing of what is counted.

Every cell says its number, so that nothing depends on colour or height, and an empty one says what was searched.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from page.elements import Child, Markup, element


@dataclass(frozen=True, slots=True)
class Bar:
    """One cell: its count, what it says in full, and the element that a click leads to."""

    count: int
    label: str
    leads_to: str | None = None
    held: bool = True  # whether anything was there to be counted


@dataclass(frozen=True, slots=True)
class Series:
    """One row: its heading, whose it is (for the colour), a remark under the heading, a bar a column."""

    heading: str
    side: str | None
    bars: tuple[Bar, ...]
    remark: str = ""
    told: bool = False


def show_chart(caption: str, columns: Sequence[Child], rows: Sequence[Series]) -> Markup:
    """Return the rows as bars that share one height for the greatest count."""
    highest = max((bar.count for row in rows for bar in row.bars), default=0) or 1
    heads = [element("th", column, scope="col") for column in columns]
    head = element("thead", element("tr", element("td"), *heads))
    body = element("tbody", *(_show_row(row) for row in rows))
    table = element("table", element("caption", caption), head, body, class_="chart", style=f"--highest: {highest}")
    return element("div", table, class_="chart-room", tabindex="0", role="region", aria_label=caption)


def _show_row(row: Series) -> Markup:
    remark = element("span", row.remark, class_="faint") if row.remark else None
    name = element("span", row.heading, class_="position told" if row.told else "position")
    cells = [element("td", _show_bar(bar)) for bar in row.bars]
    return element("tr", element("th", name, remark, scope="row"), *cells, data_side=row.side)


def _show_bar(bar: Bar) -> Markup:
    if not bar.count:
        return element(
            "span", "0" if bar.held else "·", class_="none", title=bar.label, aria_label=bar.label, role="img"
        )
    inside = (element("i", style=f"--count: {bar.count}"), element("b", str(bar.count)))
    if bar.leads_to is None:
        return element("span", *inside, class_="bar-of", title=bar.label)
    return element(
        "button", *inside, type="button", class_="bar-of", title=bar.label, aria_label=bar.label, data_goto=bar.leads_to
    )
