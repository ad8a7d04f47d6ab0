"""Who used a phrase, how often and when; `python -m qa.wording "PHRASE"`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args

from index.manifest import BUILT
from index.records import Span
from qa.commandline import open_or_tell
from qa.forms import name_of
from qa.wordings.timeline import By, Column, Row, Timeline, make_timeline
from qa.wordings.uses import Use, Wording, find_wording


def wording_to_json(wording: Wording, timeline: Timeline) -> dict[str, Any]:
    """Return what was found as the object that `--json` prints."""
    names = [name_column(column) for column in timeline.columns]
    return {
        "phrase": wording.phrase,
        "forms": [
            {"text": form.text, "ignored": number in wording.ignored} for number, form in enumerate(wording.forms)
        ],
        "documents": wording.documents,
        "columns": names,
        "rows": [
            {
                "side": row.side,
                "account": row.account,
                "documents": row.documents,
                "counts": [len(cell.uses) for cell in row.cells],
                "documents_each": [cell.documents for cell in row.cells],
                "uses": list(row.uses),
            }
            for row in timeline.rows
        ],
        "uses": [_use_to_json(use, wording) for use in wording.uses],
    }


def _use_to_json(use: Use, wording: Wording) -> dict[str, Any]:
    sentence, origin = use.sentence, use.sentence.section.origin
    return {
        "text": sentence.text,
        "marks": [[mark.start - sentence.start, mark.end - sentence.start] for mark in use.marks],
        "forms": sorted({wording.forms[mark.form].text for mark in use.marks}),
        "side": sentence.voice.side,
        "speaker": sentence.voice.speaker,
        "account": origin.account,
        "date": origin.date.day.isoformat() if origin.date else None,
        "date_source": origin.date.source if origin.date else None,
        "document": sentence.readout.name,
        "lines": list(sentence.file_lines),
        "unit": sentence.unit,
        "start": sentence.start,
        "end": sentence.end,
        "also_in": [span.readout.name for span in use.also_in],
    }


def name_column(column: Column) -> str:
    """Return a column's name: a year, an event's id, a day, or "undated"."""
    if column.event:
        return column.event.id
    return str(column.year or column.day or "undated")


def show_wording(wording: Wording, timeline: Timeline) -> str:
    """Return what was found as lines to read."""
    return "\n".join(_lines(wording, timeline))


def _lines(wording: Wording, timeline: Timeline) -> Iterator[str]:
    yield "Forms: " + ", ".join(
        f"{form.text} (left out)" if number in wording.ignored else form.text
        for number, form in enumerate(wording.forms)
    )
    yield f"{len(wording.uses)} sentences in {wording.documents} documents searched"
    for row in timeline.rows:
        yield ""
        yield f"{_name_row(row)}: {_count(row)}"
        for column, cell in zip(timeline.columns, row.cells, strict=True):
            if cell.uses:
                yield f"  {_name(column)}: {len(cell.uses)} (documents: {cell.documents})"
        yield from (f"  - {_place(wording.uses[number].sentence)}" for number in row.uses)


def _name_row(row: Row) -> str:
    return f"side {row.side or 'none'}, account {row.account or 'unknown'}"


def _count(row: Row) -> str:
    if not row.documents:
        return "no document of that account is held"
    if not row.uses:
        return f"no sentence in {row.documents} documents"
    return f"{len(row.uses)} sentences in {row.documents} documents"


def _name(column: Column) -> str:
    return name_of(column.event.id, chinese=False) if column.event else name_column(column)


def _place(span: Span) -> str:
    origin = span.section.origin
    day = origin.date.day.isoformat() if origin.date else "undated"
    return f"{day} {span.readout.name}:{span.file_lines[0]} {span.text}"


def find_numbers(texts: Sequence[str], wording: Wording) -> list[int]:
    """Return the numbers of the forms with these texts."""
    return [number for number, form in enumerate(wording.forms) if form.text in texts]


def main(arguments: list[str] | None = None) -> int:
    """Print where the phrase named on the command line is used."""
    parser = argparse.ArgumentParser(prog="python -m qa.wording", description=__doc__)
    parser.add_argument("phrase", help="a phrase in English, 简体 or 繁體")
    parser.add_argument("--by", choices=get_args(By), default="year", help="count by year or by event (default: year)")
    parser.add_argument("--without", action="append", default=[], metavar="FORM", help="a form that does not count")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--index", type=Path, default=BUILT, metavar="DIR", help="the index (default: index/built)")
    options = parser.parse_args(arguments)
    library = open_or_tell(options.index)
    if library is None:
        return 1
    wording = find_wording(options.phrase, library)
    if not wording.forms:
        parser.error("The phrase holds no letter and no digit. Give the words to look for.")
    if options.without:
        wording = find_wording(options.phrase, library, find_numbers(options.without, wording))
    timeline = make_timeline(wording, options.by)
    found = wording_to_json(wording, timeline)
    print(json.dumps(found, ensure_ascii=False) if options.json else show_wording(wording, timeline))
    return 0


if __name__ == "__main__":
    sys.exit(main())
