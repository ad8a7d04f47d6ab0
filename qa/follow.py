"""What a follow-up question takes over from the one before it: only what it leaves out, and only if it leans on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.words import fold, split_words
from qa.frames import STOP_WORDS
from qa.records import Question
from qa.understand import understand_question

_LEANS = re.compile(
    r"^\s*(?:and|but|what about|how about|or|also|then)\b|^(?:那么?|还有|另外|又|而|以及|至于|然后)|呢[？?。]?\s*$|^\s*(?:on|about|in|for|since)\s[^?]{1,40}\?\s*$"
)


def understand_follow_up(text: str, follows: Sequence[str], today: date | None = None) -> Question:
    """Return what `text` asks, with what it leaves out taken from the earlier questions, the latest last.

    The names of the parts taken over stand in `inherited`.
    """
    question = understand_question(text, today)
    if not follows or not _LEANS.search(fold(text)):
        return question
    return _inherit(question, understand_follow_up(follows[-1], follows[:-1], today))


def _inherit(question: Question, before: Question) -> Question:
    taken: dict[str, object] = {}
    if not question.periods and not question.events:
        taken |= {"periods": before.periods, "events": before.events, "event_periods": before.event_periods}
    if not question.sides and not question.accounts:
        taken |= {"sides": before.sides, "speakers": before.speakers, "accounts": before.accounts}
        if question.form == "position":
            taken["form"] = before.form
    if not [word for word in split_words(question.topic) if word not in STOP_WORDS]:
        taken |= {"topic": before.topic, "phrases": before.phrases}
    names = tuple(name for name, value in taken.items() if value and name != "event_periods" and value != "position")
    return replace(question, **taken, inherited=names)  # type: ignore[arg-type]
