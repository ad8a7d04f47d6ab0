"""qa.lacking and qa.counted: what is quoted for "how many" counts the thing asked for."""

from __future__ import annotations

import pytest

from qa.lacking import fitting, lacks_asked
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.mark.parametrize(
    ("text", "quoted", "lacks"),
    [
        # a number must count what is asked for
        ("How many trees did they promise to plant?", "双方承诺开展1项合作。", True),
        ("两国承诺种多少棵树？", "双方承诺开展1项合作。", True),
        ("两国承诺种多少棵树？", "双方将种下500棵树。", False),
        ("預計有多少人參加？", "预计超过1000名代表与会。", False),
        ("降幾個百分點？", "双方同意降税。", True),
        # a share of the whole
        ("How much of world growth was China to account for?", "对全球经济增长的贡献将达到三分之一。", False),
        ("中国在全球经济增长中占多大比例？", "对全球经济增长的贡献将达到三分之一。", False),
        ("全球經濟成長有多少比例來自中國？", "中国经济增长5次提到。", True),
        # a day, a year, a place in a row and 两国 count nothing
        ("How many pillars has the hall that they visited?", "On May 14 they visited the hall.", True),
        ("参观的大殿有几根柱子？", "5月14日，两国元首参观大殿。", True),
        ("參觀的大殿有幾根柱子？", "第一，他们参观了大殿。", True),
        ("参观的大殿有几根柱子？", "大殿有28根柱子。", False),
        ("How many hostages are in Gaza?", "There are fifty to a hundred hostages in Gaza.", False),
        ("加沙还有多少人质？", "There are fifty to a hundred hostages in Gaza.", False),
        ("限制在多少枚？", "双方愿一道努力，进一步沟通，这是唯一的办法。", True),
        # a measure word has no like in English
        ("已经提供了多少剂疫苗？", "They delivered more than 1.2 billion vaccine doses.", False),
        ("疫苗已經送出幾劑？", "They delivered more than 1.2 billion vaccine doses.", False),
        ("疫苗已經送出幾劑？", "They spoke of vaccines.", True),
        # which one of a row it was
        ("六月那次会议是第几次？", "The advisor convened the 12th meeting of the task force.", False),
        ("六月那場會議是第幾次開會？", "国家气候工作组召开第十二次会议。", False),
        ("Which number was that meeting?", "The advisor convened the 12th meeting of the task force.", False),
        # how many, and which share of them
        ("有多少外国人免签入境，占多大比例？", "通过免签入境外国人854万人次。", False),
        # the noun as it stands, whatever is asked of it
        ("How many Americans did Washington regard as held?", "There are four Americans whom we want home.", False),
        # a sum of money, a time, a length
        ("How many billions of dollars in deals were signed?", "They signed 9 deals.", True),
        ("How many billions of dollars in deals were signed?", "They signed deals of $9 billion.", False),
        ("How much time did they spend together?", "双方互动近9个小时。", False),
        ("How much time did they spend together?", "On May 14 they were together.", True),
        ("How long is the bridge?", "They spoke of the bridge for 4 hours.", True),
        ("桥有多长？", "会晤持续了4个小时。", True),
        # a mention must name the one thing asked for
        ("Did they discuss soybeans?", "They discussed trade.", True),
        ("谈过大豆吗？", "They discussed soybeans.", False),
        ("談過大豆嗎？", "双方谈了经贸。", True),
    ],
)
def test_quotations_that_lack_what_is_asked(text: str, quoted: str, lacks: bool) -> None:
    language = "en" if quoted.isascii() else "zh-Hans"
    library = make_library(
        [make_readout("a.txt", quoted, language=language), make_readout("b.txt", "大豆很重要。", language="zh-Hans")]
    )
    question = understand_question(text)
    quotes = library.store.entries[0].sentences
    assert lacks_asked(question, find_units(question, library), quotes, library) is lacks


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("On what day did Xi receive Sullivan?", ["On August 29 Sullivan"]),
        ("习近平哪一天会见沙利文？", ["On August 29 Sullivan"]),
        ("習近平哪一天會見蘇利文？", ["On August 29 Sullivan"]),
        ("How long did the Woodside meeting last?", ["They met for 4 hours."]),
        ("伍德赛德会晤持续了多久？", ["They met for 4 hours."]),
        ("Who accompanied Trump?", ["Musk and others accom"]),
        ("How many hostages waited?", ["The hostages waited f"]),
        ("多少人质在等？", ["The hostages waited f"]),
        ("How many trees were planted?", None),
        ("What did Xi tell Sullivan?", None),  # no such fact
        ("Where did Xi and Blinken meet?", None),  # told by none
    ],
)
def test_sentences_that_tell_a_fact_of_the_meeting(text: str, fit: list[str] | None) -> None:
    said = (
        "On August 29 Sullivan met with Xi Jinping. Sullivan will speak in the coming weeks. They met for 4 hours. "
        "The hostages waited for 30 days. Musk and others accompanied Trump. Diplomats attended a show of robots."
    )
    library, question = make_library([make_readout("a.txt", said)]), understand_question(text)
    sentences = library.store.entries[0].sentences
    kept = [sentences[i].text[:21] for i in fitting(question, find_units(question, library), sentences, library)]
    assert kept == (fit or [s.text[:21] for s in sentences])


@pytest.mark.parametrize(
    ("text", "quoted", "lacks"),
    [
        (
            "Who asked China to loosen its rare earth export controls?",
            "The United States imposed export controls.",
            True,
        ),
        ("哪位领导人要求放宽稀土出口管制？", "美方在出口管制方面采取举措。", True),
        ("哪位領導人要求放寬稀土出口管制？", "美方放宽稀土出口管制。", False),
        ("What was said of export controls and of rare earths?", "Export controls were raised.", False),
    ],
)
def test_which_of_several_things_is_meant(text: str, quoted: str, lacks: bool) -> None:
    library = make_library([make_readout("a.txt", quoted, language="en" if quoted.isascii() else "zh-Hans")])
    question = understand_question(text)
    quotes = list(library.store.entries[0].sentences)
    assert lacks_asked(question, find_units(question, library), quotes, library) is lacks
