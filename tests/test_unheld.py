"""qa.unheld: a detail that nothing held says, in any words, is missed; a part of its name proves nothing."""

from __future__ import annotations

import numpy as np
import pytest

from qa.library import Library
from qa.ranking.units import find_units
from qa.understand import understand_question
from qa.unheld import find_unheld, lacks_asked, lacks_detail
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "They set up a framework. Export controls were raised. Grain prices fell."),
            make_readout("b.txt", "双方谈到出口管制和大豆。疫情影响了贸易。", language="zh-Hans"),
        ]
    )


def missed(text: str, library: Library) -> tuple[list[str], bool]:
    question = understand_question(text)
    units, everything = find_units(question, library), np.ones(len(library.store.passages), dtype=np.bool_)
    unheld = find_unheld(question, units, library, everything)
    return [unit.printed for unit in unheld], lacks_detail(question, units, unheld)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What was said about export controls on rare earths?", (["rare earths"], True)),
        ("稀土出口管制谈了吗？", (["稀土"], True)),
        ("稀土出口管制談了嗎？", (["稀土"], True)),
        ("What was said about the Indo-Pacific Economic Framework?", (["Indo-Pacific Economic Framework"], True)),
        # held, translated, or one of several
        ("What was said about export controls?", ([], False)),
        ("What was said about soybeans?", ([], False)),
        ("大豆或稀土谈了吗？", (["稀土"], False)),
        ("谈了大豆和稀土吗？", (["稀土"], False)),
        ("Did they raise soybeans or rare earths?", (["rare earths"], False)),
        ("Did they raise soybeans, and who raised export controls?", ([], False)),
        # a publisher is whose text is asked about
        ("新华社怎么写出口管制？", (["新华社"], False)),
    ],
)
def test_a_detail_that_nothing_held_says(text: str, expected: tuple[list[str], bool], library: Library) -> None:
    assert missed(text, library) == expected


@pytest.mark.parametrize(
    ("text", "quoted", "lacks"),
    [
        # a number must count what is asked for
        ("How many trees did they promise to plant?", "双方承诺开展1项合作。", True),
        ("两国承诺种多少棵树？", "双方承诺开展1项合作。", True),
        ("两国承诺种多少棵树？", "双方将种下500棵树。", False),
        ("預計有多少人參加？", "预计超过1000名代表与会。", False),
        ("降幾個百分點？", "双方同意降税。", True),
        # a mention must name the one thing asked for
        ("Did they discuss soybeans?", "They discussed trade.", True),
        ("谈过大豆吗？", "They discussed soybeans.", False),
        ("談過大豆嗎？", "双方谈了经贸。", True),
    ],
)
def test_quotations_that_lack_what_is_asked(text: str, quoted: str, lacks: bool) -> None:
    language = "en" if quoted.isascii() else "zh-Hans"
    library = make_library(
        [make_readout("a.txt", quoted, language=language), make_readout("b.txt", "大豆很重要。", language="zh-Hans")]
    )
    question = understand_question(text)
    quotes = library.store.entries[0].sentences
    assert lacks_asked(question, find_units(question, library), quotes, library) is lacks
