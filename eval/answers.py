"""Answers against gold: what was quoted, refused, forbidden, or not verbatim. Knows the answer's JSON object only."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.metrics import covers
from eval.questions import EvalQuestion, Gold
from eval.sources import Place, Source, short_hash, year_of
from index.records import Side

UNSCORED = 0.5  # the sureness of an answer that tells none, since its sentences were chosen otherwise
Answer = Mapping[str, Any]  # the object that `python -m qa.ask --json` prints
Ask = Callable[[str], Answer]
Sides = Mapping[
    tuple[str, str], Side | None
]  # (document, hash of a sentence) -> whose position it is, labelled by hand


@dataclass(frozen=True, slots=True)
class AnswerScore:
    """What one answer got right and wrong.

    `gold` is the share of the needed parts that are quoted; `score` is how sure the system was of its answer, or what
    it gave its best quotation.
    """

    question: EvalQuestion
    found: bool
    quotes: int
    relevant: int
    first_right: bool
    gold: float
    forbidden: int
    not_verbatim: int
    score: float
    seconds: float

    @property
    def gold_quoted(self) -> bool:
        """Tell whether the answer holds what the question needs: any item, or all of them."""
        return self.gold == 1.0 if self.question.need == "all" else self.gold > 0.0

    @property
    def right(self) -> bool:
        """Tell whether the answer is right as a whole: gold quoted, or rightly refused."""
        return self.gold_quoted if self.question.answerable else not self.found


def places_of(quote: Mapping[str, Any], sources: Mapping[str, Source]) -> tuple[Place, ...]:
    """Return where a quotation stands in the print of its document; none where it is not verbatim."""
    source = sources.get(quote["document"])
    return source.locate(quote["text"]) if source else ()


def meets(document: str, places: Iterable[Place], gold: Gold) -> bool:
    """Tell whether a quotation at one of `places` counts as `gold`."""
    return document == gold.file and any(covers(place, wanted) for place in places for wanted in gold.places)


def is_forbidden(quote: Mapping[str, Any], question: EvalQuestion, sides: Sides) -> bool:
    """Tell whether a quotation is of a year or a side that the question excludes, by label where there is one."""
    stated = quote.get("date")
    year = year_of(quote["document"]) or (int(stated[:4]) if stated else None)
    side = sides.get((quote["document"], short_hash(quote["text"])), quote.get("side"))
    return year in question.forbidden_years or side in question.forbidden_sides


def _sureness(answer: Answer) -> float:
    if "confidence" in answer:
        return UNSCORED if answer["confidence"] is None else float(answer["confidence"])
    return max((float(quote.get("score") or 0.0) for quote in answer["quotes"]), default=0.0)


def score_answer(question: EvalQuestion, answer: Answer, sources: Mapping[str, Source], sides: Sides) -> AnswerScore:
    """Score one answer against the gold of its question."""
    quotes: Sequence[Mapping[str, Any]] = answer["quotes"]
    places = [places_of(quote, sources) for quote in quotes]
    met: set[int] = set()
    relevant: list[bool] = []
    for quote, where in zip(quotes, places, strict=True):
        items = {gold.item for gold in question.gold if meets(quote["document"], where, gold)}
        met |= items
        relevant.append(bool(items) or any(meets(quote["document"], where, also) for also in question.also))
    return AnswerScore(
        question=question,
        found=bool(answer["found"]),
        quotes=len(quotes),
        relevant=sum(relevant),
        first_right=bool(relevant) and relevant[0],
        gold=len(met) / len(question.items) if question.items else 0.0,
        forbidden=sum(is_forbidden(quote, question, sides) for quote in quotes),
        not_verbatim=sum(not where for where in places),
        score=_sureness(answer),
        seconds=float(answer["seconds"]),
    )
