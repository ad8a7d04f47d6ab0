"""qa.grounds: a name that stands nowhere weighs little where the best candidate is sure."""

from __future__ import annotations

import numpy as np
import pytest

from index.records import Hit
from qa.grounds import HINTED, SURE, find_foreign_text, is_hopeless, lacks_text
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
            make_readout(
                "a.txt", "Export controls were raised. Xi Jinping and Biden met in Zurich, Switzerland.", title="Talks"
            ),
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
        # a country only tells whose prime minister is asked about
        ("Did Xi and Switzerland's president talk about rare earths in Zurich?", "Export", None),
        ("瑞士总统谈稀土了吗？", "出口管制", None),
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


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("What does the Canadian government's own readout say?", "canada"),
        ("加拿大政府自己的通稿里有什么？", "canada"),
        ("日方自己發的新聞稿怎麼寫？", "japan"),
        ("越南外交部的新闻稿怎么写？", "vietnam"),
        ("What was China's answer to Russia's version of events?", None),
        ("西班牙首相访华，中方稿子怎么写？", None),
        ("上海公报怎么说？", None),
    ],
)
def test_a_third_countrys_own_text(text: str, country: str | None) -> None:
    assert find_foreign_text(text) == country


def test_a_third_countrys_text_is_missed_where_all_is_of_known_accounts() -> None:
    question = understand_question("What does Japan's readout say?")
    xinhua = make_readout("a.txt", "习近平会见岸田文雄。", language="zh-Hans", account="cn")
    everything = np.ones(1, dtype=np.bool_)
    assert lacks_text(question, make_library([xinhua]), everything)
    assert not lacks_text(question, make_library([make_readout("b.txt", "They met in Kyoto.")]), everything)
