from __future__ import annotations

import json
from datetime import date

import pytest

from eval.attribution import FOLDER, HALVES, Guess, Label, find_nearest, load_labels, pair_labels
from eval.attribution_dates import Dated, find_day, judge, read_readouts
from eval.attribution_report import PARTS, report
from eval.attribution_texts import convert_row, name_row
from eval.sources import short_hash
from index.naming.entries import load_people
from index.records import Block, LineMap, Origin, Readout, Section, Span

TEXT = "Thank you.\n习近平表示欢迎。\nBiden agreed.\nThank you."


@pytest.fixture
def readout():
    starts = (0, 11, 20, 34)
    ends = (10, 19, 33, 44)
    return Readout(
        name="a.txt",
        sha256="0",
        text=TEXT,
        language="en",
        origin=Origin(),
        sections=(Section(0, len(TEXT), Origin(account="us")),),
        blocks=tuple(Block(start, end, "prose") for start, end in zip(starts, ends, strict=True)),
        lines=LineMap(starts, (1, 3, 5, 7)),
    )


def spans(readout):
    return [Span(readout, block.start, block.end) for block in readout.blocks]


def label(text, line, start=0):
    return Label("a.txt", "0", start, (line, line), short_hash(text), "us", "biden", "us", "label")


def test_a_label_is_found_again_by_its_words_and_the_nearest_line(readout):
    labels = [label("Thank you.", 7), label("Thank  you.", 1), label("gone", 3)]
    assert [(found.lines[0], span.start) for found, span in pair_labels(labels, spans(readout))] == [(7, 34), (1, 0)]


def test_a_label_of_a_part_is_found_in_the_sentence_around_it(readout):
    labels = [label("习近平表示欢迎。", 3, start=100), label("agreed.", 5, start=115), label("gone", 9, start=900)]
    assert [span.text for _, span in pair_labels(labels, spans(readout))] == ["习近平表示欢迎。", "Biden agreed."]


def test_the_baseline_takes_the_last_name_before_the_sentence(readout):
    first, _, third, fourth = spans(readout)
    assert find_nearest(first) == Guess(None, None)
    assert find_nearest(third) == Guess("cn", "xi-jinping")
    assert find_nearest(fourth) == Guess("us", "biden")


@pytest.mark.parametrize("half", PARTS)
def test_labels_are_well_formed(half):
    rows = [json.loads(line) for line in (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()]
    people = {person.id: person.side for person in load_people()}
    assert len(rows) >= 340
    for row in rows:
        is_seed = row["file"][:3].isdigit() and row["file"][3] == "_"
        assert ("text" in row) == is_seed, "no text of a document that is not a seed"
        assert not is_seed or short_hash(row["text"]) == row["key"]
        assert row["person"] is None or people[row["person"]] == row["side"]
        assert (row["attribution"] == "joint") == (row["side"] == "joint")
        assert (row["attribution"] == "none") == (row["side"] is None)


def test_the_halves_share_no_file():
    files = [{found.file for found in load_labels(half)} for half in HALVES]
    assert not files[0] & files[1]
    assert [len(held) for held in files] == [13, 7]


def test_labels_without_their_files_are_counted_as_lost(tmp_path):
    lines = report([tmp_path]).splitlines()
    assert lines[2] == "| dev | all | 0 | - | - | - | - | - | - |"
    assert lines[-2].startswith("held: ")
    assert lines[-2].endswith("labels in 7 files were not found again and are not counted.")


@pytest.mark.parametrize(
    ("row", "dated", "text"),
    [
        (
            {"date": "2022-09-24", "title": "王毅会见客人", "text": "王毅说。\n客人说。", "source": "CCTV"},
            True,
            '---\ntitle: "王毅会见客人"\ndate: "2022-09-24"\npublisher: "CCTV"\n---\n\n王毅说。\n\n客人说。\n',
        ),
        ({"date": "2022-09-24", "title": "A Call", "text": "He said."}, False, "# A Call\n\nHe said.\n"),
        ({"title": "", "text": "He said."}, False, "He said.\n"),
    ],
)
def test_a_row_is_written_as_a_file(row, dated, text):
    assert convert_row(row, dated=dated) == text
    assert name_row("cctv", {"text": "王毅说。"}) == "cctv-834a8b94f82a.txt"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("2023年6月19日，习近平在北京会见布林肯。", "right"),
        ("2022年6月19日，习近平在北京会见布林肯。", "wrong"),
        ("习近平在北京会见布林肯。", "unknown"),
        ("On June 19, 2023, President Xi met Secretary Blinken.", "right"),
        ("On June 19, 2022, President Xi met Secretary Blinken.", "wrong"),
        ("President Xi met Secretary Blinken.", "unknown"),
    ],
)
def test_a_day_is_right_wrong_or_unknown(text, outcome):
    day = date(2023, 6, 19)
    dated = Dated("text.txt", text, day, day)
    assert judge(find_day(dated), dated) == outcome


def test_a_bare_readout_has_no_front_matter_and_a_neutral_name(tmp_path):
    (tmp_path / "2023-06-19_a.meta.json").write_text('{"file": "2023-06-19_a.txt", "date": "2023-06-19"}')
    (tmp_path / "2023-06-19_a.txt").write_text("---\ndate: 2023-06-19\n---\nThey met.\n")
    whole, bare = next(read_readouts(tmp_path, bare=False)), next(read_readouts(tmp_path, bare=True))
    assert (whole.name, bare.name, bare.text) == ("2023-06-19_a.txt", "text.txt", "They met.\n")
    assert judge(find_day(whole), whole) == "right"
