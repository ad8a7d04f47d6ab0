"""The Documents tab in a real browser: what is held, adding, asking meanwhile, removing and putting back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

import app
from index.embed import load_encoder
from index.update import update_index
from page.chat import build_page
from page.holdings import REMOVED
from tests.corpus import write_files
from tests.serving import serve

pytestmark = [pytest.mark.browser, pytest.mark.slow]
NEW = """\
国家主席在伯尔尼会见美国总统

新华社伯尔尼3月4日电 国家主席2022年3月4日在伯尔尼会见美国总统。

国家主席指出，茶叶贸易是两国合作的新亮点。
"""
QUOTE = "国家主席指出，茶叶贸易是两国合作的新亮点。"


@pytest.fixture
def seeds(tmp_path) -> Path:
    return write_files(tmp_path / "seeds")


@pytest.fixture
def address(seeds, tmp_path) -> Iterator[str]:
    update_index(seeds, tmp_path / "built", load_encoder(None))
    with serve(build_page(app.open_desk(tmp_path / "built", seeds))) as url:
        yield url


def upload(visitor, *paths: Path) -> None:
    visitor.page.locator("#documents input[type=file]").set_input_files(list(paths))


def test_a_readout_is_added_and_asked_about_while_another_visitor_keeps_asking(visit, seeds, tmp_path):
    editor, asker = visit(tab="documents"), visit()
    expect(editor.page.locator(".register tbody tr")).to_have_count(3)
    (tmp_path / "伯尔尼.txt").write_text(NEW, encoding="utf-8")
    asker.ask("粮食贸易是两国关系的什么？")
    upload(editor, tmp_path / "伯尔尼.txt")
    for _ in range(4):
        asker.ask("粮食贸易是两国关系的什么？")
        assert asker.quotations()[0] == "国家主席指出，粮食贸易是两国关系的压舱石。"
    expect(editor.page.locator(".receipt")).to_contain_text("伯尔尼.txt", timeout=60_000)
    expect(editor.page.locator(".register tbody tr")).to_have_count(4)
    expect(editor.page.locator(".head .count")).to_contain_text("4 documents")
    editor.keep("documents-receipt")
    editor.open_tab("ask")
    for visitor in (editor, asker):
        visitor.ask("茶叶贸易是两国合作的什么？")
        assert visitor.quotations()[0] == QUOTE
        expect(visitor.page.locator("#sources mark.chosen")).to_have_text(QUOTE)
    assert (seeds / "伯尔尼.txt").read_text(encoding="utf-8") == NEW


def test_what_cannot_be_added_says_why_and_the_index_is_not_rebuilt(visit, seeds, tmp_path):
    editor = visit(tab="documents")
    (tmp_path / "seattle-us.txt").write_text(NEW, encoding="utf-8")
    (tmp_path / "copy.txt").write_text((seeds / "chengdu.txt").read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "empty.txt").write_text("")
    upload(editor, tmp_path / "seattle-us.txt", tmp_path / "copy.txt", tmp_path / "empty.txt")
    flags = editor.page.locator(".news .flag")
    expect(flags).to_have_count(3)
    expect(flags.nth(0)).to_contain_text("seattle-us.txt was not taken in: another file has that name.")
    expect(flags.nth(1)).to_have_text("copy.txt was not added: the same file is held as chengdu.txt.")
    expect(flags.nth(2)).to_contain_text("Not added: empty.txt is empty")
    expect(editor.page.locator(".receipt")).to_have_count(0)
    assert sorted(path.name for path in seeds.iterdir()) == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]


def test_a_readout_is_removed_after_a_second_click_and_put_back(visit, seeds):
    editor = visit(tab="documents")
    row = editor.page.locator(".register tbody tr", has_text="兩國元首在成都會談")
    row.get_by_role("button", name="Remove: chengdu.txt").click()
    row.get_by_role("button", name="Keep it").click()
    expect(row.get_by_role("button", name="Remove it")).to_be_hidden()
    row.get_by_role("button", name="Remove: chengdu.txt").click()
    row.get_by_role("button", name="Remove it").click()
    expect(editor.page.locator(".register tbody tr")).to_have_count(2, timeout=60_000)
    assert (seeds / REMOVED / "chengdu.txt").is_file() and not (seeds / "chengdu.txt").exists()
    editor.page.get_by_role("button", name="Put it back").click()
    expect(editor.page.locator(".register tbody tr")).to_have_count(3, timeout=60_000)
    assert (seeds / "chengdu.txt").is_file()


def test_files_changed_in_the_folder_are_taken_over_by_a_rebuild(visit, seeds):
    editor = visit(tab="documents")
    expect(editor.page.locator(".register tbody tr")).to_have_count(3)
    (seeds / "new.txt").write_text(NEW, encoding="utf-8")
    editor.page.get_by_role("button", name="Rebuild").click()
    expect(editor.page.locator(".register tbody tr")).to_have_count(4, timeout=60_000)
    editor.page.locator("#find input").fill("伯尔尼")
    expect(editor.page.locator(".register tbody tr")).to_have_count(1)
    editor.page.locator(".register .is-title button").click()
    expect(editor.page.locator("#sources .document")).to_contain_text(QUOTE)


def test_where_editing_is_off_there_is_nothing_to_edit_with(browser, seeds, tmp_path):
    from tests.visitor import receive_visitors

    update_index(seeds, tmp_path / "built", load_encoder(None))
    with serve(build_page(app.open_desk(tmp_path / "built"))) as url, receive_visitors(browser, url) as visit:
        reader = visit(tab="documents")
        expect(reader.page.locator(".register tbody tr")).to_have_count(3)
        expect(reader.page.locator(".note")).to_have_text("On this page documents can be read, not changed.")
        assert reader.page.locator("#documents input[type=file], #rebuild, [data-ask-first]").count() == 0
