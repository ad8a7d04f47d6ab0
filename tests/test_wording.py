"""qa.wordings and qa.wording: where a phrase stands, who used it, when, and its absence."""

from __future__ import annotations

import json
from datetime import date

import pytest

import qa.commandline
import qa.wording
from index.words import fold
from qa.wording import main, show_wording, wording_to_json
from qa.wordings.timeline import Column, event_on, make_timeline
from qa.wordings.uses import find_wording
from qa.wordings.wordforms import Finder, Form, find_forms
from tests.corpus import make_readout, readouts
from tests.shelf import BIDEN, CHINA, XI, make_library

US = make_readout(
    "us-2023.txt",
    "# Readout\n\nBiden said the two competed. He wanted no competition to veer into conflict.\n\nNothing else.\n",
    account="us",
    day=date(2023, 11, 15),
)
CN = make_readout(
    "cn-2023.txt",
    "# 会晤\n\n中方不支持任何竞争。美方说，竞争要负责任。\n",
    language="zh-Hans",
    account="cn",
    day=date(2023, 11, 15),
)
REPRINT = make_readout(
    "cn-2023-b.txt", "# 會晤\n\n中方不支持任何競爭。\n", language="zh-Hant", account="cn", day=date(2023, 11, 15)
)
OLD = make_readout("cn-2019.txt", "# 会谈\n\n双方谈了贸易。\n", language="zh-Hans", account="cn", day=date(2019, 5, 20))
VOICES = {"Biden": BIDEN, "He wanted": BIDEN, "中方": CHINA, "美方": BIDEN}


@pytest.fixture
def library():
    return make_library([US, CN, REPRINT, OLD], VOICES)


@pytest.mark.parametrize(
    ("phrase", "forms"),
    [
        ("fentanyl", ["fentanyl", "芬太尼"]),
        ("臺灣問題", ["臺灣問題", "Taiwan question", "Taiwan issue", "台灣議題"]),
        ("Barack  Obama", ["Barack Obama", "Obama", "奥巴马", "歐巴馬"]),
        ("grain", ["grain"]),
        ("?!", []),
    ],
)
def test_forms_are_those_of_the_glossary_and_the_gazetteer(phrase, forms):
    found = [form.text for form in find_forms(phrase)]
    assert found[: len(forms)] == forms or set(forms) <= set(found)
    assert bool(found) == bool(forms)


@pytest.mark.parametrize(
    ("form", "text", "found"),
    [
        (
            "compete",
            "They competed; competing parties compete. A complete list.",
            ["competed", "competing", "compete"],
        ),
        ("policy", "A policy, two policies, the police.", ["policy", "policies"]),
        ("China", "China's Chinatown, U.S.-China", ["China", "China"]),
        ("U.S.-China relations", "Good US–China relations and U.S.-China relation.", ["U.S.-China relation"]),
        ("guardrails", "a guardrail here", ["guardrail"]),
        ("不支持台独", "美方不支持“台独”，不支持，台独", ["不支持“台独"]),
        ("一個中國", "坚持一个中国原则", ["一个中国"]),
        ("一个中国", "坚持一个\n中国原则", ["一个\n中国"]),
        ("G20峰会", "在G20 峰会上，AG20峰会", ["G20 峰会"]),
        ("20", "2020 or 20 or 20%", ["20", "20"]),
        ("a", "a cat", ["a"]),
    ],
)
def test_a_form_is_found_by_stem_and_at_word_boundaries(form, text, found):
    assert [text[start:end] for start, end in Finder(Form(form)).find(text, fold(text))] == found


def test_an_exact_form_counts_only_with_its_capitals():
    text = "Who asked the WHO?"
    assert [text[s:e] for s, e in Finder(Form("WHO", exact=True)).find(text, fold(text))] == ["WHO"]


def test_uses_are_sentences_with_the_phrase_marked_in_order_of_time(library):
    wording = find_wording("競爭", library)
    marked = [
        (use.sentence.text, [use.sentence.readout.text[m.start : m.end] for m in use.marks]) for use in wording.uses
    ]
    assert marked == [("中方不支持任何競爭。", ["競爭"]), ("美方说，竞争要负责任。", ["竞争"])]
    assert [span.readout.name for span in wording.uses[0].also_in] == ["cn-2023.txt"]
    assert wording.documents == 4


def test_inflected_words_are_found_and_forms_can_be_left_out(library):
    assert [span.text for span in find_wording("compete", library).spans] == ["Biden said the two competed."]
    assert find_wording("compete", library, ignored=[0]).uses == ()


