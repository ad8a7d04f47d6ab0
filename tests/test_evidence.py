"""index.origins.evidence and page.evidence: what shows a day, written once and told in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from index.origins.catalog import CatalogError, load_catalog
from index.origins.evidence import Proof, read_evidence, write_clock, write_year
from index.receipt import Inferred
from index.records import EventDate
from page.evidence import tell_day, tell_inferred

DAY = date(2017, 11, 9)


@pytest.mark.parametrize(
    ("evidence", "proofs"),
    [
        ("9日; " + write_year("明年是中美建交40周年"), [("words", "9日"), ("year", "明年是中美建交40周年")]),
        (
            write_clock("4:35 P.M. PST", "2023-11-15 21:33"),
            [("clock", "4:35 P.M. PST"), ("published", "2023-11-15 21:33")],
        ),
        ("today; front matter: 2024-04-02", [("words", "today"), ("front matter", "2024-04-02")]),
        ("place and time: 3:13 P.M. EST; Vienna", [("place and time", "3:13 P.M. EST; Vienna")]),
        ("file name: 2023-11-15", [("file name", "2023-11-15")]),
        ("“9日” and no year; see: page 3", [("words", "“9日” and no year; see: page 3")]),
    ],
)
def test_a_line_of_evidence_is_read_back(evidence, proofs):
    assert read_evidence(evidence) == tuple(Proof(*proof) for proof in proofs)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "inferred from: 9日; the year by “中美建交40周年”"),
        ("zh-Hans", "推定，依据：9日；年份据“中美建交40周年”"),
        ("zh-Hant", "推定，依據：9日；年份據「中美建交40周年」"),
    ],
)
def test_evidence_is_told_in_the_language_of_the_page(language, told):
    assert tell_day(language, EventDate(DAY, "inferred", "9日; " + write_year("中美建交40周年"))) == told


@pytest.mark.parametrize(("language", "told"), [("en", "by hand"), ("zh-Hans", "手写"), ("zh-Hant", "手写")])
def test_what_the_catalog_says_in_a_language_is_told_in_it(tmp_path, language, told):
    catalog = tmp_path / "catalog.toml"
    catalog.write_text('["a.txt"]\ndate = 2017-11-09\ndate_from.en = "by hand"\ndate_from.zh-Hans = "手写"\n', "utf-8")
    day = load_catalog(catalog)["a.txt"].date
    assert (day.evidence, day.told) == ("by hand", (("en", "by hand"), ("zh-Hans", "手写")))
    assert tell_day(language, day).endswith(told)


def test_a_language_of_the_catalog_that_is_none_is_told(tmp_path):
    catalog = tmp_path / "catalog.toml"
    catalog.write_text('["a.txt"]\ndate = 2017-11-09\ndate_from.french = "à la main"\n', "utf-8")
    with pytest.raises(CatalogError, match="date_from is 'french'; write one of en, zh-Hans, zh-Hant"):
        load_catalog(catalog)


@pytest.mark.parametrize(
    ("language", "found", "told"),
    [
        ("zh-Hans", Inferred("a.txt", "account", "us", "白宫"), "a.txt：文本归属 美方文本（白宫）"),
        ("zh-Hant", Inferred("a.txt", "date", "", "nothing tells"), "a.txt：日期 ?（沒有依據，請寫入 catalog.toml）"),
        ("en", Inferred("a.txt", "date", "2017-11-09", "9日"), "a.txt: date 2017-11-09 (9日)"),
        (
            "zh-Hant",
            Inferred("a.txt", "date", "2017-11-09", "x", (("zh-Hans", "九日"),)),
            "a.txt：日期 2017-11-09（九日）",
        ),
        (
            "en",
            Inferred("a.txt", "account", "", "nothing"),
            "a.txt: account ? (nothing tells; write it in catalog.toml)",
        ),
    ],
)
def test_what_is_to_be_looked_at_is_told_in_the_language_of_the_page(language, found, told):
    assert tell_inferred(language, found) == told
