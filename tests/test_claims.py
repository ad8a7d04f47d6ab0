"""qa.claims: demands of the other side and promises, asked for and stated."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Voice
from qa.claims import asked_claim, is_about, states, topics_of
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("What did China ask the US to do?", "demand"),
        ("What demands did Xi make of the US?", "demand"),
        ("王毅对美方提出了什么要求？", "demand"),
        ("習近平希望美方做什麼？", "demand"),
        ("What did Biden promise?", "promise"),
        ("美方承諾了什麼？", "promise"),
        ("中方在禁毒上作出了哪些承诺？", "promise"),
        ("What did Xi say about Taiwan?", None),
        ("How many students did Xi promise to invite?", None),  # a number is asked for
        ("What did they promise each other?", None),
    ],
)
def test_what_is_asked_for(text: str, claim: str | None) -> None:
    assert asked_claim(understand_question(text)) == claim


@pytest.mark.parametrize(
    ("claim", "side", "text", "stated"),
    [
        ("demand", "cn", "希望美方停止武装台湾。", True),
        ("demand", "cn", "美方应该取消单边制裁。", True),
        ("demand", "cn", "中方反对单边制裁。", False),
        ("demand", "cn", "中方应继续开放。", False),  # of itself
        ("demand", "cn", "希望越方为中国企业提供公平环境。", True),  # of a third country
        ("demand", "cn", "日方应该严肃对待关切。", True),
        ("demand", "cn", "希望西班牙继续提供公正的环境。", True),
        ("demand", "us", "Blinken urged Iran to comply.", True),
        ("demand", "us", "He urged the PRC to act on fentanyl.", True),
        ("demand", "us", "China must play by the rules.", True),
        ("demand", "us", "The two sides discussed trade.", False),
        ("promise", "cn", "中方将继续提供帮助。", True),
        ("promise", "cn", "中方愿邀请5万名青少年来华。", True),
        ("promise", "cn", "习近平将拜登送到门口。", False),
        ("promise", "cn", "双方谈到新愿景。", False),
        ("promise", "us", "The United States will not change its policy.", True),
        ("promise", "us", "美方不寻求新冷战。", True),
    ],
)
def test_what_a_sentence_states(claim, side, text, stated) -> None:
    library = make_library([make_readout("a.txt", text)], {text[:4]: Voice("x", None, side, "explicit")})
    question = replace(understand_question("?"), sides=(side,))
    assert states(claim, question, library.store.entries[0].sentences[0]) is stated


def test_nobody_else_states_it() -> None:
    library = make_library([make_readout("a.txt", "希望美方停止。")], {"希望": Voice("x", None, "us", "explicit")})
    question = replace(understand_question("?"), sides=("cn",))
    assert not states("demand", question, library.store.entries[0].sentences[0])


def test_a_topic_named_must_stand_in_it() -> None:
    library = make_library([make_readout("a.txt", "希望美方慎重处理台湾问题。", language="zh-Hans")])
    sentence = library.store.entries[0].sentences[0]
    for text, about in (("中方在台湾问题上要求美方做什么？", True), ("中方在大豆上要求美方做什么？", False)):
        question = understand_question(text)
        assert is_about(topics_of(question, find_units(question, library)), sentence) is about
    bare = understand_question("中方对美方提出了什么要求？")
    assert topics_of(bare, find_units(bare, library)) == []
