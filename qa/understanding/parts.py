"""A question that asks several people different things is taken apart; knows nothing of answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from index.words import fold, is_han, split_words
from qa.records import Question
from qa.understand import understand_question
from qa.understanding.follow import ask_whom_it_names, understand_follow_up
from qa.understanding.frames import STOP_WORDS

MOST_PARTS = 4
_ASKS_EN = r"(?:what|how|when|where|who|whom|which|why|did|does|do|has|have|is|was|were)\b"
_SEAM_EN = re.compile(
    rf"\?\s+(?:(?:and|but)\s+)?(?=\w)|[,;]?\s+(?:and|but|while)\s+(?={_ASKS_EN})"
    r"|[,;]?\s+and\s+(?=(?-i:(?:(?:the|President|Secretary)\s+)?[A-Z][\w.]+(?:\s+[A-Z]\w+)?)\s+(?:about|on|regarding)\s)",
    re.IGNORECASE,
)
_SEAM_ZH = re.compile(r"[？?；;]\s*(?:而|那么?|还有|以及|并且|同时)?(?=.)|[，,]\s*(?:而|那么?|还有|以及|同时)?(?=.)")
_ASKS_ZH = re.compile(r"什么|怎么|怎样|如何|哪|谁|何|吗|有没有|是否|多少|几|呢")
_QUOTES = re.compile(r"[“\"「『《][^”\"」』》]*[”\"」』》]")
_REPLIES = re.compile(r"\b(?:respond|react|repl|answer)\w*|\bresponse\b|回应|回答|答复|反应")
_SHARED = ("periods", "events", "event_periods", "partners")


def understand_parts(text: str, follows: Sequence[str], today: date | None = None) -> tuple[Question, ...]:
    """Return what each part of `text` asks; one question where all of it is asked of the same people.

    A period or an event that only one part names holds for all of them; a part without a topic takes the first one's.
    """
    segments = split_question(text)
    if len(segments) == 1:
        return (understand_follow_up(text, follows, today),)
    first = understand_follow_up(segments[0], follows, today)
    rest = [_complete(segment, first, today) for segment in segments[1:]]
    return _share([first, *rest])


def split_question(text: str) -> tuple[str, ...]:
    """Return the parts of `text` that ask different people about different things, or `text` alone."""
    segments = split_subquestions(text)
    if not 1 < len(segments) <= MOST_PARTS:
        return (text,)
    asked = [_understand(segment) for segment in segments]
    owners = {(question.sides, question.speakers) for question in asked}
    topics = [_content(question) for question in asked]
    if not all(question.sides for question in asked) or not topics[0] or len(owners) == 1:
        return (text,)
    return segments if len(set(topics)) > 1 else (text,)


def split_subquestions(text: str) -> tuple[str, ...]:
    """Return the clauses of `text` that each ask something, whomever they ask; `text` alone where only one does."""
    return tuple(text[start:end].strip(" ,，;；") for start, end in _spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    hidden = _QUOTES.sub(lambda found: "x" * len(found.group()), text)
    start = 0
    for seam in (_SEAM_ZH if is_han(text) else _SEAM_EN).finditer(hidden.rstrip("？?。. ")):
        here, there = hidden[start : seam.start()], hidden[seam.end() :]
        if is_han(text) and not (_ASKS_ZH.search(fold(here)) and _ASKS_ZH.search(fold(there))):
            continue
        yield start, seam.start() + (hidden[seam.start()] in "？?")
        start = seam.end()
    yield start, len(text)


def _understand(segment: str, today: date | None = None) -> Question:
    question = understand_question(segment, today)
    return question if question.sides else ask_whom_it_names(question)


def _content(question: Question) -> frozenset[str]:
    """Return the words of a question that do more than put it or ask for a reply."""
    return frozenset(word for word in split_words(_REPLIES.sub(" ", fold(question.topic))) if word not in STOP_WORDS)


def _complete(segment: str, first: Question, today: date | None) -> Question:
    question = _understand(segment, today)
    if _content(question):
        return question
    return replace(question, topic=first.topic, phrases=first.phrases, inherited=("topic",))


def _share(questions: list[Question]) -> tuple[Question, ...]:
    """Return the questions with the period and the event of the only one that names any."""
    named = [question for question in questions if question.periods or question.events]
    if len(named) != 1:
        return tuple(questions)
    shared = {name: getattr(named[0], name) for name in _SHARED}
    return tuple(
        question if question is named[0] else replace(question, **shared, inherited=(*question.inherited, "periods"))
        for question in questions
    )
