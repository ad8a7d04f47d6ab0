"""page.verdicts: a verdict as HTML, its differences in del and ins, its places to be opened."""

from __future__ import annotations

import re
from datetime import date

import pytest

from page.session import Session
from page.verdicts import ShownVerdict, show_verdict
from page.verify import EXAMPLES, show_tab
from qa.library import Library
from qa.verifying.check import check_quotation
from tests.corpus import make_readout
from tests.shelf import XI, make_library

TEXT = "# 会晤\n\n习近平强调，美方应该将不支持“台独”的表态体现在具体行动上。\n\n双方同意恢复两军对话。\n"


@pytest.fixture(scope="module")
def library() -> Library:
    readouts = [
        make_readout("cn.txt", TEXT, language="zh-Hans", account="cn", day=date(2023, 11, 15)),
        make_readout("a.txt", "# A\n\nThe <b>working</b> group & the two sides met.\n"),
    ]
    return make_library(readouts, {"习近平": XI})


def shown(library: Library, text: str, language="en") -> str:
    return show_verdict(ShownVerdict(check_quotation(text, library)), language)


@pytest.mark.parametrize(
    ("text", "wrong", "missing"),
    [
        ("美方应该将支持“台独”的表态", [], ["不"]),
        ("双方反对恢复两军对话", ["反对"], ["同意"]),
        ("雙方同意恢復兩軍的對話", ["的"], []),
        ("双方同意恢复三军对话", ["三"], ["两"]),
    ],
)
def test_differences_are_marked_by_elements(library, text, wrong, missing):
    html = shown(library, text)
    assert re.findall("<del>(.*?)</del>", html) == wrong
    assert re.findall("<ins>(.*?)</ins>", html) == missing
    assert "Struck through: not in the source." in html


@pytest.mark.parametrize(
    ("language", "ruling"),
    [
        ("en", "Verbatim: these words are held in 1 place. But there it is not 拜登 who says it: 习近平."),
        ("zh-Hans", "逐字一致：原文见于1处。但原文中说这话的不是拜登，而是：习近平。"),
        ("zh-Hant", "逐字一致：原文見於1處。但原文中說這話的不是拜登，而是：习近平。"),
    ],
)
def test_the_ruling_is_in_the_language_of_the_page(library, language, ruling):
    html = shown(library, "拜登：“美方应该将不支持“台独”的表态”", language)
    assert f"<span>{ruling}</span>" in html
    assert 'data-held="half"' in html


def test_every_place_opens(library):
    verdict = ShownVerdict(check_quotation("双方同意恢复两军对话", library))
    assert [span.text for span in verdict.spans] == ["双方同意恢复两军对话"]
    assert 'data-event="select" data-of="verify" data-place="0"' in show_verdict(verdict, "en")


def test_hostile_text_is_text(library):
    html = shown(library, "<script>alert(1)</script> The <b>working</b> group & the three sides met.")
    assert "<script>" not in html
    assert "<b>working" not in html
    assert "&lt;b&gt;working" in html


def test_without_a_verdict_the_tab_says_what_it_is_for():
    html = show_tab(Session())
    assert "Paste a sentence" in html
    assert all(
        f'data-ask="{text}"'.replace('"', "") in html.replace('"', "").replace("&quot;", "") for _, text in EXAMPLES
    )
