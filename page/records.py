"""The record of a turn: what was asked, how it was understood, what of that was left out, and the answer."""

from __future__ import annotations

from dataclasses import dataclass

from qa.records import Answer, Condition, Question


@dataclass(frozen=True, slots=True)
class Turn:
    """One answer; `understood` holds every condition, `ignored` names those the asker switched off."""

    answer: Answer
    understood: Question
    follows: tuple[str, ...] = ()
    ignored: tuple[Condition, ...] = ()
