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
    assert [answer.question.text for answer in session.answers] == ["国家主席谈粮食贸易", "What exports of grain?"]
    assert session.opened == (1, 0)
    assert desk.asked[-1] == ("What exports of grain?", ("国家主席谈粮食贸易",))


def test_an_answer_without_places_shows_the_documents_held(desk):
    session = Session().ask(desk, "What about 2005?")
    assert session.opened is None
    assert "Documents held" in session.show_sources(desk)


@pytest.mark.parametrize(
    ("data", "opened"),
    [
        ({"turn": "0", "place": "1"}, (0, 1)),
        ({"turn": "1", "place": "0"}, (0, 0)),
        ({"turn": "0", "place": "99"}, (0, 0)),
        ({"turn": "-1", "place": "0"}, (0, 0)),
        ({"turn": "²", "place": "0"}, (0, 0)),
        ({"turn": 0, "place": 1}, (0, 0)),
        ({}, (0, 0)),
    ],
)
def test_only_places_that_exist_are_opened(desk, data, opened):
    session = Session().ask(
        desk,
        "Which grain exports did the President add, and which working group did the two leaders agree to set up?",
    )
    assert session.opened == (0, 0)
    assert session.open_place(data).opened == opened


def test_documents_are_opened_by_name(desk):
    session = Session().open_document(desk, {"name": "chengdu.txt"})
    assert "兩國元首在成都會談" in session.show_sources(desk)
    assert session.open_document(desk, {"name": "../../etc/passwd"}).opened is None


def test_the_oldest_answers_leave(desk):
    session = Session()
    for number in range(TURNS + 2):
        session = session.ask(desk, f"grain {number}")
    assert len(session.answers) == TURNS
    assert session.answers[0].question.text == "grain 2"


@pytest.mark.parametrize(
    ("tag", "words"),
    [("en", "Documents held"), ("zh-CN", "现有文件"), ("zh-TW", "現有文件"), ("<b>", "Documents held")],
)
def test_the_language_can_be_switched(desk, tag, words):
    assert words in Session().switch_language({"language": tag}).show_sources(desk)
