"""The Ask tab: the conversation and the box to ask in."""

from __future__ import annotations

from typing import Any

import gradio as gr

from index.records import Language
from page.export import FORMATS, make_download
from page.feedback import read_opinion
from page.room import DIRECT, QUIET, Repaint, Room
from page.session import Session
from page.texts import say

LONGEST = 2000  # characters of a question


def build_ask(room: Room) -> list[Repaint]:
    """Build the tab, and return what of it the language changes."""
    start = Session()
    talk = room.make_part(start.show_conversation(), "talk")
    box = _question_box(start)
    saved = room.make_part("", "saved")
    _connect(room, talk, box)
    _connect_keeping(room, talk, saved)
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

    def send(now: Session, written: str | None) -> tuple[Any, ...]:
        question = str(written or "")
        if not question.strip():
            return gr.skip(), gr.skip(), gr.skip(), gr.skip()
        after = now.ask(desk, check_length(question, now.language))
        return after, after.show_conversation(), after.show_sources(desk), ""

    def send_example(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        return send(now, str(event._data.get("ask", "")))

    def switch_condition(now: Session, event: gr.EventData) -> tuple[Session, str, str]:
        after = now.switch_condition(desk, event._data)
        return after, after.show_conversation(), after.show_sources(desk)

    asked = [session, talk, sources, box]
    box.submit(room.bound(send), [session, box], asked, **DIRECT)
    talk.submit(room.bound(send_example), session, asked, **DIRECT)
    talk.clear(room.bound(switch_condition), session, [session, talk, sources], **DIRECT)


def _connect_keeping(room: Room, talk: gr.HTML, saved: gr.HTML) -> None:
    """Let a visitor save an answer, and say what they think of it."""

    def save(now: Session, event: gr.EventData) -> Any:  # noqa: ANN401
        found, wanted = now.find_turn(event._data.get("turn")), event._data.get("format")
        if not found or wanted not in FORMATS:
            return gr.skip()
        number, turn = found
        return make_download(turn, number, wanted)

    def tell(now: Session, event: gr.EventData) -> None:
        found, opinion = now.find_turn(event._data.get("turn")), read_opinion(event._data)
        if room.feedback and found and opinion:
            kept = room.feedback.keep(found[1], opinion)
            gr.Info(say(now.language, "feedback_thanks" if kept else "feedback_lost"))

    talk.download(save, room.session, saved, **DIRECT)
    talk.like(tell, room.session, None, **QUIET)


def check_length(question: str, language: Language = "en") -> str:
    """Return the question; a gr.Error where it is too long to be one."""
    if len(question) > LONGEST:
        raise gr.Error(say(language, "too_long", limit=LONGEST), print_exception=False)
    return question
