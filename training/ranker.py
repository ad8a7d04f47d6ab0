"""Fit the ranker on the development questions; `python -m training.ranker [--readouts DIR]` writes ranker.json.

Held questions are never read here. Probabilities are checked on authors whose questions the fit has not seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from eval.sentences import SETS, measure
from index.embed import DEFAULT_ENCODER
from index.static import StaticEncoder
from qa.ranking.ranker import WEIGHTS, Ranker
from training.asked import move_out_of_fold
from training.everyday import read_task
from training.network import STARTS, fit_network
from training.parts import add_parts, collect_all, side_by_side
from training.samples import Sample, fitted_on

QUOTE_SHARE = 0.8  # of the threshold for answering, from which a further sentence is quoted
FOLDS, FOLD_STARTS = 5, 3
REFUSED = 0.05  # the share of answerable questions that the threshold may refuse
Odds = NDArray[np.float64]


def fit_out_of_fold(samples: Sequence[Sample]) -> list[Odds]:
    """Return each sample's log odds by a ranker that was fitted on other authors' questions.

    Where there are not enough authors, on other groups of questions.
    """
    groups = [s.author for s in samples]
    if len(set(groups)) < FOLDS:
        groups = [s.question.group for s in samples]
    rows: list[Odds] = [np.zeros(0)] * len(samples)
    for train, test in GroupKFold(min(FOLDS, len(set(groups)))).split(samples, groups=groups):
        ranker = _fit([samples[i] for i in train], FOLD_STARTS)
        for i in test:
            chance = np.clip(ranker.probabilities(samples[i].features), 1e-6, 1 - 1e-6)
            rows[i] = np.log(chance / (1 - chance))
    return rows


def _fit(samples: Sequence[Sample], starts: int = STARTS) -> Ranker:
    rows = [fitted_on(sample) for sample in samples]
    return fit_network(
        [s.features[kept] for s, kept in zip(samples, rows, strict=True)],
        [s.right[kept] for s, kept in zip(samples, rows, strict=True)],
        starts,
        [s.weight for s in samples],
    )


def _calibrate(odds: Odds, right: Sequence[bool] | NDArray[np.bool_]) -> tuple[float, float]:
    """Return the factor and the shift that make log odds those of a probability."""
    model = LogisticRegression(C=1e3).fit(odds.reshape(-1, 1), right)
    return round(float(model.coef_[0, 0]), 4), round(float(model.intercept_[0]), 4)


def _threshold(answerable: NDArray[np.bool_], best: Odds, right: NDArray[np.bool_]) -> tuple[float, float]:
    """Return the probability from which is answered, and the share of questions rightly answered or refused there.

    That share is flat: over most of it a right answer is lost for every false one. So it is the highest probability at
    which no more than one answerable question in twenty is refused.
    """
    threshold = float(np.floor(100 * np.quantile(best[answerable], REFUSED)) / 100)
    return threshold, float(np.where(answerable, (best >= threshold) & right, best < threshold).mean())


def fit_ranker(samples: Sequence[Sample]) -> tuple[Ranker, str]:
    """Return the ranker, its thresholds and its calibration, and what it is worth on authors it has not seen."""
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
    """Fit, print what the fit is worth on unseen authors, and write the weights."""
    parser = argparse.ArgumentParser(prog="python -m training.ranker", description=__doc__)
    add_parts(parser)
    parser.add_argument("--data", type=Path, metavar="DIR", help="the public sets, to check a fit on XQuAD")
    parser.add_argument("--least", type=float, default=0.0, help="write nothing where nDCG@10 in a public set is less")
    parser.add_argument("--most", type=int, default=0, metavar="N", help="ask N questions of each public set only")
    options = parser.parse_args(arguments)
    encoder = StaticEncoder(DEFAULT_ENCODER)
    samples = move_out_of_fold(collect_all(options.readouts, options.releases), read_task(encoder), encoder)
    ranker, worth = fit_ranker(samples)
    public = _check_in_public(ranker, options.data, options.most) if options.data else {}
    print("; ".join([worth, *(f"{name}: nDCG@10 {value:.1f}" for name, value in public.items())]))
    if min(public.values(), default=100.0) < options.least:
        print(f"not written: less than {options.least:g} in a public set", file=sys.stderr)
        return 1
    WEIGHTS.write_text(write_ranker(ranker), encoding="utf-8")
    print(f"wrote {WEIGHTS.name}: answers from {ranker.answer_from:.2f}")
    return 0


def _check_in_public(ranker: Ranker, folder: Path, most: int) -> dict[str, float]:
    """Return nDCG@10 of XQuAD's sentences as a ranker orders them: nothing is fitted on them."""
    with side_by_side(len(SETS)) as pool:
        asked = [(name, pool.submit(measure, folder, name, language, most, ranker)) for name, language in SETS.items()]
        return {name: figures.result()[0] for name, figures in asked}


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


if __name__ == "__main__":
    sys.exit(main())
