"""qa.ranking.smalltalk: courtesies of a transcript say nothing; the shortest fact says something."""

from __future__ import annotations

import pytest

from index.records import Span
from qa.extract import admits
from qa.ranking.smalltalk import is_small_talk
from qa.records import Question
from tests.corpus import make_readout


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Thanks.", True),
        ("MODERATOR: Thank you, Ellen.", True),
        ("SENIOR OFFICIAL: Yep.", True),
        ("(Cross-talk.)", True),
        ("Okay, next question, please.", True),
        ("Thank you so much, Madam Vice President.", True),
        ("PRESIDENT BIDEN: Thank you very much, Mr. President.", True),
        ("The president met the secretary.", False),
        ("Thank you for your steadfast support.", False),
        ("谢谢大家。", True),
        ("好的，下一个提问。", True),
        ("謝謝各位。", True),
        ("Yes, on Taiwan.", False),
        ("No agreement on that.", False),
        ("THE PRESIDENT: Well, look, he is.", False),
        ("Four hours.", False),
        ("We made progress.", False),
        ("The United States thanked Qatar.", False),
        ("王毅参加会见。", False),
        ("会谈持续4个小时。", False),
        ("会谈坦诚。", False),
    ],
)
def test_what_says_nothing(text: str, nothing: bool) -> None:
    assert is_small_talk(text) == nothing


@pytest.mark.parametrize(
    ("text", "admitted"),
    [("Thank you all.", False), ("We discussed grain.", True), ("谢谢大家。", False), ("雙方討論糧食。", True)],
)
def test_what_says_nothing_is_not_quoted(text: str, admitted: bool) -> None:
    readout = make_readout("a.txt", text)
    assert admits(Question("What was said?", "en", ""), Span(readout, 0, len(text))) == admitted
