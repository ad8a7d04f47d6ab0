"""What was understood as chips: each is a condition that a click leaves out or puts back; knows nothing of Gradio."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from page.elements import Markup, element
from page.names import show_name
from page.records import Turn
from page.texts import say, show_period
from qa.forms import named_speakers
from qa.records import Condition, Question

CONDITIONS: tuple[Condition, ...] = get_args(Condition)


@dataclass(frozen=True, slots=True)
class Chip:
    """A condition of a question, in words."""

    condition: Condition
    text: str


def list_chips(question: Question) -> list[Chip]:
    """Return what was understood of a question, one chip for all that is left out together.

    A speaker's side goes with the speaker.
    """
    language = question.language
    speakers = [show_name(speaker, language) for speaker in named_speakers(question)]
    sides = [say(language, f"side_{side}") for side in question.sides]
    named: list[tuple[Condition, list[str]]] = [
        ("periods", [show_period(language, period.first, period.last) for period in question.periods]),
        ("events", [show_name(name, language) for name in (*question.events, *question.partners)]),
        ("speakers" if speakers else "sides", [*speakers, *sides]),
        ("accounts", [say(language, f"account_{account}") for account in question.accounts]),
    ]
    return [Chip(condition, " · ".join(names)) for condition, names in named if names]


def show_chips(number: int, turn: Turn) -> Markup | None:
    """Return the chips of a turn as buttons, what was left out struck through; None where nothing was understood."""
    language = turn.understood.language
    chips = [element("li", _show_chip(number, turn, chip)) for chip in list_chips(turn.understood)]
    if not chips:
        return None
    if any(getattr(turn.answer.question, name) for name in turn.understood.inherited):
        chips.append(element("li", say(language, "inherited"), class_="note faint"))
    label = element("span", say(language, "understood"), class_="label")
    return element("div", label, element("ul", *chips, class_="chips"), class_="understood")


def _show_chip(number: int, turn: Turn, chip: Chip) -> Markup:
    left_out = chip.condition in turn.ignored
    return element(
        "button",
        element("s" if left_out else "span", chip.text),
        type="button",
        class_="chip off" if left_out else "chip",
        data_event="clear",
        data_turn=number,
        data_condition=chip.condition,
        aria_label=say(turn.understood.language, "put_back" if left_out else "remove", condition=chip.text),
    )
