import json
import math
from pathlib import Path

import numpy as np
import pytest

from qa.ranking.columns import NAMES
from qa.ranking.ranker import Hidden, Ranker, load_ranker


def make_ranker(**weights: float) -> Ranker:
    return Ranker({**dict.fromkeys(NAMES, 0.0), **weights}, intercept=-1.0, answer_from=0.5, quote_from=0.3)


@pytest.mark.parametrize(
    ("words", "voice", "expected"),
    [(0.0, 0.0, 0.26894), (1.0, 0.0, 0.73106), (0.5, 1.0, 0.0), (1.0, 1.0, 0.00001)],
)
def test_probability_by_hand(words: float, voice: float, expected: float) -> None:
    row = np.zeros((1, len(NAMES)), dtype=np.float32)
    row[0, NAMES.index("words")], row[0, NAMES.index("voice")] = words, voice
    (probability,) = make_ranker(words=2.0, voice=-12.0).probabilities(row)
    assert math.isclose(probability, expected, abs_tol=1e-4)


def test_a_hidden_unit_adds_its_share() -> None:
    row = np.zeros((1, len(NAMES)), dtype=np.float32)
    row[0, 0] = 2.0
    unit = Hidden((0.5, *[0.0] * (len(NAMES) - 1)), bias=-1.0, adds=3.0)  # tanh(0.5 * 2 - 1) is nought
    other = Hidden((0.5, *[0.0] * (len(NAMES) - 1)), bias=0.0, adds=2.0)  # 2 tanh(1) is 1.5232
    plain = make_ranker()
    ranker = Ranker(plain.weights, -1.0, 0.5, 0.3, (unit, other))
    assert ranker.probabilities(row)[0] == pytest.approx(0.6279, abs=1e-4)


def test_confidence_is_the_best_probability_calibrated() -> None:
    plain = make_ranker()
    ranker = Ranker(plain.weights, -1.0, 0.5, 0.3, sure=(2.0, 1.0))
    assert ranker.confidence(0.5) == pytest.approx(0.7311, abs=1e-4)
    assert plain.confidence(0.2) == pytest.approx(0.2)


def test_columns_go_by_name_not_by_the_order_in_the_file() -> None:
    row = np.arange(len(NAMES), dtype=np.float32).reshape(1, -1) / 100
    weights = {name: float(i) for i, name in enumerate(NAMES)}
    reverse = dict(reversed(weights.items()))
    one, other = (Ranker(w, 0.0, 0.5, 0.3).probabilities(row) for w in (weights, reverse))
    assert one.tolist() == other.tolist()


def test_no_rows_have_no_probabilities() -> None:
    assert make_ranker().probabilities(np.zeros((0, len(NAMES)), dtype=np.float32)).tolist() == []


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "ranker.json"
    path.write_text(json.dumps({"weights": {"words": 1}, "intercept": 2, "answer_from": 0.5, "quote_from": 0.3}))
    assert load_ranker(path) == Ranker({"words": 1}, 2, 0.5, 0.3)


def test_the_one_that_ships_weighs_every_feature_once_and_quotes_no_less_than_it_answers_from() -> None:
    ranker = load_ranker()
    assert list(ranker.weights) == list(NAMES)  # the hidden units' weights stand in this order
    assert {len(unit.weights) for unit in ranker.hidden} == {len(NAMES)}
    assert len(set(NAMES)) == len(NAMES)
    assert 0 < ranker.quote_from <= ranker.answer_from < 1
