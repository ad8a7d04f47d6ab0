"""What one visitor has asked and opened, and the steps from one such state to the next; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from index.records import Language, Readout
from page.desk import Desk
from page.elements import Markup
from page.frame import show_conversation, show_head
from page.quotes import list_places
from page.sources import show_held, show_place, show_whole
from page.texts import choose_language
from qa.records import Answer

TURNS = 50  # answers kept on the page; the oldest leave first


@dataclass(frozen=True, slots=True)
class Session:
    """The interface's language, the answers so far, and what is open: a place (turn, place), a document, or nothing."""

    language: Language = "en"
    answers: tuple[Answer, ...] = ()
    opened: tuple[int, int] | Readout | None = None

    def ask(self, desk: Desk, question: str) -> Session:
        """Return the state after one more question, its first quotation open."""
        answer = desk.answer(question, [earlier.question.text for earlier in self.answers])
        answers = (*self.answers, answer)[-TURNS:]
        return replace(self, answers=answers, opened=(len(answers) - 1, 0) if list_places(answer) else None)

    def open_place(self, data: Mapping[str, Any]) -> Session:
        """Return the state with a place of an answer open; one that does not exist changes nothing."""
        turn, place = _number(data.get("turn")), _number(data.get("place"))
        if turn is None or place is None or turn >= len(self.answers):
            return self
        if place >= len(list_places(self.answers[turn])):
            return self
        return replace(self, opened=(turn, place))

    def open_document(self, desk: Desk, data: Mapping[str, Any]) -> Session:
        """Return the state with a document open, or the list of all where none is named."""
        named = [readout for readout in desk.readouts if readout.name == data.get("name")]
        return replace(self, opened=named[0] if named else None)

    def switch_language(self, data: Mapping[str, Any]) -> Session:
        """Return the state in the interface language nearest to a language tag."""
        return replace(self, language=choose_language(str(data.get("language", ""))))

    def show_head(self, desk: Desk) -> Markup:
        """Return the head of the page."""
        return show_head(self.language, len(desk.readouts), desk.passages)

    def show_conversation(self) -> Markup:
        """Return the left-hand side of the page."""
        return show_conversation(self.answers, self.language)

    def show_sources(self, desk: Desk) -> Markup:
        """Return the right-hand side of the page."""
        if isinstance(self.opened, Readout):
            return show_whole(self.opened, self.language)
        if self.opened is None:
            return show_held(desk.readouts, self.language)
        turn, place = self.opened
        return show_place(turn, self.answers[turn], place, self.language)


def _number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 6 else None
