"""Accounts of the same days that count the same thing otherwise."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from index.records import Hit
from qa.conflicting import contradicting, differ
from qa.extract import Candidates
from qa.ranking.columns import NAMES
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library, sentence


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("听众报以十多次长时间热烈掌声。", "400餘名嘉賓起立，報以近二十次長時間熱烈掌聲。", True),
        ("听众报以十多次长时间热烈掌声。", "听众报以10次长时间热烈掌声。", False),
        ("听众报以十多次长时间热烈掌声。", "习近平60多次提到人民。", False),  # another thing
        ("The audience gave ten rounds of warm applause, 15 rounds of warm applause.", "Nobody came.", False),
        ("He got 10 rounds of warm applause.", "He got nearly 20 rounds of warm applause.", True),
        ("On November 15 he spoke to applause.", "On November 16 he spoke to applause.", False),
        ("2023年11月15日热烈掌声长时间不断。", "2023年11月16日热烈掌声长时间不断。", False),  # no days
    ],
)
def test_other_numbers_for_the_same_thing(one: str, other: str, differs: bool) -> None:
    assert differ(one, other) is differs


LIBRARY = make_library(
    [
        make_readout(
            "a.txt", "听众报以十多次长时间热烈掌声。\n", language="zh-Hans", account="cn", day=date(2023, 11, 15)
        ),
        make_readout(
            "b.txt", "嘉宾报以近二十次长时间热烈掌声。\n", language="zh-Hans", account="cn", day=date(2023, 11, 17)
        ),
        make_readout(
            "c.txt", "代表报以三十次长时间热烈掌声。\n", language="zh-Hans", account="cn", day=date(2024, 3, 11)
        ),
    ]
)
TEN, TWENTY, THIRTY = (sentence(LIBRARY, words) for words in ("听众", "嘉宾", "代表"))


@pytest.mark.parametrize(
    ("text", "others", "added"),
    [
        ("习近平演讲获得多少次掌声？", [THIRTY, TWENTY], [TWENTY]),  # of those days
        ("習近平演講獲得多少次掌聲？", [THIRTY, TWENTY], [TWENTY]),
        ("习近平演讲获得多少次掌声？", [THIRTY], []),
        ("习近平在演讲中说了什么？", [TWENTY], []),  # no number is asked for
    ],
)
def test_another_account_of_those_days_is_quoted(text: str, others, added) -> None:
    question = understand_question(text)
    hits = tuple(Hit(span, 0.5) for span in others)
    candidates = Candidates(hits, np.zeros((len(hits), len(NAMES)), dtype=np.float32))
    found = contradicting(question, find_units(question, LIBRARY), [Hit(TEN, 0.9)], candidates)
    assert [hit.span for hit in found] == added
