from __future__ import annotations

import codecs
from datetime import date
from pathlib import Path

import pytest

from index.origins.catalog import CatalogError, load_catalog
from index.read import LIMIT, Skipped, UnreadableFile, list_files, read_file, read_folder

SIMPLIFIED = "王毅会见美国国务卿布林肯。双方就中美关系坦诚交换意见。\n"
TRADITIONAL = "習近平同拜登通電話。雙方就台灣問題交換了意見。\n"
ENGLISH = "President Biden spoke today with President Xi. “We agreed to talk,” he said.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (SIMPLIFIED.encode(), SIMPLIFIED),
        (codecs.BOM_UTF8 + SIMPLIFIED.encode(), SIMPLIFIED),
        (codecs.BOM_UTF16_LE + TRADITIONAL.encode("utf-16-le"), TRADITIONAL),
        (codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"), ENGLISH),
        (SIMPLIFIED.encode("gb18030"), SIMPLIFIED),
        (TRADITIONAL.encode("big5"), TRADITIONAL),
        (TRADITIONAL.encode("gb18030"), TRADITIONAL),
        ("会谈。".encode("gb18030"), "会谈。"),
        ("會談。".encode("big5"), "會談。"),
        ("Xi Jinping met Biden. 习近平会见拜登。".encode("gb18030"), "Xi Jinping met Biden. 习近平会见拜登。"),
        (ENGLISH.encode("cp1252"), ENGLISH),
        (ENGLISH.replace("\n", "\r\n").encode(), ENGLISH),
    ],
)
def test_encodings_met_in_the_wild(tmp_path, data, text):
    path = tmp_path / "readout.txt"
    path.write_bytes(data)
    assert read_file(path).text == text.strip()


def test_a_file_cut_within_its_last_character_is_read(tmp_path):
    path = tmp_path / "cut.txt"
    path.write_bytes((SIMPLIFIED * 40).encode()[:-3])
    assert "王毅会见美国国务卿布林肯。" in read_file(path).text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\t\n", "is empty"),
        ("nul.txt", b"President\0Biden spoke.", "NUL"),
        ("really.txt", b"%PDF-1.7 ...", "a PDF file"),
        ("sheet.txt", b"PK\x03\x04 ...", "Office"),
        ("table.xlsx", b"PK\x03\x04 ...", "only .txt, .md, .html, .htm"),
        ("page.html", b"<!-- nothing -->", "no web page"),
        ("noise.txt", bytes(range(128, 256)) * 3, "UTF-8"),
        ("bells.txt", b"\x07\x08\x07" * 30, "control characters"),
        ("marks.txt", b"---\n###\n", "no text"),
    ],
)
def test_what_is_no_text_is_named_with_the_cure(tmp_path, name, data, reason):
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(ENGLISH, encoding="utf-8")
    readouts, skipped = read_folder(tmp_path)
    assert [readout.name for readout in readouts] == ["good.txt"]
    assert [skip.name for skip in skipped] == [name]
    assert skipped[0].reason.startswith(name)
    assert reason in skipped[0].reason


def test_a_file_over_the_limit_is_skipped(tmp_path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(UnreadableFile, match="20 MB, more than 20"):
        read_file(path)


def test_catalogs_readmes_and_hidden_files_are_no_readouts(tmp_path):
    for name in ("README.md", "catalog.toml", "a.meta.json", ".DS_Store", "~$a.txt"):
        (tmp_path / name).write_text("", encoding="utf-8")
    (tmp_path / "us").mkdir()
    (tmp_path / "us" / "a.txt").write_text(ENGLISH, encoding="utf-8")
    readouts, skipped = read_folder(tmp_path)
    assert ([readout.name for readout in readouts], skipped) == (["us/a.txt"], [])
    assert [path.relative_to(tmp_path).as_posix() for path in list_files(tmp_path)] == ["catalog.toml", "us/a.txt"]


def test_invisible_characters_do_not_stay(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff习近平\u200b会见\u00ad拜登。\u00a0\u00a0双方\u2060会谈。\x07\r\n".encode())
    assert read_file(path).text == "习近平会见拜登。 双方会谈。"


def test_text_is_composed_but_never_folded_to_other_characters(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Cafe\u0301 talks: （1）ＡＰＥＣ ﬁrst.", encoding="utf-8")
    assert read_file(path).text == "Café talks: （1）ＡＰＥＣ ﬁrst."


CATALOG = """
["a.txt"]
title = "The talks"
date = 2023-11-15
account = "us"
"""


def test_the_catalog_says_what_a_file_does_not(tmp_path):
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "catalog.toml").write_text(CATALOG, encoding="utf-8")
    origin = read_folder(tmp_path)[0][0].origin
    assert (origin.title, origin.account) == ("The talks", "us")
    assert origin.date is not None
    assert (origin.date.day, origin.date.source) == (date(2023, 11, 15), "catalog")


@pytest.mark.parametrize(
    ("catalog", "message"),
    [
        ('["a.txt"]\naccount = "usa"', "a.txt: account is 'usa'; write one of cn, us, joint, press"),
        ('["a.txt"]\ndate = "15 November"', "a.txt: date is '15 November'; write a day as 2023-11-15"),
        ('["a.txt"]\ndate = 2023-11-15\ndate_source = "guess"', "date_source is 'guess'; write one of stated, catalog"),
        ('["a.txt"]\nauthor = "x"', "'author' is not known; write one of title, publisher"),
        ('["a.txt"]\ntitle = 3', "title is 3; write text in quotation marks"),
        ('title = "x"', "title has no table"),
        ("[a.txt", "not valid TOML"),
    ],
)
def test_a_catalog_that_is_wrong_is_told_and_the_files_are_read(tmp_path, catalog, message):
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "catalog.toml").write_text(catalog, encoding="utf-8")
    with pytest.raises(CatalogError, match=r".") as caught:
        load_catalog(tmp_path / "catalog.toml")
    assert message in str(caught.value)
    readouts, skipped = read_folder(tmp_path)
    assert len(readouts) == 1
    assert skipped == [Skipped("catalog.toml", f"catalog.toml: {caught.value}. The files were read without it.")]


def test_the_seeds_are_read_with_their_catalog():
    readouts, skipped = read_folder(Path(__file__).parent.parent / "seeds")
    assert skipped == []
    known = [(r.name[:3], r.language, r.origin.account, r.origin.date) for r in readouts]
    assert [(name, language, account, str(day.day), day.source) for name, language, account, day in known if day] == [
        ("000", "zh-Hant", "cn", "2026-05-14", "catalog"),
        ("001", "zh-Hans", "cn", "2026-05-15", "catalog"),
        ("002", "zh-Hans", "cn", "2023-11-15", "stated"),
        ("003", "zh-Hant", "cn", "2023-11-17", "stated"),
        ("004", "zh-Hans", "cn", "2017-11-09", "inferred"),
    ]
