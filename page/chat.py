"""The Gradio blocks of the page: its head, its tabs, the sources beside them, and its endpoints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

import gradio as gr
from gradio.events import api

from page.chips import CONDITIONS
from page.conversation import LONGEST, build_ask, check_length
from page.desk import Desk
from page.documents import build_documents
from page.frame import TABS, show_refusal
from page.room import QUIET, Repaint, Room, make_part
from page.session import Session
from page.texts import say
from page.verify import build_verify
from page.wording import build_wording
from qa.records import Condition

__all__ = ["LONGEST", "build_page", "build_refusal"]
BUILDERS: dict[str, Callable[[Room], list[Repaint]]] = {
    "ask": build_ask,
    "documents": build_documents,
    "wording": build_wording,
    "verify": build_verify,
}


def build_page(desk: Desk) -> gr.Blocks:
    """Return the page over a desk."""
    start = Session()
    with gr.Blocks(title="Huitan 会谈", analytics_enabled=False, fill_width=True) as page:
        session = gr.State(start, time_to_live=12 * 3600)
        head = make_part(start.show_head(desk), "head")
        sources = make_part(start.show_sources(desk), "sources", render=False)
        room = Room(desk, session, head, sources)
        repaints: list[Repaint] = [
            (head, lambda now: now.show_head(desk)),
            (sources, lambda now: now.show_sources(desk)),
        ]
        with gr.Row(elem_id="desk"):
            with gr.Column(elem_id="left"):
                for name in TABS:
                    with gr.Column(elem_id=name, elem_classes="tab"):
                        repaints += BUILDERS[name](room)
            with gr.Column(elem_id="right"):
                sources.render()  # type: ignore[no-untyped-call]
        room.open_from(sources)
        _switch_language(session, head, repaints)
        api(_make_endpoint(desk), api_name="ask", concurrency_limit=8)
        page.queue(default_concurrency_limit=8, max_size=64)
    return cast(gr.Blocks, page)


def build_refusal(message: str) -> gr.Blocks:
    """Return the page that says why there is no chat, and what to run."""
    with gr.Blocks(title="Huitan 会谈", analytics_enabled=False) as page:
        make_part(show_refusal(message), "refusal", scripted=False)
    return cast(gr.Blocks, page)


def _switch_language(session: gr.State, head: gr.HTML, repaints: list[Repaint]) -> None:
    def switch(now: Session, event: gr.EventData) -> tuple[Any, ...]:
        after = now.switch_language(event._data)
        return after, *(paint(after) for _, paint in repaints)

    head.input(switch, session, [session, *(component for component, _ in repaints)], **QUIET)


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
        return desk.to_json(desk.answer(check_length(question), follows or (), _check_conditions(ignore or ())))

    return ask
