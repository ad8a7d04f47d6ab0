"""qa.ranking.hints: what a question lets one expect of a sentence, and whether the sentence gives it."""

from __future__ import annotations

import pytest

from index.records import Span
from qa.ranking.hints import counted_weight, expected_match, quantity_match
from qa.ranking.match import Unit
from qa.records import Question
from qa.understand import understand_question
from tests.corpus import make_readout


def span(text: str) -> Span:
    return Span(make_readout("a.txt", text, language="en" if text.isascii() else "zh-Hans"), 0, len(text))


@pytest.mark.parametrize(
    ("question", "sentence", "expected"),
    [
        ("会谈持续了多少个小时？", "会谈持续了4个小时。", 1),
        ("会谈持续了几个钟头？", "会谈持续了近三小时。", 1),
        ("會談有幾次？", "兩國元首舉行了會談。", -1),
        ("会见有几次？", "The two met three times.", 1),
        ("How many hours did they talk?", "They talked for about four hours.", 1),
        ("How many hours did they talk?", "双方谈了4个小时。", 1),
        ("How many hours did they talk?", "They agreed on 20 points.", -1),
        ("How many young people were invited?", "中方邀请5万人来华。", 1),
        ("How much was it worth?", "It was worth 3 billion dollars.", 0),  # nothing countable is named
    ],
)
def test_whether_what_is_to_be_counted_is_counted(question: str, sentence: str, expected: int) -> None:
    assert quantity_match(Question(question, "en", question, form="number"), span(sentence)) == expected


def test_a_question_that_asks_for_no_number_wants_nothing_counted() -> None:
    assert quantity_match(Question("How many hours?", "en", "", form="position"), span("Four hours.")) == 0


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("China opened 21 cargo routes.", 0.5),
        ("新开21条货运航线。", 0.5),
        ("Cargo routes were discussed.", 0.0),
        ("The routes for cargo, which are many and which lead to all parts of the world, number 21.", 0.0),
    ],
)
def test_the_weight_near_a_number(sentence: str, expected: float) -> None:
    unit = Unit("routes", ("cargo routes", "route", "航线"), 0.5)
    question = Question("How many routes?", "en", "routes", form="number")
    assert counted_weight(question, [unit], span(sentence)) == expected


@pytest.mark.parametrize(
    ("name", "question", "sentence", "expected"),
    [
        ("demands", "What did China demand?", "The US should stop arming Taiwan.", 1),
        ("demands", "中方对美方有什么要求？", "美方应停止武装台湾。", 1),
        ("demands", "中方對美方有什麼要求？", "會談持續了4個小時。", -1),
        ("demands", "What was said?", "The US should stop.", 0),
        ("promises", "拜登承诺了什么？", "美国不寻求新冷战。", 1),
        ("promises", "What was pledged?", "The talks were long.", -1),
        ("reasons", "Why did they meet?", "They met because trade had stalled.", 1),
        ("reasons", "为什么重要？", "因为关系大局。", 1),
        ("demands", "What did he press for on visas?", "The other side should issue more visas.", 1),
        ("demands", "他呼吁对方做什么？", "对方应停止打压。", 1),
        ("promises", "Was a guarantee given on fish?", "China will buy more fish.", 1),
        ("promises", "對方允諾了什麼？", "美方不尋求遏制。", 1),
        ("reasons", "On what grounds was it put off?", "It was put off due to the storm.", 1),
        ("reasons", "凭什么取消？", "鉴于天气原因，双方取消了活动。", 1),
        ("reasons", "憑什麼取消？", "雙方舉行了會談。", -1),
        ("evaluation", "How well did the talks go?", "They had candid and productive talks.", 1),
        ("evaluation", "他怎么评价这次访问？", "这是一次成功的访问。", 1),
        ("evaluation", "他怎麼評價這次訪問？", "雙方討論了關稅。", -1),
        ("evaluation", "他说了什么？", "这是一次成功的访问。", 0),
        ("items", "有哪些成果？", "成果有贸易、投资、旅游、教育。", 1),
        ("items", "Which topics were raised?", "They met.", -1),
    ],
)
def test_what_is_expected(name: str, question: str, sentence: str, expected: int) -> None:
    assert expected_match(name, Question(question, "en", question), span(sentence)) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("中方对美方有什么要求？", "台湾问题是中美关系中最重要问题。", -1),
        ("中方对美方有什么要求？", "双方就应对气候变化交换意见。", -1),
        ("中方對美方有什麼要求？", "美方要恪守一個中國原則。", 1),
        ("中方对美方有什么要求？", "美方应取消单边制裁。", 1),
        ("What does China demand?", "美方需要取消单边制裁。", 1),
    ],
)
def test_what_is_important_is_no_demand(question: str, text: str, expected: int) -> None:
    sentence = Span(make_readout("r.txt", text, language="zh-Hans"), 0, len(text))
    assert expected_match("demands", understand_question(question), sentence) == expected
