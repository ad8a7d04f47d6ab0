"""The Verify tab: a box for a quotation that somebody shows, and the verdict on it."""

from __future__ import annotations

from typing import Any

import gradio as gr

from index.records import Language
from page.elements import Markup, element
from page.room import DIRECT, Repaint, Room
from page.session import Session
from page.texts import say
from page.verdicts import TAB, ShownVerdict, show_verdict
from qa.library import Library
from qa.verifying.check import MAX_LENGTH, TooLongError, check_quotation
from qa.verifying.verdicts import Verdict

# What people may be shown as a quotation from the documents in seeds/: right in another script, false, a translation.
EXAMPLES: tuple[tuple[Language, str], ...] = (
    ("zh-Hant", "習近平：「太平洋足夠大，容得下中美兩國」"),
    ("zh-Hans", "美方支持“台湾独立”"),
    ("en", "The Taiwan question is the most important and most sensitive issue in China-US relations."),
)


def build_verify(room: Room) -> list[Repaint]:
    """Build the tab, and return what of it the language changes."""
    start = Session()
    verdict = room.make_part(show_tab(start), "verdict")
    box = gr.Textbox(
        **_label(start.language),
        show_label=False,
        max_length=MAX_LENGTH,
        max_lines=8,
        elem_id="quotation",
    )
    desk, session, sources = room.desk, room.session, room.sources

    def send(now: Session, written: str | None) -> tuple[Any, ...]:
        quotation = str(written or "")
        if not quotation.strip():
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        shown = ShownVerdict(verify(quotation, desk.library))
        after = now.put_up(TAB, shown).open_place({"of": TAB, "place": "0"})
        return after, show_tab(after), after.show_sources(desk), quotation

    def send_example(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        return send(now, str(event._data.get("ask", "")))

    outputs = [session, verdict, sources, box]
    box.submit(room.bound(send), [session, box], outputs, **DIRECT)
    verdict.submit(room.bound(send_example), session, outputs, **DIRECT)
    room.open_from(verdict)
    return [(verdict, show_tab), (box, lambda now: gr.update(**_label(now.language)))]


def verify(quotation: str, library: Library) -> Verdict:
    """Return the verdict on a quotation; a gr.Error where it is too long."""
    try:
        return check_quotation(quotation, library)
    except TooLongError as problem:
        raise gr.Error(str(problem), print_exception=False) from problem


def show_tab(now: Session) -> Markup:
    """Return the verdict that a visitor sees, or what the tab is for."""
    shown = now.exhibit(TAB)
    body = show_verdict(shown, now.language) if isinstance(shown, ShownVerdict) else _show_welcome(now.language)
    label = say(now.language, "tab_verify")
    return element("div", body, class_="turns", role="log", aria_live="polite", aria_label=label, lang=now.language)


def _show_welcome(language: Language) -> Markup:
    examples = [
        element("li", element("button", text, type="button", data_event="submit", data_ask=text, lang=each))
        for each, text in EXAMPLES
    ]
    return element(
        "section",
        element("p", say(language, "verify_intro")),
        element("h2", say(language, "examples")),
        element("ul", *examples, class_="examples"),
        class_="welcome",
    )


def _label(language: Language) -> dict[str, Any]:
    return {
        "label": say(language, "verify_label"),
        "placeholder": say(language, "verify_placeholder"),
        "submit_btn": say(language, "verify_button"),
    }
