import pytest

from index.records import Span
from qa.ranking.kinds import match_kind, wants_several
from qa.understand import understand_question
from tests.corpus import make_readout


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        # a number
        ("How many tons were bought?", "China bought 27 tons.", 1),
        ("How many tons were bought?", "China bought seven tons.", 1),
        ("How many tons were bought?", "China bought grain.", -1),
        ("买了多少吨？", "中方购买27吨。", 1),
        ("建立了几个工作组？", "双方建立五个工作组。", 1),
        ("建立了几个工作组？", "双方建立工作组。", -1),
        ("建立了幾個工作組？", "雙方建立五個工作組。", 1),
        ("建立了幾個工作組？", "雙方建立工作組。", -1),
        # money
        ("How much is the deal worth?", "The deal is worth $250 billion.", 1),
        ("How much is the deal worth?", "There were 27 deals.", -1),
        ("总额是多少？", "总额2500亿美元。", 1),
        ("总额是多少？", "签署27项协议。", -1),
        ("總額是多少？", "總額2500億美元。", 1),
        ("總額是多少？", "簽署27項協議。", -1),
        # a duration
        ("How long did they talk?", "They talked for four hours.", 1),
        ("How long did they talk?", "They talked in 2023.", -1),
        ("会谈持续多久？", "会谈持续四个小时。", 1),
        ("会谈持续多久？", "会谈在2023年举行。", -1),
        ("會談持續多久？", "會談持續四個小時。", 1),
        # a day
        ("When did they meet?", "They met on 15 November.", 1),
        ("When did they meet?", "They met in a hall.", -1),
        ("什么时候会晤？", "双方于11月15日会晤。", 1),
        ("什么时候会晤？", "双方举行会晤。", -1),
        ("什麼時候會晤？", "雙方於11月15日會晤。", 1),
        ("什麼時候會晤？", "雙方舉行會晤。", -1),
        # a place
        ("Where did they meet?", "They met in San Francisco.", 1),
        ("Where did they meet?", "They met at noon.", -1),
        ("在哪里会晤？", "双方在旧金山会晤。", 1),
        ("在哪里会晤？", "双方中午会晤。", -1),
        ("在哪裡會晤？", "雙方在舊金山會晤。", 1),
        ("在哪裡會晤？", "雙方中午會晤。", -1),
        # who was there
        ("Who attended the meeting?", "Blinken participated in the meeting.", 1),
        ("Who attended the meeting?", "Blinken likes music.", -1),
        ("谁出席了会晤？", "王毅陪同会晤。", 1),
        ("谁出席了会晤？", "王毅表示欢迎。", -1),
        ("誰出席了會晤？", "王毅參加會晤。", 1),
        ("誰出席了會晤？", "王毅表示歡迎。", -1),
        # nothing of the kind is asked for
        ("What did Xi say about trade?", "China bought 27 tons.", 0),
        ("习近平就贸易说了什么？", "中方购买27吨。", 0),
        ("習近平就貿易說了什麼？", "中方購買27噸。", 0),
        ("On what day did they meet?", "A call is planned in the coming weeks.", -1),
        ("On what day did they meet?", "They met on August 29.", 1),
        ("哪一天见的面？", "8月29日下午，双方会见。", 1),
        ("哪一天見的面？", "双方今年会见。", -1),
    ],
)
def test_the_kind_of_thing_asked_for(question: str, text: str, expected: int) -> None:
    readout = make_readout("a.txt", text)
    assert match_kind(understand_question(question), Span(readout, 0, len(text))) == expected


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("When and where have Xi and Trump met?", True),
        ("Which cities did the delegation visit?", True),
        ("习近平和拜登先后在哪些地方见面？", True),
        ("兩人先後在哪裡見面？", True),
        ("When and where did they last meet?", False),
        ("Where did they meet?", False),
        ("在哪里会晤？", False),
        ("Which dates were they in Beijing?", True),
        ("他们提出哪些关切？", False),
    ],
)
def test_several_days_or_places_are_asked_for(question: str, several: bool) -> None:
    assert wants_several(understand_question(question)) == several


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Where will they meet next after Seoul?", "They look forward to meeting next in Tokyo.", 1),
        ("Where will they meet next after Seoul?", "They met in Seoul.", 0),
        ("Where will they meet next after Seoul?", "They decided to meet in Tokyo.", 1),
        ("When was the next summit meant to be?", "They hope to hold a second summit this fall.", 1),
        ("When was the next summit meant to be?", "They held the first summit in March 2021.", -1),
        ("首尔会谈之后，下一轮在哪里开？", "双方将在东京举行下一轮会谈。", 1),
        ("首爾會談之後，下一輪在哪裡開？", "雙方在首爾舉行會談。", 0),
        ("他是哪几天去的？", "他于2022年访问。", -1),
        ("他是哪幾天去的？", "他7月13日至16日訪問。", 1),
    ],
)
def test_the_next_place_and_the_very_days(question: str, text: str, expected: int) -> None:
    readout = make_readout("r.txt", text, language="en" if text.isascii() else "zh-Hans")
    assert match_kind(understand_question(question), Span(readout, 0, len(text))) == expected
