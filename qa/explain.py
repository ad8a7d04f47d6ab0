"""Why each sentence was quoted or not: every candidate with its features, its probability, and what it failed by.

Runs the stages of an answer again and looks in between; knows nothing of how a candidate is scored.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from index.records import Span
from qa.extract import in_time
from qa.library import Library
from qa.periods import find_in_each_period
from qa.ranking.columns import NAMES
from qa.ranking.kinds import voice_match
from qa.ranking.overview import is_overview
from qa.ranking.ranker import Ranker, load_ranker
from qa.ranking.units import find_units
from qa.records import Question
from qa.retrieve import absent_share, allowed_passages, find_absent, lacks_topic, retrieve_passages
from qa.understanding.omissions import find_omission
from qa.unheld import find_unheld, lacks_detail


@dataclass(frozen=True, slots=True)
class Considered:
    """A sentence that was considered: its probability and features, None where it was left out before, and why."""

    sentence: Span
    probability: float | None
    features: dict[str, float] | None
    why: str


def explain_question(question: Question, quoted: Collection[Span], library: Library) -> list[Considered]:
    """Return every sentence of the passages found for `question`, most probable first; `quoted` are those quoted."""
    ranker = load_ranker()
    allowed = allowed_passages(question, library)
    units = find_units(question, library)
    passages = retrieve_passages(question, units, library, allowed)
    absent = find_absent(question, units, library, allowed)
    candidates = find_in_each_period(question, units, library, ranker, absent_share(units, absent))
    ruled = ""
    if find_omission(question.text):
        ruled = "two accounts are compared: quoted is what the other one lacks"
    elif is_overview(question, units):
        ruled = "no topic of its own is asked about: quoted is what tells most"
    elif lacks_topic(units, absent):
        ruled = "what is asked about by name stands nowhere: " + ", ".join(unit.printed for unit in absent)
    elif lacks_detail(question, units, unheld := find_unheld(question, units, library, allowed)):
        ruled = "a detail asked about by name stands nowhere: " + ", ".join(unit.printed for unit in unheld)
    best = candidates.hits[0].score if candidates.hits else 0.0
    considered = [
        Considered(
            hit.span,
            hit.score,
            dict(zip(NAMES, map(float, row), strict=True)),
            _why(hit.span, hit.score, best, quoted, ruled, ranker),
        )
        for hit, row in zip(candidates.hits, candidates.features, strict=True)
    ]
    scored = {hit.span for hit in candidates.hits}
    found = dict.fromkeys(s for hit in passages for s in library.sentences_in(hit.span))
    return considered + [Considered(s, None, None, _left_out(question, s)) for s in found if s not in scored]


def _why(sentence: Span, score: float, best: float, quoted: Collection[Span], ruled: str, ranker: Ranker) -> str:
    if any(sentence.readout is q.readout and sentence.start < q.end and q.start < sentence.end for q in quoted):
        return "quoted"
    if ruled:
        return ruled
    if best < ranker.answer_from:
        return f"the best candidate is less probable than {ranker.answer_from:g}"
    if score < ranker.quote_from:
        return f"less probable than {ranker.quote_from:g}"
    return "too far behind the best, like another, or not of the kind or the speaker that the best is of"


def _left_out(question: Question, sentence: Span) -> str:
    if sentence.readout.block_at(sentence.start).kind == "question":
        return "a journalist's question"
    if voice_match(question, sentence) == -1:
        return "somebody else speaks"
    return "not of the time asked for" if not in_time(question, sentence) else "left out"


def considered_to_json(considered: Sequence[Considered]) -> list[dict[str, Any]]:
    """Return the sentences considered as `python -m qa.ask --json --explain` prints them."""
    return [
        {
            "text": one.sentence.text,
            "document": one.sentence.readout.name,
            "start": one.sentence.start,
            "end": one.sentence.end,
            "confidence": None if one.probability is None else round(one.probability, 4),
            "why": one.why,
            "features": one.features and {name: round(value, 3) for name, value in one.features.items()},
        }
        for one in considered
    ]


def show_considered(considered: Sequence[Considered], most: int = 12) -> str:
    """Return the first `most` sentences considered, a line each with the features that are not nought, for people."""
    lines = [f"{len(considered)} sentences were considered:"]
    for one in considered[:most]:
        known = one.features or {}
        figures = " ".join(f"{name}={value:.2f}" for name, value in known.items() if abs(value) >= 0.005)
        chance = "–" if one.probability is None else f"{one.probability:.3f}"
        lines.append(f"{chance}  {one.why}: {' '.join(one.sentence.text.split())}\n       {figures}".rstrip())
    return "\n".join(lines)
