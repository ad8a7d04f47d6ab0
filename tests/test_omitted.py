"""What one account tells and the other does not: the sentences that name what stands nowhere in the other text."""

from __future__ import annotations

from datetime import date

import pytest

from qa.answer import answer_question
from qa.library import Library
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, XI, make_library

AMERICAN = """\
President Biden met with President Xi of China.

Biden raised concerns regarding human rights in Xinjiang and Tibet.

Biden spoke of peace across the Taiwan Strait.

The two leaders agreed on counternarcotics cooperation.
"""
CHINESE = """\
习近平同美国总统拜登举行会晤。

习近平强调，台湾问题是中美关系中最重要、最敏感的问题。

两国元首同意开展禁毒合作。

习近平指出，要坚持和平共处。
"""
LATER = "Biden recalled the Woodside summit with President Xi of China and spoke of human rights in Hong Kong.\n"


@pytest.fixture(scope="module")
def library() -> Library:
    voices = {"Biden": BIDEN, "习近平": XI, "The two": BOTH, "两国元首": BOTH}
    return make_library(
        [
            make_readout("us.txt", AMERICAN, account="us", day=date(2023, 11, 15)),
            make_readout("cn.txt", CHINESE, language="zh-Hans", account="cn", day=date(2023, 11, 16)),
            make_readout("later.txt", LATER, account="us", day=date(2024, 8, 28)),
            make_readout("alone.txt", AMERICAN, account="us", day=date(2021, 2, 10)),
        ],
        voices,
    )


@pytest.mark.parametrize(
    ("text", "first", "lacking"),
    [
        ("What did the US readout of November 2023 raise that China's leaves out?", "Biden raised concerns", "Taiwan"),
        ("2023年11月白宫通稿里有哪些内容是中方通稿没写的？", "Biden raised concerns", "Taiwan"),
        ("2023年11月，哪些內容只出現在中方通稿裡？", "习近平指出，要坚持和平共处", "禁毒"),
    ],
)
def test_what_stands_nowhere_in_the_other_text_is_quoted(text: str, first: str, lacking: str, library: Library) -> None:
    answer = answer_question(text, library)
    quoted = [citation.quote.text for citation in answer.citations]
    assert quoted[0].startswith(first)
    assert not any(lacking in quote for quote in quoted)
    assert [group.numbers for group in answer.groups] == [tuple(range(1, len(quoted) + 1))]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "What did the White House readout of February 2021 say that China's account leaves out?",
            "What one account leaves out can be told only where both are held; "
            "of China none of a meeting is held from february 2021.",
        ),
        ("2021年2月白宫通稿里有哪些内容是中方通稿没写的？", "须双方文本俱全"),
        ("What did the White House readout say that China's account leaves out?", "Name the meeting or the day"),
        ("白宫通稿里有哪些内容是中方通稿没写的？", "请写明要比较的是哪一次会晤"),
    ],
)
def test_without_two_accounts_the_reason_is_told(text: str, why: str, library: Library) -> None:
    answer = answer_question(text, library)
    assert (answer.citations, answer.why[: len(why)]) == ((), why)


def test_how_it_was_found_stands_over_the_quotations(library: Library) -> None:
    answer = answer_question("What is in the US readout of November 2023 but not in the Chinese one?", library)
    assert answer.groups[0].heading == (
        "What stands in the US account and least in China's account: "
        "4 sentences compared with 4 by terms, names and meaning"
    )
