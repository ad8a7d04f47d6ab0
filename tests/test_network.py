import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from qa.ranking.columns import EITHER_WAY, NAMES, SPEAKS_AGAINST
from qa.ranking.ranker import Ranker
from training.network import MOST, fit_network

WORDS, BEHIND, LENGTH = (NAMES.index(name) for name in ("words", "words_behind", "length"))


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> None:
    torch.set_num_threads(1)


def questions(column: int, sign: int, seed: int = 3) -> tuple[list[NDArray[np.float32]], list[NDArray[np.bool_]]]:
    """Return questions of five candidates each: right is where `sign` times the column is greatest."""
    drawn = np.random.default_rng(seed)
    tables = [drawn.normal(size=(5, len(NAMES))).astype(np.float32) for _ in range(250)]
    return tables, [np.arange(5) == (sign * table[:, column]).argmax() for table in tables]


def first_right(ranker: Ranker, column: int, sign: int) -> float:
    """Return how often the first is right of questions that the ranker was not fitted on; chance is a fifth."""
    tables, marks = questions(column, sign, seed=4)
    return float(np.mean([row[ranker.probabilities(t).argmax()] for t, row in zip(tables, marks, strict=True)]))


@pytest.mark.parametrize(
    ("column", "sign", "low", "high"),
    [
        (WORDS, 1, 0.75, 1.0),
        (WORDS, -1, 0.0, 0.4),  # words asked never count against a sentence, whatever the questions say
        (BEHIND, -1, 0.75, 1.0),
        (BEHIND, 1, 0.0, 0.4),
        (LENGTH, 1, 0.75, 1.0),
        (LENGTH, -1, 0.75, 1.0),
    ],
)
def test_a_column_counts_in_its_own_direction_alone(column: int, sign: int, low: float, high: float) -> None:
    ranker = fit_network(*questions(column, sign), starts=1)
    assert low <= first_right(ranker, column, sign) <= high


def test_more_of_what_speaks_for_a_sentence_never_makes_it_less_probable() -> None:
    ranker = fit_network(*questions(LENGTH, 1), starts=2)
    row = np.zeros((1, len(NAMES)), dtype=np.float32)
    for column, name in enumerate(NAMES):
        steps = np.repeat(row, 9, axis=0)
        steps[:, column] = np.linspace(-MOST, MOST, 9)
        rises = np.diff(ranker.probabilities(steps)) * (-1 if name in SPEAKS_AGAINST else 1)
        assert name in EITHER_WAY or rises.min() >= -1e-6, name


def test_the_same_questions_give_the_same_ranker() -> None:
    one, other = (fit_network(*questions(WORDS, 1), starts=1) for _ in range(2))
    assert one == other


def test_lists_of_different_lengths_and_questions_without_a_right_candidate_are_borne() -> None:
    tables, marks = questions(WORDS, 1)
    tables[0], marks[0] = tables[0][:1], marks[0][:1] & False
    probabilities = fit_network(tables, marks, starts=1).probabilities(tables[1])
    assert np.isfinite(probabilities).all()


def test_a_question_that_counts_nothing_is_not_drawn() -> None:
    tables, marks = questions(LENGTH, 1)
    others = questions(LENGTH, -1)
    ranker = fit_network(tables + others[0], marks + others[1], starts=1, weights=[1.0] * 250 + [0.0] * 250)
    assert first_right(ranker, LENGTH, 1) >= 0.75


def test_directions_are_of_columns_that_there_are() -> None:
    assert set(NAMES) >= SPEAKS_AGAINST | EITHER_WAY
    assert not SPEAKS_AGAINST & EITHER_WAY
