"""qa.verifying.edges: what must not be cut off before and after a quotation."""

from __future__ import annotations

import pytest

from qa.verifying.edges import cut_after, cut_before, turning_before
from qa.verifying.letters import plain_text


def split(marked: str) -> tuple[str, int]:
    return plain_text(marked.replace("|", "")), marked.index("|")


@pytest.mark.parametrize(
    ("marked", "cut"),
    [
        ("美方不|支持台独", "不"),
        ("美方不“|支持”台独", "不“"),
        ("美方不会|支持台独", "不会"),
        ("美方从未|支持台独", "未"),
        ("并没有|达成协议", "没有"),
        ("中方不断|加强合作", ""),
        ("美方不仅|支持和平", ""),
        ("中国和南非|支持对话", ""),
        ("中方特别|重视合作", ""),
        ("他不，|支持台独", ""),
        ("停止|武装台湾，支持统一", "停止"),
        ("合同超过2500|亿美元", "2500"),
        ("合同超过2500亿|美元", ""),
        ("超过二百|五十人", "二百"),
        ("一是到2031\n|二是合作", ""),
        ("致力于祖国统一|一个中国", ""),
        ("The US does not |support independence", "not "),
        ("will no longer |support independence", "no longer "),
        ("They don’t |support independence", "don't "),
        ("will never again |support it", "never again "),
        ("without |changing the policy", "without "),
        ("not only |supports the policy", ""),
        ("He said not. |We support it", ""),
        ("he wants to stop |arming the whole island", "stop "),
    ],
)
def test_a_negation_right_before_belongs_to_the_words(marked: str, cut: str) -> None:
    plain, start = split(marked)
    assert plain[cut_before(plain, start, 0) : start] == cut


@pytest.mark.parametrize(("marked", "cut"), [("反对|台独", ""), ("不|支持", "不"), ("oppose |independence", "")])
def test_a_term_may_be_quoted_from_behind_a_verb(marked: str, cut: str) -> None:
    plain, start = split(marked)
    assert plain[cut_before(plain, start, 0, statement=False) : start] == cut


def test_nothing_is_looked_for_before_the_article() -> None:
    assert cut_before("不支持", 1, 1) == 1


@pytest.mark.parametrize(
    ("marked", "rest"),
    [
        ("合同超过2500|亿美元", "亿"),
        ("合同超过2500亿|美元", ""),
        ("worth $250| billion in all", " billion"),
        ("grew by 5| percent", " percent"),
        ("祖国统一|十分重要", ""),
        ("达到三百|五十", "五"),
        ("支持台独| 亿", ""),
        ("会晤于2023年11月15|\n一是和平", ""),
    ],
)
def test_a_number_is_not_cut_off_behind(marked: str, rest: str) -> None:
    plain, end = split(marked)
    assert plain[end : cut_after(plain, end)] == rest


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("美方应停止向台湾|出售武器", "停止向台湾"),
        ("policy has not changed and |the US opposes", ""),
        ("does not support the idea of |independence", "not support the idea of "),
        ("双方不断加强|合作", ""),
        ("除非美方|支持", "除非美方"),
        ("反对战争，|支持和平", ""),
    ],
)
def test_what_turns_the_meaning_in_the_clause_is_found(marked: str, words: str) -> None:
    plain, start = split(marked)
    assert plain[turning_before(plain, start, 0) : start] == words
