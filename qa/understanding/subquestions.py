"""Each thing that a question asks of the same people, as a question of its own: "How many came, and when?"

Knows nothing of answers.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from index.words import fold, is_han, split_words
from qa.records import Question
from qa.understanding.follow import understand_follow_up
from qa.understanding.frames import STOP_WORDS
from qa.understanding.parts import MOST_PARTS, split_subquestions

# What stands before the first and holds for all: "On fugitives in 2017: what did …", 关于遣返，….
_LEAD = re.compile(
    r"^[^:：?？]{2,80}[:：]\s*|^(?:on|as for|about|in respect of|regarding)\b[^,?:]{2,80},\s*"
    r"|^(?:关于|就|至于)[^，？：]{2,30}，"
)


def understand_subquestions(text: str, whole: Question, today: date | None = None) -> tuple[Question, ...]:
    """Return each thing that `text` asks, completed from the `whole`; nothing where it asks only one."""
    segments = split_subquestions(text)
    if not 1 < len(segments) <= MOST_PARTS:
        return ()
    lead = _LEAD.match(fold(text))
    before = text[: lead.end()] if lead and len(segments[0]) > lead.end() else ""
    asked = [segments[0], *(before + segment for segment in segments[1:])]
    each = [understand_follow_up(one, asked[:i], today) for i, one in enumerate(asked)]
    return tuple(_complete(one, whole) for one in each if _says_enough(one))


def _says_enough(question: Question) -> bool:
    """Tell whether a subquestion has words of its own: "which ones?" asks nothing by itself."""
    words = {word for word in split_words(question.topic) if word not in STOP_WORDS}
    return any(len(word) > 1 or not is_han(word) for word in words)


def _complete(question: Question, whole: Question) -> Question:
    """Return a subquestion with the time, the meeting and the people of the whole where it names none itself."""
    taken: dict[str, object] = {}
    if not question.periods and not question.events:
        taken |= {"periods": whole.periods, "events": whole.events, "event_periods": whole.event_periods}
    if not (question.sides or question.accounts or question.joint):
        taken |= {"sides": whole.sides, "speakers": whole.speakers}
        taken |= {"offices": whole.offices, "nations": whole.nations}
    if not question.accounts:
        taken["accounts"] = whole.accounts
    return replace(question, **taken)  # type: ignore[arg-type]
