"""The further readouts as other people would have saved them: what each format still tells of title, day and side."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bench.papers import make_word
from index.read import assemble_readout
from index.reading.content import Content
from index.reading.pdf import read_pdf
from index.reading.word import read_word
from index.records import Origin
from tests.chromium import open_chromium
from tests.test_web import READOUTS, real_pages, wrap

pytestmark = pytest.mark.skipif(not READOUTS.is_dir(), reason="the further readouts are not in the project")
LEAST = 0.95  # of the files, in each of the four


def score(content: Content, meta: dict[str, str]) -> dict[str, bool]:
    readout = assemble_readout("file", b"", content, Origin())
    day = readout.origin.date.day.isoformat() if readout.origin.date else None
    return {
        "day": day == meta["date"],
        "side": readout.origin.account == meta["side"],
        "language": readout.language == meta["language"],
        "title": readout.origin.title == meta["title"],
    }


def check(scores: list[dict[str, bool]]) -> None:
    right = sum((Counter(key for key, holds in row.items() if holds) for row in scores), Counter[str]())
    assert {key: number for key, number in right.items() if number < LEAST * len(scores)} == {}
    assert set(right) == {"day", "side", "language", "title"}


def type_out(text: str, meta: dict[str, str]) -> bytes:
    """Return a Word file as somebody makes it who copies a page: title, publisher, day, paragraphs."""
    body = text.split("\n---\n", 1)[-1] if text.startswith("---") else text
    body = re.sub(r"\[[^\]]*\]\((.*?)\)", r"\1", re.sub(r"^#+ .*\n", "", body))
    body = re.sub(r"<[^>]+>", "", re.sub(r"<br>|</p>", "\n\n", body))
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", body)]
    return make_word([f"# {meta['title']}", meta["publisher"], meta["published"], *paragraphs])


def test_typed_out_in_a_word_file():
    check([score(read_word(type_out(text, meta)), meta) for _, text, meta in real_pages()])


@pytest.mark.browser
def test_printed_to_pdf_by_a_browser(tmp_path: Path):
    scores = []
    with open_chromium() as browser:
        tab = browser.new_page()
        for number, (_, text, meta) in enumerate(real_pages()):
            page, paper = tmp_path / f"{number}.html", tmp_path / f"{number}.pdf"
            page.write_text(wrap(text, meta), encoding="utf-8")
            tab.goto(page.as_uri())
            tab.pdf(path=paper, display_header_footer=True, margin={"top": "1in", "bottom": "1in"})
            scores.append(score(read_pdf(paper.read_bytes()), meta))
    check(scores)
