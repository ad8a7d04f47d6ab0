"""page.sources: documents with their quotations marked by offsets."""

from __future__ import annotations

import html
import re
from datetime import date

import pytest

from index.records import Span
from page.desk import list_latest
from page.records import Places
from page.sources import show_held, show_place, show_whole
from tests.corpus import make_readout
from tests.shelf import make_library


def places_of(*spans: Span) -> Places:
    return Places("7", spans, len(spans))


def marked(page: str) -> str:
    return html.unescape("".join(re.findall(r'<mark class="chosen">(.*?)</mark>', page, re.DOTALL)))


def words(page: str) -> list[str]:
    blocks = re.findall(r'class="is-(?:heading|prose|question)">(.*?)</(?:p|h3)></div>', page, re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", block)) for block in blocks]


@pytest.mark.parametrize("which", [0, 1, 2])
@pytest.mark.parametrize(("start", "length"), [(0, 5), (3, 1), (20, 40), (12, 60)])
def test_the_marked_text_is_the_span(corpus, which, start, length):
    readout = corpus[which]
    span = Span(readout, start, start + length)
    page = show_place(places_of(span), 0, "en")
    assert marked(page) == span.text.replace("\n", "")
    assert words(page) == readout.text.split("\n")


def test_other_quotations_of_the_document_are_marked_too_even_where_they_overlap(corpus):
    readout = corpus[0]
    chosen, other = Span(readout, 50, 60), Span(readout, 55, 70)
    page = show_place(places_of(chosen, other), 0, "en")
    assert marked(page) == chosen.text
    assert f"<mark>{readout.text[60:70]}</mark>" in page


def test_lines_are_those_of_the_file(corpus):
    page = show_whole(corpus[1], "en")
    assert re.findall(r'data-lines="([^"]+)"', page) == ["1", "3", "5", "7", "9"]


def test_the_stepper_goes_round(corpus):
    spans = [Span(corpus[0], start, start + 5) for start in (0, 50, 110)]
    page = show_place(places_of(*spans), 2, "en")
    steps = re.findall(r'data-of="7" data-place="(\d)" class="step" data-step="(-?1)"', page)
    assert steps == [("1", "-1"), ("0", "1")]
    assert '<span class="count" role="status" aria-label="Quotation 3 of 3">3 / 3</span>' in page


def test_documents_held_are_listed_latest_first_and_undated_last(corpus):
    undated = make_readout("a.txt", "No date.\n")
    library = make_library([undated, *corpus])
    page = show_held(list_latest(9, library), 4, "en")
    assert re.findall(r'data-name="([^"]+)"', page) == ["seattle-cn.txt", "seattle-us.txt", "chengdu.txt", "a.txt"]
    assert "The latest 2 of 4 are listed." in show_held(list_latest(2, library), 4, "en")
    assert "date unknown" in page


def test_the_facts_say_where_a_date_comes_from(corpus):
    assert "<dd>8 September 2021 (as stated: 2021-09-08)</dd>" in show_whole(corpus[0], "en")
    assert "<dd>2021年9月8日（原文所载：2021-09-08）</dd>" in show_whole(corpus[0], "zh-Hans")


def test_hostile_documents_stay_text():
    readout = make_readout(
        "x.txt", "# <script>alert(1)</script>\n\n<img src=x onerror=alert(2)>\n", day=date(2020, 1, 1)
    )
    page = show_place(places_of(Span(readout, 0, len(readout.text))), 0, "en")
    assert "<script" not in page
    assert "<img" not in page
    assert words(page) == ["<script>alert(1)</script>", "<img src=x onerror=alert(2)>"]
