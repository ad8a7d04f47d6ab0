"""The right-hand side as HTML: a document with its quotation marked by offsets, or all documents held.

Knows nothing of Gradio. Labels are in the interface's language, documents in their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from weakref import WeakKeyDictionary

from index.records import Block, Language, Readout, Section, Span
from page.elements import Child, Markup, element, join, web_link
from page.evidence import tell_day
from page.quotes import open_button, show_date
from page.records import Places
from page.texts import say, show_day, show_lines

LISTED = 100  # documents in the list; a page with ten thousand would not be read
TAGS = {"heading": "h3", "prose": "p", "question": "p"}
_plain: WeakKeyDictionary[Readout, tuple[Markup, ...]] = WeakKeyDictionary()


def show_place(places: Places, place: int, language: Language) -> Markup:
    """Return the document of one of the places, with the place marked and the way to its neighbours."""
    span = places.spans[place]
    others = [other for other in places.spans[: places.numbered] if other.readout is span.readout]
    return join(_show_stepper(places, place, language), _show_document(span.readout, language, span, others))


def show_whole(readout: Readout, language: Language) -> Markup:
    """Return a document with nothing marked."""
    return join(_show_bar(language, name=readout.name), _show_document(readout, language, None, ()))


def show_held(latest: Sequence[Readout], held: int, language: Language) -> Markup:
    """Return the list of the latest documents, in the order given, and how many are held."""
    rows = [_show_row(readout, language) for readout in latest]
    part = say(language, "held_part", shown=len(latest), documents=held) if len(latest) < held else None
    heading = element("h2", say(language, "held"))
    return join(heading, element("ul", *rows, class_="held"), element("p", part, class_="faint") if part else None)


def _first_section(readout: Readout) -> Section:
    return readout.section_at(0)


def _show_row(readout: Readout, language: Language) -> Markup:
    origin = _first_section(readout).origin
    title = element("span", origin.title or readout.name, class_="title", lang=readout.language)
    account = element("span", say(language, f"account_{origin.account or 'none'}"))
    about = element("span", show_date(language, origin.date), account, element("span", readout.name), class_="facts")
    return element("li", element("button", title, about, type="button", data_event="click", data_name=readout.name))


def _show_bar(
    language: Language, *children: Child, of: str | None = None, place: int | None = None, name: str | None = None
) -> Markup:
    back = element("button", "↑ ", say(language, "back"), type="button", class_="back", data_back="1")
    everything = element("button", say(language, "all_held"), type="button", class_="plain", data_event="click")
    label = say(language, "sources")
    opened = {"data_of": of, "data_place": place, "data_name": name}
    return element("nav", back, *children, everything, class_="bar", aria_label=label, **opened)


def _show_stepper(places: Places, place: int, language: Language) -> Markup:
    count = places.numbered
    if place >= count:
        return _show_bar(language, of=places.name, place=place)
    step = say(language, "step", number=place + 1, count=count)
    before, after = (place - 1) % count, (place + 1) % count
    return _show_bar(
        language,
        open_button(places.name, before, "‹", class_="step", data_step="-1", aria_label=say(language, "previous")),
        element("span", f"{place + 1} / {count}", class_="count", role="status", aria_label=step),
        open_button(places.name, after, "›", class_="step", data_step="1", aria_label=say(language, "next")),
        of=places.name,
        place=place,
    )


def _show_document(readout: Readout, language: Language, span: Span | None, others: Sequence[Span]) -> Markup:
    section = readout.section_at(span.start if span else 0)
    marked = (*others, span) if span else ()
    blocks = [
        _show_block(readout, block, span, marked) if any(_meets(quote, block) for quote in marked) else plain
        for block, plain in zip(readout.blocks, _show_plain(readout), strict=True)
    ]
    return join(
        _show_facts(readout, section, language, span),
        element(
            "div",
            *blocks,
            class_="document",
            lang=readout.language,
            tabindex="0",
            role="region",
            aria_label=say(language, "document"),
        ),
    )


def _show_facts(readout: Readout, section: Section, language: Language, span: Span | None) -> Markup:
    origin = section.origin
    facts: list[tuple[str, Child]] = [("account", say(language, f"account_{origin.account or 'none'}"))]
    facts.append(("date", _explain_date(section, language)))
    if origin.publisher:
        facts.append(("publisher", origin.publisher))
    if origin.url:
        facts.append(("address", web_link(origin.url, origin.url)))
    where = f"{readout.name}, {show_lines(language, span.file_lines, span.unit)}" if span else readout.name
    facts.append(("file", where))
    rows = [element("div", element("dt", say(language, key)), element("dd", value)) for key, value in facts]
    title = element("h2", origin.title or readout.name, lang=readout.language if origin.title else None)
    return element("header", title, element("dl", *rows), class_="facts")


def _explain_date(section: Section, language: Language) -> str:
    day = section.origin.date
    if day is None:
        return say(language, "undated")
    return say(language, "day_told", day=show_day(language, day.day), how=tell_day(language, day))


def _show_plain(readout: Readout) -> tuple[Markup, ...]:
    """Return the paragraphs of a document with nothing marked; they are made for it once."""
    if readout not in _plain:
        _plain[readout] = tuple(_show_block(readout, block, None, ()) for block in readout.blocks)
    return _plain[readout]


def _meets(quote: Span, block: Block) -> bool:
    return quote.start < block.end and block.start < quote.end


def _show_block(readout: Readout, block: Block, span: Span | None, marked: Sequence[Span]) -> Markup:
    first, last = readout.lines.line_at(block.start), readout.lines.line_at(max(block.start, block.end - 1))
    cuts = sorted({offset for quote in marked for offset in (quote.start, quote.end)})
    pieces = [_show_piece(readout, start, end, span, marked) for start, end in _cut(block, cuts)]
    number = element("span", class_="line", data_lines=str(first) if first == last else f"{first}–{last}")
    return element("div", number, element(TAGS[block.kind], *pieces, class_=f"is-{block.kind}"), class_="printed")


def _cut(block: Block, cuts: Sequence[int]) -> Iterator[tuple[int, int]]:
    inside = [cut for cut in cuts if block.start < cut < block.end]
    yield from pairwise([block.start, *inside, block.end])


def _show_piece(readout: Readout, start: int, end: int, span: Span | None, marked: Sequence[Span]) -> Markup | str:
    text = readout.text[start:end]
    if span and span.start <= start and end <= span.end:
        return element("mark", text, class_="chosen")
    if any(quote.start <= start and end <= quote.end for quote in marked):
        return element("mark", text)
    return text
