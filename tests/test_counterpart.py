"""qa.counterpart: the nearest sentence of another account of the same meeting, where one is near enough."""

from __future__ import annotations

from datetime import date

import pytest

from index.records import Span
from page.answers import show_turn
from page.session import Session
from qa.counterpart import find_counterparts
from tests.corpus import make_readout
from tests.desk import FakeDesk
from tests.shelf import make_library, sentence

OURS = "They welcomed the recent talks of their special envoys on climate and on national action."
THEIRS = "They welcomed recent talks of the special envoys for climate, including national action."
SHORT = "They welcomed the talks."


def make(name: str, text: str, account, day, language="en"):
    return make_readout(name, f"# Title\n\n{text}\n\nOf grain and beef nothing at all was said on that long day.\n",
                        account=account, day=day, language=language)  # fmt: skip


DAY, NEXT, LATER = date(2023, 11, 15), date(2023, 11, 16), date(2024, 4, 2)
QUOTED = make("a-cn.txt", OURS, "cn", DAY)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        (make("us.txt", THEIRS, "us", DAY), THEIRS),
        (make("us.txt", THEIRS, "us", NEXT), THEIRS),  # the same event by the gazetteer
        (make("us.txt", THEIRS, "us", LATER), None),
        (make("us.txt", THEIRS, "us", None), None),
        (make("us.txt", THEIRS, None, DAY), None),
        (make("cn.txt", THEIRS, "cn", DAY), None),
        (make("cn.txt", THEIRS, "cn", DAY, language="zh-Hans"), THEIRS),  # the same account in another language
        (make("us.txt", "Nobody spoke of anything there, which is long enough to be looked at.", "us", DAY), None),
        (make("us.txt", SHORT, "us", DAY), None),
    ],
)
def test_the_nearest_sentence_of_another_account_of_the_meeting_is_found(other, found):
    library = make_library([QUOTED, other])
    (counterpart,) = find_counterparts([sentence(library, OURS[:30])], library)
    assert (counterpart.text if counterpart else None) == found


def test_each_quotation_gets_its_own_and_short_ones_none():
    library = make_library([make("a-cn.txt", f"{OURS} {SHORT}", "cn", DAY), make("us.txt", THEIRS, "us", DAY)])
    quotes = [sentence(library, SHORT), sentence(library, OURS[:30])]
    assert [found and found.text for found in find_counterparts(quotes, library)] == [None, THEIRS]
    assert find_counterparts([], library) == []


def test_an_undated_quotation_has_no_counterpart():
    undated = make("a.txt", OURS, "cn", None)
    library = make_library([undated, make("us.txt", THEIRS, "us", DAY)])
    assert find_counterparts([Span(undated, 6, 6 + len(OURS))], library) == [None]


def test_the_page_links_it_as_the_other_account_and_opens_it():
    desk = FakeDesk([QUOTED, make("us.txt", THEIRS, "us", DAY)])
    session = Session().ask(desk, "What special envoys and national action on climate did they welcome?")
    (turn,) = session.turns
    place = turn.spans.index(turn.counterparts[0])
    account = turn.counterparts[0].section.origin.account
    named = {"cn": "China’s account", "us": "US account"}[account]
    page = show_turn(0, turn)
    assert f'data-of="0" data-place="{place}" class="also"' in page
    assert f"Nearest to this, {named} ›" in page
    opened = session.open_place({"of": "0", "place": str(place)})
    assert turn.counterparts[0].text in opened.show_sources(desk)
