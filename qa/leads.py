"""The leads of articles that may tell of a third country; knows nothing of who is introduced there.

An article introduces those whom it tells of in its title and its first sentences.
"""

from __future__ import annotations

import numpy as np

from index.records import Span
from index.speech.countries import load_countries
from index.words import fold
from qa.held import Mask, may_hold_any, of_days
from qa.library import Library
from qa.records import Nation, Question

_MOST = 400  # passages whose articles are looked through
_LEAD = 500  # characters in which an article introduces those it tells of


def find_articles(nation: Nation, library: Library, allowed: Mask) -> list[Span]:
    """Return a passage of each article that names a country in a passage allowed."""
    names = [fold(name.removesuffix("^")) for name in load_countries()[nation.id].names]
    numbers = np.flatnonzero(may_hold_any(library, names) & allowed).tolist()[:_MOST]
    passages = map(library.store.passages.__getitem__, numbers)
    return list({article_of(passage): passage for passage in passages}.values())


def article_of(passage: Span) -> tuple[str, int]:
    """Return by what an article is told from others: its document, and where it begins."""
    return passage.readout.sha256, passage.section.start


def lead_of(passage: Span) -> str:
    """Return the title and the first sentences of the article of a passage."""
    section = passage.section
    return f"{section.origin.title or ''}\n{passage.readout.text[section.start : section.end][:_LEAD]}"


def of_periods(question: Question, library: Library) -> Mask:
    """Return the passages of the periods asked about; all of them where none is."""
    if not question.periods:
        return np.ones(len(library.store.passages), dtype=np.bool_)
    return np.asarray(np.logical_or.reduce([of_days(library, p.first, p.last) for p in question.periods]))
