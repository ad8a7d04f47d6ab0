"""The look of the page in a real browser: sizes, themes, axe, and the seeds' own examples; pictures are kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

import app
from index import build
from page.chat import build_page, build_refusal
from page.texts import EXAMPLES, LANGUAGES
from tests.chromium import SCREENSHOTS, Watch
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve
from tests.visitor import DESKTOP, HOSTILE, PHONE, find_faults

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with serve(build_page(FakeDesk([*readouts(), HOSTILE]))) as url:
        yield url


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
    assert visitor.width() == size["width"]


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


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("name", "size"), [("desktop", DESKTOP), ("phone", PHONE)])
def test_every_tab_fits_its_window_and_axe_finds_nothing(visit, name, size, scheme):
    visitor = visit(size, scheme)
    visitor.open_tab("documents")
    expect(visitor.page.locator(".register tbody tr")).to_have_count(4)
    check(visitor, f"{name}-{scheme}-documents")
    visitor.page.locator(".register .is-title button").first.click()
    expect(visitor.page.locator("#sources .document")).to_be_in_viewport()
    check(visitor, f"{name}-{scheme}-documents-open")
    visitor.open_tab("wording")
    check(visitor, f"{name}-{scheme}-wording-welcome")
    visitor.look_up("grain")
    check(visitor, f"{name}-{scheme}-wording")
    visitor.page.get_by_role("button", name="By event").click()
    expect(visitor.page.locator(".by-event")).to_be_visible()
    check(visitor, f"{name}-{scheme}-wording-event")
    visitor.look_up("soybeans")
    check(visitor, f"{name}-{scheme}-wording-absent")
    visitor.open_tab("verify")
    check(visitor, f"{name}-{scheme}-verify-welcome")


def check(visitor, name):
    visitor.keep(name)
    assert find_faults(visitor.page) == []
    assert visitor.width() == visitor.page.viewport_size["width"]


def test_without_an_index_the_page_says_what_to_run(browser):
    with serve(build_refusal("There is no index in x. Build it with: python -m index.build --index x")) as url:
        page = browser.new_context(viewport=DESKTOP).new_page()
        watch = Watch(page, url)
        page.goto(url)
        expect(page.locator(".refusal .cure")).to_contain_text("python -m index.build --index x")
        page.screenshot(path=SCREENSHOTS / "no-index.png")
        assert (watch.outside, watch.errors) == ([], [])
        page.context.close()
