"""qa.ranking.concepts: what a sentence says in other words than the question."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qa.ranking.concepts import measure_concepts, other_words
from qa.ranking.match import Unit, match_all
from qa.records import Question

ASKED = Question("Did they discuss arms sales to Taiwan?", "en", "Did they discuss arms sales to Taiwan?")
TEXTS = ("中方要求停止售武。", "双方谈到教育。", "They discussed soybeans.")
UNIT = Unit("arms sales to Taiwan", ("arms sales to taiwan", "对台军售"), named=True, topical=True)


def _measure(units: tuple[Unit, ...], question: Question = ASKED) -> dict[str, list[float]]:
    table = np.asarray(match_all(units, TEXTS), dtype=np.float32).reshape(len(TEXTS), len(units))
    columns = measure_concepts(question, units, (table, table), (TEXTS, TEXTS))
    return {name: [round(float(value), 2) for value in column] for name, column in columns.items()}


def test_a_sentence_says_a_unit_in_other_words() -> None:
    measured = _measure((UNIT,))
    assert measured["widely"] == [0.8, 0.0, 0.0]
    assert measured["named"] == [1.0, 0.0, 0.0]
    assert measured["concepts"][0] > measured["concepts"][1] == 0.0


@pytest.mark.parametrize("printed", ["They raised arms sales to Taiwan.", "双方谈到对台军售。"])
def test_the_words_asked_say_a_concept_best(printed: str) -> None:
    texts = (printed, "中方要求停止售武。")
    table = np.asarray(match_all((UNIT,), texts), dtype=np.float32)
    measured = measure_concepts(ASKED, (UNIT,), (table, table), (texts, texts))
    assert measured["concept_best"][0] >= measured["concept_best"][1] > 0


@pytest.mark.parametrize(
    "units", [(), (replace(UNIT, topical=False),), (Unit("soybeans from Mars", ("zzz",), topical=True),)]
)
def test_all_count_as_named_where_nothing_asked_about_is(units: tuple[Unit, ...]) -> None:
    assert _measure(units)["named"] == [1.0, 1.0, 1.0]


@pytest.mark.parametrize(
    ("text", "covers", "word", "is_other"),
    [
        (ASKED.text, 0.0, "售武", True),
        (ASKED.text, 0.9, "售武", False),  # more is asked than that
        ("疫情", 0.5, "covid-19", True),
        ("对台军售", 0.5, "arms sales to taiwan", True),
    ],
)
def test_other_words_for_what_is_named(text: str, covers: float, word: str, is_other: bool) -> None:
    assert (word in other_words(text, covers)) == is_other


@pytest.mark.parametrize("text", ["", "xyzzy", "qwertz"])
def test_what_no_concept_names_has_no_other_words(text: str) -> None:
    assert other_words(text) == ()
