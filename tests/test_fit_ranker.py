from dataclasses import replace

import numpy as np
import pytest
import torch

from qa.ranking.columns import NAMES
from tests.test_samples import make_sample
from training import network
from training.ranker import QUOTE_SHARE, fit_out_of_fold, fit_ranker
from training.samples import Sample

WORDS = NAMES.index("words")


@pytest.fixture(autouse=True)
def few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    torch.set_num_threads(1)
    monkeypatch.setattr(network, "STEPS", 20)


def make_samples(prefixes: str) -> list[Sample]:
    """Return answerable questions whose right candidate has the words asked, and others where none has many."""
    rows = []
    for number, letter in enumerate(prefixes * 4):
        answered = make_sample(f"{letter}-{number}", rows=4)
        question = replace(answered.question, group=f"{letter}-no{number}", answerable=False)
        absent = replace(answered, question=question, features=answered.features / 5, right=np.zeros(4, dtype=np.bool_))
        rows += [answered, absent]
    return rows


@pytest.mark.parametrize("prefixes", ["defgh", "d"])  # folds by author; by group where there is one author
def test_every_question_is_ranked_by_a_fit_on_others(prefixes: str) -> None:
    samples = make_samples(prefixes)
    rows = fit_out_of_fold(samples)
    assert [len(row) for row in rows] == [4] * len(samples)
    assert all(row.argmax() == 0 for row in rows)


def test_a_fit_answers_what_can_be_answered() -> None:
    ranker, worth = fit_ranker(make_samples("defgh"))
    answered, absent = (ranker.probabilities(sample.features).max() for sample in make_samples("d")[:2])
    assert absent < ranker.answer_from <= answered
    assert ranker.quote_from == pytest.approx(QUOTE_SHARE * ranker.answer_from, abs=1e-3)
    assert worth == "40 questions; first right 1.000; 1.000 answered or refused rightly"
