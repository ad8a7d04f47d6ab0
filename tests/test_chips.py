"""page.chips: what was understood, as buttons that leave a condition out or put it back."""

from __future__ import annotations

from datetime import date

import pytest

from page.chips import CONDITIONS, Chip, list_chips, show_chips
from page.records import Turn
from qa.records import Answer, Period, Question, Searched
from qa.understanding.follow import drop_conditions

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")
LATER = Period(date(2024, 1, 1), date(2024, 12, 31), "2024")


def make_turn(question: Question, *ignored) -> Turn:
    return Turn(Answer(drop_conditions(question, ignored), Searched(1, 1)), question, ignored=ignored)


@pytest.mark.parametrize(
    ("conditions", "language", "chips"),
    [
        ({"periods": (YEAR,)}, "en", [Chip("periods", "2023")]),
        ({"periods": (YEAR, LATER)}, "zh-Hans", [Chip("periods", "2023年 · 2024年")]),
        ({"sides": ("us",)}, "en", [Chip("sides", "United States")]),
        ({"sides": ("cn",), "speakers": ("xi-jinping",)}, "zh-Hant", [Chip("speakers", "習近平 · 中方")]),
        ({"accounts": ("cn",)}, "zh-Hans", [Chip("accounts", "中方文本")]),
        ({"events": ("somewhere",)}, "en", [Chip("events", "somewhere")]),
        ({"periods": (YEAR,), "accounts": ("us",)}, "en", [Chip("periods", "2023"), Chip("accounts", "US account")]),
        ({}, "en", []),
    ],
)
def test_each_chip_is_one_condition(conditions, language, chips):
    question = Question("?", language, "?", **conditions)
    assert list_chips(question) == chips
    dropped = drop_conditions(question, [chip.condition for chip in chips])
    assert not any(getattr(dropped, name) for name in CONDITIONS)


@pytest.mark.parametrize(
    ("language", "text", "remove", "put_back"),
    [
        ("en", "2023", "Remove: 2023", "Put back: 2023"),
        ("zh-Hans", "2023年", "去掉：2023年", "恢复：2023年"),
        ("zh-Hant", "2023年", "去掉：2023年", "恢復：2023年"),
    ],
)
def test_a_chip_says_what_a_click_does(language, text, remove, put_back):
    question = Question("?", language, "?", periods=(YEAR,))
    data = 'data-event="clear" data-turn="7" data-condition="periods"'
    switch = f'<button type="button" class="{{}}" {data} aria-label="{{}}">'
    kept, left_out = make_turn(question), make_turn(question, "periods")
    assert switch.format("chip", remove) + f"<span>{text}</span></button>" in (show_chips(7, kept) or "")
    assert switch.format("chip off", put_back) + f"<s>{text}</s></button>" in (show_chips(7, left_out) or "")


def test_only_what_was_left_out_is_struck_through():
    html = show_chips(0, make_turn(Question("?", "en", "?", periods=(YEAR,), accounts=("us",)), "accounts")) or ""
    assert "<span>2023</span>" in html
    assert "<s>US account</s>" in html


def test_what_is_inherited_is_said_unless_it_is_left_out():
    question = Question("And grain?", "en", "grain", periods=(YEAR,), inherited=("periods",))
    assert '<li class="note faint">from your earlier question</li>' in (show_chips(0, make_turn(question)) or "")
    assert "earlier question" not in (show_chips(0, make_turn(question, "periods")) or "")


def test_nothing_understood_shows_nothing():
    assert show_chips(0, make_turn(Question("?", "en", "?"))) is None


def test_names_stay_text():
    html = show_chips(0, make_turn(Question("?", "en", "?", events=('"><script>',)))) or ""
    assert "<script" not in html
    assert 'aria-label="Remove: &quot;&gt;&lt;script&gt;"><span>&quot;&gt;&lt;script&gt;</span>' in html
