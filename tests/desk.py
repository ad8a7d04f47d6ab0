"""A desk for the page's tests: it answers from given readouts by shared words, without an index."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from index.records import Language, Readout, Span, Voice
from qa.records import Answer, AnswerGroup, Citation, Condition, Period, Question, Searched
from qa.understanding.follow import drop_conditions
from tests.corpus import HashingEncoder
from tests.shelf import make_library

SENTENCE = re.compile(r"[^。！？.!?\n]+[。！？.!?\n]?")
YEAR = re.compile(r"(?:19|20)\d\d")
TRADITIONAL = re.compile("[國會談問題雙氣說麼強調]")


class FakeDesk:
    """Quotes the sentences that share most words with the question; a year in it is a period; "And" inherits it."""

    def __init__(self, readouts: Sequence[Readout]) -> None:
        self.readouts = tuple(readouts)
        self.library = make_library(readouts)
        self.holdings = None
        self.sentences = [span for readout in readouts for span in split(readout)]
        self.encoder = HashingEncoder()
        self.asked: list[tuple[str, tuple[str, ...], tuple[Condition, ...]]] = []

    @property
    def passages(self) -> int:
        return len(self.sentences)

    def understand(self, question: str, follows: Sequence[str] = ()) -> Question:
        understood = understand(question)
        if not follows or understood.periods or not question.startswith("And "):
            return understood
        before = self.understand(follows[-1], follows[:-1])
        return replace(understood, periods=before.periods, inherited=("periods",) if before.periods else ())

    def answer(self, question: str, follows: Sequence[str] = (), ignore: Sequence[Condition] = ()) -> Answer:
        self.asked.append((question, tuple(follows), tuple(ignore)))
        understood = drop_conditions(self.understand(question, follows), ignore)
        held = [span for span in self.sentences if falls_in(span, understood)]
        searched = Searched(len({span.readout.name for span in held}), len(held), names=("seattle-us.txt",))
        scores = self.encoder.encode([span.text for span in held]) @ self.encoder.encode([question])[0] if held else []
        best = sorted(zip(scores, range(len(held)), strict=True), reverse=True)[:3]
        quotes = [(held[i], float(score)) for score, i in best if score > 0.25]
        if not quotes:
            nearest = tuple(held[i] for _, i in best[:1])
            return Answer(understood, searched, why="No document of that kind is held.", nearest=nearest, seconds=0.004)
        citations = tuple(Citation(number, span, score) for number, (span, score) in enumerate(quotes, start=1))
        groups = make_groups(citations) if "each side" in question or "双方" in question else ()
        return Answer(understood, searched, citations, groups, seconds=0.004)

    def rebuild(self, progress: Any) -> Any:
        raise NotImplementedError

    def to_json(self, answer: Answer) -> dict[str, Any]:
        quotes = [{"citation": c.number, "text": c.quote.text} for c in answer.citations]
        return {"question": answer.question.text, "found": answer.found, "quotes": quotes}


def split(readout: Readout) -> list[Span]:
    """Split a readout's prose into sentences, a speaker given to those that name one."""
    spans = []
    for block in readout.blocks:
        if block.kind == "prose":
            for match in SENTENCE.finditer(readout.text, block.start, block.end):
                start = match.start() + len(match[0]) - len(match[0].lstrip())
                spans.append(Span(readout, start, match.end(), find_voice(match[0])))
    return spans


def find_voice(text: str) -> Voice:
    if "美国总统" in text or "美國總統" in text or "The President" in text:
        return Voice("美国总统" if "总统" in text else None, side="us", attribution="explicit")
    if "国家主席" in text or "國家主席" in text:
        return Voice("国家主席", side="cn", attribution="explicit")
    return Voice(side="joint") if "two leaders" in text or "雙方" in text else Voice()


def understand(text: str) -> Question:
    year = YEAR.search(text)
    periods = (Period(date(int(year[0]), 1, 1), date(int(year[0]), 12, 31), year[0]),) if year else ()
    language: Language = "en"
    if re.search(r"[\u4e00-\u9fff]", text):
        language = "zh-Hant" if TRADITIONAL.search(text) else "zh-Hans"
    return Question(text, language, text, periods=periods)


def falls_in(span: Span, question: Question) -> bool:
    day = span.readout.origin.date
    return all(day is not None and period.holds(day.day) for period in question.periods)


def make_groups(citations: Sequence[Citation]) -> tuple[AnswerGroup, ...]:
    rows = [("China, in its own account", "cn", "cn"), ("United States, in its own account", "us", "us")]
    return tuple(
        AnswerGroup(
            heading,
            side,
            account,
            tuple(
                c.number for c in citations if (c.quote.voice.side, c.quote.readout.origin.account) == (side, account)
            ),
            1,
        )
        for heading, side, account in rows
    )
