"""The stages in order, from a question to a cited answer: what the page, the commands and the eval call."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.records import Hit, Span
from qa.cite import EACH_SIDE, cite_quotes, group_citations, group_key
from qa.extract import LIMITS, Candidates, admits, choose_quotes, find_candidates
from qa.follow import drop_conditions, understand_follow_up
from qa.kinds import voice_match
from qa.library import Library
from qa.match import Unit
from qa.overview import choose_overview, is_overview
from qa.phrases import say
from qa.ranker import Ranker, load_ranker
from qa.records import Answer, Condition, Question, Searched
from qa.refuse import explain_refusal
from qa.retrieve import absent_share, allowed_passages, find_absent, lacks_topic, retrieve_passages
from qa.units import find_units

MAX_LENGTH = 2000  # characters of a question; what is longer is not a question


def answer_question(
    text: str,
    library: Library,
    follows: Sequence[str] = (),
    today: date | None = None,
    ignore: Sequence[Condition] = (),
) -> Answer:
    """Answer a question with quotations from the library, or with none and the reason.

    `follows` are the earlier questions of a conversation, the latest last; conditions in `ignore` are not applied.
    """
    started = time.perf_counter()
    question = drop_conditions(understand_follow_up(text[:MAX_LENGTH], follows, today), ignore)
    allowed = allowed_passages(question, library)
    searched = _count(question, library, allowed)
    if not question.text.strip():
        return Answer(question, searched, why=say("empty", question.language))
    units = find_units(question, library)
    passages = retrieve_passages(question, units, library, allowed)
    ranker = load_ranker()
    absent = find_absent(question, units, library, allowed)
    candidates = find_candidates(question, units, passages, library, ranker, absent_share(units, absent))
    documents = [p for p, admitted in zip(library.store.passages, allowed, strict=True) if admitted]
    hopeless = lacks_topic(units, absent) or not _speaks(question, documents, library)
    if is_overview(question, units):
        quotes = _choose_overview(question, units, documents, library)
    else:
        quotes = [] if hopeless else _choose(question, candidates, library, ranker)
    citations = cite_quotes(quotes, library, question.language)
    return Answer(
        question=question,
        searched=searched,
        citations=citations,
        groups=group_citations(question, citations, documents),
        why="" if citations else explain_refusal(question, units, library, allowed, searched),
        nearest=tuple(hit.span for hit in candidates.hits[:1]) if not citations else (),
        seconds=time.perf_counter() - started,
    )


def _speaks(question: Question, documents: Sequence[Span], library: Library) -> bool:
    """Tell whether the people whose words are asked for say anything there; nobody else answers for them."""
    spoken = (s for passage in documents for s in library.sentences_in(passage))
    return not question.speakers or any(voice_match(question, sentence) == 1 for sentence in spoken)


def _choose_overview(
    question: Question, units: Sequence[Unit], documents: Sequence[Span], library: Library
) -> list[Hit]:
    spoken = [s for passage in documents for s in library.sentences_in(passage) if admits(question, s)]
    if question.form != "each_side":
        return choose_overview(question, units, spoken, library)
    sides = [[s for s in spoken if group_key(s) == key] for key in EACH_SIDE]
    return [hit for side in sides for hit in choose_overview(question, units, side, library, LIMITS["each_side"])]


def _choose(question: Question, candidates: Candidates, library: Library, ranker: Ranker) -> list[Hit]:
    if question.form == "each_side":
        return [
            hit for key in EACH_SIDE for hit in choose_quotes(question, _of_group(candidates, key), library, ranker)
        ]
    return choose_quotes(question, candidates, library, ranker)


def _of_group(candidates: Candidates, key: tuple[str | None, str | None]) -> Candidates:
    kept = [i for i, hit in enumerate(candidates.hits) if group_key(hit.span) == key]
    return Candidates(tuple(candidates.hits[i] for i in kept), candidates.features[kept])


def _count(question: Question, library: Library, allowed: NDArray[np.bool_]) -> Searched:
    passages = [p for p, admitted in zip(library.store.passages, allowed, strict=True) if admitted]
    names = tuple(dict.fromkeys(p.readout.name for p in passages))
    undated: set[str] = set()
    if question.periods:
        undated = {p.readout.name for p in library.store.passages if p.section.origin.date is None}
    return Searched(len(names), len(passages), len(undated), names)
