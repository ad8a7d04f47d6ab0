"""page.usage, page.usage_bars and page.wording: a phrase's forms, bars and sentences as HTML."""

from __future__ import annotations

import re
from datetime import date

import pytest

from page.session import Session
from page.usage import SHOWN, TAB, Study, show_study
from page.wording import show_found
from qa.wordings.uses import find_wording
from tests.corpus import make_readout
from tests.shelf import BIDEN, CHINA, make_library

CN = make_readout(
    "<cn>.txt",
    "# 会晤\n\n中方不支持任何競爭。美方说，竞争<b>要负责任。\n",
    language="zh-Hans",
    account="cn",
    day=date(2023, 11, 15),
)
US = make_readout("us.txt", "# Readout\n\nNothing of it.\n", account="us", day=date(2021, 9, 9))


@pytest.fixture(scope="module")
def library():
    return make_library([CN, US], {"中方": CHINA, "美方": BIDEN})


def study(library, phrase, by="year", ignored=()):
    return Study(find_wording(phrase, library, ignored), by)


def test_every_sentence_behind_the_bars_is_listed_with_the_phrase_marked(library):
    page = show_study(study(library, "竞争"), "zh-Hans")
    assert re.findall(r'<mark class="phrase">([^<]+)</mark>', page) == ["競爭", "竞争"]
    assert 'data-goto="use-0"' in page and 'id="use-0"' in page
    assert 'data-goto="use-1"' in page and 'id="use-1"' in page
    assert "竞争</mark>&lt;b&gt;要负责任。" in page
    assert "&lt;cn&gt;.txt" in page


def test_whose_words_they_are_is_never_taken_for_the_others(library):
    page = show_study(study(library, "竞争"), "en")
    assert "China, in its own account" in page
    assert 'class="position told" data-side="us">United States, as told by China</span>' in page
    assert "1 in 1 document · 15 November 2023" in page
    assert 'class="position" data-side="us">United States, in its own account</span>' in page
    assert "no sentence in 1 document" in page


def test_absence_is_documents_searched_and_no_chart(library):
    page = show_study(study(library, "soybeans"), "en")
    assert "0 sentences in the 2 documents searched" in page
    assert "China, in its own account: no sentence in 1 document" in page
    assert "<table" not in page


def test_an_account_that_is_not_held_is_said_to_be_so():
    page = show_study(study(make_library([CN]), "soybeans"), "zh-Hant")
    assert "美方，據美方文本: 沒有收錄該方文本" in page


def test_by_event_the_events_are_the_rows(library):
    page = show_study(study(library, "竞争", by="event"), "en")
    assert re.findall(r'<th scope="row">([^<]+)<span class="faint">([^<]+)', page) == [
        ("San Francisco summit", "14 November 2023")
    ]


def test_forms_can_be_left_out_and_put_back(library):
    page = show_study(study(library, "soybeans", ignored=(1,)), "en")
    assert 'data-form="0" aria-label="Remove: soybeans"' in page
    assert 'class="chip off" data-event="clear" data-form="1" aria-label="Put back: 大豆"' in page


def test_printed_forms_are_named_where_they_differ(library):
    assert "<b>競爭 1 · 竞争 1</b>" in show_study(study(library, "竞争"), "en")
    only = show_study(study(library, "负责任"), "en")
    assert "printed-as" not in only


def test_no_more_sentences_are_listed_than_are_read():
    lines = "".join(f"竞争第{number}。\n\n" for number in range(SHOWN + 5))
    many = make_library([make_readout("a.txt", lines, language="zh-Hans", account="cn", day=date(2020, 1, 1))])
    page = show_study(study(many, "竞争"), "en")
    assert page.count("<blockquote") == SHOWN
    assert "5 more are not listed." in page


def test_the_sentences_open_in_the_order_in_which_they_are_listed(library):
    shown = Session().put_up(TAB, study(library, "竞争"))
    assert [span.text for span in shown.find_places(TAB).spans] == ["中方不支持任何競爭。", "美方说，竞争<b>要负责任。"]
    opened = shown.open_place({"of": TAB, "place": "1"})
    assert opened.opened == (TAB, 1)
    assert opened.put_up(TAB, study(library, "soybeans")).opened is None


def test_before_anything_is_looked_up_there_are_examples():
    page = show_found(Session(language="zh-Hant"))
    assert 'data-event="submit" data-ask="合作共贏"' in page
