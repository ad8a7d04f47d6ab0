"""Accounts of one thing that give other numbers for it: each is quoted beside the best.

Two accounts contradict one another where sentences of two articles of the same days count the same thing otherwise.
Knows nothing of how a sentence is scored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.records import Hit, Span
from index.words import fold, is_han
from qa.counted import counts
from qa.extract import Candidates
from qa.ranking.match import Unit
from qa.ranking.plain import plain_words
from qa.records import Question

LEAST = 0.005  # how probable another account must be
MOST = 60  # candidates that are looked at
NEAR_DAYS = 3  # days between two accounts of one thing, at most
SHARED = 3  # words beside both numbers, at least
_BEFORE, _BEHIND, _BEFORE_IN_ENGLISH, _BEHIND_IN_ENGLISH = 6, 12, 20, 40  # characters beside a number
_HAN = "一二三四五六七八九"
_NUMBER = re.compile(r"(\d[\d,]*(?:\.\d+)?|[一二三四五六七八九十百千万亿两]+)[余多几来]?")
_DATE = re.compile(
    r"一(?:道|起|致|样|些|直|定|步|向|个)|两[国军岸]|\d{4}年|\d{1,2}月|\d{1,2}日|\b(?:19|20)\d\d\b|第[一二三四五六七八九十\d]+"
)


def contradicting(
    question: Question, units: Sequence[Unit], quotes: Sequence[Hit], candidates: Candidates
) -> list[Hit]:
    """Return the best candidate of another article that counts otherwise what the best quotation counts."""
    if question.form != "number" or not quotes or not counts(question, units, quotes[0].span):
        return []
    best = quotes[0].span
    known = {_article(hit.span) for hit in quotes}
    others = (hit for hit in candidates.hits[:MOST] if hit.score >= LEAST and _article(hit.span) not in known)
    return [hit for hit in others if _of_the_days(hit.span, best) and differ(hit.span.text, best.text)][:1]


def differ(one: str, other: str) -> bool:
    """Tell whether two sentences give different numbers, each of the same thing, and no number of it in common."""
    counted = _numbers(other)
    same = [
        here.number == there.number
        for here in _numbers(one)
        for there in counted
        if here.behind & there.behind and len((here.before | here.behind) & (there.before | there.behind)) >= SHARED
    ]
    return bool(same) and not any(same)


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of a sentence, and the words before and behind it."""

    number: str
    before: frozenset[str]
    behind: frozenset[str]


@lru_cache(maxsize=1024)
def _numbers(text: str) -> tuple[_Number, ...]:
    """Return the numbers of a sentence that are no dates."""
    folded = _DATE.sub(lambda found: " " * len(found.group()), "".join(fold(text).splitlines()))
    before, behind = (_BEFORE, _BEHIND) if is_han(text) else (_BEFORE_IN_ENGLISH, _BEHIND_IN_ENGLISH)
    return tuple(
        _Number(
            _plain(found[1]),
            _words(folded[max(0, found.start() - before) : found.start()]),
            _words(folded[found.end() : found.end() + behind]),
        )
        for found in _NUMBER.finditer(folded)
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(word for _, word in plain_words(text) if len(word) > 1)


def _plain(number: str) -> str:
    """Return a number in figures where it is a small Chinese one."""
    if found := re.fullmatch(rf"([{_HAN}]?)十([{_HAN}]?)", number):
        return str(10 * (_HAN.index(found[1]) + 1 if found[1] else 1) + (_HAN.index(found[2]) + 1 if found[2] else 0))
    return str(_HAN.index(number) + 1) if number in tuple(_HAN) else number.replace(",", "")


def _of_the_days(one: Span, other: Span) -> bool:
    days = [span.section.origin.date for span in (one, other)]
    return all(days) and abs((days[0].day - days[1].day).days) <= NEAR_DAYS  # type: ignore[union-attr]


def _article(span: Span) -> tuple[str, int]:
    return span.readout.sha256, span.section.start
