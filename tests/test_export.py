"""page.export: an answer as Markdown and as CSV, and the link that saves it."""

from __future__ import annotations

import base64
import csv
import io
import re
from datetime import date

import pytest

from index.records import Span, Voice
from page.export import COLUMNS, FORMULA, make_download, write_csv, write_markdown
from page.records import Turn
from page.session import Session
from qa.records import Answer, AnswerGroup, Citation, Question, Searched
from tests.corpus import make_readout
from tests.desk import FakeDesk

READOUT = make_readout(
    "us.txt",
    '# A title\n\n=1+1 is what *they* said, “twice”.\n\n中方，"强调"。\n',
    account="cn",
    day=date(2023, 11, 15),
)
FIRST = READOUT.text.index("=1+1")


def make_turn() -> Turn:
    quotes = [
        Span(READOUT, FIRST, FIRST + 34, Voice("Biden", "biden", "us", "explicit")),
        Span(READOUT, READOUT.text.index("中方"), len(READOUT.text)),
    ]
    citations = tuple(Citation(n, quote, 1.0, flag="A flag." if n == 2 else None) for n, quote in enumerate(quotes, 1))
    group = AnswerGroup("The US, as told by China", "us", "cn", (1,), 1)
    question = Question("=What did\nthey say?", "en", "say")
    return Turn(Answer(question, Searched(1, 2), citations, (group,)), question)


def test_markdown():
    assert write_markdown(make_turn()) == (
        "# =What did they say?\n\n"
        "## The US, as told by China\n\n"
        "> =1+1 is what \\*they\\* said, “twice”.\n>\n"
        "> — \\[1\\] Biden · United States, as told by China · 15 November 2023 · A title · us.txt, line 3\n\n"
        "## Other sentences\n\n"
        '> 中方，"强调"。\n>\n'
        "> — \\[2\\] Narration, China’s account · 15 November 2023 · A title · us.txt, line 5\n>\n"
        "> ⚠ A flag.\n\n"
        "Searched: 1 document, 2 passages\n"
    ).replace("\\[1\\]", "[1]").replace("\\[2\\]", "[2]")


def test_csv_has_a_row_a_quotation_and_no_formula():
    rows = list(csv.DictReader(io.StringIO(write_csv(make_turn()))))
    assert [row["text"] for row in rows] == ["'=1+1 is what *they* said, “twice”.", '中方，"强调"。']
    assert rows[0] == {
        "question": "'=What did\nthey say?",
        "citation": "1",
        "group": "The US, as told by China",
        "text": "'=1+1 is what *they* said, “twice”.",
        "speaker": "Biden",
        "person": "biden",
        "side": "us",
        "account": "cn",
        "date": "2023-11-15",
        "date_source": "stated",
        "title": "A title",
        "document": "us.txt",
        "place": "line",
        "first": "3",
        "last": "3",
        "start": str(FIRST),
        "end": str(FIRST + 34),
        "url": "",
        "also_in": "",
        "flag": "",
    }
    assert set(rows[0]) == set(COLUMNS)
    assert not any(cell.startswith(FORMULA) for row in rows for cell in row.values())


@pytest.mark.parametrize(("wanted", "mark"), [("md", b"# "), ("csv", b'\xef\xbb\xbf"question"')])
def test_the_link_holds_the_file(wanted, mark):
    link = make_download(make_turn(), 4, wanted)
    assert f'download="huitan-5.{wanted}"' in link
    content = base64.b64decode(re.search(r"base64,([^\"]+)", link)[1])
    assert content.startswith(mark)
    content.decode("utf-8")


def test_an_answer_without_quotations_is_saved_with_its_reason(corpus):
    session = Session().ask(FakeDesk(corpus), "What was said in 2005?")
    assert write_markdown(session.turns[0]) == (
        "# What was said in 2005?\n\nUnderstood as: 2005\n\nNo document of that kind is held.\n\n"
        "Searched: 0 documents, 0 passages\n"
    )
    shown = session.show_conversation()
    assert 'data-format="md"' in shown
    assert 'data-format="csv"' not in shown
