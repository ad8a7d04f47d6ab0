"""page.session: from one state of a visitor's page to the next."""

from __future__ import annotations

import pytest

from page.session import TURNS, Session
from tests.desk import FakeDesk


@pytest.fixture
def desk(corpus):
    return FakeDesk(corpus)


def test_asking_opens_the_first_quotation_and_hands_the_earlier_questions_on(desk):
    session = Session().ask(desk, "国家主席谈粮食贸易").ask(desk, "What exports of grain?")
    assert [turn.understood.text for turn in session.turns] == ["国家主席谈粮食贸易", "What exports of grain?"]
    assert session.opened == ("1", 0)
    assert desk.asked[-1] == ("What exports of grain?", ("国家主席谈粮食贸易",), ())


def test_an_answer_without_places_shows_the_documents_held(desk):
    session = Session().ask(desk, "What about 2005?")
    assert session.opened is None
    assert "Documents held" in session.show_sources(desk)


@pytest.mark.parametrize(
    ("data", "opened"),
    [
        ({"of": "0", "place": "1"}, ("0", 1)),
        ({"of": "1", "place": "0"}, ("0", 0)),
        ({"of": "0", "place": "99"}, ("0", 0)),
        ({"of": "-1", "place": "0"}, ("0", 0)),
        ({"of": "²", "place": "0"}, ("0", 0)),
        ({"of": "wording", "place": "0"}, ("0", 0)),
        ({"of": 0, "place": 1}, ("0", 0)),
        ({}, ("0", 0)),
    ],
)
def test_only_places_that_exist_are_opened(desk, data, opened):
    session = Session().ask(
        desk,
        "Which grain exports did the President add, and which working group did the two leaders agree to set up?",
    )
    assert session.opened == ("0", 0)
    assert session.open_place(data).opened == opened


def test_documents_are_opened_by_name(desk):
    session = Session().open_document(desk, {"name": "chengdu.txt"})
    assert "兩國元首在成都會談" in session.show_sources(desk)
    assert session.open_document(desk, {"name": "../../etc/passwd"}).opened is None


def test_the_oldest_answers_leave(desk):
    session = Session()
    for number in range(TURNS + 2):
        session = session.ask(desk, f"grain {number}")
    assert len(session.turns) == TURNS
    assert session.turns[0].understood.text == "grain 2"


def test_a_condition_is_left_out_and_put_back_each_in_a_turn_of_its_own(desk):
    asked = Session().ask(desk, "Grain exports in 2021?")
    without = asked.switch_condition(desk, {"turn": "0", "condition": "periods"})
    again = without.switch_condition(desk, {"turn": "1", "condition": "periods"})
    assert [turn.ignored for turn in again.turns] == [(), ("periods",), ()]
    assert [turn.answer.searched.documents for turn in again.turns] == [2, 3, 2]
    assert without.opened == ("1", 0)
    assert desk.asked[1:] == [("Grain exports in 2021?", (), ("periods",)), ("Grain exports in 2021?", (), ())]


def test_what_was_left_out_stays_so_where_a_follow_up_inherits_it(desk):
    session = (
        Session().ask(desk, "Grain exports in 2021?").switch_condition(desk, {"turn": "0", "condition": "periods"})
    )
    inherits = session.ask(desk, "And the working group?")
    assert desk.asked[-1] == ("And the working group?", ("Grain exports in 2021?",), ("periods",))
    session.ask(desk, "And the working group in 2022?")
    assert desk.asked[-1] == ("And the working group in 2022?", ("Grain exports in 2021?",), ())
    inherits.switch_condition(desk, {"turn": "2", "condition": "periods"}).ask(desk, "And the leaders?")
    assert desk.asked[-1] == ("And the leaders?", ("Grain exports in 2021?", "And the working group?"), ())


def test_a_turn_asked_again_keeps_the_questions_before_it_and_is_the_one_that_is_followed(desk):
    session = Session().ask(desk, "Grain exports in 2021?").ask(desk, "What of 2022?")
    session = session.switch_condition(desk, {"turn": "0", "condition": "periods"})
    session.ask(desk, "And the working group?")
    assert desk.asked[-1] == ("And the working group?", ("Grain exports in 2021?",), ("periods",))


@pytest.mark.parametrize(
    "data",
    [
        {"turn": "0", "condition": "sides"},
        {"turn": "0", "condition": "text"},
        {"turn": "0", "condition": ["periods"]},
        {"turn": "1", "condition": "periods"},
        {"turn": "-1", "condition": "periods"},
        {"condition": "periods"},
        {},
    ],
)
def test_only_conditions_that_were_understood_are_switched(desk, data):
    session = Session().ask(desk, "Grain exports in 2021?")
    assert session.switch_condition(desk, data) is session


@pytest.mark.parametrize(
    ("tag", "words"),
    [("en", "Documents held"), ("zh-CN", "现有文件"), ("zh-TW", "現有文件"), ("<b>", "Documents held")],
)
def test_the_language_can_be_switched(desk, tag, words):
    assert words in Session().switch_language({"language": tag}).show_sources(desk)
