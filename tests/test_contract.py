"""What every answer over the real seeds, with the real encoder, must keep: quotations are verbatim and stand where
they say, years that are asked to be left out are, and an answer for each side never mixes accounts.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from index.build import build_index
from index.embed import load_encoder
from index.records import Readout
from qa.answer import answer_question
from qa.cite import EACH_SIDE
from qa.library import Library
from qa.records import Answer
from qa.show import answer_to_json

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
YEAR = re.compile(r"20\d\d")
HOW_MANY = 40  # questions, evenly over the eval's, so in all languages and kinds
EACH_SIDE_QUESTIONS = [
    "What did each side say about Taiwan?",
    "What did each side say about trade in 2026?",
    "Compare the positions of the two sides on artificial intelligence.",
    "双方就台湾问题各说了什么？",
    "2023年中美双方分别如何谈经贸？",
    "2017年双方就朝鲜半岛核问题各有什么立场？",
    "雙方就台灣問題各說了什麼？",
    "2026年中美雙方分別如何談經貿？",
    "習近平和川普各說了什麼？",
]


def pick() -> list[dict[str, Any]]:
    lines = (ROOT / "eval" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    dated = [row for row in rows if row.get("forbid", {}).get("years") and YEAR.search(row["question"])]
    rest = [row for row in rows if row not in dated]
    half = HOW_MANY // 2
    return [*dated[:: max(1, len(dated) // half)][:half], *rest[:: max(1, len(rest) // half)][:half]]


QUESTIONS = pick()


@cache
def library() -> Library:
    encoder = load_encoder()
    store, skipped = build_index(SEEDS, encoder)
    assert skipped == []
    return Library(store, encoder)


@cache
def answer_to(text: str) -> Answer:
    return answer_question(text, library())


def squeeze(text: str) -> str:
    return "".join(text.split())


@cache
def original(name: str) -> tuple[str, list[str]]:
    text = (SEEDS / name).read_text(encoding="utf-8-sig")
    return squeeze(text), text.splitlines()


def readout(name: str) -> Readout:
    return next(entry.readout for entry in library().store.entries if entry.readout.name == name)


def check_quote(quote: dict[str, Any]) -> None:
    squeezed, lines = original(quote["document"])
    first, last = quote["lines"]
    assert quote["text"].strip() == quote["text"] != ""
    assert readout(quote["document"]).text[quote["start"] : quote["end"]] == quote["text"]
    assert squeeze(quote["text"]) in squeezed
    assert 1 <= first <= last <= len(lines)
    assert holds_in_order(squeeze("".join(lines[first - 1 : last])), squeeze(quote["text"]))
    text = squeeze(quote["text"])
    assert shares_end(squeeze(lines[first - 1]), text)
    assert shares_end(text, squeeze(lines[last - 1]))


def holds_in_order(lines: str, text: str) -> bool:
    """Tell whether the characters of `text` stand in `lines` in this order; a dropped column mark may lie between."""
    rest = iter(lines)
    return all(char in rest for char in text)


def shares_end(one: str, other: str) -> bool:
    """Tell whether `one` holds `other`, or ends in what `other` begins with."""
    return other in one or one in other or any(one.endswith(other[:size]) for size in range(1, len(other) + 1))


def test_every_sentence_of_every_seed_is_verbatim_and_on_its_lines() -> None:
    names = [entry.readout.name for entry in library().store.entries]
    assert len(names) == 5
    for entry in library().store.entries:
        assert len(entry.sentences) > 20
        spans = [*entry.sentences, *entry.passages, *(item for group in entry.groups for item in group.items)]
        for span in spans:
            squeezed, _ = original(entry.readout.name)
            assert squeeze(span.text) in squeezed, (entry.readout.name, span.start)
        for span in entry.sentences:
            first, last = span.file_lines
            document = {"text": span.text, "document": entry.readout.name, "start": span.start, "end": span.end}
            check_quote({**document, "lines": [first, last]})


def test_sentences_come_in_order_and_do_not_overlap() -> None:
    for entry in library().store.entries:
        ends = [0, *(span.end for span in entry.sentences)]
        assert all(end <= span.start for end, span in zip(ends, entry.sentences, strict=False))


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["id"])
def test_quotations_are_verbatim_and_of_no_year_left_out(row: dict[str, Any]) -> None:
    answer = answer_to_json(answer_to(row["question"]))
    assert answer["found"] == bool(answer["quotes"])
    assert answer["found"] or answer["why"]
    assert [quote["citation"] for quote in answer["quotes"]] == list(range(1, len(answer["quotes"]) + 1))
    for quote in answer["quotes"]:
        check_quote(quote)
    left_out = set(row.get("forbid", {}).get("years", [])) if YEAR.search(row["question"]) else set()
    assert {int(quote["date"][:4]) for quote in answer["quotes"] if quote["date"]} & left_out == set()


@pytest.mark.parametrize("text", [row["question"] for row in QUESTIONS] + EACH_SIDE_QUESTIONS)
def test_an_answer_for_each_side_never_mixes_accounts(text: str) -> None:
    answer = answer_to_json(answer_to(text))
    if answer["understood"]["form"] != "each_side":
        assert text not in EACH_SIDE_QUESTIONS
        assert answer["groups"] == []
        return
    assert [(group["side"], group["account"]) for group in answer["groups"]] == list(EACH_SIDE)
    by_number = {quote["citation"]: quote for quote in answer["quotes"]}
    grouped = [number for group in answer["groups"] for number in group["citations"]]
    assert sorted(grouped) == sorted(by_number)  # every quotation in one group, and in one alone
    for group in answer["groups"]:
        for number in group["citations"]:
            assert by_number[number]["side"] == group["side"]
            assert group["account"] in (None, by_number[number]["account"])


@pytest.mark.parametrize("text", EACH_SIDE_QUESTIONS)
def test_quotations_for_each_side_are_verbatim(text: str) -> None:
    for quote in answer_to_json(answer_to(text))["quotes"]:
        check_quote(quote)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("What was said about trade in 2017?", 2017),
        ("2017年关于经贸说了什么？", 2017),
        ("2017年關於經貿說了什麼？", 2017),
        ("What did Xi say about Taiwan in 2023?", 2023),
        ("2023年习近平就台湾问题说了什么？", 2023),
        ("2023年習近平就台灣問題說了什麼？", 2023),
        ("What did Trump say in 2026?", 2026),
        ("2026年特朗普说了什么？", 2026),
        ("2026年川普說了什麼？", 2026),
    ],
)
def test_a_year_asked_for_is_the_only_one_quoted(text: str, year: int) -> None:
    quotes = answer_to_json(answer_to(text))["quotes"]
    assert {int(quote["date"][:4]) for quote in quotes} <= {year}


@pytest.mark.parametrize(
    "text", ["What did the two sides say in 2005?", "2005年双方说了什么？", "2005年雙方說了什麼？"]
)
def test_a_year_without_a_document_is_refused(text: str) -> None:
    answer = answer_to(text)
    assert not answer.found
    assert "2005" in answer.why
    assert "2017" in answer.why


@pytest.mark.parametrize(
    "text",
    [
        "Who said “认同也不接受台湾走向独立”?",
        "谁说过“认同也不接受台湾走向独立”？",
        "誰說過「认同也不接受台湾走向独立」？",
    ],
)
def test_the_misprint_that_turns_the_meaning_is_quoted_as_printed_and_flagged(text: str) -> None:
    quotes = [q for q in answer_to_json(answer_to(text))["quotes"] if "认同也不接受" in squeeze(q["text"])]
    assert [(quote["document"], "认同也不接受" in (quote["flag"] or "")) for quote in quotes] == [
        ("001_9a9258d2aa011657.txt", True)
    ]
