"""Which of the sentences considered are quoted: those that tell a tone, the main points, a claim, or the best ones.

Each function returns the sentences to quote, best first or in their order; none where its measure does not apply.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Hit, Span
from qa.cite import group_key, shown_groups
from qa.claims import asked_claim, is_about, states, topics_of
from qa.conflicting import contradicting
from qa.covering import cover_items
from qa.extract import LIMITS, Candidates, admits, choose_quotes
from qa.lacking import fitting
from qa.library import Library
from qa.quoted import keep_holders
from qa.ranking.match import Unit
from qa.ranking.overview import choose_overview
from qa.ranking.ranker import load_ranker
from qa.records import Question
from qa.sides import choose_for_each_side
from qa.tone import asks_tone, choose_tone


def main_points(question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]) -> list[Hit]:
    """Return what tells most of a meeting, a day or a speaker; of each side where each is asked for."""
    spoken = _spoken(question, library, allowed)
    if question.form != "each_side":
        return choose_overview(question, units, spoken, library)
    keys = shown_groups(question, {s.voice.side for s in spoken})
    sides = [[s for s in spoken if group_key(s) == key] for key in keys]
    return [hit for side in sides for hit in choose_overview(question, units, side, library, LIMITS["each_side"])]


def _spoken(question: Question, library: Library, allowed: NDArray[np.bool_]) -> list[Span]:
    """Return every sentence of the passages allowed that may be quoted."""
    passages = (library.store.passages[number] for number in np.flatnonzero(allowed).tolist())
    return [s for passage in passages for s in library.sentences_in(passage) if admits(question, s)]


def tone_of(question: Question, candidates: Candidates, library: Library, allowed: NDArray[np.bool_]) -> list[Hit]:
    """Return in what words a meeting is described, where that is asked for."""
    if not asks_tone(question):
        return []
    return choose_tone(question, _spoken(question, library, allowed), {hit.span: hit.score for hit in candidates.hits})


def claims_of(
    question: Question, units: Sequence[Unit], candidates: Candidates, library: Library, allowed: NDArray[np.bool_]
) -> list[Hit]:
    """Return what one side demands of the other or promises, where that is asked for and any is stated."""
    claim = asked_claim(question)
    if claim is None:
        return []
    if topics := topics_of(question, units):
        stated = [states(claim, question, hit.span) and is_about(topics, hit.span) for hit in candidates.hits]
        kept = np.flatnonzero(stated).tolist()
        stating = Candidates(tuple(candidates.hits[i] for i in kept), candidates.features[kept])
        return choose_quotes(question, stating, library, load_ranker())
    passages = (library.store.passages[number] for number in np.flatnonzero(allowed).tolist())
    spoken = [
        s for p in passages for s in library.sentences_in(p) if states(claim, question, s) and admits(question, s)
    ]
    return choose_overview(question, (), spoken, library)


def best_quotes(question: Question, units: Sequence[Unit], candidates: Candidates, library: Library) -> list[Hit]:
    """Return the best candidates that fit what is asked, of each side where each is asked for."""
    choose = choose_for_each_side if question.form == "each_side" else choose_quotes
    kept = fitting(question, units, [hit.span for hit in candidates.hits], library)
    fit = Candidates(tuple(candidates.hits[i] for i in kept), candidates.features[kept])
    quotes = choose(question, fit, library, load_ranker())
    quotes = keep_holders(question, units, quotes, candidates)
    quotes = cover_items(question, quotes, candidates, library)
    return quotes + contradicting(question, units, quotes, candidates)
