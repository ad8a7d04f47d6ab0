from __future__ import annotations

import json
from pathlib import Path

import pytest

from index.explain import main

SEEDS = Path(__file__).parent.parent / "seeds"
KEYS = [
    "text",
    "start",
    "end",
    "lines",
    "unit",
    "section",
    "side",
    "speaker",
    "account",
    "attribution",
    "date",
    "date_source",
]


def test_json_has_one_object_a_sentence(capsys):
    assert main([str(next(SEEDS.glob("002*"))), "--json"]) == 0
    objects = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(objects) == 45
    assert all(list(described) == KEYS for described in objects)
    first = objects[0]
    assert first["text"].startswith("当地时间11月15日，国家主席习近平在美国旧金山斐洛里庄园")
    assert (first["start"], first["end"]) == (0, len(first["text"]))
    assert first["lines"] == [9, 13]
    assert (first["account"], first["date"], first["date_source"]) == ("cn", "2023-11-15", "stated")


def test_people_see_sections_questions_lists_and_what_was_left_out(capsys):
    assert main([str(next(SEEDS.glob("001*")))]) == 0
    shown = capsys.readouterr().out
    assert "Section 2: 王毅向媒体介绍中美元首会晤情况和共识" in shown
    assert "l.81 ¶ [question] 五、两国元首会晤期间提及台湾问题，你能否介绍有关情况？" in shown
    assert "l.27   [byline] 据新华社电" in shown
    assert "3 items: 中方的立场很明确：" in shown


def test_a_file_of_no_index_is_explained(tmp_path, capsys):
    path = tmp_path / "new.txt"
    path.write_text("Title\n\nThe leaders met.\n", encoding="utf-8")
    assert main([str(path)]) == 0
    shown = capsys.readouterr().out
    assert "account: unknown (publisher unknown)" in shown
    assert "date: unknown" in shown
    assert "Nothing left out" in shown


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty.txt is empty; put the text in it or take it out of the folder"),
        ("gone.txt", None, "gone.txt cannot be opened"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_the_cure(tmp_path, capsys, name, data, message):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main([str(path)]) == 1
    assert message in capsys.readouterr().err
