"""The parts of an answer, by side, by question or by year, and the list of them above it; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from index.records import Account, Language, Side
from page.chart import show_owner
from page.elements import Markup, element
from page.texts import say
from qa.records import Answer, Citation


@dataclass(frozen=True, slots=True)
class Part:
    """Citations under a heading; where there is none, what was searched for one and why there is none."""

    heading: str
    citations: tuple[Citation, ...]
    side: Side | None = None
    account: Account | None = None
    documents: int | None = None
    why: str = ""


def list_parts(answer: Answer) -> list[Part]:
    """Return the parts of an answer; one without a heading where it has none."""
    language, by_number = answer.question.language, {citation.number: citation for citation in answer.citations}
    grouped = {number for group in answer.groups for number in group.numbers}
    rest = tuple(citation for citation in answer.citations if citation.number not in grouped)
    if not answer.groups:
        return _part_years(rest, language) if answer.question.form == "change" else [Part("", rest)]
    parts = [
        Part(g.heading, tuple(by_number[n] for n in g.numbers), g.side, g.account, g.documents, g.why)
        for g in answer.groups
    ]
    return [*parts, Part(say(language, "group_rest"), rest)] if rest else parts


def _part_years(citations: Sequence[Citation], language: Language) -> list[Part]:
    """Return a part for each year, where the citations stand in order of time and are of several years."""
    years = [(year, tuple(cited)) for year, cited in groupby(citations, _year_of)]
    known = [year for year, _ in years if year]
    if len(years) < 2 or known != sorted(set(known)) or len(years) - len(known) > 1:
        return [Part("", tuple(citations))]
    return [Part(str(year) if year else say(language, "undated"), cited) for year, cited in years]


def _year_of(citation: Citation) -> int | None:
    known = citation.quote.section.origin.date
    return known.day.year if known else None


def show_outline(turn: int, parts: Sequence[Part], language: Language) -> Markup | None:
    """Return the list of an answer's parts with their counts, each leading to its own; None where there is one."""
    if len(parts) < 2:
        return None
    rows = [element("li", _show_row(turn, number, part, language)) for number, part in enumerate(parts)]
    return element("ul", *rows, class_="outline", aria_label=say(language, "parts"))


def _show_row(turn: int, number: int, part: Part, language: Language) -> Markup:
    count = element("span", say(language, "part_count", count=len(part.citations)), class_="count")
    owner = show_heading(part)
    if not part.citations:
        return element("span", owner, count, class_="part empty")
    return element("button", owner, count, type="button", class_="part", data_goto=name_part(turn, number))


def show_heading(part: Part) -> Markup:
    """Return a part's heading behind a dot in its side's colour; hollow where the other side tells it."""
    told = part.account is not None and part.side != part.account
    return show_owner(part.heading, part.side, told) if part.side else element("span", part.heading)


def name_part(turn: int, number: int) -> str:
    """Return the id of a part's section."""
    return f"part-{turn}-{number}"
