"""qa.placed: a meeting named by its place is the one there of which a document is held."""

from __future__ import annotations

from datetime import date

import pytest

from qa.library import Library
from qa.placed import take_places_as_told
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library

AUTUMN, SPRING, MAY = date(2031, 9, 3), date(2032, 4, 1), date(2031, 5, 14)


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "The two presidents met in Seattle. They agreed.", day=AUTUMN),
            make_readout("b.txt", "双方在北京举行会谈。\n双方将落实西雅图会晤共识。", language="zh-Hans", day=SPRING),
            make_readout("c.txt", "They met in Geneva. They recalled Malta and Lisbon.", day=SPRING),
            make_readout("d.txt", "两国元首14日在里斯本举行会晤。", language="zh-Hans", day=MAY),
            make_readout("e.txt", "The Minister briefed the press on the Lisbon talks.", day=date(2031, 5, 16)),
            make_readout("f.txt", "The leaders met in Geneva on the war in Ukraine.", day=MAY),
            make_readout("g.txt", "Today the Secretary named Peru a partner.", day=date(2033, 7, 1)),
        ]
    )


@pytest.mark.parametrize(
    ("text", "events", "days"),
    [
        ("What did they agree in Seattle?", (), [AUTUMN]),
        ("西雅图会谈谈成了什么？", (), [AUTUMN]),
        ("What was agreed in Malta?", ("malta-2023",), []),  # no article opens with it
        ("What did they agree on the 2015 state visit?", (), [date(2015, 1, 1)]),
        ("What did Xi's state visit in 2015 bring?", (), [date(2015, 1, 1)]),
        ("What did they say about Taiwan in Lisbon?", (), [MAY]),
        ("里斯本会晤谈气候变化了吗？", (), [MAY]),
        ("里斯本那次，中方要求什麼？", (), [MAY]),
        ("What was said in Lisbon in 2031?", (), [MAY]),
        ("What was said in Lisbon in 2032?", (), [date(2032, 1, 1)]),  # the year of no such meeting stays
        ("What has changed since Lisbon?", (), []),
        ("里斯本会晤以来有什么进展？", (), []),
        ("Who was arrested in Lisbon?", (), []),
        ("When will the consulate in Lisbon open?", (), []),
        ("What did they say about the war in Ukraine?", (), []),  # a country is what is talked of
        ("What did they agree in Oslo?", (), []),
    ],
)
def test_a_place_is_that_of_a_meeting_held(
    text: str, events: tuple[str, ...], days: list[date], library: Library
) -> None:
    found = take_places_as_told(understand_question(text), library)
    assert (found.events, [period.first for period in found.periods]) == (events, days)


def test_accounts_of_a_meeting_may_follow_within_days(library: Library) -> None:
    found = take_places_as_told(understand_question("What came of the Lisbon summit?"), library)
    assert [(period.first, period.last) for period in found.periods] == [(MAY, date(2031, 5, 19))]


def test_a_country_that_only_a_title_names_gives_its_days(library: Library) -> None:
    found = take_places_as_told(understand_question("What did the Secretary want Peru to do?"), library)
    assert (found.events, [period.first for period in found.periods]) == ((), [date(2033, 7, 1)])
