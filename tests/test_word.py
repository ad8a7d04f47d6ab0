from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from bench.papers import make_word
from index.read import read_file, read_folder
from index.reading.word import PART
from index.records import Readout, Span

ENGLISH = ["# Readout of the Call", "", "The two leaders spoke today.\nThey agreed to meet.", "Trade came up."]
CHINESE = [
    "# 习近平同拜登通电话",
    "新华社北京4月2日电 2024年4月2日晚，习近平应约同拜登通电话。",
    "",
    "双方同意保持沟通。",
]
_RUN = "<w:r><w:t>{}</w:t></w:r>"
CHANGED = (
    f"<w:p>{_RUN.format('They ')}<w:ins>{_RUN.format('firmly ')}</w:ins>"
    "<w:del><w:r><w:delText>weakly </w:delText></w:r></w:del>"
    f"{_RUN.format('agreed')}<w:hyperlink>{_RUN.format(' on trade')}</w:hyperlink>{_RUN.format('.')}</w:p>"
)


def read(tmp_path: Path, data: bytes) -> Readout:
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    return read_file(path)


@pytest.mark.parametrize(
    ("paragraphs", "text", "title"),
    [
        (
            ENGLISH,
            "Readout of the Call\nThe two leaders spoke today.\nThey agreed to meet.\nTrade came up.",
            "Readout of the Call",
        ),
        (
            CHINESE,
            "习近平同拜登通电话\n2024年4月2日晚，习近平应约同拜登通电话。\n双方同意保持沟通。",
            "习近平同拜登通电话",
        ),
        (["# A call", CHANGED], "A call\nThey firmly agreed on trade.", "A call"),
        (["<w:tbl><w:tr><w:tc><w:p><w:r><w:t>They met.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"], "They met.", None),
    ],
)
def test_the_words_of_a_word_file(tmp_path, paragraphs, text, title):
    readout = read(tmp_path, make_word(paragraphs, "Document1"))
    assert (readout.text, readout.origin.title) == (text, title)


def test_quotations_are_placed_by_paragraph(tmp_path):
    readout = read(tmp_path, make_word(CHINESE))
    span = Span(readout, readout.text.index("双方同意"), len(readout.text))
    assert (span.file_lines, span.unit) == ((4, 4), "paragraph")


def test_the_day_of_the_file_is_not_the_day_of_the_event(tmp_path):
    assert read(tmp_path, make_word(ENGLISH)).origin.date is None
    day = read(tmp_path, make_word(CHINESE)).origin.date
    assert day is not None
    assert day.day.isoformat() == "2024-04-02"


_ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
_BOMB = (
    f"{_ENTITIES}<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>&b;</w:document>"
)


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 no zip", "no whole Word file"),
        (zipped(xl__workbook_xml=b"<x/>"), "no whole Word file"),
        (zipped(word__document_xml=b"<w:doc"), "no whole Word file"),
        (make_word([], body=_BOMB), "no whole Word file"),
        (zipped(word__document_xml=b" " * (PART + 1)), "unpacks to 20 MB"),
        (make_word([""]), "no text"),
        (make_word(ENGLISH)[:-40], "no whole Word file"),
        (make_word(ENGLISH)[:200] + b"\0" * 60 + make_word(ENGLISH)[260:], "no whole Word file"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_cure(tmp_path, data, reason):
    (tmp_path / "a.docx").write_bytes(data)
    readouts, skipped = read_folder(tmp_path)
    assert readouts == []
    assert reason in skipped[0].reason


def test_an_entity_is_never_read_from_a_file(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("They met.", encoding="utf-8")
    body = (
        f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:document>"
    )
    (tmp_path / "a.docx").write_bytes(make_word([], body=body))
    assert [skip.name for skip in read_folder(tmp_path)[1]] == ["a.docx"]
