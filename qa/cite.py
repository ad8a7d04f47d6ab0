"""From quotations to numbered citations: the same words cited once, misprints flagged, grouped as the form asks."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from pathlib import Path

from index.records import Account, Hit, Language, Side, Span
from qa.library import Library, bare_words
from qa.phrases import group_heading, say
from qa.records import AnswerGroup, Citation, Question
from qa.understanding.comparisons import compared_sides

_OPEN_LIST = re.compile(r"[；、，]等等?[。.]?[”」]?$|等等[。.]?[”」]?$|, (?:etc\.|and so (?:on|forth)\.?)$")
_ENDED = re.compile(r"[。！？!?.…：:；;][”’」』）)\"'】\]]*$|[”’」』）)]$")
ERRATA = Path(__file__).with_name("errata.tsv")
# Whose position in whose account, in the order in which an answer for each side shows them.
EACH_SIDE: tuple[tuple[Side, Account | None], ...] = (
    ("cn", "cn"),
    ("us", "us"),
    ("us", "cn"),
    ("cn", "us"),
    ("joint", None),
)
# The same where one of them is neither China nor the United States: it is told by the other, in whose text it stands.
ALL_SIDES: tuple[tuple[Side, Account | None], ...] = (*EACH_SIDE[:-1], ("other", "cn"), ("other", "us"), EACH_SIDE[-1])


def cite_quotes(quotes: Sequence[Hit], library: Library, language: Language) -> tuple[Citation, ...]:
    """Number `quotes` in their order, those with the same words as an earlier one left out."""
    citations: list[Citation] = []
    seen: set[str] = set()
    for hit in quotes:
        if (key := bare_words(hit.span)) in seen:
            continue
        seen.add(key)
        also_in = tuple(span for span in library.same_words(hit.span) if span.readout is not hit.span.readout)
        citations.append(Citation(len(citations) + 1, hit.span, hit.score, also_in, find_flag(hit.span, language)))
    return tuple(citations)


def group_citations(
    question: Question, citations: Sequence[Citation], documents: Mapping[Account | None, int]
) -> tuple[AnswerGroup, ...]:
    """Return the groups of an answer for each side, empty ones too; none for another form.

    `documents` tells how many were looked through of each account, and under None of all.
    """
    if question.form != "each_side":
        return ()
    keys = shown_groups(question, {citation.quote.voice.side for citation in citations})
    rest = tuple(c.number for c in citations if group_key(c.quote) not in keys)
    others = AnswerGroup(say("group_rest", question.language), None, None, rest, documents.get(None, 0))
    known = tuple(
        AnswerGroup(
            heading=group_heading(side, account, question.language),
            side=side,
            account=account,
            numbers=tuple(c.number for c in citations if group_key(c.quote) == (side, account)),
            documents=documents[account],
        )
        for side, account in keys
    )
    return (*known, others) if rest else known


def shown_groups(question: Question, present: Collection[Side | None]) -> tuple[tuple[Side, Account | None], ...]:
    """Return whose positions an answer for each side shows: of the pair asked about, or China's and the United States'.

    `present` are the sides that speak in what was found; they tell where the question names no pair.
    """
    named = compared_sides(question.text)
    if {"cn", "us"} <= named or "other" not in {*named, *present}:
        return EACH_SIDE
    if len(named) < 2:
        if {"cn", "us"} <= set(present):
            return EACH_SIDE
        named = named | {side for side in present if side}
    return tuple(key for key in ALL_SIDES if key[0] == "joint" or key[0] in named)


def group_key(quote: Span) -> tuple[Side | None, Account | None]:
    """Return whose position in whose account a quotation tells; joint ones are together whatever the account."""
    side = quote.voice.side
    return side, None if side == "joint" else quote.section.origin.account


@cache
def _errata() -> tuple[dict[str, str], ...]:
    with ERRATA.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file, delimiter="\t"))


def find_flag(quote: Span, language: Language) -> str | None:
    """Return what a reader of a quotation must know of its print: a misprint, an open list, a text cut off."""
    squeezed = "".join(quote.text.split())
    flags = [
        row[language]
        for row in _errata()
        if quote.readout.sha256.startswith(row["sha256"]) and row["words"] in squeezed
    ]
    if _OPEN_LIST.search(quote.text):
        flags.append(say("open_list", language))
    if _is_clause(quote):
        flags.append(say("clause", language))
    elif not _ENDED.search(quote.text):
        flags.append(say("breaks_off", language))
    return " ".join(flags) or None


def _is_clause(quote: Span) -> bool:
    """Tell whether a quotation is a part of a sentence: its other part is another side's."""
    text, block = quote.readout.text, quote.readout.block_at(quote.start)
    before, after = text[block.start : quote.start].rstrip(), text[quote.end : block.end].strip()
    return bool((after and not _ENDED.search(quote.text)) or re.search(r"[，,]$|\w$", before))
