"""Fit the ranker on the development questions; `python -m training.ranker [--readouts DIR]` writes qa/ranker.json.

Held questions are never read here. Probabilities are checked on groups of questions that the fit has not seen.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from eval.answers import meets
from eval.questions import EvalQuestion, load_questions
from eval.sources import Source, read_sources
from index.build import build_index
from index.embed import Encoder, load_encoder
from index.manifest import SEEDS
from qa.extract import find_candidates
from qa.features import NAMES
from qa.library import Library
from qa.ranker import WEIGHTS, load_ranker
from qa.retrieve import absent_share, allowed_passages, find_absent, lacks_topic, retrieve_passages
from qa.understand import understand_question
from qa.units import find_units

QUOTE_SHARE = 0.6  # of the threshold for answering, from which a further sentence is quoted
QUESTIONS = Path(__file__).parent.parent / "eval"


@dataclass(frozen=True, slots=True)
class Sample:
    """The candidates of one question: features, and which of them are right to quote."""

    question: EvalQuestion
    features: NDArray[np.float32]
    right: NDArray[np.bool_]


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
        candidates = find_candidates(question, units, passages, library, load_ranker(), share)
        gold = (*row.gold, *row.also)
        right = [
            any(
                meets(hit.span.readout.name, sources[hit.span.readout.name].locate(hit.span.text), each)
                for each in gold
            )
            for hit in candidates.hits
        ]
        if right:
            yield Sample(row, candidates.features, np.asarray(right))


def _fit(samples: Sequence[Sample], strength: float = 0.1) -> tuple[NDArray[np.float64], float]:
    features = np.concatenate([s.features for s in samples])
    right = np.concatenate([s.right for s in samples])
    # Every question weighs the same, however many candidates it has.
    weight = np.concatenate([np.full(len(s.right), 30 / len(s.right)) for s in samples])
    scaler = StandardScaler().fit(features)
    model = LogisticRegression(C=strength, max_iter=2000).fit(scaler.transform(features), right, sample_weight=weight)
    weights = model.coef_[0] / scaler.scale_
    return weights, float(model.intercept_[0] - (weights * scaler.mean_).sum())


def _best_scores(samples: Sequence[Sample]) -> NDArray[np.float64]:
    """Return for each sample its best candidate's probability and whether that candidate is right, out of fold."""
    groups = [s.question.group for s in samples]
    rows = np.zeros((len(samples), 2))
    for train, test in GroupKFold(10).split(samples, groups=groups):
        weights, intercept = _fit([samples[i] for i in train])
        for i in test:
            scores = 1 / (1 + np.exp(-(samples[i].features @ weights + intercept)))
            rows[i] = scores.max(), samples[i].right[scores.argmax()]
    return rows


def _threshold(samples: Sequence[Sample], best: NDArray[np.float64]) -> tuple[float, float]:
    """Return the probability at which most questions are rightly answered or rightly refused, and that share."""
    answerable = np.asarray([s.question.answerable for s in samples])
    grid = np.linspace(0.05, 0.9, 86)
    shares = [np.where(answerable, (best[:, 0] >= t) & (best[:, 1] > 0), best[:, 0] < t).mean() for t in grid]
    # The share is flat around its peak: of what is within a point of it the highest, since to refuse is the safer side.
    near = grid[np.asarray(shares) >= max(shares) - 0.01]
    return float(near.max()), float(max(shares))


def main(arguments: list[str] | None = None) -> int:
    """Fit, print what the fit is worth on unseen groups, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.ranker", description=__doc__)
    parser.add_argument("--readouts", type=Path, help="a folder of further readouts that questions.readouts.jsonl asks")
    options = parser.parse_args(arguments)
    encoder = load_encoder()
    samples = list(_samples_of([SEEDS], ["questions.jsonl"], encoder))
    if options.readouts:
        samples += _samples_of([SEEDS, options.readouts], ["questions.readouts.jsonl"], encoder)
    best = _best_scores(samples)
    threshold, share = _threshold(samples, best)
    weights, intercept = _fit(samples)
    answerable = np.asarray([s.question.answerable for s in samples])
    first = best[answerable, 1].mean()
    print(f"{len(samples)} questions; first right {first:.3f}; answered or refused rightly {share:.3f}")
    for name, weight in zip(NAMES, weights, strict=True):
        print(f"  {name:16} {weight:8.3f}")
    table = {
        "weights": {name: round(float(weight), 4) for name, weight in zip(NAMES, weights, strict=True)},
        "intercept": round(intercept, 4),
        "answer_from": round(threshold, 3),
        "quote_from": round(QUOTE_SHARE * threshold, 3),
    }
    WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")
    print(f"Wrote {WEIGHTS.name}: answers from {threshold:.2f}")
    return 0


def _samples_of(folders: list[Path], names: list[str], encoder: Encoder) -> Iterator[Sample]:
    with tempfile.TemporaryDirectory() as together:
        for folder in folders:
            for path in [*folder.glob("*.txt"), *folder.glob("catalog.toml")]:
                shutil.copy(path, together)
        store, _ = build_index(Path(together), encoder)
        library = Library(store, encoder)
        sources = read_sources(folders)
        questions = load_questions([QUESTIONS / name for name in names], sources)
        yield from collect_samples(library, questions, sources)


if __name__ == "__main__":
    sys.exit(main())