@pytest.mark.parametrize(
    ("phrase", "found"),
    [
        ("不支持台独", ["quoted.txt"]),
        ("guardrails", ["asked.txt"]),
        ("soybean", ["asked.txt", "plain.txt"]),
        ("2030", ["plain.txt"]),
        ("G20", ["plain.txt"]),
        ("soybean tariff", []),
    ],
)
def test_words_are_found_by_the_index_even_in_quotation_marks_numbers_and_journalists_questions(phrase, found):
    library = make_library(
        [
            make_readout("quoted.txt", "# 谈\n\n美方不支持“台独”。\n", language="zh-Hans"),
            make_readout("asked.txt", "# Press\n\nQUESTION: Are guardrails enough? Are soybeans?\n\nNo.\n"),
            make_readout("plain.txt", "# Trade\n\nSoybeans by 2030, said the G20.\n\nNothing of a tariff.\n"),
        ]
    )
    assert [span.readout.name for span in find_wording(phrase, library).spans] == found
    assert find_wording(phrase, library).documents == 3


def test_documents_that_cannot_hold_a_phrase_are_not_read(library, monkeypatch):
    read: list[int] = []
    monkeypatch.setattr("qa.wordings.uses.read_text", lambda packed, number: read.append(number) or "")
    assert find_wording("soybeans", library).uses == ()
    assert find_wording("Biden", library, ignored=range(1, 9)).uses == ()
    assert read == [library.store.columns.names.index("us-2023.txt")]


def test_the_timeline_parts_whose_words_from_whose_account_and_counts_what_was_searched(library):
    timeline = make_timeline(find_wording("競爭", library), "year")
    assert [column.year for column in timeline.columns] == [2019, 2020, 2021, 2022, 2023]
    rows = [
        (row.side, row.account, row.documents, [len(c.uses) for c in row.cells], [c.documents for c in row.cells])
        for row in timeline.rows
    ]
    assert rows == [
        ("cn", "cn", 3, [0, 0, 0, 0, 1], [1, 0, 0, 0, 2]),
        ("us", "cn", 3, [0, 0, 0, 0, 1], [1, 0, 0, 0, 2]),
        ("us", "us", 1, [0, 0, 0, 0, 0], [0, 0, 0, 0, 1]),
    ]
    assert timeline.highest == 1


def test_by_event_a_day_that_no_event_has_stands_for_itself(library):
    columns = make_timeline(find_wording("競爭", library), "event").columns
    assert columns == (Column(day=date(2019, 5, 20)), Column(event=event_on(date(2023, 11, 15))))
    assert event_on(date(2023, 11, 15)).id == "woodside-2023"


def test_the_undated_come_last():
    library = make_library([make_readout("a.txt", "# 谈\n\n竞争。\n", language="zh-Hans"), CN], VOICES)
    timeline = make_timeline(find_wording("竞争", library), "year")
    assert timeline.columns == (Column(year=2023), Column())
    assert [(row.side, row.account) for row in timeline.rows] == [
        ("cn", "cn"),
        ("us", "cn"),
        ("us", "us"),
        (None, None),
    ]


def test_absence_is_shown_as_documents_searched(library):
    wording = find_wording("soybeans", library)
    shown = show_wording(wording, make_timeline(wording, "year"))
    assert "0 sentences in 4 documents searched" in shown
    assert "side cn, account cn: no sentence in 3 documents" in shown


def test_the_command_prints_a_table_or_one_object(library, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(qa.commandline, "open_library", lambda index: library)
    assert main(["竞争", "--index", str(tmp_path)]) == 0
    assert "side cn, account cn: 1 sentences in 3 documents\n  2023: 1 (documents: 2)" in capsys.readouterr().out
    assert main(["compete", "--json", "--without", "compete"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["phrase"], printed["forms"], printed["uses"]) == (
        "compete",
        [{"text": "compete", "ignored": True}],
        [],
    )


def test_the_object_holds_offsets_within_each_sentence(library):
    wording = find_wording("compete", library)
    (use,) = wording_to_json(wording, make_timeline(wording, "event"))["uses"]
    assert (use["text"], use["marks"], use["side"], use["account"], use["date"]) == (
        "Biden said the two competed.",
        [[19, 27]],
        "us",
        "us",
        "2023-11-15",
    )


def test_without_an_index_the_command_says_what_to_run(tmp_path, capsys):
    assert main(["竞争", "--index", str(tmp_path)]) == 1
    assert "python -m index.build" in capsys.readouterr().err


def test_hostile_phrases_are_only_words():
    library = make_library(readouts(), {"国家主席": XI})
    for phrase in (".*", "(a+)+$", "[", "\\d", "^", "|", "a" * 2000, "（）"):
        assert isinstance(find_wording(phrase, library).uses, tuple)
