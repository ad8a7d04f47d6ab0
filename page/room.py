"""What every tab is built in: the desk, the visitor's session, and the sources beside the tab."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

import gradio as gr

from page.desk import Desk
from page.feedback import Feedback
from page.gate import BusyError, Gate
from page.session import Session
from page.texts import say

QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
# An event that is answered by the request that brings it: neither told on its way through the queue nor converted.
DIRECT: dict[str, Any] = {**QUIET, "queue": False, "preprocess": False, "postprocess": False}
AT_ONCE = 2  # steps that run side by side: more of them only hold each other up
HEAD = "head"
Rest = ParamSpec("Rest")
Shown = TypeVar("Shown")
SCRIPT = Path(__file__).parent / "assets" / "page.js"
# A component, and what it holds for a session: all of them are shown anew when the language is switched.
Repaint = tuple[gr.components.Component, Callable[[Session], Any]]


OWN_EVENTS = ("show",)  # Gradio takes an event that it does not know from the script that names it
# Every part runs the page's script; only the head brings it along, and may come after the others.
RUN = """const run = () => (window.huitan ? window.huitan(element, trigger, watch) : setTimeout(run, 5));
run(); // """ + " ".join(f'"{event}"' for event in OWN_EVENTS)


@cache
def load_script(name: str) -> str:
    """Return the script that the part called `name` runs."""
    if name != HEAD:
        return RUN
    return f"window.huitan = (element, trigger, watch) => {{\n{SCRIPT.read_text(encoding='utf-8')}}};\n{RUN}"


@dataclass(frozen=True, slots=True)
class Room:
    """The desk, one visitor's session, the page's head, the panel that shows documents, and where opinions are kept."""

    desk: Desk
    session: gr.State
    head: gr.HTML
    sources: gr.HTML
    feedback: Feedback | None = None
    gate: Gate = field(default_factory=lambda: Gate(AT_ONCE))

    def bound(self, step: Callable[Concatenate[Session, Rest], Shown]) -> Callable[Concatenate[Session, Rest], Shown]:
        """Return the step of an event so that few visitors' run at once, others wait, and the rest are told to."""

        @wraps(step)
        def bounded(now: Session, /, *arguments: Rest.args, **named: Rest.kwargs) -> Shown:
            try:
                with self.gate.enter():
                    return step(now, *arguments, **named)
            except BusyError as problem:
                raise gr.Error(say(now.language, "busy"), print_exception=False) from problem

        return bounded

    def make_part(self, value: str, name: str) -> gr.HTML:
        """Return a part of the page whose elements send the event named in their data-event, with their data."""
        return make_part(value, name)

    def open_from(self, part: gr.HTML) -> None:
        """Let clicks on the part's places and documents open them in the sources."""

        def open_place(now: Session, event: gr.EventData) -> tuple[Session, str]:
            after = now.open_place(event._data)
            return after, after.show_sources(self.desk)

        def open_document(now: Session, event: gr.EventData) -> tuple[Session, str]:
            after = now.open_document(self.desk, event._data)
            return after, after.show_sources(self.desk)

        part.select(open_place, self.session, [self.session, self.sources], **DIRECT)
        part.click(open_document, self.session, [self.session, self.sources], **DIRECT)


def make_part(value: str, name: str, *, scripted: bool = True, render: bool = True) -> gr.HTML:
    """Return HTML with the id `name`; what is not scripted sends nothing."""
    script = load_script(name) if scripted else None
    return gr.HTML(value, elem_id=name, js_on_load=script, apply_default_css=False, render=render)
