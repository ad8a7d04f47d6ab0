"""The records of the page: a turn of the conversation, and a list of places that can be opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from index.records import Span
from qa.records import Answer, Condition, Question


@dataclass(frozen=True, slots=True, eq=False)  # told apart by identity, so that what was shown of one is found at once
class Turn:
    """One answer; `understood` holds every condition, `ignored` names those the asker switched off."""

    answer: Answer
    understood: Question
    follows: tuple[str, ...] = ()
    ignored: tuple[Condition, ...] = ()
    counterparts: tuple[Span | None, ...] = ()  # for each citation the nearest sentence of another account

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every span that can be opened: quotations, where else they stand, the nearest, other accounts."""
        quotes = [citation.quote for citation in self.answer.citations]
        also = [span for citation in self.answer.citations for span in citation.also_in]
        return (*quotes, *also, *self.answer.nearest, *filter(None, self.counterparts))

    def counterpart_of(self, number: int) -> Span | None:
        """Return the counterpart of the citation with this number."""
        return self.counterparts[number - 1] if number <= len(self.counterparts) else None


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
