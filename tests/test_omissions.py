"""Which account a question says leaves something out."""

import pytest

from qa.understanding.omissions import Omission, find_omission

US_TOLD, CN_TOLD = Omission("us", "cn"), Omission("cn", "us")


@pytest.mark.parametrize(
    ("text", "omission"),
    [
        ("What did the White House readout raise that China's account leaves out?", US_TOLD),
        ("What is in the White House readout but not in the Chinese one?", US_TOLD),
        ("Which topics in the US readout are missing from the Chinese text?", US_TOLD),
        ("What did the Chinese readout of the Woodside summit leave out?", US_TOLD),
        ("What does Beijing's text not mention about Taiwan that Washington's does?", US_TOLD),
        ("What did China's account mention that the White House omits?", CN_TOLD),
        ("白宫通稿里，有哪些拜登提出的问题是中方通稿没写的？", US_TOLD),
        ("白宮新聞稿提到、中方稿子卻沒有寫的有哪些？", US_TOLD),
        ("哪些内容只出现在中方通稿里？", CN_TOLD),
        ("白宫通稿略去了中方稿件的哪些内容？", CN_TOLD),
        ("美方通稿沒提的是什麼？", CN_TOLD),
    ],
)
def test_the_account_that_lacks_is_told_from_the_one_that_tells(text: str, omission: Omission) -> None:
    assert find_omission(text) == omission


@pytest.mark.parametrize(
    "text",
    [
        "中方通稿没有提到人权吗？",  # whether, not what
        "What did Biden not mention?",  # no text
        "What does the White House readout say on Taiwan?",
        "中美两份通稿在台湾问题上有什么不同？",
        "Why does China's readout differ?",
    ],
)
def test_other_questions_ask_of_no_omission(text: str) -> None:
    assert find_omission(text) is None
