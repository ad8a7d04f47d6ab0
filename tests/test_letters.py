"""qa.verifying.letters: what counts of a text, and in what two texts of the same wording differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.verifying.letters import (
    find_bounds,
    is_long,
    join_tokens,
    letters,
    plain_text,
    split_tokens,
    tell_differences,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S.-China “one China” policy", "the us china one china policy"),
        ("The People’s Republic", "the people's republic"),
        ("2,500.5 million, 5% and $3", "2500.5 million 5 % and $ 3"),
        ("the G20 of 1990s", "the g20 of 1990s"),
        ("11月 15日，“台獨”", "11月15日台独"),
        ("與 U.S. 的關係", "与us的关系"),
        ("瞭解看著憑藉", "了解看着凭借"),
        ("ＡＢ１２", "ab12"),
        ("……“”", ""),
        ("a\u200bb", "a b"),
    ],
)
def test_letters(text: str, expected: str) -> None:
    assert letters(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("支持台独", "不支持台独"),
        ("We are ready", "We’re ready"),
        ("we're", "were"),
        ("2.5 billion", "25 billion"),
        ("10-15", "1015"),
        ("now here", "nowhere"),
        ("5%", "5"),
        ("一个中国原则", "一个中国政策"),
        ("the President", "a President"),
    ],
)
def test_what_counts_is_never_evened_out(one: str, other: str) -> None:
    assert letters(one) != letters(other)


@given(st.text(max_size=60) | st.text(alphabet="中國 aB.,'’1２-“”\n不臺é", max_size=40))
def test_tokens_joined_are_the_letters_and_point_into_the_text(text: str) -> None:
    tokens = split_tokens(text)
    assert join_tokens([token.plain for token in tokens]) == letters(text)
    assert len(plain_text(text)) == len(text)
    assert all(letters(text[token.start : token.end]) == token.plain for token in tokens)


@pytest.mark.parametrize(
    ("held", "quoted", "expected"),
    [
        ("不支持“台独”", "不支持“台独”", ()),
        ("不支持「台獨」", "不支持“台独”", ("script", "quotation_marks")),
        ("对话，合作", "对话合作", ("punctuation",)),
        ("两国元\n首会晤", "两国元首会晤", ("spacing",)),
        ("the “one China” policy", "the 'one China' policy", ("quotation_marks",)),
        ("The People’s Republic", "the People's republic", ("capitals",)),
        ("the region’s prosperity", "the region's prosperity", ("punctuation",)),
        ("said, “we will”", "said: we will", ("quotation_marks", "punctuation")),
    ],
)
def test_differences_of_the_same_wording(held: str, quoted: str, expected: tuple[str, ...]) -> None:
    assert letters(held) == letters(quoted)
    assert tell_differences(held, quoted) == expected


@pytest.mark.parametrize(
    ("text", "first", "last", "expected"),
    [
        ("反对“台独”。", 2, 4, "台独"),
        ("不支持“台独”。", 0, 5, "不支持“台独”"),
        ("the “one China” policy", 0, 3, "the “one China”"),
    ],
)
def test_quotation_marks_are_not_torn_apart(text: str, first: int, last: int, expected: str) -> None:
    tokens = split_tokens(text)[first:last]
    start, end = find_bounds(text, tokens)
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("支持台独", False), ("武装台湾，支持", True), ("arming Taiwan", False), ("we will not support it", True)],
)
def test_a_statement_is_long(text: str, expected: bool) -> None:
    assert is_long(text) is expected
