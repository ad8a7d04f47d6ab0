"""What a follow-up question takes over from the one before it: only what it leaves out, and only if it leans on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.naming.names import find_institutions, find_people
from index.words import fold, split_words
from qa.records import Condition, Question
from qa.understand import understand_question
from qa.understanding.frames import STOP_WORDS

_LEANS = re.compile(
    r"^\s*(?:and|but|what about|how about|or|also|then)\b|^(?:那么?|还有|另外|又|而|以及|至于|然后)|呢[？?。]?\s*$|^\s*(?:on|about|in|for|since)\s(?!what|which|who|how)[^?,]{1,40}\?\s*$"
)
# Someone or something that only an earlier question names.
_REFERS = re.compile(r"\b(?:he|she|him|his|her)\b|(?<!其)他(?!国|方)|她|对方")
_REPLIES = re.compile(
    r"\b(?:respond|react|repl|answer)\w*|\bresponse\b|\b(?:else|again)\b|回应|回答|答复|反应|更多|还有"
)
_SHORT = 4  # English words or Chinese characters
_ON = re.compile(r"\s+(?:on|about|regarding)\b|(?:关于|就|对|在)")


def understand_follow_up(text: str, follows: Sequence[str], today: date | None = None) -> Question:
    """Return what `text` asks, with what it leaves out taken from the earlier questions, the latest last.

    The names of the parts taken over stand in `inherited`.
    """
    question = understand_question(text, today)
    if not follows or not _leans(question):
        return question
    return _inherit(ask_whom_it_names(question), understand_follow_up(follows[-1], follows[:-1], today))


def _leans(question: Question) -> bool:
    """Tell whether a question leaves out what an earlier one said: by its words, or because it names nothing itself."""
    folded = fold(question.text)
    if _LEANS.search(folded):
        return True
    if _REFERS.search(folded) and not question.sides and not find_people(question.text):
        return True
    short = len(re.findall(r"[a-z’']+|[\u4e00-\u9fff]", folded)) <= _SHORT and not (question.sides or question.accounts)
    return (
        (short or _REPLIES.search(folded) is not None)
        and not _content(question)
        and not question.events
        and not question.periods
        and not question.phrases
    )


def _content(question: Question) -> bool:
    """Tell whether a question has words of its own beside those that put it or ask for more."""
    return _asks(_REPLIES.sub(" ", fold(question.topic)))


def ask_whom_it_names(question: Question) -> Question:
    """Return a question that names only whose words it wants ("And China?", 中方就贸易呢？) as one for their words."""
    people, bodies = find_people(question.text), find_institutions(question.text)
    named = sorted((m for m in (*people, *bodies) if m.side and m.side != "joint"), key=lambda mention: mention.start)
    rest = question.topic
    for mention in named:
        rest = rest.replace(question.text[mention.start : mention.end], " ")
    if not named or question.sides or _REFERS.search(fold(question.text)) or _asks(question.text[: named[0].start]):
        return question
    if _asks(rest) and not _ON.match(fold(question.text[named[0].end :])):
        return question
    speakers = tuple(dict.fromkeys(m.id for m in named if m in people))
    return replace(question, sides=tuple(dict.fromkeys(m.side for m in named if m.side)), speakers=speakers, topic=rest)


def _asks(text: str) -> bool:
    """Tell whether `text` holds a word that does more than put a question."""
    return any(word not in STOP_WORDS for word in split_words(text))


def asks_anything(question: Question) -> bool:
    """Tell whether a question without a topic still asks something: for someone's words, an event or a period."""
    return bool(question.sides or question.accounts or question.events or question.periods or question.joint) or (
        question.form not in ("position", "mention", "change")
    )


def _inherit(question: Question, before: Question) -> Question:
    taken: dict[str, object] = {}
    if not question.periods and not question.events:
        taken |= {"periods": before.periods, "events": before.events, "event_periods": before.event_periods}
        taken |= {} if question.partners else {"partners": before.partners}
    by_teller = question.accounts and question.sides == question.accounts and not question.speakers
    if by_teller and before.sides:  # and in the White House readout?
        taken |= {"sides": before.sides, "speakers": before.speakers}
    if not (question.sides or question.accounts or question.offices):
        taken |= {"sides": before.sides, "speakers": before.speakers, "accounts": before.accounts}
        taken |= {"offices": before.offices, "nations": before.nations}
        if question.form == "position":
            taken["form"] = before.form
    topic = _REPLIES.sub(" ", fold(question.topic))
    for event in question.event_periods:
        topic = topic.replace(fold(event.words), " ")
    if not _asks(topic):
        taken |= {"topic": before.topic, "phrases": before.phrases}
    names = tuple(
        name
        for name, value in taken.items()
        if value and name not in ("event_periods", "partners", "offices", "nations") and value != "position"
    )
    return replace(question, **taken, inherited=names)  # type: ignore[arg-type]


def drop_conditions(question: Question, ignore: Sequence[Condition]) -> Question:
    """Return `question` without the conditions named in `ignore`; a speaker's side goes with the speaker."""
    dropped: dict[str, tuple[()]] = {name: () for name in ignore}
    if "events" in dropped:
        dropped |= {"event_periods": (), "partners": ()}
    if "sides" in dropped:
        dropped |= {"speakers": (), "offices": (), "nations": ()}
    if "speakers" in dropped and question.speakers:
        dropped |= {"sides": (), "offices": (), "nations": ()}
    return replace(question, **dropped)  # type: ignore[arg-type]
