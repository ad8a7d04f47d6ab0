"""What one visitor has asked and opened, and the steps from one such state to the next; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from index.records import Language, Readout
from page.chips import list_chips
from page.desk import Desk, find_readout, list_latest
from page.elements import Markup
from page.frame import show_conversation, show_head
from page.records import Exhibit, Places, Turn
from page.sources import LISTED, show_held, show_place, show_whole
from page.texts import choose_language
from qa.counterpart import find_counterparts
from qa.records import Condition, Question

TURNS = 50  # turns kept on the page; the oldest leave first


@dataclass(frozen=True, slots=True, eq=False)  # Gradio hashes a state at every step: by identity that costs nothing
class Session:
    """The interface's language, the turns so far, what the other tabs show, and what is open.

    Open is a place (name of its list, number), a document, or nothing.
    """

    language: Language = "en"
    turns: tuple[Turn, ...] = ()
    opened: tuple[str, int] | Readout | None = None
    exhibits: tuple[tuple[str, Exhibit], ...] = ()
    may_tell: bool = False  # what they think of an answer

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
        counterparts = find_counterparts([citation.quote for citation in answer.citations], desk.library)
        turn = Turn(answer, understood, follows, tuple(ignored), tuple(counterparts))
        turns = (*self.turns, turn)[-TURNS:]
        return replace(self, turns=turns, opened=(str(len(turns) - 1), 0) if turn.spans else None)

    def exhibit(self, tab: str) -> Exhibit | None:
        """Return what a tab shows, if anything."""
        return next((exhibit for name, exhibit in self.exhibits if name == tab), None)

    def put_up(self, tab: str, exhibit: Exhibit | None) -> Session:
        """Return the state with something else shown on a tab; the first of its sentences is not opened by that."""
        others = tuple((name, shown) for name, shown in self.exhibits if name != tab)
        gone = isinstance(self.opened, tuple) and self.opened[0] == tab
        exhibits = others if exhibit is None else (*others, (tab, exhibit))
        return replace(self, exhibits=exhibits, opened=None if gone else self.opened)

    def find_turn(self, name: object) -> tuple[int, Turn] | None:
        """Return the turn with this number."""
        number = _number(name)
        return (number, self.turns[number]) if number is not None and number < len(self.turns) else None

    def find_places(self, name: object) -> Places | None:
        """Return the places of the turn with this number, or of the tab with this name."""
        turn = _number(name)
        if turn is not None and turn < len(self.turns):
            return Places(str(turn), self.turns[turn].spans, len(self.turns[turn].answer.citations))
        exhibit = self.exhibit(str(name))
        return Places(str(name), exhibit.spans, len(exhibit.spans)) if exhibit else None

    def open_place(self, data: Mapping[str, Any]) -> Session:
        """Return the state with a place open; one that does not exist changes nothing."""
        places, place = self.find_places(data.get("of")), _number(data.get("place"))
        if places is None or place is None or place >= len(places.spans):
            return self
        return replace(self, opened=(places.name, place))

    def open_document(self, desk: Desk, data: Mapping[str, Any]) -> Session:
        """Return the state with a document open, or the list of all where none is named."""
        return replace(self, opened=find_readout(str(data.get("name", "")), desk.library))

    def switch_language(self, data: Mapping[str, Any]) -> Session:
        """Return the state in the interface language nearest to a language tag."""
        return replace(self, language=choose_language(str(data.get("language", ""))))

    def show_head(self, desk: Desk) -> Markup:
        """Return the head of the page."""
        return show_head(self.language, len(desk.library.store.entries), len(desk.library.store.passages))

    def show_conversation(self) -> Markup:
        """Return the left-hand side of the page."""
        return show_conversation(self.turns, self.language, self.may_tell)

    def show_sources(self, desk: Desk) -> Markup:
        """Return the right-hand side of the page."""
        if isinstance(self.opened, Readout):
            return show_whole(self.opened, self.language)
        places = self.find_places(self.opened[0]) if self.opened else None
        if self.opened is None or places is None:
            held = len(desk.library.store.entries)
            return show_held(list_latest(LISTED, desk.library), held, self.language)
        return show_place(places, self.opened[1], self.language)


def _number(text: object) -> int | None:
    return int(text) if isinstance(text, str) and text.isascii() and text.isdigit() and len(text) < 6 else None
