"""What a question asks of a sentence: a number, a day, a place, a duration, or a certain voice; and whether it is there."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from index.naming.entries import load_events
from index.naming.names import find_people, find_places
from index.records import Span
from index.words import fold
from qa.ranking.facts import FACTS, Fact
from qa.ranking.pieces import OWN_PLACES
from qa.records import Question
from qa.understanding.comparisons import spans_years
from qa.understanding.frames import DURATION, FUTURE, MONEY
from qa.unlisted import bare_name

NUMBER = re.compile(
    r"\d|[一二三四五六七八九十百千万亿两]+[余多几来]?(?:个|次|家|种|项|年|天|小时|条|名|位|轮|亿|万|国|分之)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|third|half)\b"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_DAY = re.compile(
    r"\d{1,2}[月日]|\d{4}年?|今年|明年|去年|秋季|春季|\b(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|years?|weeks?|months?|spring|fall|autumn)\b"
)
# A certain day is asked for, and such a day.
_WHICH_DAY = re.compile(r"\b(?:what|which|exact) (?:days?|dates?)\b|哪[一几]?[天日]|几月几[日号]|几号|日期")
_DATE = re.compile(rf"\d{{1,2}}[日号]|\b(?:{_MONTHS}) \d{{1,2}}\b|\b\d{{1,2}} (?:{_MONTHS})\b")
DURATION_TOLD = re.compile(
    r"(?:(?<!\d)\d{1,3}|[一二三四五六七八九十两半]+)个?多?(?:小时|分钟|天|周|月|年)|\b(?:hours?|minutes?|days?|weeks?|months?)\b"
)
MONEY_TOLD = re.compile(r"[亿万]|美元|人民币|\d元|\$|\b(?:dollars?|million|billion|trillion|yuan)\b")
_FUTURE = re.compile(
    r"将|拟|定于|计划|明年|今年[春夏秋冬年]|\b(?:will|plans? to|planned|upcoming|in the coming|next|later this|scheduled"
    r"|(?:decided|agreed?|intend(?:s|ed)?|expect(?:s|ed)?|hope[sd]?) to (?:again )?(?:meet|hold|convene|visit|travel)|this (?:spring|summer|fall|autumn|winter))\b"
)

_NEXT = re.compile(r"\bnext\b|下一?[次轮届站]|接下来")
_COMING = next(fact for fact in FACTS if fact.name == "coming")

# Several days or places are asked for, not the one of one event.
_SEVERAL = re.compile(
    r"先后|依次|历次|每次|各次|哪些|哪几(?:次|个|处|座)|\b(?:dates|days|places|cities|venues|occasions)\b|\beach time\b|\bwhen and where\b"
)
_SINGLE = re.compile(r"\b(?:first|last|latest|next)\b|首次|上次|上一次|最近一次|最后一次|下次|下一次")
# Others are asked for than those who are known to have met.
_OTHERS = re.compile(
    r"\b(?:other|others|else|besides|apart from|aside from|in addition to)\b|除了|另外|其他|别的|还(?:单独|分别)?(?:会见|会晤|见|[跟同和与])"
)


def wants_several(question: Question) -> bool:
    """Tell whether several days or places are asked for."""
    asked = fold(question.text)
    several = spans_years(question.periods) or bool(_SEVERAL.search(asked))
    return question.form in ("when", "where") and several and not _SINGLE.search(asked)


def match_kind(question: Question, sentence: Span) -> int:
    """Return 1 where a sentence holds the kind of thing that is asked for, -1 where it does not, 0 where none is."""
    asked, text = fold(question.text), fold(sentence.text)
    if fact := find_fact(question):
        return _gives(fact, question, sentence)
    if DURATION.search(asked):
        return 1 if DURATION_TOLD.search(text) else -1
    if question.form == "number":
        return 1 if (MONEY_TOLD if MONEY.search(asked) else NUMBER).search(text) else -1
    if question.form == "when" and (FUTURE.search(asked) or _NEXT.search(asked)):
        return bool(_FUTURE.search(text)) + bool(_FUTURE.search(text) and _DAY.search(text)) - 1
    if question.form == "when":
        return 1 if (_DATE if _WHICH_DAY.search(asked) else _DAY).search(text) else -1
    if question.form == "where":
        return _match_place(question, sentence)
    return 0


def _match_place(question: Question, sentence: Span) -> int:
    """Return 1 where a place is told, -1 where none is, 0 where the next place is asked for and none to come is told."""
    places = {mention.id for mention in find_places(sentence.text)}
    if not places or not _NEXT.search(fold(question.text)):
        return 1 if places else -1
    others = places - {mention.id for mention in find_places(question.text)}
    return 1 if others and _COMING.given.search(fold(sentence.text)) else 0


def find_fact(question: Question) -> Fact | None:
    """Return what kind of fact is asked for; None where it is none, or a number, a day or a place."""
    return None if question.form in ("number", "when", "where") else _find_fact(fold(question.text))


@lru_cache(maxsize=64)
def _find_fact(asked: str) -> Fact | None:
    return next((fact for fact in FACTS if fact.asked.search(asked)), None)


def _gives(fact: Fact, question: Question, sentence: Span) -> int:
    """Return 1 where a sentence gives a fact, -1 where it does not; 0 where it has its words but names nobody new."""
    told = bool(fact.given.search(fold(sentence.text)))
    if not fact.people and not fact.others:
        return 1 if told else -1
    new = _count_others(question, sentence)
    if fact.people and new >= fact.people:
        return 1
    return bool(told) + bool(told and (new or not fact.others)) - 1


def names_all(question: Question, sentence: Span) -> bool:
    """Tell whether people are asked for and a sentence names as many as give the answer by themselves."""
    fact = find_fact(question)
    return fact is not None and 0 < fact.people <= _count_others(question, sentence)


def _count_others(question: Question, sentence: Span) -> int:
    """Return how many people and places a sentence names that the question does not.

    The two sides' own places and where they met are no others, nor are their people where others are asked for than them.
    """
    asked = {mention.id for mention in (*find_people(question.text), *find_places(question.text))}
    others = bool(_OTHERS.search(fold(question.text)))
    people = {m.id for m in find_people(sentence.text) if not (others and m.side in ("cn", "us"))}
    places = {m.id for m in find_places(sentence.text)} - OWN_PLACES - _seats()
    return len((people | places) - asked)


@cache
def _seats() -> frozenset[str]:
    """Return the places where the two sides met: whoever is told of there is no other."""
    return frozenset(place for event in load_events() for place in event.places)


def voice_match(question: Question, sentence: Span) -> int | None:
    """Return 1 where someone asked for speaks, -1 where someone else does, 0 where it is not known; None if nobody is asked for."""
    if not question.sides:
        return None
    voice = sentence.voice
    if voice.side is None:
        return 0
    if voice.side == "joint" and "joint" not in question.sides:
        return 0  # one of them said it too
    if question.speakers and voice.side in question.sides:
        if voice.person is None and fold(voice.speaker or "") in question.speakers:
            return 1
        if voice.person is None and question.nations and voice.side == "other":
            return -1
        if voice.person is None:
            # an official who is not named is someone else, and so is who has a name of his own
            return -1 if voice.attribution == "label" or bare_name(voice.speaker or "") else 0
        return 1 if voice.person in question.speakers else -1
    return 1 if voice.side in question.sides else -1
