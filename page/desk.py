"""What the page asks for: answers and readouts; the page knows nothing else of the library."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from index.records import Readout
from page.texts import EXAMPLES
from qa.answer import MAX_LENGTH, answer_question
from qa.follow import understand_follow_up
from qa.library import Library
from qa.records import Answer, Condition, Question
from qa.show import answer_to_json


class Desk(Protocol):
    """Answers questions over the readouts held."""

    @property
    def readouts(self) -> Sequence[Readout]:
        """The readouts held."""

    @property
    def passages(self) -> int:
        """How many passages they were split into."""

    def understand(self, question: str, follows: Sequence[str] = ()) -> Question:
        """Return what a question that follows others asks, with every condition."""

    def answer(self, question: str, follows: Sequence[str] = (), ignore: Sequence[Condition] = ()) -> Answer:
        """Answer a question that follows others, the oldest first, without the conditions in `ignore`."""

    def to_json(self, answer: Answer) -> dict[str, Any]:
        """Return an answer as the JSON object of the command line."""


class LibraryDesk:
    """The desk of a library that is open."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def readouts(self) -> Sequence[Readout]:
        """The readouts held."""
        return [entry.readout for entry in self._library.store.entries]

    @property
    def passages(self) -> int:
        """How many passages they were split into."""
        return len(self._library.store.passages)

    def warm_up(self) -> None:
        """Load what the first question of each language would wait for."""
        for question in EXAMPLES.values():
            self.answer(question)

    def understand(self, question: str, follows: Sequence[str] = ()) -> Question:
        """Return what a question that follows others asks, with every condition."""
        return understand_follow_up(question[:MAX_LENGTH], follows)

    def answer(self, question: str, follows: Sequence[str] = (), ignore: Sequence[Condition] = ()) -> Answer:
        """Answer a question that follows others, the oldest first, without the conditions in `ignore`."""
        return answer_question(question, self._library, follows, ignore=ignore)

    def to_json(self, answer: Answer) -> dict[str, Any]:
        """Return an answer as the JSON object of the command line."""
        return answer_to_json(answer)
