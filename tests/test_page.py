"""The conversation in a real browser: asking in three languages, opening sources, chips, languages, hostile text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from page.chat import build_page
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve
from tests.visitor import HOSTILE, PHONE, find_faults

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(build_page(FakeDesk([*readouts(), HOSTILE]))) as url:
        yield url


@pytest.mark.parametrize(
    ("question", "first", "label", "line"),
    [
        (
            "How many tons of grain exports?",
            "He added that exports of grain to China reached 27 million tons.",
            "Copy",
            "6",
        ),
        ("粮食贸易是两国关系的什么？", "国家主席指出，粮食贸易是两国关系的压舱石。", "复制", "5"),
        ("台灣問題是什麼問題？", "國家主席強調，台灣問題是兩國關係中最重要的問題，希望美方慎重處理。", "複製", "5"),
    ],
)
def test_asking_shows_quotations_and_marks_the_first_in_its_document(visit, question, first, label, line):
    visitor = visit()
    visitor.ask(question)
    assert visitor.quotations()[0] == first
    expect(visitor.page.locator("#sources mark.chosen")).to_have_text(first)
    expect(visitor.page.locator("#talk .copy").first).to_have_text(label)
    block = visitor.page.locator("#sources .printed", has=visitor.page.locator("mark.chosen"))
    expect(block.locator(".line")).to_have_attribute("data-lines", line)


def test_a_screen_reader_is_told_what_was_found_and_not_the_whole_conversation(visit):
    visitor = visit()
    expect(visitor.page.get_by_role("log", name="Conversation")).to_have_attribute("aria-live", "off")
    said = visitor.page.locator("#said[role=status]")
    expect(said).to_have_text("")
    visitor.ask("Does each side trade grain with China in 2021?")
    expect(said).to_have_text("Sentences quoted: 1, in parts: 3")
    visitor.ask("What was said in 2005?")
    expect(said).to_have_text("No document of that kind is held.")


def test_what_goes_wrong_is_said_in_the_language_of_the_page(visit):
    visitor = visit(locale="zh-TW")
    expect(visitor.page.locator("#box .submit-button")).to_have_text("提問")
    visitor.page.evaluate("document.querySelector('#box textarea').maxLength = 5000")
    visitor.page.fill("#box textarea", "台灣 " * 900)
    visitor.page.press("#box textarea", "Enter")
    expect(visitor.page.get_by_role("alert")).to_have_text("問題超過 2000 個字，請縮短。")
    visitor.page.route("**/run/**", lambda route: route.abort())
    visitor.page.fill("#box textarea", "台灣")
    visitor.page.press("#box textarea", "Enter")
    expect(visitor.page.locator("#complaint")).to_have_text("無法連接會談，它是否仍在執行？")
    visitor.watch.errors.clear()  # the browser notes both


def test_the_list_of_parts_leads_to_each(visit):
    visitor = visit()
    visitor.ask("Does each side trade grain with China in 2021?")
    visitor.page.locator(".outline button.part").click()
    expect(visitor.page.locator("#part-0-2 .number")).to_be_focused()
    visitor.keep("parts")


def test_on_a_phone_an_open_quotation_is_shown_at_its_mark_and_the_next_answer_at_its_beginning(visit):
    visitor = visit(PHONE)
    visitor.ask("国家主席强调对话和管控分歧，美国总统表示重视中方的关切")
    visitor.page.locator("#talk blockquote").first.click()  # it is open already
    expect(visitor.page.locator("#sources mark.chosen")).to_be_in_viewport()
    visitor.ask("粮食贸易是两国关系的什么？")
    expect(visitor.page.locator("#talk .turn").last.locator("h2")).to_be_in_viewport()
    visitor.page.wait_for_timeout(700)
    expect(visitor.page.locator("#talk .turn").last.locator("h2")).to_be_in_viewport()


def test_clicking_and_stepping_marks_each_quotation(visit):
    visitor = visit()
    visitor.ask("国家主席强调对话和管控分歧，美国总统表示重视中方的关切")
    quotations = visitor.quotations()
    assert len(quotations) == 3
    visitor.page.locator("#talk blockquote").nth(2).click()
    expect(visitor.page.locator("#sources mark.chosen")).to_have_text(quotations[2])
    expect(visitor.page.locator("#talk li.open blockquote")).to_have_text(quotations[2])
    visitor.page.keyboard.press("ArrowRight")
    expect(visitor.page.locator("#sources mark.chosen")).to_have_text(quotations[0])
    visitor.page.keyboard.press("ArrowLeft")
    expect(visitor.page.locator("#sources mark.chosen")).to_have_text(quotations[2])
    visitor.page.get_by_role("button", name="引文2：在原文中查看").click()
    expect(visitor.page.locator("#sources mark.chosen")).to_have_text(quotations[1])


def test_hostile_text_shows_as_text(visit):
    visitor = visit()
    visitor.ask("<img src=x onerror=alert('q')> which hostile sentence holds a script and an img?")
    expect(visitor.page.locator("#talk h2.question")).to_contain_text("<img src=x onerror=alert('q')>")
    expect(visitor.page.locator("#sources .document")).to_contain_text("${alert('template')}")
    assert visitor.quotations()[0] == HOSTILE.text.split("\n")[1]
    assert visitor.marked() == HOSTILE.text.split("\n")[1]
    assert visitor.page.locator("#talk img, #sources img, #talk script, #sources script").count() == 0
    assert visitor.page.locator("#sources .document a").count() == 0
    assert visitor.page.title() == "Huitan 会谈"
    visitor.keep("hostile")


def test_nothing_held_says_why_and_what_was_searched(visit):
    visitor = visit()
    visitor.ask("What was said in 2005?")
    expect(visitor.page.locator("#talk .nothing")).to_have_text("No document of that kind is held.")
    expect(visitor.page.locator("#talk .searched")).to_contain_text("Searched: 0 documents")
    expect(visitor.page.locator("#sources h2")).to_have_text("Documents held")


def test_a_condition_is_left_out_and_put_back_by_its_chip(visit):
    visitor = visit()
    turns = visitor.page.locator("#talk .turn")
    visitor.ask("What did the President say about grain exports in 2005?")
    expect(turns.last.locator(".nothing")).to_be_visible()
    assert find_faults(visitor.page) == []
    turns.last.get_by_role("button", name="Remove: 2005").click()
    expect(turns).to_have_count(2)
    expect(turns.last.locator("blockquote").first).to_contain_text("27 million tons")
    expect(turns.last.locator(".chip s")).to_have_text("2005")
    expect(turns.last.locator(".chip s")).to_have_css("text-decoration-line", "line-through")
    expect(visitor.page.locator("#sources mark.chosen")).to_contain_text("27 million tons")
    assert find_faults(visitor.page) == []
    visitor.keep("chip-left-out")
    put_back = turns.last.get_by_role("button", name="Put back: 2005")
    expect(put_back).to_be_focused()
    visitor.page.keyboard.press("Enter")
    expect(turns).to_have_count(3)
    expect(turns.last.locator(".nothing")).to_be_visible()
    expect(turns.last.get_by_role("button", name="Remove: 2005")).to_be_focused()
    visitor.page.keyboard.press("Space")
    expect(turns).to_have_count(4)
    visitor.ask("And how many tons?")
    expect(turns.last.get_by_role("button", name="Put back: 2005")).to_be_visible()


def test_an_example_is_asked_by_a_click(visit):
    visitor = visit()
    visitor.page.locator(".examples button").nth(1).click()
    expect(visitor.page.locator("#talk h2.question")).to_have_text("旧金山会晤提出的“五根支柱”是哪五根？")


def test_a_document_held_opens_and_the_list_comes_back(visit):
    visitor = visit()
    visitor.page.get_by_role("button", name="兩國元首在成都會談").click()
    expect(visitor.page.locator("#sources .printed")).to_have_count(4)
    visitor.page.get_by_role("button", name="All documents").click()
    expect(visitor.page.locator("#sources .held li")).to_have_count(4)


@pytest.mark.parametrize(("locale", "held", "ask"), [("zh-CN", "现有文件", "提问"), ("zh-TW", "現有文件", "提問")])
def test_the_interface_follows_the_browser_and_can_be_switched(visit, locale, held, ask):
    visitor = visit(locale=locale)
    expect(visitor.page.locator("#sources h2")).to_have_text(held)
    expect(visitor.page.locator("#box .submit-button")).to_have_text(ask)
    visitor.page.get_by_role("button", name="EN", exact=True).click()
    expect(visitor.page.locator("#sources h2")).to_have_text("Documents held")
    visitor.page.reload()
    expect(visitor.page.locator("#box .submit-button")).to_have_text("Ask")


def test_the_theme_can_be_switched_and_stays(visit):
    visitor = visit()
    expect(visitor.page.locator("body")).not_to_have_class("dark")
    visitor.page.get_by_role("button", name="Light or dark").click()
    visitor.page.reload()
    expect(visitor.page.locator("body.dark")).to_be_visible()


def test_two_visitors_do_not_see_each_other(visit):
    one, other = visit(), visit()
    one.ask("How many tons of grain?")
    other.ask("台灣問題是什麼問題？")
    other.page.locator("#talk blockquote").first.click()
    one.page.locator("#talk blockquote").first.click()
    expect(one.page.locator("#sources mark.chosen")).to_contain_text("27 million tons")
    expect(other.page.locator("#sources mark.chosen")).to_contain_text("台灣問題")
