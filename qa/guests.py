"""Whom somebody of a third country met, where a question names him by country and office alone: 跟印度外长谈了什么.

Knows nothing of topics or scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from index.naming.names import Mention
from index.records import Span
from index.speech.countries import OFFICE, find_countries, ranks_in
from index.words import fold
from qa.held import Mask
from qa.leads import article_of, find_articles, lead_of, of_periods
from qa.library import Library
from qa.records import Nation, Question

_BEFORE, _AFTER = 60, 48  # characters beside a country where an office of it stands
_OF_IT = re.compile(r"\bof (?:the )?(?:Kingdom of |Republic of )?$")
_NAMED = re.compile(
    rf"(?P<office>(?:国家|联邦)?(?:{OFFICE})(?:兼(?:{OFFICE}))*)(?P<name>[\u4e00-\u9fff·]{{2,8}}?)(?=[、，。；和]|举行|一行|出席|等|通)"
)


def of_meetings_with(nations: Sequence[Nation], library: Library, allowed: Mask) -> Mask:
    """Return the passages allowed of articles that tell of a meeting with somebody of each country, where any does."""
    for nation in nations:
        told = [p for p in find_articles(nation, library, allowed) if _introduced(nation, lead_of(p))]
        of_these = allowed & _of_articles(told, library, allowed)
        allowed = of_these if of_these.any() else allowed
    return allowed


def is_introduced(nation: Nation, library: Library, allowed: Mask) -> bool:
    """Tell whether an article allowed introduces a holder of an office of a country."""
    return any(_introduced(nation, lead_of(passage)) for passage in find_articles(nation, library, allowed))


def _of_articles(told: Sequence[Span], library: Library, allowed: Mask) -> Mask:
    """Return the passages of the articles of some."""
    columns, articles = library.store.columns, {article_of(passage) for passage in told}
    documents = [columns.names.index(name) for name in {passage.readout.name for passage in told}]
    found = np.isin(columns.passages.owners, documents) & allowed
    numbers = np.flatnonzero(found).tolist()
    found[[number for number in numbers if article_of(library.store.passages[number]) not in articles]] = False
    return found


def _introduced(nation: Nation, lead: str) -> bool:
    """Tell whether a lead introduces a holder of an office of a country."""
    own = [m for m in find_countries(lead) if m.id == nation.id]
    beside = [ranks_in(_beside(lead, m)) for m in own]
    return any(ranks & set(nation.ranks) if nation.ranks else ranks for ranks in beside)


def name_met(question: Question, library: Library) -> Question:
    """Return `question` with the name of whom it calls by an office alone, where an article of several guests tells."""
    topic = question.topic
    for nation in question.met:
        articles = find_articles(nation, library, of_periods(question, library))
        names = {name for passage in articles for name in _names_in(nation, lead_of(passage))}
        if len(names) == 1 and nation.words in topic:
            topic = topic.replace(nation.words, f"{nation.words} {names.pop()} ", 1)
    return question if topic == question.topic else replace(question, topic=topic)


def _names_in(nation: Nation, lead: str) -> Iterator[str]:
    """Yield whom a Chinese lead names behind an office of a country, where it introduces those of several."""
    folded = fold(lead)
    named = [(m.id, found) for m in find_countries(lead) if (found := _NAMED.match(folded, m.end))]
    several = len({country for country, _ in named}) > 1
    for country, found in named:
        if several and country == nation.id and ranks_in(found["office"]) & set(nation.ranks):
            yield lead[found.start("name") : found.end("name")]


def _beside(lead: str, country: Mention) -> str:
    """Return what stands beside a country where an office of it would."""
    before, after = lead[max(0, country.start - _BEFORE) : country.start], lead[country.end : country.end + _AFTER]
    return re.split(r"[，。；、,;.\n]", after)[0] + (re.split(r"[,;.]", before)[-1] if _OF_IT.search(before) else "")
