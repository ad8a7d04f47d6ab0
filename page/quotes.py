"""A quotation as HTML: its words, who speaks in whose account, when, where; knows nothing of Gradio.

Labels are in the language given, quotations in their own script.
"""

from __future__ import annotations

from collections.abc import Sequence

from index.records import Account, EventDate, Language, Side, Span
from page.elements import Markup, element, join
from page.glosses import is_foreign, show_glossed
from page.names import find_name
from page.texts import say, show_day, show_lines
from qa.records import Citation


def show_citation(
    of: str, places: Sequence[Span], citation: Citation, language: Language, counterpart: Markup | None = None
) -> Markup:
    """Return one numbered quotation as a list item, with the link to another account of it, if any.

    It opens at its place in the list of `places` named `of`.
    """
    quote = citation.quote
    place = places.index(quote)
    label = say(language, "open", number=citation.number)
    return element(
        "li",
        open_button(of, place, str(citation.number), class_="number", aria_label=label),
        show_quote(language, quote, of=of, place=place),
        show_origin(language, quote),
        element("p", citation.flag, class_="flag") if citation.flag else None,
        _show_others(of, places, citation, language),
        counterpart,
        copy_button(language, quote),
        class_="quote",
        data_side=quote.voice.side,
    )


def show_nearest(of: str, places: Sequence[Span], span: Span, language: Language) -> Markup:
    """Return a passage that does not answer, as a list item without a number."""
    place = places.index(span)
    button = open_button(of, place, "›", class_="number", aria_label=say(language, "open_nearest"))
    return element(
        "li",
        button,
        show_quote(language, span, of=of, place=place),
        show_origin(language, span),
        class_="quote",
        data_side=span.voice.side,
    )


def link_counterpart(of: str, place: int, span: Span, language: Language) -> Markup:
    """Return a link to the nearest sentence of another account, which is not said to mean the same."""
    account = say(language, f"account_{span.section.origin.account or 'none'}")
    button = open_button(
        of, place, say(language, "counterpart", account=account), class_="also", title=span.readout.name
    )
    return element("p", button, class_="faint")


def show_quote(language: Language, quote: Span, *, of: str, place: int, words: Markup | None = None) -> Markup:
    """Return the words of a quotation, its terms glossed for readers of `language`; a click opens its document."""
    return element(
        "blockquote",
        show_glossed(quote.text, quote.readout.language, language) if words is None else words,
        lang=quote.readout.language,
        dir="auto",
        data_event="select",
        data_of=of,
        data_place=place,
    )


def show_origin(language: Language, quote: Span) -> Markup:
    """Return who speaks, in whose account, when, and where it stands."""
    origin = quote.section.origin
    side = quote.voice.side
    told = side is not None and side != origin.account
    words = show_position(language, side, origin.account)
    position = element("span", words, class_="position told" if told else "position")
    title = origin.title and show_glossed(origin.title, quote.readout.language, language, stops=False)
    cited = element("cite", title, lang=quote.readout.language) if title else None
    lines = show_lines(language, quote.file_lines, quote.unit)
    place = element("span", f"{quote.readout.name}, {lines}", class_="place")
    return element(
        "div",
        element("p", _show_speaker(language, quote), position, show_date(language, origin.date), class_="who"),
        element("p", cited, place, class_="where"),
        class_="origin",
    )


def _show_speaker(language: Language, quote: Span) -> Markup | None:
    """Return a speaker as printed, and by name in the reader's language where the text is in another."""
    printed, written = quote.voice.speaker, quote.readout.language
    if not printed:
        return None
    known = find_name(quote.voice.person or "", language) if is_foreign(written, language) else None
    named = element("span", known, class_="known", lang=language) if known else None
    return join(element("b", printed, lang=written), named)


def show_date(language: Language, day: EventDate | None) -> Markup:
    """Return a date, with a mark where it is inferred."""
    if day is None:
        return element("span", say(language, "undated"), class_="date")
    inferred = element("span", say(language, "inferred"), class_="badge") if day.source == "inferred" else None
    return element("span", show_day(language, day.day), inferred, class_="date")


def show_position(language: Language, side: Side | None, account: Account | None) -> str:
    """Return whose position it is and in whose account, so that the one is never taken for the other."""
    if side is None:
        return say(language, "narrated", account=say(language, f"account_{account or 'none'}"))
    words = say(language, f"side_{side}")
    if side == account and side != "joint":
        return say(language, "own", side=words, account=say(language, f"account_{account}"))
    return say(language, "told", side=words, teller=say(language, f"teller_{account or 'none'}"))


def open_button(of: str, place: int, text: str, **attributes: str) -> Markup:
    """Return a button that opens a place of the list named `of` in its document."""
    return element("button", text, type="button", data_event="select", data_of=of, data_place=place, **attributes)


def _show_others(of: str, places: Sequence[Span], citation: Citation, language: Language) -> Markup | None:
    if not citation.also_in:
        return None
    account = citation.quote.section.origin.account
    buttons = [
        open_button(of, places.index(span), _name_place(language, span, account), class_="also")
        for span in citation.also_in
    ]
    return element("p", say(language, "also"), " ", *buttons, class_="faint")


def _name_place(language: Language, span: Span, known: Account | None) -> str:
    """Return the file's name, and whose account it is where that is not the one known."""
    account = span.section.origin.account
    whose = say(language, f"account_{account or 'none'}")
    return span.readout.name if account == known else f"{span.readout.name} ({whose})"


def copy_button(language: Language, quote: Span) -> Markup:
    """Return a button that copies a quotation with its citation."""
    words, done = say(language, "copy"), say(language, "copied")
    return element("button", words, type="button", class_="copy", data_copy=cite(language, quote), data_done=done)


def cite(language: Language, quote: Span) -> str:
    """Return a quotation to carry away: its words, then its source."""
    return f"{quote.text}\n— {show_source(language, quote)}"


def show_source(language: Language, quote: Span) -> str:
    """Return who speaks in whose account, when and where, in one line."""
    origin = quote.section.origin
    day = show_day(language, origin.date.day) if origin.date else say(language, "undated")
    if origin.date and origin.date.source == "inferred":
        day = say(language, "day_inferred", day=day)
    position = show_position(language, quote.voice.side, origin.account)
    place = f"{quote.readout.name}, {show_lines(language, quote.file_lines, quote.unit)}"
    facts = (quote.voice.speaker, position, day, origin.title, place)
    return " · ".join(fact for fact in facts if fact)
