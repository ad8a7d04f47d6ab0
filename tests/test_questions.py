"""Question files: gold is found in the documents, and misfits stop the load."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eval.questions import READOUT_FILES, READOUT_FRESH, SEED_FILES, WrongGoldError, load_questions, read_rows
from eval.sources import Source, print_of, read_sources, short_hash, year_of

ROOT = Path(__file__).parent.parent
WRAPPED = "停止武装台湾，支持中\n\n国和平统一。\n中国终将统一。"
MARKED = "---\ntitle: A\\_B\n---\n<p>The two<br>sides&nbsp;met on March 18<sup>th</sup>.</p>\n"
SOURCES = {"002.txt": Source("002.txt", WRAPPED), "2022-07-28_us.txt": Source("2022-07-28_us.txt", MARKED)}


def row(**changes) -> dict:
    first = {
        "id": "a.en",
        "group": "a",
        "language": "en",
        "kind": "demands",
        "question": "What?",
        "answerable": True,
        "gold": [{"file": "002.txt", "quote": "支持中国和平统一"}],
        "part": "dev",
    }
    return first | changes


def load(tmp_path, *rows):
    path = tmp_path / "questions.jsonl"
    path.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in rows), encoding="utf-8")
    return load_questions([path], SOURCES)


@pytest.mark.parametrize(
    ("raw", "seen"),
    [
        ("支持中\n\n国和平统一。 ", "支持中国和平统一。"),
        ("<p>习近平<br></p><p>指出</p>", "习近平指出"),
        ("March 18<sup>th</sup>", "March18th"),
        (r"\[official\] and \###", "[official]and###"),
        ("3 < 5 and 7 > 6", "3<5and7>6"),
        ("医保。&nbsp;第一", "医保。第一"),
    ],
)
def test_print_is_what_a_reader_sees(raw, seen):
    assert print_of(raw) == seen


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2023-11-15_us_whitehouse.txt", 2023),
        ("000_aee5630ffd3f04f9.txt", 2026),
        ("004_2c643f820066a993.txt", 2017),
        ("notes.txt", None),
    ],
)
def test_year_of_a_file(name, year):
    assert year_of(name) == year


def test_gold_is_found_across_a_hard_wrap(tmp_path):
    question = load(tmp_path, row())[0]
    assert question.gold[0].places == ((7, 15),)
    assert print_of(WRAPPED)[7:15] == "支持中国和平统一"


def test_gold_by_lines_and_hash(tmp_path):
    gold = {"file": "2022-07-28_us.txt", "lines": [4, 4], "at": [0, 11], "sha256": short_hash("The two sides")}
    question = load(tmp_path, row(gold=[gold]))[0]
    (start, end) = question.gold[0].places[0]
    assert SOURCES["2022-07-28_us.txt"].text[start:end] == "Thetwosides"


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"gold": [{"file": "002.txt", "quote": "支持和平"}]}, "a.en: 002.txt: does not hold '支持和平'"),
        ({"gold": [{"file": "9.txt", "quote": "支持"}]}, "a.en: 9.txt: no such document"),
        (
            {"gold": [{"file": "002.txt", "lines": [1, 1], "at": [0, 2], "sha256": "0" * 12}]},
            "a.en: 002.txt: lines [1, 1] at [0, 2] hold other words than were marked",
        ),
        ({"answerable": False}, "a.en: a.en: a question has gold if and only if it is answerable"),
        ({"gold": []}, "a.en: a.en: a question has gold if and only if it is answerable"),
    ],
)
def test_misfits_stop_the_load(tmp_path, wrong, message):
    with pytest.raises(WrongGoldError) as error:
        load(tmp_path, row(**wrong))
    assert str(error.value) == message


def test_a_group_stands_in_one_part_and_ids_once(tmp_path):
    with pytest.raises(WrongGoldError) as error:
        load(tmp_path, row(), row(part="held"))
    assert str(error.value) == "a.en: its group is in both parts\na.en: this id is used twice"


def test_questions_over_the_seeds_fit_the_seeds():
    questions = load_questions(SEED_FILES, read_sources([ROOT / "seeds"]))
    languages = {code: sum(q.language == code for q in questions) for code in ("en", "zh-Hans", "zh-Hant")}
    assert min(languages.values()) >= 150
    assert sum(not question.answerable for question in questions) >= len(questions) // 5
    assert {question.part for question in questions} == {"dev", "held"}
    assert all(question.trap for question in questions if not question.answerable)


@pytest.mark.parametrize("path", [*READOUT_FILES, *READOUT_FRESH], ids=lambda path: path.name)
def test_questions_over_other_documents_hold_none_of_their_text(path):
    rows = [gold for question in read_rows([path]) for gold in question["gold"] + question.get("also", [])]
    others = [gold for gold in rows if not (ROOT / "seeds" / gold["file"]).is_file()]
    assert {tuple(sorted(set(gold) - {"item"})) for gold in others} == {("at", "file", "lines", "sha256")}


def test_questions_over_the_readouts_fit_them():
    folder = ROOT.parent / "shared" / "readouts"
    if not folder.is_dir():
        pytest.skip("the further readouts are not here")
    assert len(load_questions(READOUT_FILES, read_sources([ROOT / "seeds", folder]))) >= 60
