"""The stages in order, from a question to a cited answer: what the page, the commands and the eval call."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.records import Hit, Span
from qa.choosing import best_quotes, claims_of, main_points, tone_of
from qa.cite import cite_quotes, group_citations
from qa.extract import Candidates, admitted, find_candidates
from qa.grounds import is_hopeless, lacks_source
from qa.held import count_documents, names_of, undated
from qa.holders import name_holders, tell_jointly
from qa.joining import join_answers, join_questions, join_subquestions
from qa.lacking import lacks_asked
from qa.library import Library
from qa.omitted import answer_omission
from qa.periods import find_in_each_period
from qa.phrases import say
from qa.ranking.match import Unit
from qa.ranking.overview import is_overview
from qa.ranking.ranker import load_ranker
from qa.ranking.units import find_units
from qa.records import FACT_FORMS, Answer, Condition, Question, Searched
from qa.refuse import explain_refusal, nearest_of
from qa.retrieve import absent_share, allowed_passages, find_absent, retrieve_passages
from qa.setting import find_others
from qa.understand import understand_question
from qa.understanding.doubts import without_doubt
from qa.understanding.follow import asks_anything, drop_conditions
from qa.understanding.parts import understand_parts
from qa.understanding.subquestions import understand_subquestions

_LEAVE_OUT: tuple[tuple[Condition, ...], ...] = (  # what is left out to find what is nearest, step by step
    ("periods", "events"),
    ("periods", "events", "accounts"),
    ("periods", "events", "accounts", "sides"),
)
_LIKELY = 0.05  # how probably the answer of one thing asked must answer the whole question
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
    text = text[:MAX_LENGTH]
    asked = understand_parts(_without_doubt(text), follows, today)
    parts = [_whose_words(drop_conditions(question, ignore), library) for question in asked]
    answers = [_answer_part(part, library) for part in parts]
    answer = answers[0] if answers[0].found or len(parts) > 1 else _answer_subquestions(answers[0], library)
    if len(parts) > 1:
        allowed = np.logical_or.reduce([allowed_passages(part, library) for part in parts])
        whole = join_questions(text, parts)
        answer = join_answers(whole.text, answers, _count(whole, library, allowed))
    return replace(answer, question=replace(answer.question, text=text), seconds=time.perf_counter() - started)


def _without_doubt(text: str) -> str:
    """Return a question for a fact without the clause that doubts whether the accounts agree on it."""
    asked = without_doubt(text)
    return asked if asked == text or understand_question(asked).form in FACT_FORMS else text


def _whose_words(question: Question, library: Library) -> Question:
    return tell_jointly(name_holders(question, library), library)


def _answer_part(question: Question, library: Library) -> Answer:
    """Answer one question, or one part of a question that asks several things."""
    allowed = allowed_passages(question, library)
    searched = _count(question, library, allowed)
    if not question.text.strip():
        return Answer(question, searched, why=say("empty", question.language))
    units = find_units(question, library)
    if not units and not asks_anything(question):
        return Answer(question, searched, why=say("no_topic", question.language))
    if omitted := answer_omission(question, units, searched, library):
        return omitted
    ranker = load_ranker()
    absent = find_absent(question, units, library, allowed)
    candidates = find_in_each_period(question, units, library, ranker, absent_share(units, absent))
    confidence = ranker.confidence(candidates.hits[0].score) if candidates.hits else None
    best = None if confidence is None else Hit(candidates.hits[0].span, confidence)
    hopeless = is_hopeless(question, units, absent, library, allowed, best)
    if quotes := [] if hopeless else tone_of(question, candidates, library, allowed):
        confidence = None  # chosen by another measure
    elif is_overview(question, units) and not lacks_source(question, library, allowed):
        confidence = None  # chosen by another measure
        quotes = main_points(question, units, library, allowed)
    else:
        quotes = [] if hopeless else claims_of(question, units, candidates, library, allowed)
        quotes = quotes or ([] if hopeless else best_quotes(question, units, candidates, library))
        quotes = [] if lacks_asked(question, units, [hit.span for hit in quotes], library) else quotes
    citations = cite_quotes(quotes, library, question.language)
    documents = count_documents(library, allowed) if question.form == "each_side" else {}
    return Answer(
        question=question,
        searched=searched,
        citations=citations,
        groups=group_citations(question, citations, documents),
        why="" if citations else explain_refusal(question, units, library, allowed, searched),
        nearest=() if citations else _find_nearest(question, units, candidates, library),
        confidence=confidence,
    )


def _answer_subquestions(whole: Answer, library: Library) -> Answer:
    """Answer each thing that a refused question asks by itself, as far as what answers it may answer the whole too."""
    asked = understand_subquestions(whole.question.text, whole.question)
    if not asked:
        return whole
    question = whole.question
    units, allowed = find_units(question, library), allowed_passages(question, library)
    passages = retrieve_passages(question, units, library, allowed)
    candidates = find_candidates(question, units, passages, library, load_ranker())
    likely = {hit.span for hit in candidates.hits if hit.score >= _LIKELY}
    return join_subquestions(whole, [_answer_part(name_holders(each, library), library) for each in asked], likely)


def _find_nearest(
    question: Question, units: Sequence[Unit], candidates: Candidates, library: Library
) -> tuple[Span, ...]:
    """Return the best that is held near a question without an answer, its conditions left out one after the other."""
    if others := find_others(question, library, allowed_passages(question, library)):
        return (others,)
    nearest, last = nearest_of(units, [hit.span for hit in candidates.hits], library), candidates.hits[:1]
    tried = question
    for ignored in _LEAVE_OUT:
        relaxed = drop_conditions(question, ignored)
        if nearest or relaxed == tried:  # where no condition goes, the same is found again
            continue
        tried = relaxed
        passages = retrieve_passages(relaxed, units, library, allowed_passages(relaxed, library))
        if last and not nearest_of(units, list(admitted(relaxed, passages, library)), library):
            continue  # whatever their order
        candidates = find_candidates(relaxed, units, passages, library, load_ranker())
        nearest, last = nearest_of(units, [hit.span for hit in candidates.hits], library), last or candidates.hits[:1]
    return (nearest,) if nearest else tuple(hit.span for hit in last)


def _count(question: Question, library: Library, allowed: NDArray[np.bool_]) -> Searched:
    names = names_of(library, allowed)
    left_out = names_of(library, undated(library)) if question.periods else ()
    return Searched(len(names), int(allowed.sum()), len(left_out), names)
