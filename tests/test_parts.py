"""training.parts, training.releases: the documents that training questions are asked of."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import training.releases
from eval.questions import load_questions
from eval.sources import read_sources
from index.naming.tables import read_rows
from training.parts import HERE, INVENTED, RELEASED, invented
from training.releases import COLUMNS, RELEASES, release_name, write_releases

ROWS = [{"title": f"Call {n}", "date": f"2022-0{n}-01", "text": "They spoke.\nThey agreed."} for n in (1, 2, 3)]


def questions_of(name: str) -> list[dict[str, object]]:
    lines = (HERE / f"questions.{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_releases_are_written_as_files_of_their_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with gzip.open(tmp_path / "state_all.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in ROWS)
    (tmp_path / "few.tsv").write_text(
        "part\tfile\trow\none\tstate_all.jsonl.gz\t0\ntwo\tstate_all.jsonl.gz\t1\none\tstate_all.jsonl.gz\t2\n"
    )
    monkeypatch.setattr(training.releases, "RELEASES", tmp_path / "few.tsv")
    write_releases(tmp_path, "one", tmp_path / "out")
    assert {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "out").iterdir()} == {
        "state-0000.txt": "Call 1\n\n2022-01-01\n\nThey spoke.\nThey agreed.\n",
        "state-0002.txt": "Call 3\n\n2022-03-01\n\nThey spoke.\nThey agreed.\n",
    }


@pytest.mark.parametrize("part", RELEASED)
def test_every_release_asked_about_is_named(part: str) -> None:
    named = {release_name(row["file"], int(row["row"])) for row in read_rows(RELEASES, COLUMNS) if row["part"] == part}
    asked = {gold["file"] for row in questions_of(part) for gold in row["gold"]}  # type: ignore[attr-defined]
    assert asked <= named
    assert len(named) == 30


def test_no_release_is_taken_twice() -> None:
    rows = [(row["file"], row["row"]) for row in read_rows(RELEASES, COLUMNS)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", [folder.name for folder in invented()])
def test_what_is_asked_of_invented_readouts_stands_in_them(name: str) -> None:
    questions = load_questions([HERE / f"questions.{name}.jsonl"], read_sources([INVENTED / name]))
    assert all(question.gold for question in questions if question.answerable)
    assert {question.part for question in questions} == {"dev"}
    assert {question.language for question in questions} == {"en", "zh-Hans", "zh-Hant"}
