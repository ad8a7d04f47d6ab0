"""Figures out of scored answers, whole and by language, and the floors they are held to; knows nothing of tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from eval.answers import AnswerScore
from eval.metrics import Figure, bootstrap_ratio, paired_difference, share

LANGUAGES = {"all": "all", "en": "English", "zh-Hans": "简体", "zh-Hant": "繁體"}


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of answers: which answers count (`whole`), how much of each is right (`part`), and its name."""

    title: str
    part: Callable[[AnswerScore], float]
    whole: Callable[[AnswerScore], float]


def _answerable(score: AnswerScore) -> float:
    return float(score.question.answerable)


MEASURES = {
    "gold_quoted": Measure("gold quoted", lambda s: s.gold_quoted, _answerable),
    "gold_share": Measure("share of the gold's parts", lambda s: s.gold, _answerable),
    "precision": Measure("quotations relevant", lambda s: s.relevant, lambda s: s.quotes * _answerable(s)),
    "first_right": Measure("first quotation relevant", lambda s: s.first_right, _answerable),
    "refused": Measure("unanswerable refused", lambda s: not s.found, lambda s: not s.question.answerable),
    "false_refusals": Measure("answerable refused", lambda s: not s.found, _answerable),
    "right": Measure("questions right (quoted or refused)", lambda s: s.right, lambda s: 1.0),
}
COUNTS: dict[str, tuple[str, Callable[[Sequence[AnswerScore]], float]]] = {
    "quotes": ("quotations an answer", lambda s: share([each.quotes for each in s if each.found])),
    "forbidden": ("quotations of a forbidden year or side", lambda s: sum(each.forbidden for each in s)),
    "not_verbatim": ("quotations not verbatim", lambda s: sum(each.not_verbatim for each in s)),
    "seconds": ("seconds, median", lambda s: median(each.seconds for each in s) if s else float("nan")),
}
LOW_IS_GOOD = {"false_refusals", "forbidden", "not_verbatim", "seconds"}


def figure_of(name: str, scores: Sequence[AnswerScore]) -> Figure:
    """Return one figure over `scores`, with its interval."""
    measure = MEASURES[name]
    counted = [score for score in scores if measure.whole(score)]
    return bootstrap_ratio(
        [measure.part(score) for score in counted],
        [measure.whole(score) for score in counted],
        [score.question.group for score in counted],
    )


def difference_of(name: str, scores: Sequence[AnswerScore], others: Sequence[AnswerScore]) -> Figure:
    """Return how far one figure of `scores` lies above that of `others`, over the same questions in the same order."""
    measure = MEASURES[name]
    pairs = [(one, other) for one, other in zip(scores, others, strict=True) if measure.whole(one)]
    return paired_difference(
        [measure.part(one) for one, _ in pairs],
        [measure.part(other) for _, other in pairs],
        [one.question.group for one, _ in pairs],
    )


def in_language(scores: Sequence[AnswerScore], language: str) -> list[AnswerScore]:
    """Return the scores of questions in `language`, or all of them."""
    return [score for score in scores if language in ("all", score.question.language)]


def figures_of(scores: Sequence[AnswerScore]) -> dict[str, float]:
    """Return every figure by name, and by name and language: `gold_quoted`, `gold_quoted.en` …"""
    values: dict[str, float] = {}
    for language in LANGUAGES:
        chosen = in_language(scores, language)
        suffix = "" if language == "all" else f".{language}"
        values.update({f"{name}{suffix}": figure_of(name, chosen).value for name in MEASURES})
        values.update({f"{name}{suffix}": count(chosen) for name, (_, count) in COUNTS.items()})
    return values


def below_floors(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Return a line for every figure that misses its floor (its ceiling, where low is good)."""
    lines = []
    for name, floor in floors.items():
        value, low_is_good = figures[name], name.split(".")[0] in LOW_IS_GOOD
        held = value <= floor if low_is_good else value >= floor
        if not held:
            lines.append(f"{name} is {value:.3f}, {'ceiling' if low_is_good else 'floor'} {floor:.3f}")
    return lines
