"""qa.refuse: what is missing is said, in the language of the question."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from qa.library import Library
from qa.ranking.match import Unit
from qa.records import Period, Question, Searched
from qa.refuse import explain_refusal, is_nameable
from qa.retrieve import allowed_passages
from tests.corpus import make_readout
from tests.shelf import XI, make_library

SEARCHED = Searched(3, 4, names=("a.txt", "b.txt", "c.txt"))
QUESTIONS = [
    Question("What about 2005?", "en", "?"),
    Question("2005年呢？", "zh-Hans", "?"),
    Question("2005年呢？", "zh-Hant", "?"),
]
YEAR = Period(date(2005, 1, 1), date(2005, 12, 31), "2005")


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "Grain was sold.", account="cn", day=date(2017, 11, 9)),
            make_readout("b.txt", "习近平谈到粮食。", language="zh-Hans", account="cn", day=date(2023, 11, 15)),
            make_readout("c.txt", "Grain was bought."),
        ],
        {"习近平": XI},
    )


def refusal(question: Question, library: Library, *units: Unit, searched: Searched = SEARCHED) -> str:
    return explain_refusal(question, units, library, allowed_passages(question, library), searched)


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            0,
            "No document is held from 2005. The documents held are from 2017, 2023."
            " Left out because their date is unknown: 1 document.",
        ),
        (1, "没有收录2005的文件。现有文件的日期：2017, 2023。另有1份日期不明的文件未列入。"),
        (2, "沒有收錄2005的文件。現有文件的日期：2017, 2023。另有1份日期不明的文件未列入。"),
    ],
)
def test_a_period_without_a_document(number: int, said: str, library: Library) -> None:
    question = replace(QUESTIONS[number], periods=(YEAR,))
    assert refusal(question, library, searched=Searched(0, 0, 1)) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "No text of the US itself is held."), (1, "没有收录美方自己的文本。"), (2, "沒有收錄美方自己的文本。")],
)
def test_a_side_without_a_text_of_its_own(number: int, said: str, library: Library) -> None:
    question = replace(QUESTIONS[number], accounts=("us",))
    assert refusal(question, library) == said


@pytest.mark.parametrize(
    ("number", "sides", "speakers", "said"),
    [
        (0, ("us",), (), "No sentence of the US is held in the 3 documents searched (4 passages)."),
        (1, ("us",), (), "在检索的3份文件（4个段落）中，没有美方的话。"),
        (2, ("us",), (), "在檢索的3份文件（4個段落）中，沒有美方的話。"),
        (0, ("cn",), ("li-qiang",), "No sentence of Li Qiang is held in the 3 documents searched (4 passages)."),
        (1, ("cn",), ("li-qiang",), "在检索的3份文件（4个段落）中，没有李强的话。"),
    ],
)
def test_somebody_who_says_nothing_in_the_documents(number, sides, speakers, said, library) -> None:
    question = replace(QUESTIONS[number], sides=sides, speakers=speakers)
    assert refusal(question, library, Unit("grain", ("grain",))) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (
            0,
            "Nothing in the 3 documents searched (4 passages) answers this. No sentence there holds: cheese.",
        ),
        (1, "在检索的3份文件（4个段落）中，没有能回答这个问题的句子。其中没有句子出现：cheese。"),
        (2, "在檢索的3份文件（4個段落）中，沒有能回答這個問題的句子。其中沒有句子出現：cheese。"),
    ],
)
def test_a_word_that_stands_nowhere_is_named(number: int, said: str, library: Library) -> None:
    units = Unit("grain", ("grain", "粮食")), Unit("cheese", ("cheese", "奶酪"))
    assert refusal(QUESTIONS[number], library, *units) == said


@pytest.mark.parametrize(
    ("number", "ends"),
    [
        (0, " bought: held only in what others say, not in a sentence of China."),
        (1, "“bought”只见于他人的话，不见于中方的话。"),
        (2, "「bought」只見於他人的話，不見於中方的話。"),
    ],
)
def test_a_topic_that_only_others_speak_of(number: int, ends: str, library: Library) -> None:
    question = replace(QUESTIONS[number], sides=("cn",))
    topic = Unit("bought", ("bought",), named=True, topical=True)
    assert refusal(question, library, topic).endswith(ends)


def test_words_that_only_put_the_question_are_not_named(library: Library) -> None:
    said = refusal(QUESTIONS[0], library, Unit("hear", ("hear",), weight=0.3), Unit("Xi", ("习",), person=True))
    assert said == "Nothing in the 3 documents searched (4 passages) answers this."


def test_a_word_that_stands_somewhere_is_not_named(library: Library) -> None:
    said = refusal(QUESTIONS[0], library, Unit("grain", ("grain",)))
    assert said == "Nothing in the 3 documents searched (4 passages) answers this."


@pytest.mark.parametrize(
    ("number", "ends"),
    [
        (0, " Documents searched: a.txt, b.txt, c.txt."),
        (1, "检索的文件：a.txt, b.txt, c.txt。"),
        (2, "檢索的文件：a.txt, b.txt, c.txt。"),
    ],
)
def test_what_nobody_mentioned_names_the_documents(number: int, ends: str, library: Library) -> None:
    question = replace(QUESTIONS[number], form="mention")
    assert refusal(question, library, Unit("cheese", ("cheese",))).endswith(ends)


def test_an_event_of_which_nothing_is_held_is_named(library: Library) -> None:
    lima = Period(date(2024, 11, 16), date(2024, 11, 16), "Lima meeting")
    question = Question("?", "en", "grain", events=("lima-2024",), event_periods=(lima,))
    assert refusal(question, library).startswith("No document is held of Lima summit (2024-11-16).")
    held = replace(question, event_periods=(Period(date(2017, 11, 8), date(2017, 11, 10), "Beijing"),))
    assert refusal(held, library).startswith("Nothing in the 3")


@pytest.mark.parametrize(
    ("question", "partners", "periods", "said"),
    [
        (QUESTIONS[0], ("yellen",), (), "No document is held that names Janet Yellen."),
        (QUESTIONS[1], ("xi-jinping", "yellen"), (), "没有收录提到习近平和耶伦的文件。"),
        (
            QUESTIONS[0],
            ("xi-jinping",),
            (YEAR,),
            "No document from 2005 is held that names Xi Jinping; those held are of 2023-11-15.",
        ),
        (QUESTIONS[2], ("xi-jinping",), (YEAR,), "沒有收錄2005提到习近平的文件；提到的文件的日期：2023-11-15。"),
    ],
)
def test_a_meeting_that_no_document_tells_of(question, partners, periods, said, library) -> None:
    assert refusal(replace(question, partners=partners, periods=periods), library) == said


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("How many pillars has the hall?", "pillars", True),
        ("谈过药价吗？", "药价", True),
        ("談過藥價嗎？", "药价", True),
        ("What did they say of coal?", "coal", True),
        # how a question is put, and whose text it asks about
        ("What had they been propping up?", "propping", False),
        ("被问到是否信任他，怎么回答？", "问到", False),
        ("他們在台灣周邊收斂了嗎？", "周边", False),
        ("新华社怎么写？", "新华社", False),
    ],
)
def test_only_what_is_asked_about_is_named_as_missing(text: str, word: str, named: bool) -> None:
    assert is_nameable(Unit(word, (word,)), Question(text, "en", text)) is named
