"""The page in a real browser: asking in three languages, opening sources, languages, themes, hostile text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

import app
from index import build
from page.chat import build_page, build_refusal
from page.texts import EXAMPLES, LANGUAGES
from tests.chromium import SCREENSHOTS, Watch, open_chromium
from tests.corpus import make_readout, readouts
from tests.desk import FakeDesk
from tests.serving import serve

pytestmark = pytest.mark.browser

HOSTILE = make_readout(
    "<b>hostile</b>.txt",
    "# <script>document.title = 'title'</script>\n\n"
    "The hostile sentence holds <script>alert('script')</script> and <img src=x onerror=\"alert('img')\">.\n\n"
    "Another hostile sentence has {{value}} and ${alert('template')} and [a](javascript:alert('link')).\n",
    day=date(2022, 2, 2),
)
DESKTOP, PHONE = {"width": 1360, "height": 860}, {"width": 390, "height": 844}


def find_faults(page: Page) -> list[str]:
    """Return what axe holds against the page, with the first place of each."""
    violations = Axe().run(page).response["violations"]
    return [f"{fault['impact']}: {fault['id']} {fault['nodes'][0]['html'][:120]}" for fault in violations]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(build_page(FakeDesk([*readouts(), HOSTILE]))) as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_chromium() as chromium:
        yield chromium


class Visitor:
    """A page with what a visitor does on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.watch = Watch(page, address)
        page.goto(address)
        expect(page.locator("#talk .welcome")).to_be_visible()

    def ask(self, question: str) -> None:
        turns = self.page.locator("#talk .turn").count()
        self.page.fill("#box textarea", question)
        self.page.press("#box textarea", "Enter")
        expect(self.page.locator("#talk .turn")).to_have_count(turns + 1)

    def quotations(self) -> list[str]:
        return self.page.locator("#talk .turn").last.locator("blockquote").all_text_contents()

    def marked(self) -> str:
        return "".join(self.page.locator("#sources mark.chosen").all_text_contents())

    def keep(self, name: str) -> None:
        SCREENSHOTS.mkdir(exist_ok=True)
        self.page.wait_for_timeout(700)  # scrolling is smooth
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png")


@pytest.fixture
def visit(browser, address) -> Iterator:
    visitors = []

    def open_page(size=DESKTOP, scheme="light", locale="en-US", home=address) -> Visitor:
        context = browser.new_context(viewport=size, color_scheme=scheme, locale=locale)
        visitors.append(Visitor(context.new_page(), home))
        return visitors[-1]

    yield open_page
    for visitor in visitors:
        assert visitor.watch.outside == []
        assert visitor.watch.errors == []
        visitor.page.context.close()


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("desktop", DESKTOP), ("phone", PHONE)])
def test_the_page_fits_its_window(visit, name, size, scheme):
    visitor = visit(size, scheme)
    visitor.keep(f"{name}-{scheme}-welcome")
    visitor.ask("What did each side say about grain exports and the working group of the two leaders?")
    visitor.keep(f"{name}-{scheme}-answer")
    visitor.page.locator("#talk blockquote").first.click()
    visitor.keep(f"{name}-{scheme}-source")
    visitor.ask("国家主席2021年谈粮食贸易")
    visitor.keep(f"{name}-{scheme}-chinese")
    visitor.ask("What was said in 2005?")
    visitor.keep(f"{name}-{scheme}-nothing")
    width = visitor.page.evaluate("document.documentElement.scrollWidth")
    assert width == size["width"]


@pytest.fixture(scope="module")
def real_address(tmp_path_factory) -> Iterator[str]:
    index = tmp_path_factory.mktemp("built")
    assert build.main(["--index", str(index)]) == 0
    with serve(build_page(app.open_desk(index))) as url:
        yield url


@pytest.mark.slow
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_are_answered_from_the_seeds_and_marked_in_them(visit, real_address, language):
    visitor = visit(home=real_address)
    visitor.page.get_by_role("button", name=EXAMPLES[language]).click()
    expect(visitor.page.locator("#talk li.open blockquote")).to_be_visible()
    for number, quotation in enumerate(visitor.quotations()):
        visitor.page.locator("#talk blockquote").nth(number).click()
        expect(visitor.page.locator("#talk li.open blockquote")).to_have_text(quotation)
        assert visitor.marked() == quotation.replace("\n", "")
    visitor.keep(f"seeds-{language}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(visit, scheme):
    visitor = visit(scheme=scheme)
    assert find_faults(visitor.page) == []
    visitor.ask("What did each side say about grain exports?")
    expect(visitor.page.locator("#sources mark.chosen")).to_be_visible()
    assert find_faults(visitor.page) == []
    visitor.ask("What was said in 2005?")
    assert find_faults(visitor.page) == []


def test_without_an_index_the_page_says_what_to_run(browser):
    with serve(build_refusal("There is no index in x. Build it with: python -m index.build --index x")) as url:
        page = browser.new_context(viewport=DESKTOP).new_page()
        watch = Watch(page, url)
        page.goto(url)
        expect(page.locator(".refusal .cure")).to_contain_text("python -m index.build --index x")
        page.screenshot(path=SCREENSHOTS / "no-index.png")
        assert (watch.outside, watch.errors) == ([], [])
        page.context.close()
