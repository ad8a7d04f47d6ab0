"""qa.placed: a meeting named by its place is the one there of which a document is held."""

from __future__ import annotations

from datetime import date

import pytest

from qa.library import Library
from qa.placed import take_places_as_told
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library

AUTUMN, SPRING = date(2031, 9, 3), date(2032, 4, 1)


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "The two presidents met in Seattle. They agreed.", day=AUTUMN),
            make_readout("b.txt", "双方在北京举行会谈。\n双方将落实西雅图会晤共识。", language="zh-Hans", day=SPRING),
            make_readout("c.txt", "They met in Geneva. They recalled Malta.", day=SPRING),
        ]
    )


@pytest.mark.parametrize(
    ("text", "events", "days"),
    [
        ("What did they agree in Seattle?", (), [AUTUMN, SPRING]),
        ("西雅图会谈谈成了什么？", (), [AUTUMN, SPRING]),
        ("What was agreed in Malta?", ("malta-2023",), []),  # no article opens with it
        ("What did they agree on the 2015 state visit?", (), [date(2015, 1, 1)]),
        ("What did Xi's state visit in 2015 bring?", (), [date(2015, 1, 1)]),
    ],
)
def test_a_place_is_that_of_a_meeting_held(
    text: str, events: tuple[str, ...], days: list[date], library: Library
) -> None:
    found = take_places_as_told(understand_question(text), library)
    assert (found.events, [period.first for period in found.periods]) == (events, days)
