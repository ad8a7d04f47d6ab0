"""What is held as HTML: a chart of documents by year and account, and a table of them; knows nothing of Gradio."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from weakref import WeakKeyDictionary

from index.pack import read_cards
from index.records import Account, Language, Origin
from index.words import fold
from page.chart import Bar, Series, show_chart, show_owner
from page.elements import Child, Markup, element, join
from page.evidence import tell_day
from page.quotes import show_date
from page.texts import LANGUAGES, NAMES, say, show_day
from qa.library import Library

LISTED = 200  # rows; more are found by searching
COUNTS = ("sections", "passages", "sentences")
ACCOUNTS: tuple[Account | None, ...] = ("cn", "us", "joint", "press", None)


@dataclass(frozen=True)
class Holding:
    """One document as the register lists it, without its text; an origin for each of its articles."""

    name: str
    language: Language
    origins: tuple[Origin, ...]
    passages: int
    sentences: int

    @cached_property
    def accounts(self) -> tuple[Account | None, ...]:
        """Whose accounts its articles are."""
        return tuple(dict.fromkeys(origin.account for origin in self.origins))

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The days of its articles, as far as they are known, in order."""
        return tuple(sorted({origin.date.day for origin in self.origins if origin.date}))

    @cached_property
    def searchable(self) -> str:
        """Everything that a search looks in."""
        facts = [fact for o in self.origins for fact in (o.title, o.publisher, o.url) if fact]
        days = [name for day in self.days for name in (day.isoformat(), *(show_day(each, day) for each in LANGUAGES))]
        accounts = [say(each, f"account_{account or 'none'}") for account in self.accounts for each in LANGUAGES]
        return fold("\n".join([self.name, *facts, *days, *accounts]))

    @property
    def year(self) -> int | None:
        """The year of its earliest article, if that is known."""
        return self.days[0].year if self.days else None


_listed: WeakKeyDictionary[Library, list[Holding]] = WeakKeyDictionary()


def list_held(library: Library) -> list[Holding]:
    """Return the documents of a library, the latest first, the undated last; the list is made for it once."""
    if library not in _listed:
        columns = library.store.columns
        counts = zip(columns.passages.sizes.tolist(), columns.sentences.sizes.tolist(), strict=True)
        found = [
            Holding(card.name, card.language, tuple(section.origin for section in card.sections), passages, sentences)
            for card, (passages, sentences) in zip(read_cards(columns.packed), counts, strict=True)
        ]
        _listed[library] = sorted(found, key=lambda h: (-h.days[0].toordinal() if h.days else 0, h.name))
    return _listed[library]


def find_holdings(holdings: Sequence[Holding], search: str) -> list[Holding]:
    """Return the documents whose title, name, publisher, address, day or account holds every word searched for."""
    words = fold(search).split()
    return (
        [holding for holding in holdings if all(word in holding.searchable for word in words)] if words else [*holdings]
    )


def show_register(holdings: Sequence[Holding], search: str, language: Language, may_edit: bool) -> Markup:
    """Return the counts, the chart and the table of the documents that a search finds."""
    found = find_holdings(holdings, search)
    rows = [_show_row(holding, language, may_edit) for holding in found[:LISTED]]
    heads = ["date", "title", "account", "language_short", *COUNTS]
    cells = [
        element("th", say(language, head), scope="col", class_="is-number" if head in COUNTS else f"is-{head}")
        for head in heads
    ]
    cells += (
        [element("th", element("span", say(language, "remove_head"), class_="unseen"), scope="col")] if may_edit else []
    )
    table = element(
        "table",
        element("caption", say(language, "held"), class_="unseen"),
        element("thead", element("tr", *cells)),
        element("tbody", *rows),
        class_="register",
    )
    return element(
        "div",
        _show_chart(found, language) if found else None,
        element("p", _count(found, len(holdings), language), class_="faint", role="status"),
        table if rows else None,
        lang=language,
    )


def _count(found: Sequence[Holding], held: int, language: Language) -> Child:
    passages = sum(holding.passages for holding in found)
    sentences = sum(holding.sentences for holding in found)
    totals = say(language, "register_count", documents=len(found), passages=passages, sentences=sentences)
    if held and not found:
        return say(language, "register_found", found=0, held=held)
    if len(found) < held:
        totals = f"{say(language, 'register_found', found=len(found), held=held)} · {totals}"
    part = say(language, "held_part", shown=LISTED, documents=len(found)) if len(found) > LISTED else ""
    return " · ".join(filter(None, (totals, part)))


def _show_chart(holdings: Sequence[Holding], language: Language) -> Markup:
    years = sorted({holding.year for holding in holdings if holding.year})
    columns: list[int | None] = (
        [*range(years[0], years[-1] + 1)] if years and years[-1] - years[0] < LISTED else [*years]
    )
    columns += [None] if any(holding.year is None for holding in holdings) else []
    counted = Counter((holding.accounts[0], holding.year) for holding in holdings)
    rows = []
    for account in ACCOUNTS:
        counts = [counted[account, year] for year in columns]
        if any(counts):
            name = say(language, f"account_{account or 'none'}")
            bars = tuple(
                Bar(n, _name_bar(name, year, n, language), account, held=False)
                for n, year in zip(counts, columns, strict=True)
            )
            rows.append(Series(show_owner(name, account), bars))
    heads = [str(year) if year else say(language, "undated") for year in columns]
    return show_chart(say(language, "register_chart"), heads, rows)


def _name_bar(account: str, year: int | None, count: int, language: Language) -> str:
    when = str(year) if year else say(language, "undated")
    return say(language, "register_bar", account=account, when=when, documents=count)


def _show_row(holding: Holding, language: Language, may_edit: bool) -> Markup:
    words = holding.origins[0].title or holding.name
    title = element("span", words, class_="title", lang=holding.language)
    button = element("button", title, type="button", data_event="click", data_name=holding.name)
    accounts = join(*(show_owner(say(language, f"account_{a or 'none'}"), a) for a in holding.accounts))
    counts = zip(COUNTS, (len(holding.origins), holding.passages, holding.sentences), strict=True)
    return element(
        "tr",
        element("td", _show_days(holding, language), class_="is-date"),
        element("td", button, element("span", holding.name, class_="file faint"), class_="is-title"),
        element("td", accounts, class_="is-account"),
        element("td", NAMES[holding.language], lang=holding.language, class_="is-language_short"),
        *(element("td", str(n), class_="is-number", data_label=say(language, name)) for name, n in counts),
        element("td", _show_removal(holding.name, language), class_="is-removal") if may_edit else None,
    )


def _show_days(holding: Holding, language: Language) -> Markup:
    origin = holding.origins[0]
    source = None
    if origin.date:
        words = say(language, f"source_{origin.date.source}")
        source = element("span", words, class_="source faint", title=tell_day(language, origin.date))
    more = element("span", f" … {show_day(language, holding.days[-1])}") if len(holding.days) > 1 else None
    return join(show_date(language, origin.date), more, source)


def _show_removal(name: str, language: Language) -> Markup:
    ask = element(
        "button",
        say(language, "remove_short"),
        type="button",
        class_="quiet",
        data_ask_first="1",
        aria_label=say(language, "remove", condition=name),
    )
    sure = element(
        "button", say(language, "remove_sure"), type="button", class_="warning", data_event="clear", data_name=name
    )
    keep = element("button", say(language, "keep"), type="button", class_="quiet", data_keep="1")
    return join(ask, element("span", sure, keep, class_="sure", hidden=True))
