"""Fit the ranker on the development questions; `python -m training.ranker [--readouts DIR]` writes ranker.json.

Held questions are never read here. Probabilities are checked on groups of questions that the fit has not seen.
"""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from eval.answers import meets
from eval.questions import EvalQuestion, load_questions
from eval.sources import Source, read_sources
from index.build import build_index
from index.embed import Encoder, load_encoder
from index.manifest import SEEDS
from qa.extract import find_candidates
from qa.library import Library
from qa.ranking.columns import NAMES
from qa.ranking.ranker import WEIGHTS, Ranker
from qa.ranking.units import find_units
from qa.retrieve import absent_share, allowed_passages, find_absent, lacks_topic, retrieve_passages
from qa.understand import find_language, understand_question
from training.network import STARTS, fit_network

QUOTE_SHARE = 0.8  # of the threshold for answering, from which a further sentence is quoted
FOLDS, FOLD_STARTS = 6, 2
QUESTIONS = Path(__file__).parent.parent / "eval"
PARAPHRASES, PARAPHRASED = Path(__file__).with_name("paraphrases.tsv"), "#"
PLAIN = Ranker(dict.fromkeys(NAMES, 0.0), 0.0, 0.5, 0.5)  # scores nothing: candidates in the order they were found
Odds = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Sample:
    """The candidates of one question: features, and which of them are right to quote."""

    question: EvalQuestion
    features: NDArray[np.float32]
    right: NDArray[np.bool_]
    paraphrase: bool = False


def collect_samples(
    library: Library, questions: Sequence[EvalQuestion], sources: dict[str, Source]
) -> Iterator[Sample]:
    """Yield the candidates of every question, as the answer path finds them."""
    for row in questions:
        question = understand_question(row.text)
        units = find_units(question, library)
        allowed = allowed_passages(question, library)
        passages = retrieve_passages(question, units, library, allowed)
        absent = find_absent(question, units, library, allowed)
        if lacks_topic(units, absent):  # refused before the ranker is asked
            continue
        share = absent_share(units, absent)
        candidates = find_candidates(question, units, passages, library, PLAIN, share)
        gold = (*row.gold, *row.also)
        right = [
            any(
                meets(hit.span.readout.name, sources[hit.span.readout.name].locate(hit.span.text), each)
                for each in gold
            )
            for hit in candidates.hits
        ]
        if right:
            yield Sample(row, candidates.features, np.asarray(right), row.id.endswith(PARAPHRASED))


def paraphrase(questions: Sequence[EvalQuestion]) -> list[EvalQuestion]:
    """Return the questions put in other words, with the gold of the group that they belong to."""
    first = {question.group: question for question in reversed(questions)}
    with PARAPHRASES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row[0] in first]
    return [
        replace(first[group], id=f"{group}.{number}{PARAPHRASED}", text=text, language=find_language(text))
        for number, (group, text) in enumerate(rows)
    ]


def fit_out_of_fold(samples: Sequence[Sample]) -> list[Odds]:
    """Return each sample's log odds by a ranker that was fitted on other groups of questions."""
    groups = [s.question.group for s in samples]
    rows: list[Odds] = [np.zeros(0)] * len(samples)
    for train, test in GroupKFold(FOLDS).split(samples, groups=groups):
        ranker = _fit([samples[i] for i in train], FOLD_STARTS)
        for i in test:
            chance = np.clip(ranker.probabilities(samples[i].features), 1e-6, 1 - 1e-6)
            rows[i] = np.log(chance / (1 - chance))
    return rows


def _fit(samples: Sequence[Sample], starts: int = STARTS) -> Ranker:
    return fit_network([s.features for s in samples], [s.right for s in samples], starts)


def _calibrate(odds: Odds, right: Sequence[bool] | NDArray[np.bool_]) -> tuple[float, float]:
    """Return the factor and the shift that make log odds those of a probability."""
    model = LogisticRegression(C=1e3).fit(odds.reshape(-1, 1), right)
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def _threshold(answerable: NDArray[np.bool_], best: Odds, right: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the probability at which most questions are rightly answered or rightly refused, and that share."""
    grid = np.linspace(0.05, 0.9, 86)
    shares = [np.where(answerable, (best >= t) & right, best < t).mean() for t in grid]
    # The share is flat around its peak: of what is within a point of it the highest, since to refuse is the safer side.
    near = grid[np.asarray(shares) >= max(shares) - 0.01]
    return float(near.max()), float(max(shares))


def fit_ranker(samples: Sequence[Sample]) -> tuple[Ranker, str]:
    """Return the ranker, its thresholds and its calibration, and what it is worth on groups it has not seen."""
    odds = fit_out_of_fold(samples)
    factor, shift = _calibrate(np.concatenate(odds), np.concatenate([s.right for s in samples]))
    scaled = [factor * row + shift for row in odds]
    asked = [i for i, sample in enumerate(samples) if not sample.paraphrase]
    answerable = np.asarray([samples[i].question.answerable for i in asked])
    first = np.asarray([samples[i].right[scaled[i].argmax()] for i in asked])
    best = np.asarray([scaled[i].max() for i in asked])
    threshold, share = _threshold(answerable, 1 / (1 + np.exp(-best)), first)
    fitted = _fit(samples)
    ranker = Ranker(
        weights=fitted.weights,
        intercept=round(factor * fitted.intercept + shift, 4),
        answer_from=round(threshold, 3),
        quote_from=round(QUOTE_SHARE * threshold, 3),
        hidden=tuple(replace(unit, adds=round(factor * unit.adds, 4)) for unit in fitted.hidden),
        sure=_calibrate(best, first),
    )
    worth = (
        f"{len(asked)} questions; first right {first[answerable].mean():.3f}; {share:.3f} answered or refused rightly"
    )
    return ranker, worth


def main(arguments: list[str] | None = None) -> int:
    """Fit, print what the fit is worth on unseen groups, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.ranker", description=__doc__)
    parser.add_argument("--readouts", type=Path, help="a folder of further readouts that questions.readouts.jsonl asks")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    samples = list(_samples_of([SEEDS], ["questions.jsonl"], encoder))
    if options.readouts:
        samples += _samples_of([SEEDS, options.readouts], ["questions.readouts.jsonl"], encoder)
    ranker, worth = fit_ranker(samples)
    WEIGHTS.write_text(write_ranker(ranker), encoding="utf-8")
    print(f"{worth}; wrote {WEIGHTS.name}: answers from {ranker.answer_from:.2f}")
    return 0


def write_ranker(ranker: Ranker) -> str:
    """Return a ranker as JSON, one hidden unit a line."""
    table = {
        "weights": ranker.weights,
        "intercept": ranker.intercept,
        "answer_from": ranker.answer_from,
        "quote_from": ranker.quote_from,
        "sure": list(ranker.sure),
    }
    head = json.dumps(table)[:-1]
    rows = ",\n".join(json.dumps(asdict(unit)) for unit in ranker.hidden)
    return f'{head}, "hidden": [\n{rows}\n]}}\n'


def _samples_of(folders: list[Path], names: list[str], encoder: Encoder) -> Iterator[Sample]:
    with tempfile.TemporaryDirectory() as together:
        for folder in folders:
            for path in [*folder.glob("*.txt"), *folder.glob("catalog.toml")]:
                shutil.copy(path, together)
        store, _ = build_index(Path(together), encoder)
        library = Library(store, encoder)
        sources = read_sources(folders)
        questions = load_questions([QUESTIONS / name for name in names], sources)
        questions += paraphrase(questions)
        yield from collect_samples(library, questions, sources)


if __name__ == "__main__":
    sys.exit(main())
