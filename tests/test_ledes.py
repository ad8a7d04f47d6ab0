"""qa.ranking.ledes: who met whom is no answer to what they said, and is one to when they met."""

from __future__ import annotations

import pytest

from index.records import Span
from qa.ranking.ledes import asks_of_meeting, only_tells_of_meeting, tells_nothing_asked
from qa.understand import understand_question
from tests.corpus import make_readout


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Secretary Blinken spoke today with Foreign Minister Kuleba of Ukraine.", True),
        ("Today, President Biden met with Prime Minister Albanese in Tokyo.", True),
        ("On June 28, the President will travel to Madrid, Spain for the 2022 NATO Summit.", True),
        ("当地时间11月17日下午，国家主席习近平在泰国曼谷会见菲律宾总统马科斯。", True),
        ("3月28日，國家主席習近平同沙特王儲穆罕默德通電話。", True),
        ("欢迎仪式后，李强同桑切斯举行会谈。", True),
        ("Secretary Blinken spoke today with Foreign Minister Kuleba about grain exports.", False),
        ("Both leaders reaffirmed their commitment.", False),
        ("在会见马丁时，赵乐际表示，中国和爱尔兰传统友好。", False),
        ("第二，这是中美关系站在新的历史起点上的一次重要会晤。", False),
        ("雙方同意就氣候問題舉行會談。", False),
    ],
)
def test_who_met_whom_tells_nothing_else(text: str, only: bool) -> None:
    assert only_tells_of_meeting(text) is only


@pytest.mark.parametrize(
    ("question", "of_meeting"),
    [
        ("When did Xi meet Marcos?", True),
        ("Did Xi meet Marcos in Bangkok?", True),
        ("At whose request did Xi speak with Costa?", True),
        ("Who met Marcos in Bangkok?", True),
        ("习近平什么时候会见马科斯？", True),
        ("習近平跟科斯塔的通話是哪邊提出的？", True),
        ("What did Xi tell Marcos about the South China Sea?", False),
        ("Did Xi raise the South China Sea with Marcos?", False),
        ("习近平对马科斯怎么谈南海？", False),
        ("習近平對小馬可仕怎麼談南海？", False),
    ],
)
def test_whether_a_question_asks_for_more_than_the_meeting(question: str, of_meeting: bool) -> None:
    assert asks_of_meeting(understand_question(question)) is of_meeting


@pytest.mark.parametrize(
    ("question", "nothing"),
    [
        ("What did they say about fisheries?", True),
        ("When did they meet?", False),
        ("双方怎么谈渔业？", True),
        ("双方何时会面？", False),
    ],
)
def test_a_lede_is_quoted_only_where_the_meeting_is_asked_for(question: str, nothing: bool) -> None:
    readout = make_readout("call.txt", "3月28日，国家主席习近平同沙特王储兼首相穆罕默德通电话。", language="zh-Hans")
    sentence = Span(readout, 0, len(readout.text))
    assert tells_nothing_asked(understand_question(question), sentence) is nothing
