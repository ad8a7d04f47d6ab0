"""qa.answer: the stages together over three small readouts, with an encoder that knows nothing but shared words.

The ranker is a plain one, by words alone, so that tuning the real one changes nothing here.
"""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

import qa.answer
import qa.grounds
from index.records import Readout
from qa.answer import MAX_LENGTH, answer_question
from qa.library import Library
from qa.ranking.columns import NAMES
from qa.ranking.ranker import Ranker
from qa.records import Answer, Question
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, CHINA, XI, make_library

TODAY = date(2022, 5, 1)
PLAIN = Ranker({name: 8.0 * (name == "words") for name in NAMES}, intercept=-4.0, answer_from=0.6, quote_from=0.4)

AMERICAN = """\
# Readout of the call

Biden raised fentanyl.

Xi raised fentanyl and grain.

The two leaders agreed on a fentanyl working group.
"""
CHINESE = "# 通话\n\n习近平谈到芬太尼。拜登谈到芬太尼和粮食。\n"


@pytest.fixture(autouse=True)
def plain_ranker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qa.answer, "load_ranker", lambda: PLAIN)


@pytest.fixture(scope="module")
def library(corpus: tuple[Readout, ...]) -> Library:
    return make_library(
        [
            *corpus,
            make_readout("call-us.txt", AMERICAN, account="us", day=date(2022, 4, 1)),
            make_readout("call-cn.txt", CHINESE, language="zh-Hans", account="cn", day=date(2022, 4, 1)),
            make_readout("undated.txt", "Beef was sold."),
        ],
        {
            "Biden": BIDEN,
            "拜登": BIDEN,
            "Xi": XI,
            "习近平": XI,
            "The two leaders": BOTH,
            "国家主席": CHINA,
            "國家主席": CHINA,
        },
    )


def quotes(answer: Answer) -> list[str]:
    return [citation.quote.text for citation in answer.citations]


@pytest.mark.parametrize(
    ("text", "best"),
    [
        (
            "What was said about counternarcotics?",
            "The two leaders agreed to set up a working group on counternarcotics.",
        ),
        ("关于压舱石说了什么？", "国家主席指出，粮食贸易是两国关系的压舱石。"),
        ("關於壓艙石說了什麼？", "国家主席指出，粮食贸易是两国关系的压舱石。"),
        ("关于农产品说了什么？", "美國總統表示，美方願擴大農產品貿易，歡迎中國企業赴美投資。"),
        ("關於農產品說了什麼？", "美國總統表示，美方願擴大農產品貿易，歡迎中國企業赴美投資。"),
    ],
)
def test_a_question_in_any_script_gets_the_sentence(text: str, best: str, library: Library) -> None:
    answer = answer_question(text, library, today=TODAY)
    assert answer.found
    assert quotes(answer)[0] == best
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert answer.why == ""
    assert answer.nearest == ()
    assert answer.seconds > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What did Biden say about fentanyl?", {"Biden raised fentanyl.", "拜登谈到芬太尼和粮食。"}),
        ("拜登就芬太尼说了什么？", {"Biden raised fentanyl.", "拜登谈到芬太尼和粮食。"}),
        ("拜登就芬太尼說了什麼？", {"Biden raised fentanyl.", "拜登谈到芬太尼和粮食。"}),
        ("What did Xi say about fentanyl?", {"Xi raised fentanyl and grain.", "习近平谈到芬太尼。"}),
        ("In the White House readout, what did Xi say about fentanyl?", {"Xi raised fentanyl and grain."}),
        ("根据白宫通稿，习近平就芬太尼说了什么？", {"Xi raised fentanyl and grain."}),
        ("What did the two leaders agree on fentanyl?", {"The two leaders agreed on a fentanyl working group."}),
    ],
)
def test_speakers_and_accounts_are_kept_apart(text: str, expected: set[str], library: Library) -> None:
    found = set(quotes(answer_question(text, library, today=TODAY)))
    assert expected <= found
    others = {"Biden raised fentanyl.", "拜登谈到芬太尼和粮食。", "Xi raised fentanyl and grain.", "习近平谈到芬太尼。"}
    if "two leaders" not in text:
        assert found & (others - expected) == set()


@pytest.mark.parametrize(
    "text", ["What did each side say about fentanyl?", "双方就芬太尼各说了什么？", "雙方就芬太尼各說了什麼？"]
)
def test_each_side_keeps_accounts_apart(text: str, library: Library) -> None:
    answer = answer_question(text, library, today=TODAY)
    by_number = {citation.number: citation.quote.text for citation in answer.citations}
    groups = {(g.side, g.account): [by_number[number] for number in g.numbers] for g in answer.groups}
    assert groups == {
        ("cn", "cn"): ["习近平谈到芬太尼。"],
        ("us", "us"): ["Biden raised fentanyl."],
        ("us", "cn"): ["拜登谈到芬太尼和粮食。"],
        ("cn", "us"): ["Xi raised fentanyl and grain."],
        ("joint", None): ["The two leaders agreed on a fentanyl working group."],
    }
    assert [group.documents for group in answer.groups] == [2, 2, 2, 2, 6]


