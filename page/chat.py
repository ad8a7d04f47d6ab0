"""The Gradio blocks of the page: its head, its tabs, the sources beside them, and its endpoints."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import gradio as gr

from page.api import add_endpoints
from page.configs import keep_configs
from page.conversation import LONGEST, build_ask
from page.desk import Desk
from page.documents import build_documents
from page.feedback import Feedback
from page.frame import TABS, show_refusal
from page.room import DIRECT, Repaint, Room, make_part
from page.session import Session
from page.verify import build_verify
from page.wording import build_wording

__all__ = ["LONGEST", "build_page", "build_refusal"]
BUILDERS: dict[str, Callable[[Room], list[Repaint]]] = {
    "ask": build_ask,
    "documents": build_documents,
    "wording": build_wording,
    "verify": build_verify,
}


def build_page(desk: Desk, feedback: Feedback | None = None) -> gr.Blocks:
    """Return the page over a desk; without `feedback` visitors are not asked what they think of answers."""
    start = Session(may_tell=feedback is not None)
    with gr.Blocks(title="Huitan 会谈", analytics_enabled=False, fill_width=True) as page:
        session = gr.State(start, time_to_live=12 * 3600)
        head = make_part(start.show_head(desk), "head")
        sources = make_part(start.show_sources(desk), "sources", render=False)
        room = Room(desk, session, head, sources, feedback)
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
        add_endpoints(desk)
        page.queue(default_concurrency_limit=8, max_size=64)
    keep_configs(page)
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

    head.input(switch, session, [session, *(component for component, _ in repaints)], **DIRECT)
