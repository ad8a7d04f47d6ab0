"""Shows how a file is read: `python -m index.explain FILE [--json]`; the file need not be in an index."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from index.attribute import attribute_sentences
from index.origins.catalog import FILE as CATALOG
from index.origins.catalog import CatalogError, load_catalog
from index.read import UnreadableFile, read_file
from index.records import Block, Dropped, Origin, Readout, Section, Span, Unit
from index.split import find_groups, split_sentences

_SIGNS: dict[Unit, str] = {"line": "l.", "page": "p.", "paragraph": "¶"}
_SHOWN = 160  # characters of a dropped text


def describe_sentence(sentence: Span) -> dict[str, object]:
    """Return what is known of a sentence, as one JSON object."""
    origin, voice = sentence.section.origin, sentence.voice
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "lines": list(sentence.file_lines),
        "unit": sentence.unit,
        "section": origin.title,
        "side": voice.side,
        "speaker": voice.speaker,
        "account": origin.account,
        "attribution": voice.attribution,
        "date": origin.date.day.isoformat() if origin.date else None,
        "date_source": origin.date.source if origin.date else None,
    }


def show_readout(readout: Readout, sentences: list[Span]) -> Iterator[str]:
    """Yield lines for people: sections with their sentences, lists, and what cleaning left out."""
    counts = _count(len(readout.sections), "section"), _count(len(sentences), "sentence")
    yield ", ".join((f"{readout.name}: {readout.language}", *counts))
    for number, section in enumerate(readout.sections, 1):
        yield ""
        yield f"Section {number}: {section.origin.title or '(no title)'}"
        yield from (f"  {line}" for line in _show_origin(section.origin))
        yield from _show_sentences(readout, section, sentences)
    groups = find_groups(readout)
    if groups:
        yield ""
        yield "Lists"
        yield from (f"  {_lines(group.whole)}  {len(group.items)} items: {group.whole.text[:60]}…" for group in groups)
    yield ""
    yield "Left out" if readout.dropped else "Nothing left out"
    yield from (f"  {_show_dropped(note, readout.lines.unit)}" for note in readout.dropped)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _show_origin(origin: Origin) -> Iterator[str]:
    yield f"account: {origin.account or 'unknown'} ({origin.publisher or 'publisher unknown'})"
    if origin.date:
        yield f"date: {origin.date.day} ({origin.date.source}: {origin.date.evidence})"
    else:
        yield "date: unknown"
    if origin.url:
        yield f"url: {origin.url}"


def _show_sentences(readout: Readout, section: Section, sentences: list[Span]) -> Iterator[str]:
    for block in readout.blocks:
        if not section.start <= block.start < section.end:
            continue
        if block.kind == "heading":
            heading = Span(readout, block.start, block.end)
            yield f"  {_lines(heading):>9} # {heading.text}"
        for sentence in sentences:
            if block.start <= sentence.start < block.end:
                mark = "¶" if sentence.start == block.start else " "
                yield f"  {_lines(sentence):>9} {mark} [{_show_voice(sentence, block)}] {sentence.text}"


def _show_voice(sentence: Span, block: Block) -> str:
    voice = sentence.voice
    if block.kind == "question":
        return "question"
    return "/".join(filter(None, (voice.side, voice.speaker, voice.attribution)))


def _lines(span: Span) -> str:
    first, last = span.file_lines
    return f"{_SIGNS[span.unit]}{first}" if first == last else f"{_SIGNS[span.unit]}{first}-{last}"


def _show_dropped(note: Dropped, unit: Unit) -> str:
    text = note.text if len(note.text) <= _SHOWN else note.text[:_SHOWN] + "…"
    return f"{f'{_SIGNS[unit]}{note.line}':>9}   [{note.reason}] {text}"


def main(arguments: list[str] | None = None) -> int:
    """Print how the file named on the command line is read."""
    parser = argparse.ArgumentParser(prog="python -m index.explain", description=__doc__)
    parser.add_argument("file", type=Path, help="a readout, in an index or not")
    parser.add_argument("--json", action="store_true", help="print one JSON object a sentence")
    options = parser.parse_args(arguments)
    try:
        readout = read_file(options.file, options.file.name, load_catalog(options.file.parent / CATALOG))
    except (UnreadableFile, CatalogError) as exc:
        print(exc, file=sys.stderr)  # noqa: T201
        return 1
    sentences = attribute_sentences(readout, split_sentences(readout))
    objects = (json.dumps(describe_sentence(sentence), ensure_ascii=False) for sentence in sentences)
    try:
        for line in objects if options.json else show_readout(readout, sentences):
            print(line)  # noqa: T201
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has seen enough: | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


if __name__ == "__main__":
    sys.exit(main())
