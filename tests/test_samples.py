import numpy as np
import pytest
from numpy.typing import NDArray

from eval.questions import EvalQuestion
from qa.ranking.columns import NAMES
from training.samples import WRONG, Sample, fitted_on

WORDS = NAMES.index("words")


def make_sample(group: str = "one", rows: int = 2, right: tuple[int, ...] = (0,), paraphrase: bool = False) -> Sample:
    question = EvalQuestion(f"{group}.en", group, "en", "fact", "What?", "dev", answerable=True)
    features: NDArray[np.float32] = np.zeros((rows, len(NAMES)), dtype=np.float32)
    features[:, WORDS] = np.linspace(1, 0, rows)
    return Sample(question, features, np.isin(np.arange(rows), right), paraphrase)


@pytest.mark.parametrize(
    ("group", "author"),
    [
        ("trade-2017", ""),
        ("no-soybeans", ""),
        ("r-duration-2021", ""),  # the same author's questions over the readouts
        ("d-photo-2026", "d"),
        ("dr-health-code", "d"),
        ("hr-first-call-2021", "h"),
        ("g-15", "g"),
    ],
)
def test_the_author_is_told_by_the_group(group: str, author: str) -> None:
    assert make_sample(group).author == author


def test_other_words_count_half() -> None:
    assert [make_sample(paraphrase=reworded).weight for reworded in (False, True)] == [1.0, 0.5]


def test_fitted_on_are_the_right_ones_and_the_wrong_ones_most_like_the_question() -> None:
    assert fitted_on(make_sample(rows=50, right=(49,))).tolist() == [*range(WRONG), 49]
    assert fitted_on(make_sample(rows=3, right=(2,))).tolist() == [0, 1, 2]
