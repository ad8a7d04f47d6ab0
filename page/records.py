"""The records of the page: a turn of the conversation, and a list of places that can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from index.records import Span
from qa.records import Answer, Condition, Question


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer; `understood` holds every condition, `ignored` names those the asker switched off."""

    answer: Answer
    understood: Question
    follows: tuple[str, ...] = ()
    ignored: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """Spans that can be opened in their documents, the first `numbered` of them one after another.

    `name` is the number of a turn, or the name of the tab that shows them.
    """

    name: str
    spans: tuple[Span, ...]
    numbered: int


class Exhibit(Protocol):
    """What a tab beside the conversation shows to one visitor."""

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences shown, in order: each opens in its document."""
