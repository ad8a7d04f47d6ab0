"""page.register, page.chart and page.receipts: what is held, counted and told, as HTML."""

from __future__ import annotations

import re
from datetime import date

import pytest

from index.manifest import IndexNotUsable
from index.read import Skipped
from index.receipt import Duplicate, Inferred, Receipt
from page.chart import Bar, Series, show_chart
from page.holdings import Outcome
from page.receipts import Step, follow_rebuild, show_news
from page.register import find_holdings, list_held, show_register
from tests.corpus import make_readout, readouts
from tests.desk import FakeDesk
from tests.shelf import make_library

UNDATED = make_readout("<i>notes</i>.md", "# <b>Notes</b>\n\nNothing.\n")


@pytest.fixture(scope="module")
def holdings():
    return list_held(make_library([*readouts(), UNDATED]))


def names(found):
    return [holding.name for holding in found]


def test_the_list_of_a_library_is_made_once_and_unpacks_no_document(monkeypatch):
    library = make_library(readouts())
    monkeypatch.setattr(type(library.store), "entries", property(lambda store: pytest.fail("unpacked")))
    held = list_held(library)
    assert [(holding.passages, holding.sentences) for holding in held] == [(1, 5), (2, 6), (1, 4)]
    assert list_held(library) is held
    assert names(find_holdings(held, "chengdu")) == ["chengdu.txt"]


def test_the_latest_come_first_and_the_undated_last(holdings):
    assert names(holdings) == ["seattle-cn.txt", "seattle-us.txt", "chengdu.txt", "<i>notes</i>.md"]


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("成都", ["chengdu.txt"]),
        ("會見", ["seattle-cn.txt"]),
        ("readout SEATTLE", ["seattle-us.txt"]),
        ("2021-09", ["seattle-cn.txt", "seattle-us.txt"]),
        ("September 2021 us", ["seattle-us.txt"]),
        ("2019年5月", ["chengdu.txt"]),
        ("美方文本", ["seattle-us.txt"]),
        ("nothing like it", []),
        ("", ["seattle-cn.txt", "seattle-us.txt", "chengdu.txt", "<i>notes</i>.md"]),
    ],
)
def test_every_word_searched_for_is_in_what_is_known_of_a_document(holdings, search, found):
    assert names(find_holdings(holdings, search)) == found


def test_the_register_counts_and_charts_what_is_found(holdings):
    page = show_register(holdings, "", "en", may_edit=False)
    passages = sum(holding.passages for holding in holdings)
    sentences = sum(holding.sentences for holding in holdings)
    assert f"4 documents · {passages} passages · {sentences} sentences" in page
    assert 'aria-label="US account, 2021: documents: 1"' not in page  # a bar that leads nowhere is no button
    assert 'title="US account, 2021: documents: 1"' in page
    assert [head for head in re.findall(r'<th scope="col">([^<]+)</th>', page)] == [
        *("2019", "2020", "2021", "date unknown"),
    ]
    assert "data-ask-first" not in page
    assert "<i>notes" not in page


def test_only_where_documents_may_be_changed_they_can_be_removed(holdings):
    page = show_register(holdings, "chengdu", "en", may_edit=True)
    assert 'data-event="clear" data-name="chengdu.txt">Remove it</button>' in page
    assert page.count("data-ask-first") == 1
    assert "1 of 4 found · 1 document" in page


def test_what_is_found_nowhere_is_an_empty_register(holdings):
    page = show_register(holdings, "nothing like it", "zh-Hans", may_edit=True)
    assert "<table" not in page
    assert "共 4 份，找到 0 份" in page


def test_bars_share_one_height_and_an_empty_one_says_what_was_searched():
    bars = (Bar(0, "none in 3"), Bar(0, "nothing held", held=False), Bar(4, "four", "cn", told=True, leads_to="use-1"))
    page = show_chart("Uses", ["2021", "2022", "2023"], [Series("China", bars, "3 documents")])
    assert "--highest: 4" in page
    assert '<span class="none" title="none in 3" aria-label="none in 3" role="img">0</span>' in page
    assert '<span class="none" title="nothing held" aria-label="nothing held" role="img">·</span>' in page
    told = '<i style="--count: 4" class="told"></i><b>4</b></button>'
    assert 'title="four" aria-label="four" data-goto="use-1">' + told in page


def test_a_receipt_names_what_was_done_and_what_a_person_should_look_at():
    receipt = Receipt(
        added=tuple(f"{n}.txt" for n in range(14)),
        skipped=(Skipped("x.txt", "x.txt holds <no> text"),),
        duplicates=(Duplicate("a.txt", "b.txt", 0.93),),
        inferred=(Inferred("a.txt", "date", "2022-03-04", "by “4日”"),),
        documents=20,
        passages=90,
        seconds=1.25,
    )
    page = show_news([Outcome("added", "<a>.txt"), Outcome("taken", "b.txt")], receipt, "en")
    assert "0.txt, 1.txt" in page and "11.txt, … 2" in page
    assert "x.txt holds &lt;no&gt; text" in page
    assert "a.txt = b.txt (93%)" in page
    assert "a.txt: date 2022-03-04 (by “4日”)" in page
    assert "20 documents, 90 passages; 0 documents unchanged; 1.2 s" in page
    assert '<li class="done">Added: &lt;a&gt;.txt' in page
    assert '<li class="flag">b.txt was not taken in' in page


def test_what_was_removed_can_be_put_back_from_what_is_told():
    page = show_news([Outcome("removed", "a.txt", "a (2).txt")], Step("reading", 3, 12), "zh-Hant")
    assert 'data-event="input" data-kept="a (2).txt">恢復</button>' in page
    assert '<progress value="3" max="12" aria-label="正在讀取"></progress>' in page


class Rebuilding(FakeDesk):
    """A desk whose rebuild tells three steps and then succeeds or fails."""

    problem: Exception | None = None

    def rebuild(self, progress):
        for done in range(3):
            progress("reading", done, 2)
        if self.problem:
            raise self.problem
        return Receipt(documents=4)


def test_a_rebuild_is_followed_to_its_receipt_or_its_problem():
    desk = Rebuilding(readouts())
    assert list(follow_rebuild(desk))[-1] == Receipt(documents=4)
    desk.problem = IndexNotUsable("Another build is under way. Wait for its end.")
    told = list(follow_rebuild(desk))[-1]
    assert "The index of before goes on serving. Another build is under way." in show_news([], told, "en")


def test_several_days_and_accounts_of_one_document_are_all_shown():
    page = show_register(list_held(make_library(readouts())), "", "zh-Hans", may_edit=False)
    assert "2021年9月8日" in page
    assert list_held(make_library(readouts()))[0].days == (date(2021, 9, 8),)
