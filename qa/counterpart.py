"""The sentence of another account of the same meeting that is nearest to a quotation in meaning.

A link for a reader, never a claim that both say the same: near in meaning is all that is known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from index.columns import ACCOUNTS, LANGUAGES, NONE
from index.records import Account, Span
from qa.library import Library
from qa.ranking.vectors import encode_texts
from qa.wordings.timeline import event_on

# 99 of 100 sentences have no sentence this near in the other side's documents of other meetings (docs/log.md).
LEVEL = 0.49
SHORTEST = {"en": 60, "zh-Hans": 20, "zh-Hant": 20}  # characters; of shorter ones the level was not measured
MOST = 20  # documents of one meeting that are looked through


@dataclass(frozen=True, slots=True)
class Telling:
    """The days of a meeting, whose account tells of them, and whether in English."""

    first: date
    last: date
    account: Account
    english: bool


def find_counterparts(quotes: Sequence[Span], library: Library) -> list[Span | None]:
    """Return for each quotation the nearest sentence of another account of its meeting, where one is near enough.

    A text of the same account in another language counts as another.
    """
    tellings: dict[Telling, list[int]] = {}
    for number, quote in enumerate(quotes):
        telling = _find_telling(quote)
        if telling and len(quote.text) >= SHORTEST[quote.readout.language]:
            tellings.setdefault(telling, []).append(number)
    found: list[Span | None] = [None] * len(quotes)
    for telling, numbers in tellings.items():
        nearest = _find_nearest([quotes[number] for number in numbers], _list_others(telling, library), library)
        for number, sentence in zip(numbers, nearest, strict=True):
            found[number] = sentence
    return found


def _find_telling(sentence: Span) -> Telling | None:
    origin = sentence.section.origin
    if origin.date is None or origin.account is None:
        return None
    event = event_on(origin.date.day)
    first, last = (event.first, event.last) if event else (origin.date.day, origin.date.day)
    return Telling(first, last, origin.account, sentence.readout.language == "en")


def _list_others(telling: Telling, library: Library) -> list[Span]:
    """Return the sentences that tell of the same meeting in another account or another language."""
    columns = library.store.columns
    rows = columns.passages.values
    held = (rows["day"] >= telling.first.toordinal()) & (rows["day"] <= telling.last.toordinal())
    other = (rows["account"] != ACCOUNTS.index(telling.account)) & (rows["account"] != NONE)
    other |= (rows["language"] == LANGUAGES.index("en")) != telling.english
    documents = np.unique(columns.passages.owners[held & other])[:MOST].tolist()
    sentences = (sentence for number in documents for sentence in library.store.entries[number].sentences)
    return [s for s in sentences if len(s.text) >= SHORTEST[s.readout.language] and _is_other(s, telling)]


def _is_other(sentence: Span, telling: Telling) -> bool:
    own = _find_telling(sentence)
    same_days = own is not None and (own.first, own.last) == (telling.first, telling.last)
    return same_days and own != telling


def _find_nearest(quotes: Sequence[Span], sentences: Sequence[Span], library: Library) -> list[Span | None]:
    if not sentences:
        return [None] * len(quotes)
    vectors = encode_texts([sentence.text for sentence in sentences], library)
    likeness = encode_texts([quote.text for quote in quotes], library) @ vectors.T
    return [sentences[int(row.argmax())] if row.max() >= LEVEL else None for row in likeness]
