"""Which sentences say nothing by themselves."""

import pytest

from qa.ranking.fragments import is_fragment, leads_in


@pytest.mark.parametrize(
    "text",
    [
        "Number one.",
        "Washington Post.",
        "This is a different thing.",
        "That’s a fact.",
        "And we had that discussion as — as he was leaving.",
        "会晤有三个特点：",
        "中方的立场很明确：",
    ],
)
def test_fragments_say_nothing(text: str) -> None:
    assert is_fragment(text)


@pytest.mark.parametrize(
    "text",
    [
        "So, on the Olympics, it did not come up.",
        "They talked for about three and a half hours.",
        "It was 12 years ago.",
        "President Biden raised concerns over Taiwan.",
        "二是历史性。",
        "美方奉行一个中国政策。",
        "中国终将统一，也必然统一。",
    ],
)
def test_short_sentences_may_say_something(text: str) -> None:
    assert not is_fragment(text)


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("中方认为：", True),
        ("中方的立场很明确：", True),
        ("Two things:", True),
        (
            "两国元首强调在当下关键十年中美共同加快努力应对气候危机的重要性，欢迎两国气候特使近期开展的积极讨论，包括：",
            False,
        ),
        ("中方认为，合作是唯一正确的选择。", False),
    ],
)
def test_what_only_leads_in_is_short_and_ends_in_a_colon(text: str, leads: bool) -> None:
    assert leads_in(text) == leads
