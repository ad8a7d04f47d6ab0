"""Tables out of figures, and their place in a page; knows nothing of how answers are made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.answers import AnswerScore
from eval.figures import COUNTS, LANGUAGES, MEASURES, difference_of, figure_of, in_language
from eval.metrics import Figure, share
from eval.questions import EvalQuestion
from index.records import Language

CODES = tuple(LANGUAGES)[1:]
Scores = Sequence[AnswerScore]
Ranking = Mapping[str, Mapping[str, float]]  # measure -> question id -> value


@dataclass(frozen=True)
class Outcome:
    """One set of questions: what each system answered, how each search ranked, and the documents' languages.

    `answers` has the program first and the plain pipeline last; `ablation` the steps between, from the plainest.
    """

    answers: Mapping[str, Scores]
    ablation: Mapping[str, Scores]
    searches: Mapping[str, Ranking]
    languages: Mapping[str, Language]

    @property
    def ours(self) -> Scores:
        """The scores of the program itself."""
        return next(iter(self.answers.values()))

    @property
    def plain(self) -> Scores:
        """The scores of the plain pipeline."""
        return list(self.answers.values())[-1]


def percent(figure: Figure, interval: bool = True, sign: str = "") -> str:
    """Return a figure as `88.1 (84–92)`; `–` where nothing was counted."""
    if not figure.cases:
        return "–"
    between = f" ({100 * figure.low:{sign}.0f}–{100 * figure.high:{sign}.0f})" if interval else ""
    return f"{100 * figure.value:{sign}.1f}{between}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table whose first column is text and whose others are numbers."""
    line = "|" + "|".join(["---"] + ["--:"] * (len(head) - 1)) + "|"
    return "\n".join(["| " + " | ".join(head) + " |", line, *("| " + " | ".join(row) + " |" for row in rows)])


def answers_table(systems: Mapping[str, Scores]) -> str:
    """Return one row a figure: each system over all questions with its interval, then the first by language."""
    name, first = next(iter(systems.items()))
    head = ["", *systems, *(f"{name}: {LANGUAGES[code]}" for code in CODES)]
    rows = [
        [measure.title]
        + [percent(figure_of(figure, scores)) for scores in systems.values()]
        + [percent(figure_of(figure, in_language(first, code)), interval=False) for code in CODES]
        for figure, measure in MEASURES.items()
    ]
    for title, count in COUNTS.values():
        values = [count(scores) for scores in (*systems.values(), *(in_language(first, code) for code in CODES))]
        rows.append([title, *(f"{value:.3g}" for value in values)])
    return table(head, rows)


def ablation_table(steps: Mapping[str, Scores], plain: Scores) -> str:
    """Return one row a step, with its difference from the plain pipeline question by question."""
    names = ("gold_quoted", "precision", "first_right", "refused", "right")
    rows = [
        [step, *(percent(figure_of(name, scores), interval=False) for name in names)]
        + [percent(difference_of(name, scores, plain), sign="+") for name in ("gold_quoted", "right")]
        for step, scores in steps.items()
    ]
    return table(
        ["", *(MEASURES[name].title for name in names), "gold quoted, against plain", "right, against plain"], rows
    )


def split_table(scores: Scores, key: Callable[[EvalQuestion], str], names: Sequence[str]) -> str:
    """Return one row a value of `key`: its number of questions, and the figures `names`."""
    rows = []
    for value in sorted({key(score.question) for score in scores}):
        chosen = [score for score in scores if key(score.question) == value]
        shown = [percent(figure_of(name, chosen), interval=False) for name in names]
        rows.append([value, str(len(chosen)), *shown])
    return table(["", "questions", *(MEASURES[name].title for name in names)], rows)


def retrieval_table(searches: Mapping[str, Ranking], questions: Sequence[EvalQuestion]) -> str:
    """Return one row a search: every measure over all questions, then the last by the question's language."""
    language = {question.id: question.language for question in questions}
    measures = list(next(iter(searches.values())))
    rows = []
    for search, values in searches.items():
        last = values[measures[-1]]
        parts = [[v for id, v in last.items() if language[id] == code] for code in CODES]
        every = [list(values[measure].values()) for measure in measures] + parts
        rows.append([search, *(f"{100 * share(each):.1f}" for each in every)])
    return table(["", *measures, *(f"{measures[-1]}: {LANGUAGES[code]}" for code in CODES)], rows)


def script_pair(question: EvalQuestion, languages: Mapping[str, Language]) -> str:
    """Return the language of a question and those of the documents that hold its gold: `English → 简体`."""
    held = {languages[gold.file] for gold in question.gold}
    return f"{LANGUAGES[question.language]} → {' or '.join(LANGUAGES[code] for code in CODES if code in held)}"


def _parts(outcome: Outcome) -> Iterator[tuple[str, str]]:
    ours = outcome.ours
    questions = [score.question for score in ours]
    groups = len({question.group for question in questions})
    answerable = [score for score in ours if score.question.answerable]
    names = ("gold_quoted", "precision", "first_right", "false_refusals")
    yield f"Answers to {len(questions)} questions in {groups} groups, in % (95 %)", answers_table(outcome.answers)
    if outcome.ablation:
        yield (
            "Step by step: each search's three best passages quoted whole",
            ablation_table(outcome.ablation, outcome.plain),
        )
    if outcome.searches:
        yield "Retrieval: passages that hold gold, in %", retrieval_table(outcome.searches, questions)
    yield "By kind of question", split_table(answerable, lambda q: q.kind, names)
    yield "By script pair", split_table(answerable, lambda q: script_pair(q, outcome.languages), names)
    refusable = [score for score in ours if not score.question.answerable]
    yield "Unanswerable questions, by trap", split_table(refusable, lambda q: q.trap or "", ("refused",))
    yield "By part", split_table(ours, lambda q: q.part, tuple(MEASURES))


def full_report(outcome: Outcome) -> str:
    """Return all tables of one set of questions."""
    return "\n\n".join(f"**{title}**\n\n{text}" for title, text in _parts(outcome))


def list_misses(scores: Scores) -> list[str]:
    """Return one line for every wrong answer to a question that may be looked at."""
    return [
        f"{score.question.id}: {'quoted' if score.found else 'refused'}, gold {score.gold:.2f}, "
        f"{score.relevant} of {score.quotes} relevant: {score.question.text}"
        for score in scores
        if score.question.part == "dev" and (not score.right or score.relevant < score.quotes)
    ]


def write_section(path: Path, name: str, text: str) -> None:
    """Replace what stands between the marks `<!-- name -->` and `<!-- /name -->` in the file at `path`."""
    page = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {re.escape(name)} -->\n).*?(<!-- /{re.escape(name)} -->)", re.DOTALL)
    if not pattern.search(page):
        raise ValueError(f"{path} has no marks <!-- {name} --> and <!-- /{name} -->: put them where the table goes")
    path.write_text(pattern.sub(lambda found: f"{found[1]}\n{text}\n\n{found[2]}", page), encoding="utf-8")
