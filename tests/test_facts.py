"""qa.ranking.facts: which kind of fact a question asks for, and which sentence gives it."""

from __future__ import annotations

import pytest

from index.records import Span
from qa.ranking.facts import EVALUATION
from qa.ranking.kinds import find_fact, match_kind
from qa.understand import understand_question
from tests.corpus import make_readout


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("presence", "Who else was in the room when Li received Yellen?"),
        ("presence", "Which officials sat beside Trump?"),
        ("presence", "李强见耶伦时谁在场？"),
        ("presence", "李強見葉倫時，哪些人在座？"),
        ("leader", "Who led the delegation's talks in Geneva?"),
        ("presence", "Who was with Yellen in Guangzhou?"),
        ("presence", "Who was on the US team?"),
        ("presence", "Which officials were with Li Qiang when Yellen came?"),
        ("presence", "谁陪着耶伦？"),
        ("presence", "美方都來了誰？"),
        ("inviter", "Who called whom?"),
        ("inviter", "是谁打给谁的？"),
        ("leader", "美方由谁带队？"),
        ("leader", "美方由誰帶隊？"),
        ("inviter", "Whose idea was the dinner?"),
        ("inviter", "Which side asked for the call?"),
        ("inviter", "晚宴是应谁的邀请？"),
        ("inviter", "通話是哪一方提議的？"),
        ("host", "Who hosted the welcome lunch?"),
        ("host", "欢迎午宴由哪些团体举办？"),
        ("host", "歡迎午宴由哪些團體舉辦？"),
        ("host", "Which American organisations put on the dinner?"),
        ("host", "晚宴是哪些团体办的？"),
        ("leader", "代表团由谁领军？"),
        ("coming", "Which American envoy is due in China?"),
        ("coming", "Who was going to visit Beijing after that?"),
        ("coming", "接下来哪位官员要访华？"),
        ("coming", "接下來哪位官員要訪華？"),
        ("others met", "Which leaders did Xi meet in Lima?"),
        ("others met", "Whom did Raimondo see in Shanghai?"),
        ("others met", "雷蒙多在上海见了谁？"),
        ("others met", "雷蒙多在上海會見了哪些官員？"),
        (None, "What did Xi say about the meeting in Lima?"),
        (None, "What role does Xi see for young people?"),
        (None, "What did the leaders who came along say about trade?"),
        (None, "2026年的会晤有哪些成果？"),
        (None, "2026年的會晤有哪些成果？"),
        (None, "Which countries did they discuss?"),
        (None, "How many guests attended?"),  # a number is asked for
        (None, "Will Washington lift its tariffs?"),
        (None, "What did he say about students coming to America?"),
    ],
)
def test_what_kind_of_fact_is_asked_for(name: str | None, text: str) -> None:
    fact = find_fact(understand_question(text))
    assert (fact.name if fact else None) == name


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Who else was in the room?", "Qin Gang and Hua Chunying were present.", 1),
        ("Who else was in the room?", "On 9 July they met in Beijing.", -1),
        ("还有谁在场？", "何立峰参加会见。", 1),
        ("還有誰在場？", "何立峰表示歡迎。", -1),
        ("谁在座？", "国务委员秦刚，商务部长王文涛，财政部长刘昆", 1),  # a row of names tells who was there
        ("Who led the American team?", "The team was led by a deputy advisor.", 1),
        ("美方由谁带队？", "美方代表团由副助理率领。", 1),
        ("美方由誰帶隊？", "雙方討論了禁毒。", -1),
        ("Whose idea was the call?", "The call took place at the invitation of the US side.", 1),
        ("通话是谁提议的？", "习近平应约同特朗普通电话。", 1),
        ("通話是誰提議的？", "兩國元首通電話。", -1),
        ("Which leaders did Xi meet in Lima?", "He met with Boluarte of Peru.", 1),
        ("Which leaders did Xi meet in Lima?", "Xi met many in Lima.", 0),
        ("习近平在利马见了哪些领导人？", "习近平会见秘鲁总统博鲁阿尔特。", 1),
        ("習近平在利馬見了哪些領導人？", "會談是坦誠的。", -1),
        ("除了拜登，习近平在旧金山还会见了谁？", "习近平同拜登在旧金山斐洛里庄园举行会晤。", 0),
        ("除了拜登，習近平在舊金山還會見了誰？", "習近平會見了墨西哥總統洛佩斯。", 1),
        ("Apart from Biden, whom did Xi meet there?", "President Xi met Prime Minister Kishida of Japan.", 1),
        ("Which envoy is due in China?", "They welcomed the upcoming travel of Podesta.", 1),
        ("接下来谁要访华？", "双方将安排波德斯塔访华。", 1),
        ("接下來誰要訪華？", "會談是坦誠的。", -1),
        # a day to come: the announcement without a day is better than a day that is past
        ("When will Podesta visit China?", "He will visit in May.", 1),
        ("When will Podesta visit China?", "They welcomed his upcoming trip.", 0),
        ("When will Podesta visit China?", "They met on 9 July.", -1),
        ("下次会晤预计何时？", "双方将于5月会晤。", 1),
        ("下次會晤預計何時？", "雙方將再次會晤。", 0),
    ],
)
def test_whether_a_sentence_gives_it(question: str, text: str, expected: int) -> None:
    readout = make_readout("a.txt", text)
    assert match_kind(understand_question(question), Span(readout, 0, len(text))) == expected


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (True, "What is his verdict on the dinner?"),
        (True, "how well did the talks go?"),
        (True, "他怎么评价这次访问？"),
        (True, "会谈的气氛如何？"),
        (False, "What did he say about tariffs?"),
        (False, "如何为世界注入更多稳定性？"),
    ],
)
def test_an_evaluation_is_asked_for(asked: bool, text: str) -> None:
    assert bool(EVALUATION.asked.search(text)) == asked
