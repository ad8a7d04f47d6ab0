"""What must hold of every file, whatever stands in it: read, cleaned, split, attributed, stored and asked about.

A file may be refused, by ValueError with its cure; anything else that is raised, a span out of range, a quotation that
the file does not hold or a place that is not its own is a fault.
"""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from bench.asked import HashingEncoder, check_question, make_library, require
from index.cleaning.chars import normalise
from index.cleaning.decode import decode_text
from index.entries import make_entry
from index.read import READERS, UnreadableFile, assemble_readout
from index.reading.content import Content
from index.reading.pdf import read_pdf
from index.reading.web import decode_page
from index.records import Entry, Origin, Readout

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_TORN = re.compile(r"</?[A-Za-z][^<>]*$")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def check_file(name: str, data: bytes, questions: Sequence[str] = ()) -> bool:
    """Read a file and ask about it; Fault where what must hold does not, False where the file is refused."""
    entry = read_entry(name, data)
    if entry and questions:
        check_answers(entry, questions)
    return entry is not None


def read_entry(name: str, data: bytes) -> Entry | None:
    """Read, clean, split and attribute a file; Fault where what must hold does not, None where the file is refused."""
    try:
        suffix = "." + name.rsplit(".", 1)[-1]
        content = (
            read_pdf(data) if suffix == ".pdf" else READERS[suffix](data)
        )  # no process of its own: that takes long
        readout = assemble_readout(name, data, content, Origin())
    except UnreadableFile as exc:
        require(";" in str(exc), f"no cure is told: {exc}")
        return None
    except ValueError as exc:
        require(type(exc) is ValueError and ";" in str(exc), f"no cure is told: {exc!r}")
        return None
    check_readout(readout)
    entry = make_entry(readout)
    check_entry(entry)
    check_places(entry, _list_places(name, data, content))
    return entry


def check_readout(readout: Readout) -> None:
    """Raise Fault unless blocks, sections and lines of a readout fit its text."""
    lines = readout.text.split("\n")
    require(bool(readout.text.strip()), "a readout without text")
    require([readout.text[b.start : b.end] for b in readout.blocks] == lines, "blocks are not the lines of the text")
    require(all(line.strip() == line != "" for line in lines), "a block with white space around it")
    starts = [section.start for section in readout.sections]
    require(starts[:1] == [0] and starts == sorted(set(starts)), "sections out of order")
    require(readout.sections[-1].end == len(readout.text), "the last section ends elsewhere")
    require(readout.lines.starts[:1] == (0,), "the first character has no place")
    require(all(a <= b for a, b in pairwise(readout.lines.starts)), "places out of order")
    require(not _UNSEEN.search(readout.text), "a character that does not show, or turns the writing")
    json.dumps([note.text for note in readout.dropped], ensure_ascii=False).encode()


def check_entry(entry: Entry) -> None:
    """Raise Fault unless all spans lie in the text, in order, and none over its neighbour."""
    size = len(entry.readout.text)
    groups = [span for group in entry.groups for span in (group.whole, *group.items)]
    for span in (*entry.passages, *entry.sentences, *groups):
        require(0 <= span.start < span.end <= size, "a span out of range")
        require(span.text.strip() == span.text, "a span with white space around it")
    for spans in (entry.passages, entry.sentences):
        require(all(a.end <= b.start for a, b in pairwise(spans)), "spans that lie over one another")
    blocks = {span: entry.readout.block_at(span.start) for span in entry.sentences}
    require(all(span.end <= block.end for span, block in blocks.items()), "a sentence over two blocks")


def _list_places(name: str, data: bytes, content: Content) -> Mapping[int, Sequence[str]]:
    """Return the words at each place of the file, a line, a page or a paragraph, in each way they may be read."""
    if content.unit != "line":
        found: dict[int, str] = {}
        for line in content.lines:
            found[line.number] = found.get(line.number, "") + line.text
        return {number: (text,) for number, text in found.items()}
    decoded = decode_page(data) if name.endswith((".html", ".htm")) else decode_text(data)
    lines = normalise(decoded).split("\n")
    return {
        number: (line, _write_out(line), _write_out(line, all_of_them=False)) for number, line in enumerate(lines, 1)
    }


def _write_out(line: str, *, all_of_them: bool = True) -> str:
    """Return a line with its entities as characters: all that a browser takes for one, or those that are whole."""
    if all_of_them:
        return normalise(html.unescape(line))
    return normalise(_ENTITY.sub(lambda match: html.unescape(match.group()), line))


def check_places(entry: Entry, places: Mapping[int, Sequence[str]]) -> None:
    """Raise Fault unless each sentence's characters stand, in their order, at the place it names."""
    for span in entry.sentences:
        first, last = span.file_lines
        require(first in places and last in places and first <= last, f"no place {first}-{last}")
        texts = zip(
            *(places.get(number, ("",) * 3) for number in range(first, _find_end(first, last, places))), strict=False
        )
        held = any(_holds("".join(parts), span.text) for parts in texts)
        require(held, f"not verbatim at {first}-{last}: {span.text!r}")


def _find_end(first: int, last: int, places: Mapping[int, Sequence[str]]) -> int:
    """Return the line behind the last that words may stand on: a tag torn over lines hides where its text goes on."""
    end = last + 1
    while end in places and _TORN.search("\n".join(places.get(number, ("",))[0] for number in range(first, end))):
        end += 1
    return end + 4


def _holds(text: str, words: str) -> bool:
    rest = iter(unicodedata.normalize("NFD", text))  # a sign may stand behind a tag, and its letter before it
    return all(char in rest for char in unicodedata.normalize("NFD", words) if not char.isspace() and char != "\ufffd")


def check_answers(entry: Entry, questions: Sequence[str]) -> None:
    """Raise Fault unless every answer quotes the readout word for word and can be shown."""
    library = make_library([entry], HashingEncoder())
    for question in questions:
        check_question(question, library)
