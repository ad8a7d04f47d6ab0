"""The Verify tab in a real browser: a false quotation, a true one, another speaker, hostile text, both themes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import expect

from page.chat import build_page
from tests.corpus import make_readout, readouts
from tests.desk import FakeDesk
from tests.serving import serve
from tests.visitor import DESKTOP, PHONE, find_faults

pytestmark = pytest.mark.browser
HOSTILE = make_readout(
    "hostile.txt",
    "# Hostile\n\nThe hostile sentence holds <script>alert('script')</script> and <img src=x onerror=alert(1)>.\n",
    day=date(2022, 2, 2),
)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(build_page(FakeDesk([*readouts(), HOSTILE]))) as url:
        yield url


@pytest.fixture
def visit_tab(visit):
    """Lets a visitor open the tab."""

    def open_tab(size=DESKTOP, scheme="light"):
        visitor = visit(size, scheme, tab="verify")
        expect(visitor.page.locator("#verdict .welcome")).to_be_visible()
        return visitor

    return open_tab


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop-light", "phone-dark"])
def test_a_false_quotation_is_marked_and_its_source_opens(visit_tab, size, scheme):
    visitor = visit_tab(size, scheme)
    page = visitor.page
    assert find_faults(page) == []
    visitor.verify(
        "中方支持任何形式的贸易战，愿同美方加强禁毒合作",
        "Not these words. The nearest wording held differs in 1 place.",
    )
    expect(page.locator("#verdict .quote ins")).to_have_text("不")
    expect(page.locator("#verdict .quote ins")).to_have_css("text-decoration-line", "underline")
    expect(page.locator("#verdict del")).to_have_count(0)
    expect(page.locator("#sources mark.chosen")).to_have_text("中方不支持任何形式的贸易战，愿同美方加强禁毒合作")
    assert find_faults(page) == []
    visitor.keep(f"verify-{scheme}")
    assert visitor.width() == size["width"]


def test_changed_words_are_struck_out(visit_tab):
    visitor = visit_tab()
    page = visitor.page
    visitor.verify("exports of grain to China reached 72 million tons", "differs in 1 place")
    expect(page.locator("#verdict .shown del")).to_have_text("72")
    expect(page.locator("#verdict .shown del")).to_have_css("text-decoration-line", "line-through")
    expect(page.locator("#verdict .quote ins")).to_have_text("27")


def test_a_true_quotation_opens_at_its_line_and_follows_the_language(visit_tab):
    visitor = visit_tab()
    page = visitor.page
    visitor.verify("粮食貿易是兩國關係的壓艙石", "Verbatim apart from script: held in 1 place.")
    expect(page.locator("#sources mark.chosen")).to_have_text("粮食贸易是两国关系的压舱石")
    block = page.locator("#sources .printed", has=page.locator("mark.chosen"))
    expect(block.locator(".line")).to_have_attribute("data-lines", "5")
    page.get_by_role("button", name="繁", exact=True).click()
    expect(page.locator("#verdict .ruling")).to_contain_text("除字體外逐字一致：原文見於1處。")
    expect(page.locator("#quotation .submit-button")).to_have_text("核對")


def test_nothing_held_says_what_was_searched_and_shows_hostile_text_as_text(visit_tab):
    visitor = visit_tab()
    page = visitor.page
    visitor.verify(
        "<b>Nobody</b> ever quoted ‘<img src=x onerror=alert('q')> quoted by nobodylt;’ this way",
        "Not held: neither these words nor any near them",
    )
    expect(page.locator("#verdict .searched")).to_have_text("Documents searched: 4")
    visitor.verify(
        "hostile sentence holds <script>alert('script')</script> or <img src=x onerror=alert(1)>", "differs in 1"
    )
    expect(page.locator("#verdict .shown del")).to_have_text("or")
    assert page.locator("#verdict img, #verdict script").count() == 0


def test_an_example_is_verified_by_a_click(visit_tab):
    visitor = visit_tab()
    page = visitor.page
    page.locator("#verdict .examples button").nth(1).click()
    expect(page.locator("#verdict .ruling")).to_contain_text("Not held")
    expect(page.locator("#quotation textarea")).to_have_value("美方支持“台湾独立”")
