"""Who used a phrase as HTML: its forms as chips, a chart by year or event, every sentence behind the bars.

Knows nothing of Gradio. Labels are in the interface's language, sentences in their own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from index.records import Language, Span
from page.elements import Child, Markup, element, join
from page.glosses import show_glossed
from page.quotes import copy_button, open_button, show_origin, show_quote
from page.texts import say, show_day
from page.usage_bars import count_row, name_teller, show_bars
from qa.wordings.timeline import By, Row, Timeline, make_timeline
from qa.wordings.uses import Use, Wording

TAB = "wording"
SHOWN = 200  # sentences in the list; more would not be read
VARIANTS = 8  # ways of printing that are named


@dataclass(frozen=True, eq=False)
class Study:
    """A phrase as a visitor studies it: what was found, counted by year or by event."""

    wording: Wording
    by: By

    @cached_property
    def timeline(self) -> Timeline:
        """The counts."""
        return make_timeline(self.wording, self.by)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The numbers of the uses as they are listed: row by row, by date in each."""
        return tuple(number for row in self.timeline.rows for number in row.uses)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The sentences, as they are listed."""
        return tuple(self.wording.uses[number].sentence for number in self.order)


def show_study(study: Study, language: Language) -> Markup:
    """Return everything that was found of a phrase."""
    wording, timeline = study.wording, study.timeline
    places = {number: place for place, number in enumerate(study.order[:SHOWN])}
    total = say(language, "uses_total", sentences=len(wording.uses), documents=wording.documents)
    return element(
        "div",
        element("div", _show_forms(wording, language), _show_by(study.by, language), class_="forms"),
        _show_variants(wording, language),
        element("p", total, class_="wording-total", role="status"),
        show_bars(timeline, study.by, places, language) if wording.uses else _show_absence(timeline, language),
        element(
            "div", *(_show_group(row, wording, places, language) for row in timeline.rows if row.uses), class_="uses"
        ),
        lang=language,
        data_phrase=wording.phrase,
    )


def _show_forms(wording: Wording, language: Language) -> Markup:
    counts = Counter(number for use in wording.uses for number in {mark.form for mark in use.marks})
    chips = [
        element("li", _show_chip(number, wording, counts[number], language)) for number in range(len(wording.forms))
    ]
    label = element("span", say(language, "forms"), class_="label")
    return element("div", label, element("ul", *chips, class_="chips"), class_="understood")


def _show_chip(number: int, wording: Wording, count: int, language: Language) -> Markup:
    text, off = wording.forms[number].text, number in wording.ignored
    return element(
        "button",
        element("s" if off else "span", text),
        None if off else element("span", str(count), class_="count"),
        type="button",
        class_="chip off" if off else "chip",
        data_event="clear",
        data_form=number,
        aria_label=say(language, "put_back" if off else "remove", condition=text),
    )


def _show_by(by: By, language: Language) -> Markup:
    choices: tuple[By, ...] = ("year", "event")
    buttons = [
        element(
            "button",
            say(language, f"by_{each}"),
            type="button",
            data_event="input",
            data_by=each,
            aria_pressed="true" if each == by else "false",
        )
        for each in choices
    ]
    return element("div", *buttons, class_="by", role="group", aria_label=say(language, "by"))


def _show_variants(wording: Wording, language: Language) -> Markup | None:
    """Return the ways in which the forms are printed, where they are more than the forms themselves."""
    texts = [use.sentence.readout.text[mark.start : mark.end] for use in wording.uses for mark in use.marks]
    printed = Counter(" ".join(text.split()) for text in texts).most_common(VARIANTS)
    if {text for text, _ in printed} <= {form.text for form in wording.forms}:
        return None
    return element(
        "p",
        say(language, "printed_as"),
        " ",
        element("b", " · ".join(f"{text} {n}" for text, n in printed)),
        class_="printed-as faint",
    )


def _show_absence(timeline: Timeline, language: Language) -> Markup:
    lines = [
        element("li", name_teller(row.side, row.account, language), ": ", count_row(row, language))
        for row in timeline.rows
    ]
    return element("div", element("ul", *lines), class_="absent")


def _show_group(row: Row, wording: Wording, places: dict[int, int], language: Language) -> Markup | None:
    numbers = [number for number in row.uses if number in places]
    shown = [_show_use(wording.uses[number], places[number], language) for number in numbers]
    left = len(row.uses) - len(numbers)
    more = element("p", say(language, "uses_more", count=left), class_="faint") if left else None
    heading: Child = join(
        name_teller(row.side, row.account, language), element("span", _sum_up(row, wording, language), class_="faint")
    )
    return element("section", element("h2", heading), element("ol", *shown, class_="quotes"), more)


def _show_use(use: Use, place: int, language: Language) -> Markup:
    quote = use.sentence
    others = ", ".join(dict.fromkeys(span.readout.name for span in use.also_in))
    return element(
        "li",
        open_button(TAB, place, str(place + 1), class_="number", aria_label=say(language, "open", number=place + 1)),
        show_quote(language, quote, of=TAB, place=place, words=_mark(use, language)),
        show_origin(language, quote),
        element("p", say(language, "also"), " ", others, class_="faint") if others else None,
        copy_button(language, quote),
        class_="quote",
        id=f"use-{place}",
        data_side=quote.voice.side,
    )


def _mark(use: Use, language: Language) -> Markup:
    """Return a sentence with the phrase marked where it stands, by offsets."""
    sentence, text = use.sentence, use.sentence.readout.text
    parts: list[Child] = []
    at = sentence.start
    for mark in use.marks:
        parts.append(show_glossed(text[at : mark.start], sentence.readout.language, language))
        parts.append(element("mark", text[mark.start : mark.end], class_="phrase"))
        at = mark.end
    return join(*parts, show_glossed(text[at : sentence.end], sentence.readout.language, language))


def _sum_up(row: Row, wording: Wording, language: Language) -> str:
    """Return how many sentences there are, and the days of the first and the last."""
    known = [wording.uses[number].sentence.section.origin.date for number in row.uses]
    days = [day.day for day in known if day]
    ends = " – ".join(dict.fromkeys(show_day(language, day) for day in (days[0], days[-1]))) if days else ""
    return " · ".join(filter(None, (count_row(row, language), ends)))
