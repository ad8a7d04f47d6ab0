"""qa.understanding.meetings: whose meeting, call or visit a question is about."""

from __future__ import annotations

import pytest

from qa.understand import understand_question
from qa.understanding.meetings import find_meetings


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # visits
        ("xi putin moscow what was agreed", ("xi-jinping", "putin")),
        ("习近平 普京 莫斯科 谈成什么", ("xi-jinping", "putin")),
        ("What did the 2023 Blinken visit achieve?", ("blinken",)),
        ("What came up during Yellen's trip to China?", ("yellen",)),
        ("布林肯访华期间中方就台湾问题说了什么？", ("blinken",)),
        ("王毅訪美時談了什麼？", ("wang-yi",)),
        ("沙利文访华之后谈了什么？", ("sullivan",)),
        ("How did Trump describe his Beijing visit?", ("trump",)),
        ("特朗普怎么评价北京之行？", ("trump",)),
        # two who met, spoke or told each other something
        ("What was agreed between Xi and Biden?", ("xi-jinping", "biden")),
        ("Did Wang Yi and Sullivan ever talk about Russia?", ("wang-yi", "sullivan")),
        ("沙利文和杨洁篪谈过气候吗？", ("sullivan", "yang-jiechi")),
        ("What did Xi tell Blinken about drugs?", ("xi-jinping", "blinken")),
        ("What did Yellen say to Li Qiang about the exchange rate?", ("yellen", "li-qiang")),
        ("葉倫跟李強談匯率時說了什麼？", ("yellen", "li-qiang")),
        ("哈里斯对习近平说了什么？", ("harris", "xi-jinping")),
        ("習近平與日本首相岸田見面談了什麼？", ("xi-jinping", "kishida")),
        ("Xi's call with Trump", ("xi-jinping", "trump")),
        ("李强2024年4月见耶伦时说了什么？", ("li-qiang", "yellen")),
        ("習近平2024年8月29日會見蘇利文時說了什麼？", ("xi-jinping", "sullivan")),
        ("普京在旧金山同习近平、拜登会面时说了什么？", ("putin", "xi-jinping", "biden")),
        # short names of meetings
        ("How long were the Xi-Biden talks?", ("xi-jinping", "biden")),
        ("川習會談到稀土了嗎？", ("trump", "xi-jinping")),
        ("拜习会谈了台湾吗？", ("biden", "xi-jinping")),
        ("習近平與普丁通話提出哪四點主張？", ("xi-jinping", "putin")),
        ("斐洛里会晤谈了台湾吗？", ()),
        ("川習兩人談到稀土了嗎？", ("trump", "xi-jinping")),
        # nobody met anybody
        ("What did Xi say about Biden?", ()),
        ("习近平怎么评价拜登？", ()),
        ("What did Biden and Xi each say about Taiwan?", ()),
        ("王毅对拜登的看法是什么？", ()),
        ("学习会议有什么内容？", ()),
    ],
)
def test_who_took_part(text: str, people: tuple[str, ...]) -> None:
    assert find_meetings(text).people == people


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("特朗普怎么评价北京之行？", "怎么评价 ？"),
        ("How did Trump describe his Beijing visit?", "How did describe ?"),
        ("川習會談到稀土了嗎？", "到稀土了嗎？"),
        ("特朗普何时访问北京？", "特朗普何时访问北京？"),  # of the visit itself a fact is asked
    ],
)
def test_a_visit_is_no_topic(text: str, topic: str) -> None:
    assert understand_question(text).topic == topic


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("What did Sullivan and Yang Jiechi discuss?", ()),
        ("习近平和岸田文雄会见时重申了什么？", ()),
        ("What did Xi tell Biden?", ("cn",)),
        ("拜登和习近平会晤时各说了什么？", ()),  # each side's own words, as a form
    ],
)
def test_what_two_did_together_is_asked_of_neither(text: str, sides: tuple[str, ...]) -> None:
    assert understand_question(text).sides == sides


def test_a_change_over_several_meetings_is_bound_to_none() -> None:
    assert understand_question("How did what Xi told Biden change over time?").partners == ()
