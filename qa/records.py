"""The records that pass between the stages of an answer; this module imports records of the index alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from index.records import Account, Language, Side, Span

Form = Literal["position", "each_side", "change", "list", "number", "mention", "definition", "who", "when", "where"]


FACT_FORMS: tuple[Form, ...] = ("number", "when", "where", "who")  # a single fact is asked for

# What a question may set as a condition, and an asker may switch off.
Condition = Literal["periods", "sides", "speakers", "accounts", "events"]


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both of them included, and the words of the question that name them."""

    first: date
    last: date
    words: str

    def holds(self, day: date) -> bool:
        """Tell whether `day` lies in the period."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Nation:
    """A third country or a grouping whose words are asked for: its id, the offices named, and the question's words."""

    id: str
    ranks: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """What was understood of a question; an empty tuple or None where it sets no condition.

    Where it asks several things of different people, each is one of its `parts`.
    """

    text: str
    language: Language
    topic: str
    form: Form = "position"
    periods: tuple[Period, ...] = ()
    sides: tuple[Side, ...] = ()
    speakers: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    events: tuple[str, ...] = ()
    event_periods: tuple[Period, ...] = ()
    partners: tuple[str, ...] = ()  # who took part in the meeting or the visit that is asked about
    offices: tuple[str, ...] = ()  # whose holders' words are asked for, where the question does not name them
    nations: tuple[Nation, ...] = ()  # third countries whose words are asked for, through whomever
    met: tuple[Nation, ...] = ()  # third countries that took part in the meeting asked about, through whomever
    phrases: tuple[str, ...] = ()
    joint: bool = False
    inherited: tuple[str, ...] = ()
    parts: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A numbered quotation, the other places that hold the same words, and a warning about its print, if any."""

    number: int
    quote: Span
    score: float
    also_in: tuple[Span, ...] = ()
    flag: str | None = None


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Citations that share a heading: whose position, in whose account, out of how many documents; if none, why."""

    heading: str
    side: Side | None
    account: Account | None
    numbers: tuple[int, ...]
    documents: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class Searched:
    """What an answer looked through: documents, passages, and documents that a period left out for want of a date."""

    documents: int
    passages: int
    undated: int = 0
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """The citations that answer a question, or the reason why there are none.

    `confidence` is the probability that the best candidate answers; None where nothing was scored.
    """

    question: Question
    searched: Searched
    citations: tuple[Citation, ...] = ()
    groups: tuple[AnswerGroup, ...] = ()
    why: str = ""
    nearest: tuple[Span, ...] = field(default=())
    seconds: float = 0.0
    confidence: float | None = None

    @property
    def found(self) -> bool:
        """Tell whether anything is quoted."""
        return bool(self.citations)
