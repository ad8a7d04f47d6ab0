"""The Gradio blocks of the chat: which part calls what; the parts themselves are made in `session`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import gradio as gr
from gradio.events import api

from page.chips import CONDITIONS
from page.desk import Desk
from page.frame import show_refusal
from page.session import Session
from page.texts import say
from qa.records import Condition

ASSETS = Path(__file__).parent / "assets"
LONGEST = 2000  # characters of a question
QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build_page(desk: Desk) -> gr.Blocks:
    """Return the chat page over a desk."""
    start, script = Session(), (ASSETS / "page.js").read_text(encoding="utf-8")
    with gr.Blocks(title="Huitan 会谈", analytics_enabled=False, fill_width=True) as page:
        session = gr.State(start, time_to_live=12 * 3600)
        head = _part(start.show_head(desk), "head", script)
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="left"):
                talk = _part(start.show_conversation(), "talk", script)
                box = _question_box(start)
            with gr.Column(elem_id="right"):
                sources = _part(start.show_sources(desk), "sources", script)
        _connect(desk, session, head, talk, box, sources)
        api(_make_endpoint(desk), api_name="ask", concurrency_limit=8)
        page.queue(default_concurrency_limit=8, max_size=64)
    return cast(gr.Blocks, page)


def build_refusal(message: str) -> gr.Blocks:
    """Return the page that says why there is no chat, and what to run."""
    with gr.Blocks(title="Huitan 会谈", analytics_enabled=False) as page:
        _part(show_refusal(message), "refusal", None)
    return cast(gr.Blocks, page)


def _part(value: str, name: str, script: str | None) -> gr.HTML:
    return gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False)


def _question_box(start: Session) -> gr.Textbox:
    return gr.Textbox(
        placeholder=say(start.language, "placeholder"),
        label=say(start.language, "ask"),
        show_label=False,
        submit_btn=say(start.language, "ask"),
        max_length=LONGEST,
        max_lines=6,
        autofocus=True,
        elem_id="box",
    )


def _connect(desk: Desk, session: gr.State, head: gr.HTML, talk: gr.HTML, box: gr.Textbox, sources: gr.HTML) -> None:
    def send(now: Session, question: str) -> tuple[Any, ...]:
        if not question.strip():
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        after = now.ask(desk, _check_length(question))
        return after, after.show_conversation(), after.show_sources(desk), ""

    def send_example(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        return send(now, str(event._data.get("ask", "")))

    def switch_condition(now: Session, event: gr.EventData) -> tuple[Session, str, str]:
        after = now.switch_condition(desk, event._data)
        return after, after.show_conversation(), after.show_sources(desk)

    def open_place(now: Session, event: gr.EventData) -> tuple[Session, str]:
        after = now.open_place(event._data)
        return after, after.show_sources(desk)

    def open_document(now: Session, event: gr.EventData) -> tuple[Session, str]:
        after = now.open_document(desk, event._data)
        return after, after.show_sources(desk)

    def switch(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        after = now.switch_language(event._data)
        label = say(after.language, "ask")
        box_after = gr.update(placeholder=say(after.language, "placeholder"), submit_btn=label, label=label)
        return after, after.show_head(desk), after.show_conversation(), after.show_sources(desk), box_after

    asked, opened = [session, talk, sources, box], [session, sources]
    box.submit(send, [session, box], asked, **QUIET)
    talk.submit(send_example, session, asked, **QUIET)
    talk.clear(switch_condition, session, [session, talk, sources], **QUIET)
    gr.on([talk.select, sources.select], open_place, session, opened, **QUIET)
    sources.click(open_document, session, opened, **QUIET)
    head.input(switch, session, [session, head, talk, sources, box], **QUIET)


def _check_length(question: str) -> str:
    if len(question) > LONGEST:
        raise gr.Error(say("en", "too_long", limit=LONGEST), print_exception=False)
    return question


def _check_conditions(names: Sequence[str]) -> list[Condition]:
    known = [condition for condition in CONDITIONS if condition in names]
    if len(known) < len(set(names)):
        raise gr.Error(say("en", "unknown_condition", conditions=", ".join(CONDITIONS)), print_exception=False)
    return known


def _make_endpoint(desk: Desk) -> Callable[..., dict[str, Any]]:
    def ask(question: str, follows: list[str] | None = None, ignore: list[str] | None = None) -> dict[str, Any]:
        """Answer a question with the readouts' own sentences, as the JSON object of `python -m qa.ask --json`.

        `follows` are earlier questions, the oldest first; `ignore` names conditions that are not applied.
        """
        return desk.to_json(desk.answer(_check_length(question), follows or (), _check_conditions(ignore or ())))

    return ask
