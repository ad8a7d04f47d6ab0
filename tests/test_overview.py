"""qa.ranking.overview: questions that name a meeting or a speaker and no topic, over two accounts of one call."""

from __future__ import annotations

from datetime import date

import pytest

from index.records import Voice
from qa.library import Library
from qa.ranking.overview import choose_overview, is_overview
from qa.ranking.units import find_units
from qa.records import Question
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, XI, make_library

TODAY = date(2024, 5, 1)
AMERICAN = """\
# Readout of President Biden's Call with President Xi

Biden raised fentanyl precursors and export controls with Xi.

Well, you know.

The two leaders agreed to set up a working group on counternarcotics.
"""
CHINESE = "# 习近平同美国总统拜登通电话\n\n习近平强调，中方反对美方的出口管制。\n\n双方同意恢复两军沟通。\n"
FARMING = "# 春耕\n\n各地加快春耕，粮食产量稳步增长。\n"


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("us.txt", AMERICAN, account="us", day=date(2024, 4, 2)),
            make_readout("cn.txt", CHINESE, language="zh-Hans", account="cn", day=date(2024, 4, 2)),
            make_readout("farming.txt", FARMING, language="zh-Hans", account="cn", day=date(2024, 4, 2)),
        ],
        {"Biden": BIDEN, "习近平": XI, "The two leaders": BOTH, "双方": BOTH},
    )


def ask(text: str, library: Library) -> tuple[Question, list[str]]:
    question = understand_question(text, TODAY)
    units = find_units(question, library)
    sentences = [s for entry in library.store.entries for s in entry.sentences]
    return question, [hit.span.text for hit in choose_overview(question, units, sentences, library)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Summarize the April 2024 call.", True),
        ("What were the main outcomes of the 2024 call?", True),
        ("What did Biden say in 2024?", True),
        ("2024年4月通话谈了什么？", True),
        ("2024年會談的主要成果有哪些？", True),
        ("拜登2024年说了什么？", True),
        ("What did Biden say about fentanyl in 2024?", False),
        ("拜登2024年就芬太尼说了什么？", False),
        ("What were the main outcomes?", False),
        ("有哪些成果？", False),
        ("Was there a call in 2024?", False),
        ("2024年有没有通话？", False),
        ("When was the 2024 call?", False),
        ("2024年的通話是什麼時候？", False),
    ],
)
def test_only_a_question_for_the_whole_of_something_is_an_overview(text: str, expected: bool, library: Library) -> None:
    question = understand_question(text, TODAY)
    assert is_overview(question, find_units(question, library)) is expected


@pytest.mark.parametrize("text", ["Summarize the April 2024 call.", "2024年4月通话谈了什么？"])
def test_the_main_sentences_come_in_the_order_of_their_documents(text: str, library: Library) -> None:
    _, quoted = ask(text, library)
    assert quoted == [
        "习近平强调，中方反对美方的出口管制。",
        "双方同意恢复两军沟通。",
        "Biden raised fentanyl precursors and export controls with Xi.",
        "The two leaders agreed to set up a working group on counternarcotics.",
    ]


@pytest.mark.parametrize("text", ["What were the outcomes of the 2024 call?", "2024年4月通话达成哪些成果？"])
def test_outcomes_are_what_was_settled(text: str, library: Library) -> None:
    _, quoted = ask(text, library)
    assert quoted == [
        "双方同意恢复两军沟通。",
        "The two leaders agreed to set up a working group on counternarcotics.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What did Xi say in April 2024?", ["习近平强调，中方反对美方的出口管制。"]),
        ("拜登2024年4月說了什麼？", ["Biden raised fentanyl precursors and export controls with Xi."]),
    ],
)
def test_a_speaker_asked_for_is_the_only_one_quoted(text: str, expected: list[str], library: Library) -> None:
    assert ask(text, library)[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What did Biden and Xi discuss in April 2024?", True),
        ("拜登和习近平2024年4月谈了什么？", True),
        ("What did the two leaders agree on in April 2024?", False),
        ("两国元首2024年4月同意了什么？", False),
    ],
)
def test_what_two_discussed_is_an_overview_and_what_they_agreed_is_not(
    text: str, expected: bool, library: Library
) -> None:
    question = understand_question(text, TODAY)
    assert is_overview(question, find_units(question, library)) is expected


THIRD = "# 习近平会见斯塔默\n\n习近平强调，中方愿同英方恢复经济对话。\n\n斯塔默表示，英方重视贸易。\n"


def test_a_meeting_with_a_third_country_has_an_overview_too() -> None:
    readout = make_readout("uk.txt", THIRD, language="zh-Hans", account="cn", day=date(2024, 11, 18))
    held = make_library([readout], {"习近平": XI, "斯塔默": Voice("斯塔默", "starmer", "other", "explicit")})
    for text in ("2024年11月习近平和斯塔默谈了什么？", "What did Xi and Starmer discuss in November 2024?"):
        assert ask(text, held)[1] == ["习近平强调，中方愿同英方恢复经济对话。", "斯塔默表示，英方重视贸易。"]
    assert ask("2017年特朗普访华谈了什么？", held)[1] == []  # the two sides' own meeting
