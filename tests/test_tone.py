"""In what words a meeting is described, where that is asked for."""

from __future__ import annotations

from datetime import date

import pytest

from qa.tone import asks_tone, choose_tone
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import BOTH, XI, make_library, sentence

CHINESE = "两国元首认为，这次通话是坦诚、建设性的。习近平强调，台湾问题是红线。两国元首就有关问题交换意见。\n"
AMERICAN = "The two leaders held a candid and constructive discussion. The two leaders spoke of trade.\n"
LIBRARY = make_library(
    [
        make_readout("cn.txt", CHINESE, language="zh-Hans", account="cn", day=date(2024, 4, 2)),
        make_readout("us.txt", AMERICAN, account="us", day=date(2024, 4, 2)),
    ],
    {"两国元首": BOTH, "习近平": XI, "The two": BOTH},
)
SENTENCES = [s for entry in LIBRARY.store.entries for s in entry.sentences]
CANDID, CANDID_EN = sentence(LIBRARY, "两国元首认为"), sentence(LIBRARY, "The two leaders held")


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("In what terms did Beijing describe the mood of the 2026 summit?", True),
        ("What adjectives did each government use for the April 2024 call?", True),
        ("What's Wang Yi's verdict on the San Francisco summit?", True),
        ("王毅怎么评价旧金山会晤？", True),
        ("據美方官員說，2021年視訊會談的氣氛如何？", True),
        ("How did Trump characterise the relationship during his 2017 trip?", False),
        ("习近平2023年怎么评价中国经济？", False),
        ("What was the mood like?", False),  # of what meeting?
        ('In November 2025, who talked about the "cake" of cooperation, and in what words?', False),
        ("What words did Yoon use for Kim in his 2022 speech?", False),
        ("2022年尹錫悅用哪些字眼形容金正恩？", False),
    ],
)
def test_the_tone_of_a_meeting_is_asked_for(text: str, asks: bool) -> None:
    assert asks_tone(understand_question(text)) == asks


def test_what_calls_the_meeting_something_is_chosen() -> None:
    question = understand_question("What was the tone of the April 2024 call?")
    assert {hit.span for hit in choose_tone(question, SENTENCES, {})} == {CANDID, CANDID_EN}


def test_each_account_tells_its_own_words() -> None:
    question = understand_question("What adjectives did each government use for the April 2024 call?")
    scores = {CANDID: 0.9}
    assert [hit.span for hit in choose_tone(question, SENTENCES, scores)] == [CANDID, CANDID_EN]
