"""qa.grounds: a name that stands nowhere weighs little where the best candidate is sure."""

from __future__ import annotations

import numpy as np
import pytest

from index.records import Hit
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
            make_readout("a.txt", "Export controls were raised. Xi Jinping and Biden met in Zurich.", title="Talks"),
            make_readout("b.txt", "中方阐述了在涉港问题上的立场。双方谈到出口管制。", language="zh-Hans"),
        ]
    )


@pytest.mark.parametrize(
    ("text", "best", "least"),
    [
        # one of two things asked about is held nowhere
        ("Did rare earths come up when they spoke of export controls?", "Export", SURE),
        ("谈出口管制时讲到稀土了吗？", "出口管制", SURE),
        ("談出口管制時講到稀土了嗎？", "出口管制", SURE),
        # and says which of the other is meant
        ("What was said about export controls on rare earths?", "Export", None),
        ("Did they mention rare earth export controls?", "Export", None),
        ("稀土出口管制谈了吗？", "出口管制", None),
        ("稀土出口管制談了嗎？", "出口管制", None),
        # somebody named nowhere, asked about at a meeting of others, or of whom it is asked what he did
        ("What did Xi and Biden discuss about Kim Jong Un?", "Export", None),
        ("What did Melania Trump do in Zurich, and what was said about export controls?", "Export", None),
        # all that is asked about stands in other words only
        ("What was said about Hong Kong?", "涉港", HINTED),
        ("谈到香港了吗？", "涉港", HINTED),
        ("談到香港了嗎？", "涉港", HINTED),
        ("What was said about Hong Kong?", "Export", None),  # not in the best candidate
        ("谈到香港了吗？", "出口管制", None),
        # nothing of it stands in any words, or somebody is asked for who says nothing
        ("What was said about rare earths?", "Export", None),
        ("稀土谈了吗？", "出口管制", None),
        ("稀土談了嗎？", "出口管制", None),
        ("What did Liu He say about export controls?", "Export", None),
        ("刘鹤就出口管制说了什么？", "出口管制", None),
        # nothing is missing
        ("What was said about export controls?", "Export", 0.0),
        ("出口管制谈了吗？", "出口管制", 0.0),
    ],
)
def test_how_sure_the_best_candidate_must_be(text: str, best: str, least: float | None, library: Library) -> None:
    question = understand_question(text)
    units, everything = find_units(question, library), np.ones(len(library.store.passages), dtype=np.bool_)
    absent = find_absent(question, units, library, everything)
    sentence = next(s for entry in library.store.entries for s in entry.sentences if best in s.text)
    bests = [Hit(sentence, sure) for sure in (0.0, HINTED, SURE, 1.0)]
    tried = [hit.score for hit in bests if not is_hopeless(question, units, absent, library, everything, hit)]
    assert (tried[0] if tried else None) == least
