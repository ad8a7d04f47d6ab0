"""The Documents tab: what is held, a search in it, and where visitors may, adding, removing and rebuilding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import gradio as gr

from index.read import READERS
from page.desk import Desk
from page.elements import element
from page.holdings import Holdings, Outcome
from page.receipts import follow_rebuild, show_news
from page.register import list_held, show_register
from page.room import DIRECT, QUIET, Repaint, Room
from page.session import Session
from page.texts import say

REBUILD: dict[str, Any] = {**QUIET, "concurrency_limit": 1, "concurrency_id": "rebuild"}  # one after the other
START = Session()


def build_documents(room: Room) -> list[Repaint]:
    """Build the tab, and return what of it the language changes."""
    desk, language = room.desk, START.language
    may_edit = desk.holdings is not None
    with gr.Row(elem_id="documents-tools"):
        search = gr.Textbox(
            label=say(language, "search"),
            placeholder=say(language, "search"),
            show_label=False,
            container=False,
            max_lines=1,
            elem_id="find",
        )
        upload = gr.UploadButton(
            say(language, "upload"), file_count="multiple", file_types=[*READERS], elem_id="upload", visible=may_edit
        )
        again = gr.Button(say(language, "rebuild"), elem_id="rebuild", visible=may_edit)
    news = room.make_part(_show_note(desk, START), "news")
    listing = room.make_part("", "listing")
    room.open_from(listing)
    seen = [room.session, search]

    def show(now: Session, words: str | None) -> str:
        return show_listing(desk, now, words)

    search.change(room.bound(show), seen, listing, trigger_mode="always_last", **DIRECT)
    listing.show(room.bound(show), seen, listing, **DIRECT)
    if desk.holdings:
        Editing(room, desk.holdings, [news, listing, room.sources, room.head]).connect(search, upload, again)
    return [
        (
            search,
            lambda now: gr.update(value="", label=say(now.language, "search"), placeholder=say(now.language, "search")),
        ),
        (upload, lambda now: gr.update(label=say(now.language, "upload"))),
        (again, lambda now: gr.update(value=say(now.language, "rebuild"))),
        (news, lambda now: _show_note(desk, now)),
        (listing, lambda now: show_listing(desk, now)),
    ]


def show_listing(desk: Desk, now: Session, search: str | None = None) -> str:
    """Return the register of what is held at this moment."""
    return show_register(list_held(desk.library), search or "", now.language, desk.holdings is not None)


def _show_note(desk: Desk, now: Session) -> str:
    """Return what may be done with the documents, as it stands there before anything is done."""
    key = "edit_on" if desk.holdings else "edit_off"
    words = say(now.language, key, suffixes=", ".join(READERS))
    return element("p", words, class_="faint note", lang=now.language)


class Editing:
    """What visitors do to the folder of readouts; each step shows what came of it and rebuilds the index."""

    def __init__(self, room: Room, holdings: Holdings, shown: Sequence[gr.HTML]) -> None:
        self._room = room
        self._desk = room.desk
        self._holdings = holdings
        self._shown = list(shown)

    def connect(self, search: gr.Textbox, upload: gr.UploadButton, again: gr.Button) -> None:
        """Let the buttons of the tab do their work."""
        news, listing = self._shown[:2]
        inputs = [self._room.session, search]
        upload.upload(self._add, [*inputs, upload], self._shown, **REBUILD)
        again.click(self._rebuild, inputs, self._shown, **REBUILD)
        listing.clear(self._remove, inputs, self._shown, **REBUILD)
        news.input(self._restore, inputs, self._shown, **REBUILD)

    def _add(self, now: Session, search: str | None, paths: Sequence[str] | None) -> Iterator[tuple[Any, ...]]:
        files = [Path(path) for path in paths or ()]
        yield from self._follow(now, search, [self._holdings.add(file, file.name) for file in files])

    def _remove(self, now: Session, search: str | None, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from self._follow(now, search, [self._holdings.remove(str(event._data.get("name", "")))])

    def _restore(self, now: Session, search: str | None, event: gr.EventData) -> Iterator[tuple[Any, ...]]:
        yield from self._follow(now, search, [self._holdings.restore(str(event._data.get("kept", "")))])

    def _rebuild(self, now: Session, search: str | None) -> Iterator[tuple[Any, ...]]:
        yield from self._follow(now, search, None)

    def _follow(
        self, now: Session, search: str | None, outcomes: Sequence[Outcome] | None
    ) -> Iterator[tuple[Any, ...]]:
        """Show what became of the files, then rebuild where the folder is another one, or where that was asked for."""
        told = outcomes or ()
        skip = gr.skip()
        yield show_news(told, None, now.language), skip, skip, skip
        if outcomes is not None and not any(outcome.changed for outcome in outcomes):
            return
        for news in follow_rebuild(self._desk):
            yield show_news(told, news, now.language), skip, skip, skip
        # What the visitor has open stays: a document that is gone can still be read until another is opened.
        sources = now.show_sources(self._desk) if now.opened is None else skip
        yield skip, show_listing(self._desk, now, search), sources, now.show_head(self._desk)
