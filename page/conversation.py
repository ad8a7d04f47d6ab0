"""The Ask tab: the conversation and the box to ask in."""

from __future__ import annotations

from typing import Any

import gradio as gr

from page.room import QUIET, Repaint, Room
from page.session import Session
from page.texts import say

LONGEST = 2000  # characters of a question


def build_ask(room: Room) -> list[Repaint]:
    """Build the tab, and return what of it the language changes."""
    start = Session()
    talk = room.make_part(start.show_conversation(), "talk")
    box = _question_box(start)
    _connect(room, talk, box)
    room.open_from(talk)
    return [(talk, Session.show_conversation), (box, _label_box)]


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


def _label_box(now: Session) -> dict[str, Any]:
    label = say(now.language, "ask")
    return gr.update(placeholder=say(now.language, "placeholder"), submit_btn=label, label=label)


def _connect(room: Room, talk: gr.HTML, box: gr.Textbox) -> None:
    desk, session, sources = room.desk, room.session, room.sources

    def send(now: Session, question: str) -> tuple[Any, ...]:
        if not question.strip():
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        after = now.ask(desk, check_length(question))
        return after, after.show_conversation(), after.show_sources(desk), ""

    def send_example(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        return send(now, str(event._data.get("ask", "")))

    def switch_condition(now: Session, event: gr.EventData) -> tuple[Session, str, str]:
        after = now.switch_condition(desk, event._data)
        return after, after.show_conversation(), after.show_sources(desk)

    asked = [session, talk, sources, box]
    box.submit(send, [session, box], asked, **QUIET)
    talk.submit(send_example, session, asked, **QUIET)
    talk.clear(switch_condition, session, [session, talk, sources], **QUIET)


def check_length(question: str) -> str:
    """Return the question; a gr.Error where it is too long to be one."""
    if len(question) > LONGEST:
        raise gr.Error(say("en", "too_long", limit=LONGEST), print_exception=False)
    return question
