"""The Wording tab in a real browser: forms, bars, sentences, absence, languages, links into it, hostile phrases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from page.chat import build_page
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve
from tests.visitor import HOSTILE

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(build_page(FakeDesk([*readouts(), HOSTILE]))) as url:
        yield url


def test_a_phrase_is_charted_and_every_sentence_behind_the_bars_opens(visit):
    visitor = visit(tab="wording")
    visitor.look_up("国家主席")
    quotes = visitor.page.locator("#found blockquote")
    expect(quotes).to_have_count(4)
    expect(visitor.page.locator("#sources mark.chosen")).to_be_visible()
    for number in range(4):
        quotes.nth(number).click()
        expect(visitor.page.locator("#found li.open blockquote")).to_have_text(quotes.nth(number).text_content())
        assert visitor.marked() == quotes.nth(number).text_content()
        assert visitor.page.locator(f"#use-{number} mark.phrase").first.text_content() in {"国家主席", "國家主席"}
    visitor.page.keyboard.press("ArrowRight")
    expect(visitor.page.locator("#sources .count")).to_have_text("1 / 4")


def test_a_bar_leads_to_its_sentences(visit):
    visitor = visit(tab="wording")
    visitor.look_up("国家主席")
    bar = visitor.page.locator(".chart button.bar-of").first
    bar.click()
    expect(visitor.page.locator(f"#{bar.get_attribute('data-goto')} button.number")).to_be_focused()


def test_a_form_is_left_out_and_put_back(visit):
    visitor = visit(tab="wording")
    visitor.look_up("grain")
    expect(visitor.page.locator("#found .wording-total")).to_have_text("1 sentence in the 4 documents searched")
    visitor.page.get_by_role("button", name="Remove: grain", exact=True).click()
    expect(visitor.page.locator("#found .wording-total")).not_to_have_text("1 sentence in the 4 documents searched")
    visitor.page.get_by_role("button", name="Put back: grain", exact=True).click()
    expect(visitor.page.locator("#found .wording-total")).to_have_text("1 sentence in the 4 documents searched")


def test_absence_is_documents_searched(visit):
    visitor = visit(tab="wording")
    visitor.look_up("soybeans")
    expect(visitor.page.locator("#found .absent")).to_contain_text(
        "China, in its own account: no sentence in 1 document"
    )
    expect(visitor.page.locator("#found .chart")).to_have_count(0)


def test_the_language_switches_and_the_phrase_stays(visit):
    visitor = visit(tab="wording")
    visitor.look_up("贸易")
    visitor.page.get_by_role("button", name="繁", exact=True).click()
    expect(visitor.page.locator("#found .wording-total")).to_contain_text("檢索 4 份文件")
    expect(visitor.page.locator("#tab-wording")).to_have_text("用語")
    expect(visitor.page.locator("#tab-wording")).to_have_attribute("aria-selected", "true")
    expect(visitor.page.locator("#phrase .submit-button")).to_have_text("查詢")


def test_a_link_opens_the_tab_with_its_phrase(visit):
    visitor = visit(tab="wording/%E8%B4%B8%E6%98%93")
    expect(visitor.page.locator("#found [data-phrase]")).to_have_attribute("data-phrase", "贸易")
    expect(visitor.page.locator("#phrase input")).to_have_value("贸易")
    visitor.look_up("会晤 & more?")
    assert visitor.page.evaluate("location.hash") == "#/wording/%E4%BC%9A%E6%99%A4%20%26%20more%3F"
    visitor.page.reload()
    expect(visitor.page.locator("#found [data-phrase]")).to_have_attribute("data-phrase", "会晤 & more?")


@pytest.mark.parametrize("phrase", ["<img src=x onerror=alert(1)>", "${alert(1)}", "hostile sentence"])
def test_hostile_phrases_and_texts_show_as_text(visit, phrase):
    visitor = visit(tab="wording")
    visitor.look_up(phrase)
    assert visitor.page.locator("#found img, #found script").count() == 0
    assert visitor.page.title() == "Huitan 会谈"


def test_the_tabs_are_walked_by_the_arrow_keys(visit):
    visitor = visit()
    visitor.page.locator("#tab-ask").focus()
    visitor.page.keyboard.press("ArrowRight")
    expect(visitor.page.locator("#tab-documents")).to_be_focused()
    expect(visitor.page.locator("#documents")).to_be_visible()
    visitor.page.keyboard.press("ArrowLeft")
    visitor.page.keyboard.press("ArrowLeft")
    expect(visitor.page.locator("#tab-verify")).to_be_focused()
    expect(visitor.page.locator("#ask")).to_be_hidden()
    visitor.page.go_back()
    expect(visitor.page.locator("#ask")).to_be_visible()
