"""qa.ask: the command line, over an index that the default encoder built of three small readouts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import qa.ask
import qa.commandline
from index.build import main as build
from qa.ask import main
from qa.library import open_library
from tests.corpus import write_files

GRAIN = "How many tons of grain were exported to China?"
KEYS = ["question", "language", "found", "why", "understood", "quotes", "groups", "nearest", "searched", "seconds"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ask")
    assert build(["--seeds", str(write_files(folder / "seeds")), "--index", str(folder / "index")]) == 0
    return folder / "index"


def ask(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    capsys.readouterr()
    status = main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_one_question_one_object(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = ask(capsys, GRAIN, "--json", "--index", built)
    answer = json.loads(out)
    assert (status, err, len(out.splitlines())) == (0, "", 1)
    assert set(KEYS) <= set(answer)
    assert answer["question"] == GRAIN
    assert answer["searched"] == {"documents": 3, "passages": 4, "undated": 0}


def test_chinese_is_printed_as_chinese(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ask(capsys, "粮食贸易是什么？", "--json", "--index", built)
    assert "粮食贸易是什么？" in out
    assert "\\u" not in out


@pytest.mark.parametrize("text", ["What did Biden say in 2005?", "2005年拜登说了什么？", "2005年拜登說了什麼？"])
def test_for_people_a_refusal_is_its_reason_then_what_is_nearest_and_no_error(
    text: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = {
        "W": "No document is held from 2005. The documents held are from 2019, 2021.\n",
        "说": "没有收录2005年的文件。现有文件的日期：2019, 2021。\n",
        "說": "沒有收錄2005年的文件。現有文件的日期：2019, 2021。\n",
    }
    status, out, err = ask(capsys, text, "--index", built)
    assert (status, err) == (0, "")
    reason, remark, nearest = out.split("\n\n")
    assert f"{reason}\n" == next(line for key, line in said.items() if key in text)
    assert remark.startswith(("Nearest passage held; it does not answer", "现有文件中最接近", "現有文件中最接近"))
    assert "\n    — " in nearest


def test_a_batch_is_one_object_a_line_and_loads_once(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(qa.commandline, "open_library", lambda index: opened.append(index) or open_library(index))
    questions = [GRAIN, "粮食贸易是什么？", "2005年拜登說了什麼？"]
    file = tmp_path / "questions.txt"
    file.write_text("\n".join([questions[0], "", *questions[1:], " "]), encoding="utf-8")
    status, out, _ = ask(capsys, "--batch", file, "--json", "--index", built)
    answers = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [answer["question"] for answer in answers] == questions
    assert [answer["language"] for answer in answers] == ["en", "zh-Hans", "zh-Hant"]
    assert opened == [built]


def test_a_batch_may_begin_with_a_byte_order_mark(
    built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "questions.txt"
    file.write_text(GRAIN, encoding="utf-8-sig")
    _, out, _ = ask(capsys, "--batch", file, "--json", "--index", built)
    assert json.loads(out)["question"] == GRAIN


def test_a_batch_that_is_not_there_is_named(built: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        ask(capsys, "--batch", tmp_path / "none.txt", "--index", built)
    assert "none.txt" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("follows", "text"),
    [
        (["What did Biden say about grain in 2021?"], "And on fentanyl?"),
        (["2021年拜登就粮食说了什么？"], "那芬太尼呢？"),
        (["2021年拜登就糧食說了什麼？", "那經貿呢？"], "那芬太尼呢？"),
    ],
)
def test_earlier_questions_are_taken_into_account(
    follows: list[str], text: str, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = [part for question in follows for part in ("--follows", question)]
    _, out, _ = ask(capsys, text, *more, "--json", "--index", built)
    understood = json.loads(out)["understood"]
    assert (understood["from"], understood["to"]) == ("2021-01-01", "2021-12-31")
    assert understood["speakers"] == ["biden"]
    assert understood["inherited"] == ["periods", "sides", "speakers"]


def test_a_condition_is_left_out(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    question = "What was said about grain in 2005?"
    _, out, _ = ask(capsys, question, "--ignore", "periods", "--json", "--index", built)
    assert json.loads(out)["understood"]["from"] is None
    assert json.loads(out)["searched"]["documents"] == 3


def test_a_missing_index_gives_the_cure_and_status_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = ask(capsys, GRAIN, "--index", tmp_path / "missing")
    assert (status, out) == (1, "")
    assert err == (
        f"There is no index in {tmp_path / 'missing'}. "
        f"Build it with: python -m index.build --index {tmp_path / 'missing'}\n"
    )


@pytest.mark.parametrize("arguments", [[], ["What?", "--batch", "questions.txt"]])
def test_one_question_or_a_file_is_asked_for(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "Give one question, or a file of questions with --batch." in capsys.readouterr().err


def test_explained_is_every_sentence_considered(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ask(capsys, GRAIN, "--json", "--explain", "--index", built)
    answer = json.loads(out)
    quoted = [one for one in answer["candidates"] if one["why"] == "quoted"]
    assert {one["text"] for one in quoted} == {quote["text"] for quote in answer["quotes"]}
    assert all((one["features"] is None) == (one["confidence"] is None) for one in answer["candidates"])
    assert 0 <= answer["confidence"] <= 1
    assert [quote["confidence"] for quote in answer["quotes"]] == [quote["score"] for quote in answer["quotes"]]


@pytest.mark.parametrize("question", [GRAIN, "2021年说了什么？", "2005年拜登說了什麼？"])
def test_explained_for_people(question: str, built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = ask(capsys, question, "--explain", "--index", built)
    assert status == 0
    assert "sentences were considered" in out


def test_candidates_are_told_only_when_asked_for(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = ask(capsys, GRAIN, "--json", "--index", built)
    assert "candidates" not in json.loads(out)
