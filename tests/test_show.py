"""qa.show: the JSON object as a whole, and Markdown in which text from documents stays text."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from index.records import EventDate, Readout, Span, Voice
from qa.records import Answer, AnswerGroup, Citation, Period, Question, Searched
from qa.show import answer_to_json, escape_markdown, show_answer, show_date
from tests.corpus import make_readout
from tests.shelf import BOTH, XI

QUESTION = Question(
    text="2021年习近平就粮食说了什么？",
    language="zh-Hans",
    topic="就粮食说了什么？",
    periods=(Period(date(2021, 1, 1), date(2021, 12, 31), "2021年"),),
    sides=("cn",),
    speakers=("xi-jinping",),
    accounts=("cn",),
    events=("seattle-2021",),
    inherited=("periods",),
)


def grain(readout: Readout, voice: Voice = XI) -> Span:
    start = readout.text.index("粮食")
    return Span(readout, start, start + 14, voice)


def test_the_whole_object_of_an_answer(corpus: tuple[Readout, ...]) -> None:
    quote = grain(corpus[1])
    answer = Answer(
        question=QUESTION,
        searched=Searched(2, 7, 1, ("seattle-cn.txt", "seattle-us.txt")),
        citations=(Citation(1, quote, 0.87654321, also_in=(Span(corpus[2], 3, 9),), flag="照原样。"),),
        groups=(AnswerGroup("中方立场（中方文本）", "cn", "cn", (1,), 2),),
        seconds=0.0123456,
    )
    assert answer_to_json(answer) == {
        "question": "2021年习近平就粮食说了什么？",
        "language": "zh-Hans",
        "found": True,
        "confidence": None,
        "why": "",
        "understood": {
            "from": "2021-01-01",
            "to": "2021-12-31",
            "sides": ["cn"],
            "speakers": ["xi-jinping"],
            "accounts": ["cn"],
            "events": ["seattle-2021"],
            "form": "position",
            "inherited": ["periods"],
        },
        "quotes": [
            {
                "citation": 1,
                "text": "粮食贸易是两国关系的压舱石。",
                "document": "seattle-cn.txt",
                "title": "国家主席在西雅图会见美国总统",
                "date": "2021-09-08",
                "date_source": "stated",
                "date_evidence": "2021-09-08",
                "account": "cn",
                "side": "cn",
                "speaker": "习近平",
                "person": "xi-jinping",
                "attribution": "explicit",
                "start": 59,
                "end": 73,
                "lines": [5, 5],
                "unit": "line",
                "score": 0.8765,
                "confidence": None,
                "also_in": [{"document": "chengdu.txt", "start": 3, "end": 9}],
                "flag": "照原样。",
            }
        ],
        "groups": [
            {"heading": "中方立场（中方文本）", "side": "cn", "account": "cn", "citations": [1], "documents": 2}
        ],
        "nearest": [],
        "searched": {"documents": 2, "passages": 7, "undated": 1},
        "seconds": 0.0123,
    }


def test_the_whole_object_of_a_refusal() -> None:
    readout = make_readout("a.txt", "Grain was sold.")
    answer = Answer(
        Question("Cheese?", "en", "Cheese?"),
        Searched(1, 1),
        why="Nothing answers this.",
        nearest=(Span(readout, 0, 15),),
    )
    assert answer_to_json(answer) == {
        "question": "Cheese?",
        "language": "en",
        "found": False,
        "confidence": None,
        "why": "Nothing answers this.",
        "understood": {
            "from": None,
            "to": None,
            "sides": [],
            "speakers": [],
            "accounts": [],
            "events": [],
            "form": "position",
            "inherited": [],
        },
        "quotes": [],
        "groups": [],
        "nearest": [
            {
                "text": "Grain was sold.",
                "document": "a.txt",
                "title": None,
                "date": None,
                "date_source": None,
                "date_evidence": None,
                "account": None,
                "side": None,
                "speaker": None,
                "person": None,
                "attribution": "none",
                "start": 0,
                "end": 15,
                "lines": [1, 1],
                "unit": "line",
            }
        ],
        "searched": {"documents": 1, "passages": 1, "undated": 0},
        "seconds": 0.0,
    }
    assert json.loads(json.dumps(answer_to_json(answer))) == answer_to_json(answer)


def test_several_periods_are_told_from_the_first_day_to_the_last() -> None:
    periods = tuple(Period(date(year, 1, 1), date(year, 12, 31), str(year)) for year in (2026, 2017))
    answer = Answer(Question("?", "en", "?", periods=periods), Searched(0, 0))
    understood = answer_to_json(answer)["understood"]
    assert (understood["from"], understood["to"]) == ("2017-01-01", "2026-12-31")


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        (
            "en",
            "Understood: 2021年 · seattle-2021 · Xi Jinping · China · in China's account\n\n"
            "[1] 粮食贸易是两国关系的压舱石。\n    — 习近平 · in China's account · 2021-09-08"
            " · 国家主席在西雅图会见美国总统 · seattle-cn.txt, line 5 · also in chengdu.txt\n    ⚠ As printed."
            "\n\nSearched 2 documents, 7 passages.",
        ),
        (
            "zh-Hans",
            "理解为：2021年 · seattle-2021 · 习近平 · 中方 · 中方文本\n\n"
            "[1] 粮食贸易是两国关系的压舱石。\n    — 习近平 · 中方文本 · 2021-09-08 · 国家主席在西雅图会见美国总统"
            " · seattle-cn.txt, 第5行 · 亦见于 chengdu.txt\n    ⚠ As printed.\n\n检索了2份文件、7个段落。",
        ),
        (
            "zh-Hant",
            "理解為：2021年 · seattle-2021 · 习近平 · 中方 · 中方文本\n\n"
            "[1] 粮食贸易是两国关系的压舱石。\n    — 习近平 · 中方文本 · 2021-09-08 · 国家主席在西雅图会见美国总统"
            " · seattle-cn.txt, 第5行 · 亦見於 chengdu.txt\n    ⚠ As printed.\n\n檢索了2份文件、7個段落。",
        ),
    ],
)
def test_an_answer_for_people(language, shown, corpus: tuple[Readout, ...]) -> None:
    citation = Citation(
        1, grain(corpus[1]), 0.9, also_in=(Span(corpus[2], 3, 9), Span(corpus[2], 3, 9)), flag="As printed."
    )
    answer = Answer(replace(QUESTION, language=language), Searched(2, 7), (citation,))
    assert show_answer(answer) == shown


def test_groups_for_people_say_when_they_are_empty(corpus: tuple[Readout, ...]) -> None:
    answer = Answer(
        Question("?", "en", "?", "each_side"),
        Searched(2, 7),
        (Citation(1, grain(corpus[1]), 0.9), Citation(2, grain(corpus[1], BOTH), 0.8)),
        (
            AnswerGroup("China, in its own account", "cn", "cn", (1,), 2),
            AnswerGroup("The US, in its own account", "us", "us", (), 1),
            AnswerGroup("Both sides jointly", "joint", None, (2,), 3),
        ),
    )
    headings = [part for part in show_answer(answer).split("\n\n") if not part.startswith("[")]
    assert headings == [
        "### China, in its own account",
        "Documents looked through: 2.",
        "### The US, in its own account",
        "Nothing found in 1 document.",
        "### Both sides jointly",
        "Documents looked through: 3.",
        "Searched 2 documents, 7 passages.",
    ]


def test_a_refusal_for_people_is_its_reason() -> None:
    assert show_answer(Answer(Question("?", "en", "?"), Searched(1, 1), why="Nothing.")) == "Nothing."


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Nearest passage held; it does not answer the question:"),
        ("zh-Hans", "现有文件中最接近的段落，并未回答问题："),
        ("zh-Hant", "現有文件中最接近的段落，並未回答問題："),
    ],
)
def test_a_refusal_shows_what_is_nearest_and_that_it_is_no_answer(language, told, corpus: tuple[Readout, ...]) -> None:
    answer = Answer(Question("?", language, "?"), Searched(0, 0), why="Nothing.", nearest=(grain(corpus[1]),))
    reason, remark, shown = show_answer(answer).split("\n\n")
    assert (reason, remark) == ("Nothing.", told)
    assert shown.startswith("粮食贸易是两国关系的压舱石。\n    — 习近平 · ")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "*bold* _thin_ `code`",
        "a_b_c.txt # | ~~gone~~ \\",
        "AT&T &lt;b&gt;",
        "美方應<b>慎重</b>處理",
    ],
)
def test_a_terminal_shows_text_as_it_stands(text: str) -> None:
    readout = make_readout("a_b.txt", f"# {text}\n\n{text}\n")
    quote = Span(readout, readout.blocks[1].start, len(readout.text), Voice(text))
    answer = Answer(Question("?", "en", "?"), Searched(1, 1), (Citation(1, quote, 0.9),))
    first = show_answer(answer).split("\n\n")[0]
    assert first == f"[1] {text}\n    — {text} · date unknown · {text} · a_b.txt, line 3"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>alert(1)</script>", r"\<script\>alert(1)\</script\>"),
        ("![x](https://example.org/x.png)", r"!\[x\](https://example.org/x.png)"),
        ("*bold* _thin_ `code`", r"\*bold\* \_thin\_ \`code\`"),
        ("a # b | c", r"a \# b \| c"),
        ("~~gone~~", r"\~\~gone\~\~"),
        ("a \\ b", r"a \\ b"),
        ("AT&T &lt;b&gt; &#60;", r"AT&T \&lt;b\&gt; \&\#60;"),
        ("美方應<b>慎重</b>處理", r"美方應\<b\>慎重\</b\>處理"),
    ],
)
def test_markdown_shows_text_as_it_stands(text: str, shown: str) -> None:
    assert escape_markdown(text) == shown


@pytest.mark.parametrize(
    ("source", "language", "shown"),
    [
        ("stated", "en", "2017-11-09"),
        ("catalog", "zh-Hans", "2017-11-09"),
        ("inferred", "en", "2017-11-09 (year inferred)"),
        ("inferred", "zh-Hans", "2017-11-09 (年份为推断)"),
        ("inferred", "zh-Hant", "2017-11-09 (年份為推斷)"),
        (None, "en", "date unknown"),
        (None, "zh-Hans", "日期不明"),
    ],
)
def test_a_date_that_is_inferred_or_unknown_says_so(source, language, shown) -> None:
    readout = make_readout("a.txt", "Text.")
    known = EventDate(date(2017, 11, 9), source, "年份") if source else None
    origin = replace(readout.sections[0].origin, date=known)
    readout = replace(readout, sections=(replace(readout.sections[0], origin=origin),))
    answer = Answer(Question("?", language, "?"), Searched(1, 1))
    assert show_date(Span(readout, 0, 5), answer) == shown
