"""The clause that asks whether accounts agree."""

from __future__ import annotations

import pytest

from qa.understanding.doubts import without_doubt


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("How many rounds of applause? Do the accounts match?", "How many rounds of applause?"),
        ("How many guests came? I've seen different numbers.", "How many guests came?"),
        ("How many guests came, and do the reports agree?", "How many guests came?"),
        ("听众鼓掌多少次？各篇报道的说法一致吗？", "听众鼓掌多少次？"),
        ("全場鼓掌幾次？不同報導的說法好像不一樣？", "全場鼓掌幾次？"),
        ("掌聲到底幾次？各方說法有出入嗎？", "掌聲到底幾次？"),
        # that is all they ask
        ("Do the accounts match on trade?", "Do the accounts match on trade?"),
        ("两份通稿一致吗？", "两份通稿一致吗？"),
        ("How many guests came? Did the two sides agree?", "How many guests came? Did the two sides agree?"),
    ],
)
def test_the_doubt_is_left_out_of_what_is_asked(text: str, asked: str) -> None:
    assert without_doubt(text) == asked
