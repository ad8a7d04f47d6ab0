"""Each of the things that a question names side by side is quoted: the best sentence of the same articles for it.

Knows nothing of how a sentence is scored; where all that is asked stands in what is quoted, nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.naming.names import find_institutions, find_people
from index.records import Hit, Span
from index.words import fold
from qa.extract import Candidates
from qa.library import Library
from qa.ranking.kinds import match_kind
from qa.ranking.match import Unit, matched
from qa.ranking.units import find_units
from qa.records import FACT_FORMS, Question
from qa.understanding.items import asked_items

TOLD, QUOTED = (
    0.65,
    0.5,
)  # the share of a thing's words by which a sentence tells of it, and is taken to have told of it
TELLING = 0.05  # the least weight of a word that tells things apart
LEAST = 0.07  # how probable the best sentence that tells of one thing must be
_BESIDE = 16  # characters from one thing to the next, at most, where they stand in a row
# What is asked of a thing, and is none.
_ASKING = re.compile(
    r"names?|reasons?|details?|contents?|aims?|goals?|purposes?|words?|lines?|wording|terms"
    r"|理由|原因|原话|原文|内容|目标|目的|名称|名字|时候|时间|地点|措辞|说法"
)
_NUMBER = re.compile(r"\d[\d.,]*|[一二三四五六七八九十百千万亿两]+")


def cover_items(question: Question, quotes: list[Hit], candidates: Candidates, library: Library) -> list[Hit]:
    """Return `quotes` and the best candidate for each thing asked that none of them tells of."""
    things = list(_things(question, library)) if quotes and question.form not in ("each_side", "change") else []
    if len(things) < 2 or all(_told(units, quotes[0].span) < QUOTED for units in things):
        return quotes
    found = list(quotes)
    articles = {_article(hit.span) for hit in quotes}
    near = [hit for hit in candidates.hits if hit.score >= LEAST and _article(hit.span) in articles]
    covered = {place for hit in quotes for place in _covered(question, things, hit.span)}
    for place in range(len(things)):
        if place not in covered:
            rest = (hit for hit in near if hit not in found and _told(things[place], hit.span) >= TOLD)
            found += [hit for hit in rest if place in _covered(question, things, hit.span)][:1]
    return found


def _covered(question: Question, things: Sequence[Sequence[Unit]], sentence: Span) -> list[int]:
    """Return which things a sentence tells of: where numbers are asked for, those nearest to as many as it holds.

    A single number beside all of them is their sum.
    """
    if question.form in FACT_FORMS and match_kind(question, sentence) != 1:
        return []
    least = TOLD if question.form == "number" else QUOTED
    told = [place for place, units in enumerate(things) if _told(units, sentence) >= least]
    if question.form != "number":
        return told
    text = fold(sentence.text)
    numbers = [found.start() for found in _NUMBER.finditer(text)]
    if len(numbers) == 1 < len(told) == len(things) and _in_a_row(things, text):
        return []
    return sorted(told, key=lambda place: _distance(things[place], text, numbers))[: len(numbers)]


def _in_a_row(things: Sequence[Sequence[Unit]], text: str) -> bool:
    places = [min(_places(units, text), default=0) for units in things]
    return max(places) - min(places) <= _BESIDE * len(things)


def _distance(units: Sequence[Unit], text: str, numbers: Sequence[int]) -> int:
    """Return how many characters lie between a number and a word for a thing, at least."""
    return min((abs(place - number) for place in _places(units, text) for number in numbers), default=len(text))


def _places(units: Sequence[Unit], text: str) -> list[int]:
    forms = [form for unit in units for form in (*unit.forms, *(part for part, _ in unit.parts))]
    return [place for form in forms if (place := text.find(form)) >= 0]


def _things(question: Question, library: Library) -> Iterator[list[Unit]]:
    """Yield the units of each thing asked, without those that stand in several."""
    items = asked_items(question.text)
    if any(_names_somebody(item) for item in items):  # who met whom
        return
    rows = [find_units(replace(question, topic=item, phrases=()), library) for item in items]
    forms = [{unit.forms for unit in row} for row in rows]
    for place, row in enumerate(rows):
        others = set().union(*forms[:place], *forms[place + 1 :])
        own = [unit for unit in row if unit.forms not in others and unit.weight >= TELLING and not unit.person]
        own = [unit for unit in own if not _ASKING.fullmatch(fold(unit.printed))]
        if own:
            yield own


def _names_somebody(item: str) -> bool:
    return bool(find_people(item)) or any(m.end - m.start == len(item) for m in find_institutions(item))


def _told(units: Sequence[Unit], sentence: Span) -> float:
    shares = matched(units, sentence.text)
    return sum(u.weight * s for u, s in zip(units, shares, strict=True)) / sum(u.weight for u in units)


def _article(span: Span) -> tuple[str, int]:
    return span.readout.sha256, span.section.start
