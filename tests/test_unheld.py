"""qa.unheld: a detail that nothing held says, in any words, is missed; a part of its name proves nothing."""

from __future__ import annotations

import numpy as np
import pytest

from qa.library import Library
from qa.ranking.units import find_units
from qa.understand import understand_question
from qa.unheld import find_unheld, lacks_detail, said_otherwise
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


def test_other_words_for_a_name() -> None:
    assert "covid-19" in said_otherwise("疫情") or "covid" in said_otherwise("疫情")
    assert said_otherwise("qwertz") == ()
    assert "downed" not in said_otherwise("间谍气球")


@pytest.mark.parametrize(
    ("text", "unheld"),
    [
        ("Did they discuss the South China Sea?", ["South China Sea"]),
        ("谈过南海吗？", ["南海"]),
        ("談過南海嗎？", ["南海"]),
        ("谈过中南海吗？", []),
        ("Did he ask them to quit selling weapons to Taiwan?", []),  # to arm, in the words beside it
        ("要求别再给台湾卖武器了吗？", []),
        ("Did they discuss nuclear weapons?", ["nuclear weapons"]),
        ("What did they want from Moscow?", []),  # a capital stands for its country
        ("莫斯科谈了吗？", []),
        ("Did they discuss Pyongyang?", ["Pyongyang"]),
        ("What about the Russia-Ukraine war?", ["Ukraine"]),
    ],
)
def test_a_place_or_a_thing_by_the_words_around_it(text: str, unheld: list[str]) -> None:
    held = make_library([make_readout("a.txt", "他们在中南海会晤。停止武装台湾。谈到俄罗斯。", language="zh-Hans")])
    assert missed(text, held)[0] == unheld
