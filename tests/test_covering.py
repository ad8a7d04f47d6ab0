"""Each of the things asked is quoted, from the articles quoted already."""

from __future__ import annotations

import numpy as np
import pytest

from index.records import Hit
from qa.covering import cover_items
from qa.extract import Candidates
from qa.ranking.columns import NAMES
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library, sentence

AID = """\
The $33 billion in security and humanitarian aid requested today is for Ukraine.
It asks for $20 billion in security assistance.
The $3 billion in additional humanitarian aid will address food security.
The leaders spoke of soybeans. They spoke of pork too.
"""
LIBRARY = make_library(
    [
        make_readout("us.txt", AID, account="us"),
        make_readout("other.txt", "Somebody else spoke of pork.\n", account="us"),
        make_readout("cn.txt", "会谈谈到免签。会谈谈到留学生。会谈谈到大豆。\n", language="zh-Hans", account="cn"),
    ],
    {},
)
TOTAL, SECURITY, AID_ALONE = (sentence(LIBRARY, words) for words in ("The $33 billion", "It asks", "The $3 billion"))
SOYBEANS, PORK, ELSEWHERE = (sentence(LIBRARY, w) for w in ("The leaders spoke", "They spoke", "Somebody else"))
VISAS, STUDENTS = (sentence(LIBRARY, w) for w in ("会谈谈到免签", "会谈谈到留学生"))


def candidates(*spans, score: float = 0.3) -> Candidates:
    return Candidates(tuple(Hit(span, score) for span in spans), np.zeros((len(spans), len(NAMES)), dtype=np.float32))


@pytest.mark.parametrize(
    ("text", "first", "rest", "added"),
    [
        ("What was said about soybeans and pork?", SOYBEANS, [ELSEWHERE, PORK], [PORK]),  # of the same article
        ("What was said about soybeans and grain?", SOYBEANS, [PORK], []),
        ("What was said about soybeans?", SOYBEANS, [PORK], []),
        ("李强就免签和留学生分别说了什么？", VISAS, [STUDENTS], [STUDENTS]),
        ("李強就免簽和留學生分別說了什麼？", VISAS, [STUDENTS], [STUDENTS]),
        # a number beside all of them is their sum, and counts what stands nearest to it
        (
            "How much for security and for humanitarian aid?",
            TOTAL,
            [AID_ALONE, SECURITY],
            [SECURITY, AID_ALONE],
        ),
        ("What did Biden and Xi say about grain?", SOYBEANS, [PORK], []),  # who met whom
    ],
)
def test_what_tells_of_each_thing_is_quoted(text: str, first, rest, added) -> None:
    quotes = [Hit(first, 0.9)]
    found = cover_items(understand_question(text), quotes, candidates(first, *rest), LIBRARY)
    assert [hit.span for hit in found] == [first, *added]


def test_what_is_hardly_probable_is_not_quoted() -> None:
    question = understand_question("What was said about soybeans and pork?")
    found = cover_items(question, [Hit(SOYBEANS, 0.9)], candidates(PORK, score=0.01), LIBRARY)
    assert [hit.span for hit in found] == [SOYBEANS]
