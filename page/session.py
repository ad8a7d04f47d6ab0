"""What one visitor has asked and opened, and the steps from one such state to the next; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from index.records import Language, Readout
from page.chips import list_chips
from page.desk import Desk
from page.elements import Markup
from page.frame import show_conversation, show_head
from page.quotes import list_places
from page.records import Turn
from page.sources import show_held, show_place, show_whole
from page.texts import choose_language
from qa.records import Condition, Question

TURNS = 50  # turns kept on the page; the oldest leave first


@dataclass(frozen=True, slots=True)
class Session:
    """The interface's language, the turns so far, and what is open: a place (turn, place), a document, or nothing."""

    language: Language = "en"
    turns: tuple[Turn, ...] = ()
    opened: tuple[int, int] | Readout | None = None

    def ask(self, desk: Desk, question: str) -> Session:
        """Return the state after one more question, its first quotation open."""
        if not self.turns:
            return self._add(desk, desk.understand(question), (), ())
        last = self.turns[-1]
        follows = (*last.follows, last.understood.text)[-TURNS:]
        understood = desk.understand(question, follows)
        # What was left out before stays left out where it is inherited, never where the question says it itself.
        return self._add(desk, understood, follows, [name for name in last.ignored if name in understood.inherited])

    def switch_condition(self, desk: Desk, data: Mapping[str, Any]) -> Session:
        """Return the state after a turn's question is asked again without one of its conditions, or with it again."""
        number, name = _number(data.get("turn")), data.get("condition")
        if number is None or number >= len(self.turns):
            return self
        turn = self.turns[number]
        known = [chip.condition for chip in list_chips(turn.understood) if chip.condition == name]
        if not known:
            return self
        kept = [ignored for ignored in turn.ignored if ignored != name]
        ignored = kept if name in turn.ignored else [*kept, *known]
        return self._add(desk, turn.understood, turn.follows, ignored)

    def _add(self, desk: Desk, understood: Question, follows: tuple[str, ...], ignored: Sequence[Condition]) -> Session:
        answer = desk.answer(understood.text, follows, ignored)
        turns = (*self.turns, Turn(answer, understood, follows, tuple(ignored)))[-TURNS:]
        return replace(self, turns=turns, opened=(len(turns) - 1, 0) if list_places(answer) else None)

    def open_place(self, data: Mapping[str, Any]) -> Session:
        """Return the state with a place of an answer open; one that does not exist changes nothing."""
        turn, place = _number(data.get("turn")), _number(data.get("place"))
        if turn is None or place is None or turn >= len(self.turns):
            return self
        if place >= len(list_places(self.turns[turn].answer)):
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
        return show_conversation(self.turns, self.language)

    def show_sources(self, desk: Desk) -> Markup:
        """Return the right-hand side of the page."""
        if isinstance(self.opened, Readout):
            return show_whole(self.opened, self.language)
        if self.opened is None:
            return show_held(desk.readouts, self.language)
        turn, place = self.opened
        return show_place(turn, self.turns[turn].answer, place, self.language)


def _number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 6 else None
