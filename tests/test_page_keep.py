"""What is done with an answer in a real browser: copied, saved as Markdown and CSV, called right or wrong."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from page.chat import build_page
from page.feedback import Feedback
from tests.corpus import readouts
from tests.desk import FakeDesk
from tests.serving import serve
from tests.visitor import DESKTOP, PHONE, find_faults

pytestmark = pytest.mark.browser
GRAIN = "国家主席指出，粮食贸易是两国关系的压舱石。"


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("index") / "built.feedback.jsonl"


@pytest.fixture(scope="module")
def address(kept) -> Iterator[str]:
    with serve(build_page(FakeDesk(readouts()), Feedback(kept))) as url:
        yield url


def test_an_answer_is_saved_as_markdown_and_as_csv_more_than_once(visit):
    visitor = visit()
    visitor.ask("粮食贸易是两国关系的什么？")
    for _ in range(2):
        name, markdown = visitor.save("保存为 Markdown")
        assert name == "huitan-1.md"
        assert markdown.startswith(f"# 粮食贸易是两国关系的什么？\n\n> {GRAIN}\n>\n> — [1] 国家主席 · ")
    name, table = visitor.save("保存为 CSV")
    assert (name, table[0]) == ("huitan-1.csv", "\ufeff")
    rows = list(csv.DictReader(io.StringIO(table[1:])))
    assert (rows[0]["text"], rows[0]["document"], rows[0]["first"]) == (GRAIN, "seattle-cn.txt", "5")


def test_a_quotation_is_copied_with_its_citation(visit):
    visitor = visit()
    visitor.ask("粮食贸易是两国关系的什么？")
    page = visitor.page
    page.locator("#talk .quote").first.hover()
    page.locator("#talk .copy").first.click()
    expect(page.locator("#talk .copy").first).to_have_text("已复制")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{GRAIN}\n— 国家主席 · ")
    assert copied.endswith("seattle-cn.txt, 第5行")


@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")])
def test_an_opinion_with_its_reason_is_kept_in_a_file(visit, kept, size, scheme):
    visitor = visit(size, scheme)
    visitor.ask("How many tons of grain exports?")
    page = visitor.page
    form = page.locator("#talk .feedback")
    form.locator("summary").click()
    form.get_by_label("What is it about?").select_option("wrong date")
    form.get_by_label("Reason").fill("It was <b>2020</b>.")
    assert find_faults(page) == []
    visitor.keep(f"feedback-{scheme}")
    form.get_by_role("button", name="Wrong").click()
    expect(page.get_by_text("Noted. Thank you.")).to_be_visible()
    opinion = json.loads(kept.read_text(encoding="utf-8").splitlines()[-1])
    assert (opinion["rating"], opinion["about"], opinion["reason"]) == ("down", "date", "It was <b>2020</b>.")
    assert opinion["quotes"][0]["file"] == "seattle-us.txt"
    assert "127.0.0.1" not in json.dumps(opinion)
    assert visitor.width() == size["width"]
