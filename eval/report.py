"""Figures out of scores, and tables out of figures; writes eval/README.md and checks the floors."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from eval.answers import AnswerScore
from eval.metrics import Figure, bootstrap_ratio
from eval.questions import EvalQuestion

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
    "quotes": ("quotations an answer", lambda s: _mean([each.quotes for each in s if each.found])),
    "forbidden": ("quotations of a forbidden year or side", lambda s: sum(each.forbidden for each in s)),
    "not_verbatim": ("quotations not verbatim", lambda s: sum(each.not_verbatim for each in s)),
    "seconds": ("seconds, median", lambda s: median(each.seconds for each in s) if s else float("nan")),
}
LOW_IS_GOOD = {"false_refusals", "forbidden", "not_verbatim", "seconds"}


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else float("nan")


def figure_of(name: str, scores: Sequence[AnswerScore]) -> Figure:
    """Return one figure over `scores`, with its interval."""
    measure = MEASURES[name]
    counted = [score for score in scores if measure.whole(score)]
    return bootstrap_ratio(
        [measure.part(score) for score in counted],
        [measure.whole(score) for score in counted],
        [score.question.group for score in counted],
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


def percent(figure: Figure, interval: bool = True) -> str:
    """Return a figure as `88.1 (84–92)`; `–` where nothing was counted."""
    if not figure.cases:
        return "–"
    between = f" ({100 * figure.low:.0f}–{100 * figure.high:.0f})" if interval else ""
    return f"{100 * figure.value:.1f}{between}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose first column is text and whose others are numbers."""
    line = "|" + "|".join(["---"] + ["--:"] * (len(head) - 1)) + "|"
    return "\n".join(["| " + " | ".join(head) + " |", line, *("| " + " | ".join(row) + " |" for row in rows)])


def answers_table(systems: Mapping[str, Sequence[AnswerScore]]) -> str:
    """Return one row a figure: each system over all questions with its interval, then the first by language."""
    first = next(iter(systems.values()))
    head = ["", *systems, *(f"{next(iter(systems))}: {LANGUAGES[code]}" for code in list(LANGUAGES)[1:])]
    rows = [
        [measure.title]
        + [percent(figure_of(name, scores)) for scores in systems.values()]
        + [percent(figure_of(name, in_language(first, code)), interval=False) for code in list(LANGUAGES)[1:]]
        for name, measure in MEASURES.items()
    ]
    for title, count in COUNTS.values():
        values = [count(scores) for scores in systems.values()]
        values += [count(in_language(first, code)) for code in list(LANGUAGES)[1:]]
        rows.append([title, *(f"{value:.3g}" for value in values)])
    return table(head, rows)


def split_table(scores: Sequence[AnswerScore], key: Callable[[EvalQuestion], str], names: Sequence[str]) -> str:
    """Return one row a value of `key`: its number of questions, and the figures `names`."""
    values = sorted({key(score.question) for score in scores})
    rows = []
    for value in values:
        chosen = [score for score in scores if key(score.question) == value]
        shown = [percent(figure_of(name, chosen), interval=False) for name in names]
        rows.append([value, str(len(chosen)), *shown])
    return table(["", "questions", *(MEASURES[name].title for name in names)], rows)


def retrieval_table(arms: Mapping[str, Mapping[str, Mapping[str, float]]], questions: Sequence[EvalQuestion]) -> str:
    """Return one row an arm: every measure over all questions, then nDCG@10 by the question's language."""
    language = {question.id: question.language for question in questions}
    measures = list(next(iter(arms.values())))
    codes = list(LANGUAGES)[1:]
    rows = []
    for arm, values in arms.items():
        row = [f"{100 * _mean(list(values[measure].values())):.1f}" for measure in measures]
        last = values[measures[-1]]
        row += [f"{100 * _mean([v for id, v in last.items() if language[id] == code]):.1f}" for code in codes]
        rows.append([arm, *row])
    return table(["", *measures, *(f"{measures[-1]}: {LANGUAGES[code]}" for code in codes)], rows)


def write_section(path: Path, name: str, text: str) -> None:
    """Replace what stands between the marks `<!-- name -->` and `<!-- /name -->` in the file at `path`."""
    page = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"{path} has no marks <!-- {name} --> and <!-- /{name} -->: put them where the table goes")
    path.write_text(pattern.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page), encoding="utf-8")


def below_floors(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    """Return a line for every figure that misses its floor (its ceiling, where low is good)."""
    lines = []
    for name, floor in floors.items():
        value, low_is_good = figures[name], name.split(".")[0] in LOW_IS_GOOD
        held = value <= floor if low_is_good else value >= floor
        if not held:
            lines.append(f"{name} is {value:.3f}, {'ceiling' if low_is_good else 'floor'} {floor:.3f}")
    return lines


def full_report(
    answers: Mapping[str, Sequence[AnswerScore]],
    searches: Mapping[str, Mapping[str, Mapping[str, float]]],
    questions: Sequence[EvalQuestion],
) -> str:
    """Return all tables of one set of questions."""
    ours = next(iter(answers.values()))
    groups = len({question.group for question in questions})
    answered = [score for score in ours if score.question.answerable]
    refused = [score for score in ours if not score.question.answerable]
    kinds = split_table(answered, lambda q: q.kind, ("gold_quoted", "precision", "first_right", "false_refusals"))
    parts = {
        f"Answers to {len(questions)} questions in {groups} groups, in % with 95 % intervals": answers_table(answers),
        "Retrieval: passages that hold a gold quotation, in %": retrieval_table(searches, questions)
        if searches
        else "",
        "By kind of question": kinds,
        "Unanswerable questions by what is wrong with them": split_table(refused, lambda q: q.trap or "", ("refused",)),
        "By part": split_table(ours, lambda q: q.part, tuple(MEASURES)),
    }
    return "\n\n".join(f"**{title}**\n\n{text}" for title, text in parts.items() if text)


def list_misses(scores: Sequence[AnswerScore]) -> list[str]:
    """Return one line for every wrong answer to a question that may be looked at."""
    return [
        f"{score.question.id}: {'quoted' if score.found else 'refused'}, gold {score.gold:.2f}, "
        f"{score.relevant} of {score.quotes} relevant: {score.question.text}"
        for score in scores
        if score.question.part == "dev" and (not score.right or score.relevant < score.quotes)
    ]
