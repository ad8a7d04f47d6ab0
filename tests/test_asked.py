"""training.asked: the questions of dev as a task, and the columns of words moved without them."""

from __future__ import annotations

import numpy as np
import pytest

import training.asked
from eval.questions import EvalQuestion, Gold
from index.embed import DEFAULT_ENCODER
from index.static import StaticEncoder
from qa.ranking.columns import NAMES
from training.asked import MOVED, make_asked, move_out_of_fold
from training.everyday import make_task
from training.samples import Sample

TEXTS = ("They rowed on the lake.", "The two are on an even keel.", "他们在湖上划船。")
ROWS = [("who paid for it", "Financial assistance was extended.", "谁掏钱？", "提供了资金援助。")]
EVERYDAY = NAMES.index("everyday")


@pytest.fixture(scope="module")
def default() -> StaticEncoder:
    return StaticEncoder(DEFAULT_ENCODER)


def make_sample(author: str, right: tuple[bool, ...], file: str = "000_aee5630ffd3f04f9.txt") -> Sample:
    question = EvalQuestion(
        f"{author}-1.en", f"{author}-1", "en", "fact", "?", "dev", answerable=True, gold=(Gold(file, ()),)
    )
    features = np.zeros((3, len(NAMES)), dtype=np.float32)
    return Sample(question, features, np.asarray(right), False, "Do they get along?", TEXTS, TEXTS)


def test_only_questions_that_tell_right_from_wrong_are_asked(default: StaticEncoder) -> None:
    samples = [make_sample("d", right) for right in ((False,) * 3, (True,) * 3, (False, True, False))]
    asked = make_asked(samples, default)
    assert asked.right.tolist() == [[False, True, False]]
    assert asked.candidates.tolist() == [[0, 1, 2]]
    assert asked.vectors.shape == (3, default.table.shape[1])


def test_no_question_is_moved_by_its_own_author_nor_by_its_own_documents(
    default: StaticEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned_from: list[int] = []

    def learn_nothing(task: object, table: np.ndarray, asked: object) -> np.ndarray:
        learned_from.append(len(asked.questions))  # type: ignore[attr-defined]
        return table

    monkeypatch.setattr(training.asked, "learn", learn_nothing)
    samples = [make_sample(author, (False, True, False)) for author in "defgh"]
    samples += [make_sample("d", (False, True, False), f"new-{number}.txt") for number in range(8)]
    moved = move_out_of_fold(samples, make_task(ROWS, default), default)
    assert sorted(learned_from) == [4, 11, 11, 11, 11, 12, 12, 12, 12]  # all but an author's; all but two documents'
    expected = default.encode(list(TEXTS)) @ default.encode(["Do they get along?"], "query")[0]
    for sample in moved:
        assert sample.features[:, EVERYDAY] == pytest.approx(expected, abs=1e-5)
        assert set(np.flatnonzero(sample.features.any(axis=0))) <= {NAMES.index(name) for name in MOVED}
