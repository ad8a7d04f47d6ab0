from __future__ import annotations

from pathlib import Path

import pytest

from bench.papers import Placed, make_pdf
from index.read import UnreadableFile, read_file, read_folder
from index.reading import guard
from index.reading.pdf import PAGES, check_streams, read_pdf
from index.records import Readout, Span
from tests.chromium import open_chromium
from tests.test_web import EXPECTED, prose
from tests.test_web import PAGES as SAVED

TITLE = "Readout of President Example's Meeting with Premier Sample"
WRAPPED = [
    "President Example met today with Premier Sample of Utopia in Geneva, where the two",
    "leaders spoke at length about trade, about the climate, and about the exchanges of",
    "their peoples. They agreed to meet again.",
]


def lay_out(lines: list[str], top: float = 700, size: float = 11) -> list[Placed]:
    return [(72, top - place * 14, size, line) for place, line in enumerate(lines)]


def page(number: int, lines: list[Placed]) -> list[Placed]:
    return [(72, 815, 8, "11/21/26, 5:00 AM   A page"), (72, 20, 8, f"https://www.state.gov/x/   {number}/2"), *lines]


def read(tmp_path: Path, data: bytes) -> Readout:
    path = tmp_path / "a.pdf"
    path.write_bytes(data)
    return read_file(path)


def test_printed_lines_become_paragraphs_with_their_pages(tmp_path):
    first = [(72.0, 750.0, 18.0, TITLE), (72.0, 730.0, 11.0, "November 15, 2023"), *lay_out(WRAPPED)]
    first += lay_out(["The President raised the rare earths, and said that American firms must be able to buy"], 640)
    second = lay_out(["them. The Premier took note."], 750) + lay_out(["He thanked his host."], 720)
    readout = read(
        tmp_path, make_pdf([page(1, first), page(2, second)], f"{TITLE} - United States Department of State")
    )
    assert readout.text.split("\n") == [
        TITLE,
        " ".join(WRAPPED),
        "The President raised the rare earths, and said that American firms must be able to buy them. "
        "The Premier took note.",
        "He thanked his host.",
    ]
    assert (readout.origin.title, readout.origin.account, readout.origin.url) == (
        TITLE,
        "us",
        "https://www.state.gov/x/",
    )
    assert readout.origin.date is not None
    assert readout.origin.date.day.isoformat() == "2023-11-15"  # not the day of the file or of the print
    span = Span(readout, readout.text.index("The President raised"), readout.text.index(" The Premier took"))
    assert (span.file_lines, span.unit) == ((1, 2), "page")


def test_a_title_that_the_pages_do_not_print_is_not_believed(tmp_path):
    data = make_pdf([[(72, 750, 18, TITLE), *lay_out(WRAPPED)]], "Microsoft Word - Document1.docx")
    assert read(tmp_path, data).origin.title == TITLE


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7 nothing else", "no whole PDF file"),
        (make_pdf([[]]), "pictures but no text"),
        (make_pdf([[]] * (PAGES + 1)), f"{PAGES + 1} pages, more than {PAGES}"),
        (make_pdf([lay_out(["word " * 2000] * 400)] * 2), "characters, more than 1,000,000"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_cure(tmp_path, data, reason):
    (tmp_path / "a.pdf").write_bytes(data)
    readouts, skipped = read_folder(tmp_path)
    assert readouts == []
    assert reason in skipped[0].reason


def test_a_pdf_under_another_name_is_told_its_right_one(tmp_path):
    (tmp_path / "a.txt").write_bytes(make_pdf([lay_out(WRAPPED)]))
    with pytest.raises(UnreadableFile, match="rename it to .pdf"):
        read_file(tmp_path / "a.txt")


def test_a_stream_that_unpacks_to_a_hundred_megabytes_harms_nothing():
    content = read_pdf(make_pdf([lay_out(WRAPPED)], extra=b" " * 100_000_000))
    assert [line.text for line in content.lines] == WRAPPED


@pytest.mark.browser
@pytest.mark.parametrize(("name", "title", "publisher", "account", "day", "first", "last"), EXPECTED)
def test_a_web_page_printed_by_a_browser(tmp_path, name, title, publisher, account, day, first, last):
    with open_chromium() as browser:
        tab = browser.new_page()
        tab.goto((SAVED / f"{name}.html").as_uri())
        tab.pdf(path=tmp_path / "a.pdf", display_header_footer=True)
        tab.close()
    readout = read_file(tmp_path / "a.pdf")
    assert (readout.origin.title, readout.origin.account) == (title, account)
    assert day in [str(part.origin.date.day) for part in readout.sections if part.origin.date]
    assert any(text.startswith(first) for text in prose(readout))
    assert any(text.endswith(last) for text in prose(readout))


def test_what_needs_too_much_memory_or_time_harms_only_a_process_of_its_own(monkeypatch):
    bomb = make_pdf([lay_out(WRAPPED)], extra=b"BT /F1 9 Tf 1 1 Td (a) Tj ET\n" * 40_000)
    monkeypatch.setattr(guard, "SECONDS", 0.01)
    with pytest.raises(ValueError, match="takes longer than 0.01 s to read; print it"):
        guard.read_apart(bomb)
    monkeypatch.undo()
    assert [line.text for line in guard.read_apart(make_pdf([lay_out(WRAPPED)])).lines] == WRAPPED


def test_a_stream_packed_over_and_over_is_refused():
    with pytest.raises(ValueError, match="unpacks to more than 256 MB"):
        check_streams(make_pdf([lay_out(WRAPPED)], extra=b" " * 300_000_000))
