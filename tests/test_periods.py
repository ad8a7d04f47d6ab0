"""The candidates of a question about several years."""

from __future__ import annotations

from datetime import date

import numpy as np

from index.records import Hit
from qa.extract import Candidates
from qa.periods import find_in_each_period, merge
from qa.ranking.columns import NAMES
from qa.ranking.ranker import Ranker
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library, sentence

RANKER = Ranker(dict.fromkeys(NAMES, 1.0), 0.0, answer_from=0.3, quote_from=0.2)
TEXTS = {
    "Xi said that trade is the ballast of relations.\n": date(2017, 11, 9),
    "Xi said that trade wars have no winners.\n": date(2023, 11, 15),
    "习近平指出，贸易战没有赢家。\n": date(2026, 5, 14),
}
LIBRARY = make_library([make_readout(f"{day}.txt", text, day=day) for text, day in TEXTS.items()])


def test_each_year_that_is_asked_about_is_searched_and_no_other() -> None:
    for text in ("How did Xi speak of trade in 2017 and in 2023?", "2017年和2023年，习近平分别怎么谈贸易？"):
        question = understand_question(text)
        found = find_in_each_period(question, find_units(question, LIBRARY), LIBRARY, RANKER)
        assert question.form == "change"
        assert {hit.span.section.origin.date.day.year for hit in found.hits if hit.span.section.origin.date} == {
            2017,
            2023,
        }
        assert found.features.shape == (len(found.hits), len(NAMES))


def test_a_sentence_found_twice_stands_once_at_its_best() -> None:
    one, other = sentence(LIBRARY, "Xi said that trade is"), sentence(LIBRARY, "Xi said that trade wars")
    first = Candidates((Hit(one, 0.4), Hit(other, 0.2)), np.asarray([[1.0], [2.0]], dtype=np.float32))
    second = Candidates((Hit(other, 0.9),), np.asarray([[3.0]], dtype=np.float32))
    merged = merge([first, second])
    assert [(hit.span, hit.score) for hit in merged.hits] == [(other, 0.9), (one, 0.4)]
    assert merged.features[:, 0].tolist() == [3.0, 1.0]
    assert merge([]).hits == ()
