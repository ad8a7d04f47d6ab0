"""What is done with an answer in a real browser: copied, saved as Markdown and CSV, called right or wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from page.chat import build_page
from page.feedback import Feedback
from tests.chromium import SCREENSHOTS, Watch, open_chromium
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve

pytestmark = pytest.mark.browser
GRAIN = "国家主席指出，粮食贸易是两国关系的压舱石。"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("index") / "built.feedback.jsonl"


@pytest.fixture(scope="module")
def address(kept) -> Iterator[str]:
    with serve(build_page(FakeDesk(readouts()), Feedback(kept))) as url:
        yield url


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with open_chromium() as chromium:
        yield chromium


@pytest.fixture
def visit(browser, address) -> Iterator:
    pages = []

    def ask(question, width=1360, scheme="light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 860},
            color_scheme=scheme,
            locale="en-US",
            permissions=["clipboard-read", "clipboard-write"],
        )
        page = context.new_page()
        pages.append((page, Watch(page, address)))
        page.goto(address)
        page.fill("#box textarea", question)
        page.press("#box textarea", "Enter")
        expect(page.locator("#talk .turn")).to_have_count(1)
        return page

    yield ask
    for page, watch in pages:
        assert (watch.outside, watch.errors) == ([], [])
        page.context.close()


def save(page: Page, button: str) -> tuple[str, str]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    path = download.value.path()
    return download.value.suggested_filename, path.read_bytes().decode("utf-8")


def test_an_answer_is_saved_as_markdown_and_as_csv_more_than_once(visit):
    page = visit("粮食贸易是两国关系的什么？")
    for _ in range(2):
        name, markdown = save(page, "保存为 Markdown")
        assert name == "huitan-1.md"
        assert markdown.startswith(f"# 粮食贸易是两国关系的什么？\n\n> {GRAIN}\n>\n> — [1] 国家主席 · ")
    name, table = save(page, "保存为 CSV")
    assert (name, table[0]) == ("huitan-1.csv", "\ufeff")
    rows = list(csv.DictReader(io.StringIO(table[1:])))
    assert (rows[0]["text"], rows[0]["document"], rows[0]["first"]) == (GRAIN, "seattle-cn.txt", "5")


def test_a_quotation_is_copied_with_its_citation(visit):
    page = visit("粮食贸易是两国关系的什么？")
    page.locator("#talk .quote").first.hover()
    page.locator("#talk .copy").first.click()
    expect(page.locator("#talk .copy").first).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{GRAIN}\n— 国家主席 · ")
    assert copied.endswith("seattle-cn.txt, 第5行")


@pytest.mark.parametrize(("width", "scheme"), [(1360, "light"), (390, "dark")])
def test_an_opinion_with_its_reason_is_kept_in_a_file(visit, kept, width, scheme):
    page = visit("How many tons of grain exports?", width, scheme)
    form = page.locator("#talk .feedback")
    form.locator("summary").click()
    form.get_by_label("What is it about?").select_option("wrong date")
    form.get_by_label("Reason").fill("It was <b>2020</b>.")
    assert [f"{v['impact']}: {v['id']}" for v in Axe().run(page).response["violations"]] == []
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"feedback-{scheme}.png")
    form.get_by_role("button", name="Wrong").click()
    expect(page.get_by_text("Noted. Thank you.")).to_be_visible()
    opinion = json.loads(kept.read_text(encoding="utf-8").splitlines()[-1])
    assert (opinion["rating"], opinion["about"], opinion["reason"]) == ("down", "date", "It was <b>2020</b>.")
    assert opinion["quotes"][0]["file"] == "seattle-us.txt"
    assert "127.0.0.1" not in json.dumps(opinion)
    assert page.evaluate("document.documentElement.scrollWidth") == width
