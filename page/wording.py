"""The Wording tab: a phrase to look up, its forms, and who used them when."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import gradio as gr

from page.elements import Markup, element
from page.room import DIRECT, Repaint, Room
from page.session import Session
from page.texts import PHRASES, say
from page.usage import TAB, Study, show_study
from qa.wordings.uses import find_wording

LONGEST = 100  # characters of a phrase
START = Session()


def build_wording(room: Room) -> list[Repaint]:
    """Build the tab, and return what of it the language changes."""
    language = START.language
    with gr.Row(elem_id="wording-tools"):
        box = gr.Textbox(
            label=say(language, "phrase"),
            placeholder=say(language, "phrase"),
            show_label=False,
            container=False,
            submit_btn=say(language, "look_up"),
            max_length=LONGEST,
            max_lines=1,
            elem_id="phrase",
        )
    found = room.make_part(show_found(START), "found")
    _connect(room, box, found)
    room.open_from(found)
    return [(found, show_found), (box, _label_box)]


def show_found(now: Session) -> Markup:
    """Return the study of a phrase, or while there is none what may be looked up."""
    study = now.exhibit(TAB)
    return show_study(study, now.language) if isinstance(study, Study) else _show_welcome(now)


def _show_welcome(now: Session) -> Markup:
    examples = [
        element("li", element("button", phrase, type="button", data_event="submit", data_ask=phrase, lang=each))
        for each, phrase in PHRASES.items()
    ]
    intro, heading = element("p", say(now.language, "wording_intro")), element("h2", say(now.language, "examples"))
    return element(
        "section", intro, heading, element("ul", *examples, class_="examples"), class_="welcome", lang=now.language
    )


def _label_box(now: Session) -> dict[str, Any]:
    label = say(now.language, "phrase")
    return gr.update(label=label, placeholder=label, submit_btn=say(now.language, "look_up"))


def look_up(now: Session, room: Room, phrase: str, ignored: tuple[int, ...] = ()) -> Session:
    """Return the state with a phrase looked up and its first sentence open; without letters it is no phrase."""
    wording = find_wording(phrase[:LONGEST], room.desk.library, ignored)
    if not wording.forms:
        return now
    before = now.exhibit(TAB)
    study = Study(wording, before.by if isinstance(before, Study) else "year")
    return now.put_up(TAB, study).open_place({"of": TAB, "place": "0"})


def _connect(room: Room, box: gr.Textbox, found: gr.HTML) -> None:
    def show(after: Session) -> tuple[Any, ...]:
        study = after.exhibit(TAB)
        phrase = study.wording.phrase if isinstance(study, Study) else gr.skip()
        return after, show_found(after), after.show_sources(room.desk), phrase

    def send(now: Session, phrase: str | None) -> tuple[Any, ...]:
        return show(look_up(now, room, str(phrase or "")))

    def send_example(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        return show(look_up(now, room, str(event._data.get("ask", ""))))

    def switch_form(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        study, number = now.exhibit(TAB), str(event._data.get("form", ""))
        if not isinstance(study, Study) or not number.isdecimal() or int(number) >= len(study.wording.forms):
            return show(now)
        ignored = tuple({*study.wording.ignored} ^ {int(number)})
        return show(look_up(now, room, study.wording.phrase, ignored))

    def count_by(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        study = now.exhibit(TAB)
        if not isinstance(study, Study):
            return show(now)
        counted = replace(study, by="event" if event._data.get("by") == "event" else "year")
        return show(now.put_up(TAB, counted).open_place({"of": TAB, "place": "0"}))

    shown = [room.session, found, room.sources, box]
    box.submit(room.bound(send), [room.session, box], shown, **DIRECT)
    found.submit(room.bound(send_example), room.session, shown, **DIRECT)
    found.clear(room.bound(switch_form), room.session, shown, **DIRECT)
    found.input(room.bound(count_by), room.session, shown, **DIRECT)
