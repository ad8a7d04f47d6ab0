"""What the page asks for: answers and readouts; the page knows nothing else of the library."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from index.manifest import IndexNotUsable
from index.receipt import Receipt
from index.records import Readout
from page.holdings import Holdings
from page.register import list_held
from page.texts import EXAMPLES
from qa.answer import MAX_LENGTH, answer_question
from qa.library import Library
from qa.records import Answer, Condition, Question
from qa.show import answer_to_json
from qa.understanding.follow import understand_follow_up
from qa.verifying.check import check_quotation

if TYPE_CHECKING:
    from index.entries import Progress


class Desk(Protocol):
    """Answers questions over the readouts held."""

    @property
    def library(self) -> Library:
        """The library of the moment."""

    @property
    def holdings(self) -> Holdings | None:
        """The folder that visitors may change; None where they may not."""

    def understand(self, question: str, follows: Sequence[str] = ()) -> Question:
        """Return what a question that follows others asks, with every condition."""

    def answer(self, question: str, follows: Sequence[str] = (), ignore: Sequence[Condition] = ()) -> Answer:
        """Answer a question that follows others, the oldest first, without the conditions in `ignore`."""

    def to_json(self, answer: Answer) -> dict[str, Any]:
        """Return an answer as the JSON object of the command line."""

    def rebuild(self, progress: Progress) -> Receipt:
        """Bring the index up to date with its folder and ask it from then on."""


def find_readout(name: str, library: Library) -> Readout | None:
    """Return the readout of this name, if it is held."""
    names = library.store.columns.names
    place = bisect_left(names, name)
    return library.store.entries[place].readout if names[place : place + 1] == (name,) else None


def list_latest(limit: int, library: Library) -> list[Readout]:
    """Return the readouts of the latest meetings, the undated last; the others are not even unpacked."""
    columns = library.store.columns
    first = columns.passages.starts[:-1][columns.passages.sizes > 0]
    held = np.flatnonzero(columns.passages.sizes > 0)
    order = np.argsort(-columns.passages.values["day"][first], kind="stable")[:limit]
    return [library.store.entries[int(held[place])].readout for place in order]


class Source(Protocol):
    """Gives the library of the moment."""

    def current(self) -> Library:
        """Return the library to ask now."""

    def refresh(self) -> Library:
        """Wait until the newest index is taken over, and return its library."""


class LibraryDesk:
    """The desk of a library that may be replaced: each step takes the one of the moment and keeps to it."""

    def __init__(self, source: Source, holdings: Holdings | None = None) -> None:
        self._source = source
        self.holdings = holdings

    @property
    def library(self) -> Library:
        """The library of the moment."""
        return self._source.current()

    def warm_up(self) -> None:
        """Load what the first question of each language, and the list of documents, would wait for."""
        for question in EXAMPLES.values():
            self.answer(question)
            check_quotation(question, self.library)
        list_held(self.library)

    def understand(self, question: str, follows: Sequence[str] = ()) -> Question:
        """Return what a question that follows others asks, with every condition."""
        return understand_follow_up(question[:MAX_LENGTH], follows)

    def answer(self, question: str, follows: Sequence[str] = (), ignore: Sequence[Condition] = ()) -> Answer:
        """Answer a question that follows others, the oldest first, without the conditions in `ignore`."""
        return answer_question(question, self.library, follows, ignore=ignore)

    def to_json(self, answer: Answer) -> dict[str, Any]:
        """Return an answer as the JSON object of the command line."""
        return answer_to_json(answer)

    def rebuild(self, progress: Progress) -> Receipt:
        """Bring the index up to date with its folder and ask it from then on."""
        if self.holdings is None:
            raise IndexNotUsable("Editing is off on this page. Start it with --edit.")
        receipt = self.holdings.rebuild(self.library.encoder, progress)
        self._source.refresh()
        return receipt
