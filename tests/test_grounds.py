"""qa.grounds: a name that stands nowhere weighs little where the best candidate is sure."""

from __future__ import annotations

import numpy as np
import pytest

from qa.grounds import HINTED, SURE, is_hopeless
from qa.library import Library
from qa.ranking.units import find_units
from qa.retrieve import find_absent
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "Export controls were raised. They met in Zurich.", title="Talks"),
            make_readout("b.txt", "中方阐述了在涉港问题上的立场。双方谈到出口管制。", language="zh-Hans"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "least"),
    [
        # one of two things asked about is held nowhere
        ("What was said about export controls on rare earths?", SURE),
        ("稀土出口管制谈了吗？", SURE),
        ("稀土出口管制談了嗎？", SURE),
        # all that is asked about stands in other words only
        ("What was said about Hong Kong?", HINTED),
        ("谈到香港了吗？", HINTED),
        ("談到香港了嗎？", HINTED),
        # nothing of it stands in any words, or somebody is asked for who says nothing
        ("What was said about rare earths?", None),
        ("稀土谈了吗？", None),
        ("稀土談了嗎？", None),
        ("What did Liu He say about export controls?", None),
        ("刘鹤就出口管制说了什么？", None),
        # nothing is missing
        ("What was said about export controls?", 0.0),
        ("出口管制谈了吗？", 0.0),
    ],
)
def test_how_sure_the_best_candidate_must_be(text: str, least: float | None, library: Library) -> None:
    question = understand_question(text)
    units, everything = find_units(question, library), np.ones(len(library.store.passages), dtype=np.bool_)
    absent = find_absent(question, units, library, everything)
    tried = [c for c in (0.0, HINTED, SURE, 1.0) if not is_hopeless(question, units, absent, library, everything, c)]
    assert (tried[0] if tried else None) == least
