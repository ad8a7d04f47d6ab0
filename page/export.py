"""An answer as a file to keep: Markdown to read, CSV for a spreadsheet; knows nothing of Gradio."""

from __future__ import annotations

import base64
import csv
import io
import time
from collections.abc import Iterator
from typing import Literal, get_args

from index.records import Language
from page.chips import list_chips
from page.elements import Markup, element
from page.quotes import show_source
from page.records import Turn
from page.texts import say
from qa.records import Answer, Citation
from qa.show import escape_markdown

Format = Literal["md", "csv"]
FORMATS: tuple[Format, ...] = get_args(Format)
TYPES = {"md": "text/markdown", "csv": "text/csv"}
# A cell that begins with one of these is a formula to a spreadsheet; the wide forms are so to some.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
COLUMNS = (
    *("question", "citation", "group", "text", "speaker", "person", "side", "account", "date", "date_source", "title"),
    *("document", "place", "first", "last", "start", "end", "url", "also_in", "flag"),
)


def write_markdown(turn: Turn) -> str:
    """Return an answer with its quotations, each with its citation, as Markdown in the question's language."""
    return "\n\n".join(_lines(turn)) + "\n"


def _lines(turn: Turn) -> Iterator[str]:
    answer, language = turn.answer, turn.answer.question.language
    yield f"# {_one_line(answer.question.text)}"
    chips = [chip.text for chip in list_chips(turn.understood) if chip.condition not in turn.ignored]
    if chips:
        yield f"{say(language, 'understood')}: {_one_line(' · '.join(chips))}"
    if not answer.found:
        yield escape_markdown(answer.why or say(language, "nothing"))
    by_number = {citation.number: citation for citation in answer.citations}
    for group in answer.groups:
        yield f"## {_one_line(group.heading)}"
        yield from (_show_citation(by_number.pop(number), language) for number in group.numbers if number in by_number)
        if not group.numbers:
            yield say(language, "group_empty")
    if answer.groups and by_number:
        yield f"## {say(language, 'group_rest')}"
    yield from (_show_citation(citation, language) for citation in by_number.values())
    yield say(language, "searched", documents=answer.searched.documents, passages=answer.searched.passages)


def _show_citation(citation: Citation, language: Language) -> str:
    quoted = "\n".join(f"> {line}" for line in escape_markdown(citation.quote.text).splitlines())
    flag = f"\n>\n> ⚠ {_one_line(citation.flag)}" if citation.flag else ""
    return f"{quoted}\n>\n> — [{citation.number}] {_one_line(show_source(language, citation.quote))}{flag}"


def _one_line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def write_csv(turn: Turn) -> str:
    """Return an answer's quotations as CSV, one row each, with every field; no cell is a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for citation in turn.answer.citations:
        writer.writerow([_harmless(cell) for cell in _make_row(turn.answer, citation)])
    return file.getvalue()


def _make_row(answer: Answer, citation: Citation) -> list[object]:
    quote, origin = citation.quote, citation.quote.section.origin
    groups = [group.heading for group in answer.groups if citation.number in group.numbers]
    day, voice = origin.date, quote.voice
    return [
        *(answer.question.text, citation.number, "; ".join(groups), quote.text, voice.speaker, voice.person),
        *(voice.side, origin.account, day.day.isoformat() if day else None, day.source if day else None, origin.title),
        *(quote.readout.name, quote.unit, *quote.file_lines, quote.start, quote.end, origin.url),
        *("; ".join(span.readout.name for span in citation.also_in), citation.flag),
    ]


def _harmless(cell: object) -> str:
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def show_export(number: int, answer: Answer) -> Markup:
    """Return the buttons that save an answer."""
    language = answer.question.language
    buttons = [
        element(
            "button",
            say(language, f"save_{each}"),
            type="button",
            data_event="download",
            data_turn=number,
            data_format=each,
        )
        for each in FORMATS
        if each == "md" or answer.found
    ]
    return element("div", *buttons, class_="save", role="group", aria_label=say(language, "save"))


def make_download(turn: Turn, number: int, wanted: Format) -> Markup:
    """Return a link whose file the page saves at once; spreadsheets know UTF-8 by the mark at its beginning."""
    text = write_markdown(turn) if wanted == "md" else "\ufeff" + write_csv(turn)
    content = base64.b64encode(text.encode(errors="replace")).decode()
    name = f"huitan-{number + 1}.{wanted}"
    href = f"data:{TYPES[wanted]};charset=utf-8;base64,{content}"
    # The time makes each link another one, so that the same file can be saved twice.
    return element("a", name, href=href, download=name, data_made=str(time.time_ns()))