@pytest.mark.parametrize("text", ["What about grain in 2021?", "2021年关于粮食说了什么？", "去年關於糧食說了什麼？"])
def test_a_year_keeps_other_years_out(text: str, library: Library) -> None:
    answer = answer_question(text, library, today=TODAY)
    assert {citation.quote.section.origin.date.day.year for citation in answer.citations} == {2021}
    assert answer.searched.names == ("seattle-cn.txt", "seattle-us.txt")
    assert answer.searched.undated == 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "What did Biden say about fentanyl in 2005?",
            "No document is held from 2005. The documents held are from 2019, 2021, 2022."
            " Left out because their date is unknown: 1 document.",
        ),
        (
            "2005年拜登说了什么？",
            "没有收录2005年的文件。现有文件的日期：2019, 2021, 2022。另有1份日期不明的文件未列入。",
        ),
        (
            "2005年拜登說了什麼？",
            "沒有收錄2005年的文件。現有文件的日期：2019, 2021, 2022。另有1份日期不明的文件未列入。",
        ),
        ("", "Ask a question."),
        ("  \n ", "Ask a question."),
    ],
)
def test_what_is_missing_is_said(text: str, why: str, library: Library) -> None:
    answer = answer_question(text, library, today=TODAY)
    assert not answer.found
    assert answer.why == why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "What did Obama say about fentanyl?",
            "No sentence of Barack Obama is held in the 6 documents searched (7 passages).",
        ),
        ("奥巴马就芬太尼说了什么？", "在检索的6份文件（7个段落）中，没有奥巴马的话。"),
        ("歐巴馬就芬太尼說了什麼？", "在檢索的6份文件（7個段落）中，沒有奥巴马的話。"),
    ],
)
def test_nobody_answers_for_a_person_who_is_not_in_the_documents(text: str, why: str, library: Library) -> None:
    answer = answer_question(text, library, today=TODAY)
    assert quotes(answer) == []
    assert answer.why == why


@pytest.mark.parametrize("text", ["What was said about cheese?", "关于奶酪说了什么？", "關於起司說了什麼？"])
def test_a_word_nobody_uses_is_refused_with_the_nearest_passage(text: str, library: Library) -> None:
    answer = answer_question(text, library, today=TODAY)
    assert not answer.found
    assert len(answer.nearest) == 1
    assert answer.searched.documents == 6


@pytest.mark.parametrize(
    ("follows", "text"),
    [
        (["What did Biden say about grain in 2022?"], "And on fentanyl?"),
        (["2022年拜登就粮食说了什么？"], "那芬太尼呢？"),
        (["2022年拜登就糧食說了什麼？"], "那芬太尼呢？"),
    ],
)
def test_a_follow_up_says_what_it_took_over(follows: list[str], text: str, library: Library) -> None:
    answer = answer_question(text, library, follows, today=TODAY)
    assert answer.question.inherited == ("periods", "sides", "speakers")
    assert set(quotes(answer)) == {"Biden raised fentanyl.", "拜登谈到芬太尼和粮食。"}


def test_a_condition_can_be_switched_off(library: Library) -> None:
    text = "What did Biden say about fentanyl in 2005?"
    answer = answer_question(text, library, today=TODAY, ignore=["periods"])
    assert answer.question.periods == ()
    assert set(quotes(answer)) == {"Biden raised fentanyl.", "拜登谈到芬太尼和粮食。"}
    answer = answer_question("What did Biden say about grain?", library, today=TODAY, ignore=["speakers"])
    assert answer.question.sides == ()
    assert "Xi raised fentanyl and grain." in quotes(answer)


def test_what_is_too_long_is_cut(library: Library) -> None:
    assert len(answer_question("grain " * 10_000, library, today=TODAY).question.text) == MAX_LENGTH


def test_an_empty_library_answers_that_it_is_empty() -> None:
    answer = answer_question("What about grain?", make_library([]), today=TODAY)
    assert not answer.found
    assert answer.searched.documents == 0


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("What does the White House readout say of fentanyl?", False),
        ("What is in the White House readout but not in the Chinese one?", False),
        ("白宫声明里有哪些内容是中方通稿没有的？", True),
        ("白宮聲明裡有哪些內容是中方通稿沒有的？", True),
    ],
)
def test_a_text_that_is_named_must_be_held(text: str, lacking: bool) -> None:
    only = make_library([make_readout("call-us.txt", AMERICAN, account="us", day=date(2022, 4, 1))])
    allowed = np.ones(len(only.store.passages), dtype=np.bool_)
    assert qa.grounds.lacks_text(Question(text, "en", text), only, allowed) == lacking
