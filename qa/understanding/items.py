"""The things that a question names side by side and asks each of: "on visas and on students", 军事、经济、人道各占多少.

Knows nothing of what is held, nor whether one sentence tells of all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.naming.names import find_institutions, find_people
from index.words import fold, is_han
from qa.ranking.pieces import find_pieces
from qa.understanding.parts import MOST_PARTS, split_subquestions

MOST_ITEMS = 6
_AND_ZH = re.compile(r"、|以及|[和与及](?![谐平谈好])")
_CLAUSE_ZH = re.compile(r"[^，,。？?！!：:；;（）()]+")
# What stands before the first of a row, and behind the last.
_BEFORE_ZH = re.compile(r"^.*(?:的|对|就|在|于|关于|[谈提说讲]到?了?|过|把)(?=.{2})")
_BEHIND_ZH = re.compile(
    r"(?:各自?|分别|都|等?问题|议题|方面|部分|上|怎|如何|有|是|[谈提说讲]|持|作|占|表|吗|什么|哪|多少|几|给|的|呢|这).*$"
)
_AND_EN = re.compile(r",?\s+(?:and|or)\s+(?:also\s+)?|,\s+", re.IGNORECASE)
_ROW_EN = re.compile(
    r"\b(?:about|on|for|of|regarding|concerning|over|both|whether|between|with)\s+([^?;:]+)", re.IGNORECASE
)
_LEADS_EN = re.compile(
    r"^(?:.*\b(?:about|on|regarding|over)\s+)?(?:on|about|for|the|its|his|her|their|how (?:much|many))?\s*",
    re.IGNORECASE,
)
_BEHIND_EN = re.compile(
    r"\s+(?:in|at|during|when|with|from|after|before|as|by|to|that|did|does|is|was|were|are|back|so|come|came)\b.*$",
    re.IGNORECASE,
)
_MOST_WORDS = 5


def asked_items(text: str) -> tuple[str, ...]:
    """Return the things that `text` names in a row, or what each of its questions asks; nothing where there is one."""
    items = tuple(dict.fromkeys(_in_a_row(text)))
    if len(items) > 1:
        return items if len(items) <= MOST_ITEMS else ()
    segments = split_subquestions(text)
    return segments if 1 < len(segments) <= MOST_PARTS else ()


def _in_a_row(text: str) -> Iterator[str]:
    hidden = _hide_names(text)
    rows = _rows_in_chinese(hidden) if is_han(text) else _rows_in_english(hidden)
    for row in rows:
        if len(row) > 1:
            yield from (text[start:end].strip() for start, end in row)
            return


def _hide_names(text: str) -> str:
    """Return `text` with its terms and names made one word each: nothing is a row that stands inside one."""
    folded = fold(text)
    for start, end in [(p.start, p.end) for p in find_pieces(text)] + [(m.start, m.end) for m in find_people(text)]:
        folded = folded[:start] + "x" * (end - start) + folded[end:]
    for mention in find_institutions(text):
        folded = folded[: mention.start] + "x" * (mention.end - mention.start) + folded[mention.end :]
    return folded


def _rows_in_chinese(hidden: str) -> Iterator[list[tuple[int, int]]]:
    for clause in _CLAUSE_ZH.finditer(hidden):
        spans = _split(_AND_ZH, clause.group(), clause.start())
        if len(spans) > 1:
            first, last = spans[0], spans[-1]
            if found := _BEFORE_ZH.search(hidden[first[0] : first[1]]):
                spans[0] = first[0] + found.end(), first[1]
            if found := _BEHIND_ZH.search(hidden[last[0] : last[1]]):
                spans[-1] = last[0], last[0] + found.start()
            yield [(start, end) for start, end in spans if end > start]


def _rows_in_english(hidden: str) -> Iterator[list[tuple[int, int]]]:
    for row in _ROW_EN.finditer(hidden):
        spans = []
        for start, end in _split(_AND_EN, row[1], row.start(1)):
            if found := _LEADS_EN.search(hidden[start:end]):
                start += found.end()
            if found := _BEHIND_EN.search(hidden[start:end]):
                end = start + found.start()
            spans.append((start, end))
        if all(0 < len(hidden[start:end].split()) <= _MOST_WORDS for start, end in spans):
            yield spans


def _split(seam: re.Pattern[str], text: str, offset: int) -> list[tuple[int, int]]:
    spans, start = [], 0
    for found in seam.finditer(text):
        spans.append((offset + start, offset + found.start()))
        start = found.end()
    return [*spans, (offset + start, offset + len(text))]
