"""Ranked passages against gold: recall, MRR and nDCG by ir-measures, for any search that ranks texts of documents."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import ir_measures
from ir_measures import RR, R, ScoredDoc, Success, nDCG

from eval.answers import Answer, Ask, meets
from eval.questions import EvalQuestion
from eval.sources import Source

MEASURES = {"R@1": Success @ 1, "R@5": R @ 5, "R@10": R @ 10, "MRR@10": RR @ 10, "nDCG@10": nDCG @ 10}
DEPTH = 20


@dataclass(frozen=True, slots=True)
class Text:
    """A text that a search ranks: a passage or a chunk, and the document it comes from."""

    document: str
    words: str


Search = Callable[[str], Sequence[Text]]  # a question -> texts, best first


def find_relevant(
    questions: Sequence[EvalQuestion], texts: Sequence[Text], sources: Mapping[str, Source]
) -> dict[str, frozenset[Text]]:
    """Return, for each answerable question, the texts that hold a gold of it."""
    places = {text: sources[text.document].locate(text.words) for text in texts if text.document in sources}
    return {
        question.id: frozenset(
            text for text, where in places.items() if any(meets(text.document, where, gold) for gold in question.gold)
        )
        for question in questions
        if question.answerable
    }


def score_search(
    questions: Sequence[EvalQuestion], search: Search, relevant: Mapping[str, frozenset[Text]]
) -> dict[str, dict[str, float]]:
    """Return measure -> question id -> value; "R@1" is the share of questions whose first text is relevant.

    Questions without a relevant text are left out: no search could find one.
    """
    qrels: list[ir_measures.Qrel] = []
    run: list[ir_measures.ScoredDoc] = []
    for question in questions:
        wanted = relevant.get(question.id)
        if not wanted:
            continue
        ranked = list(dict.fromkeys(search(question.text)))[:DEPTH]
        name = {text: f"{number}" for number, text in enumerate([*ranked, *sorted(wanted - set(ranked), key=repr)])}
        qrels.extend(ir_measures.Qrel(question.id, name[text], 1) for text in wanted)
        run.extend(ScoredDoc(question.id, name[text], float(DEPTH - rank)) for rank, text in enumerate(ranked))
    ids = dict.fromkeys(qrel.query_id for qrel in qrels)
    values = {label: dict.fromkeys(ids, 0.0) for label in MEASURES}
    labels = {str(measure): label for label, measure in MEASURES.items()}
    for metric in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        values[labels[str(metric.measure)]][metric.query_id] = metric.value
    return values


def quote_best(search: Search, limit: int = 3) -> Ask:
    """Return a way to ask that quotes the `limit` best texts of a search whole, and refuses where it finds none."""

    def ask(question: str) -> Answer:
        begun = time.perf_counter()
        best = list(dict.fromkeys(search(question)))[:limit]
        quotes = [
            {"document": text.document, "text": text.words, "score": 1 / rank} for rank, text in enumerate(best, 1)
        ]
        return {"found": bool(quotes), "quotes": quotes, "seconds": time.perf_counter() - begun}

    return ask
