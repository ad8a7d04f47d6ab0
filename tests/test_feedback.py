"""page.feedback and eval.feedback: opinions in a file of this machine, and the questions they become."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import page.feedback as feedback
from eval import feedback as review
from eval.questions import read_question
from page.feedback import LONGEST_REASON, Opinion, open_feedback, read_opinion
from page.session import Session
from tests.desk import FakeDesk


@pytest.fixture
def session(corpus):
    return Session(may_tell=True).ask(FakeDesk(corpus), "How many tons of grain exports?")


@pytest.mark.parametrize(
    ("data", "opinion"),
    [
        ({"rating": "up"}, Opinion("up")),
        ({"rating": "down", "about": "date", "reason": " 日期\n不对 "}, Opinion("down", "date", "日期 不对")),
        ({"rating": "down", "reason": "a" * 900}, Opinion("down", "", "a" * LONGEST_REASON)),
        ({"rating": "maybe"}, None),
        ({"rating": "up", "about": "<b>"}, None),
        ({}, None),
    ],
)
def test_an_opinion_is_read_from_what_a_page_sends(data, opinion):
    assert read_opinion(data) == opinion


def test_an_opinion_is_kept_with_question_and_answer_and_nothing_of_the_visitor(session, tmp_path):
    kept = open_feedback(tmp_path / "built")
    assert list(tmp_path.iterdir()) == []  # nothing is written before there is an opinion
    assert kept.keep(session.turns[0], Opinion("down", "beside", "不对 \ud800"))
    assert kept.keep(session.turns[0], Opinion("up"))
    first, second = map(json.loads, (tmp_path / "built.feedback.jsonl").read_text(encoding="utf-8").splitlines())
    assert list(first) == [
        *("at", "question", "language", "follows", "ignored", "rating", "about", "reason", "found", "why", "quotes"),
    ]
    assert (first["question"], first["rating"], first["reason"]) == (
        "How many tons of grain exports?",
        "down",
        "不对 ?",
    )
    assert first["quotes"][0]["quote"] == "He added that exports of grain to China reached 27 million tons."
    assert second["rating"] == "up"


def test_where_the_folder_cannot_be_written_nobody_is_asked(tmp_path, session):
    assert open_feedback(tmp_path / "none" / "built") is None
    assert "data-rating" in session.show_conversation()
    assert "data-rating" not in Session(turns=session.turns).show_conversation()


def test_a_full_file_or_one_that_is_gone_takes_nothing_more(tmp_path, session, monkeypatch):
    kept = open_feedback(tmp_path / "built")
    monkeypatch.setattr(feedback, "LARGEST_FILE", 10)
    assert not kept.keep(session.turns[0], Opinion("up"))
    (tmp_path / "built.feedback.jsonl").unlink()
    (tmp_path / "built.feedback.jsonl").mkdir()
    assert not kept.keep(session.turns[0], Opinion("up"))


def row(question: str, rating: str, found: bool = True, **more) -> dict:
    quotes = [{"file": "us.txt", "quote": "Grain was sold.", "start": 0, "end": 15}] if found else []
    return {
        "at": "2026-01-01T00:00:00+00:00",
        "question": question,
        "language": "en",
        "follows": [],
        "ignored": [],
        "rating": rating,
        "about": "",
        "reason": "",
        "found": found,
        "why": "",
        "quotes": quotes,
        **more,
    }


def test_opinions_become_questions_of_the_shape_of_the_eval():
    rows = [
        row("What was sold?", "up"),
        row("What was sold?", "up"),
        row("Who sold it?", "down", about="speaker", reason="It was Y."),
        row("And in 2005?", "up", found=False),
    ]
    made = review.make_questions(rows)
    assert [(q["question"], q["answerable"], q["gold"]) for q in made] == [
        ("What was sold?", True, [{"file": "us.txt", "quote": "Grain was sold."}]),
        ("Who sold it?", False, []),
        ("And in 2005?", False, []),
    ]
    assert [len(q["review"]["opinions"]) for q in made] == [2, 1, 1]
    assert made[1]["review"]["opinions"] == [{"rating": "down", "about": "speaker", "reason": "It was Y."}]
    assert made[1]["review"]["quoted"] == [{"file": "us.txt", "quote": "Grain was sold."}]
    assert len({q["id"] for q in made}) == 3
    assert read_question(made[2], {}).text == "And in 2005?"


def test_the_command_prints_the_questions_and_says_what_it_could_not_read(tmp_path: Path, capsys):
    path = tmp_path / "built.feedback.jsonl"
    path.write_text(json.dumps(row("粮食？", "up"), ensure_ascii=False) + "\n{broken\n[]\n", encoding="utf-8")
    assert review.main([str(path)]) == 0
    said = capsys.readouterr()
    assert [json.loads(line)["question"] for line in said.out.splitlines()] == ["粮食？"]
    assert "2 lines are no opinions and were left out" in said.err
    assert review.main([str(tmp_path / "none")]) == 1
    assert "cannot be read" in capsys.readouterr().err
