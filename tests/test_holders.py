"""qa.holders: an office asked for is its holder's, by what the documents print beside the name."""

from __future__ import annotations

import pytest

from index.records import Voice
from qa.holders import find_holders, name_holders, tell_jointly
from qa.library import Library
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library

YELLEN = Voice("耶伦", "yellen", "us", "explicit")
WANG = Voice("王毅", "wang-yi", "cn", "explicit")


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "美国财政部长耶伦表示，美方愿沟通。", language="zh-Hans"),
            make_readout("b.txt", "外交部长王毅指出，中方反对。", language="zh-Hans"),
            make_readout("c.txt", "Secretary of State Antony Blinken listened.", language="en"),
        ],
        {"美国财政部长耶伦": YELLEN, "外交部长王毅": WANG},
    )


@pytest.mark.parametrize(
    ("office", "holders"),
    [
        ("Treasury Secretary", [("yellen", "us")]),
        ("财长", [("yellen", "us")]),
        ("外长", [("wang-yi", "cn")]),
        ("foreign minister", [("wang-yi", "cn")]),
        ("国务卿", [("blinken", "us")]),
        ("防长", []),
    ],
)
def test_who_holds_an_office(office: str, holders: list[tuple[str, str]], library: Library) -> None:
    assert find_holders(office, library) == holders


@pytest.mark.parametrize(
    ("text", "speakers", "offices"),
    [
        ("What did the foreign minister say about trade?", ("wang-yi",), ()),
        ("外长怎么说？", ("wang-yi",), ()),
        ("財長就貿易說了什麼？", ("yellen",), ()),
        ("What did the defense minister say about trade?", (), ("defense minister",)),
        ("國務卿怎麼說？", (), ("國務卿",)),  # named in a document, but nothing is told of what he said
        ("What did Yellen say?", ("yellen",), ()),
        ("What did a senior administration official say?", (), ()),
    ],
)
def test_whose_words_are_asked_for_by_office(text, speakers, offices, library) -> None:
    named = name_holders(understand_question(text), library)
    assert (named.speakers, named.offices) == (speakers, offices)


@pytest.mark.parametrize(
    ("text", "sides", "partners"),
    [
        ("What did Modi say about the climate?", ("joint",), ("modi",)),
        ("莫迪就气候说了什么？", ("joint",), ("modi",)),
        ("莫迪就氣候說了什麼？", ("joint",), ("modi",)),
        ("What did Modi tell Biden about the climate?", ("joint",), ("modi", "biden")),
        ("What did Kishida say about the climate?", ("other",), ()),  # only named at a meeting of others
        ("What did Biden say about the climate?", ("us",), ()),  # speaks for himself
    ],
)
def test_who_says_nothing_alone_is_told_with_whom_he_met(
    text: str, sides: tuple[str, ...], partners: tuple[str, ...]
) -> None:
    raw = "President Biden met with Prime Minister Modi. The leaders spoke of the climate. Biden praised Mr. Kishida."
    voices = {
        "The leaders": Voice("The leaders", None, "joint", "joint"),
        "Biden praised": Voice("Biden", "biden", "us"),
    }
    told = tell_jointly(understand_question(text), make_library([make_readout("a.txt", raw)], voices))
    assert (told.sides, told.partners) == (sides, partners)
