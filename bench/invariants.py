"""What must hold of every file, whatever stands in it: read, cleaned, split, attributed, stored and asked about.

A file may be refused, by ValueError with its cure; anything else that is raised, a span out of range, a quotation that
the file does not hold or a place that is not its own is a fault.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
import unicodedata
import zlib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from index.cleaning.chars import normalise
from index.cleaning.decode import decode_text
from index.entries import make_entry
from index.read import READERS, UnreadableFile, assemble_readout
from index.reading.content import Content
from index.reading.pdf import read_pdf
from index.reading.web import decode_page
from index.records import Entry, Origin, Readout, Span
from index.store import LocalStore
from qa.answer import answer_question
from qa.library import Library
from qa.show import answer_to_json, show_answer

_WIDTH = 64
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_UNSEEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


class Fault(AssertionError):
    """Something that must hold of every file and does not hold of this one."""


class HashingEncoder:
    """Bag-of-characters vectors by hashing: nothing is learned or loaded."""

    name = "hashing"
    revision: str | None = None
    fingerprint = hashlib.sha256(b"fuzz").hexdigest()

    def encode(self, texts: Sequence[str], kind: Literal["query", "document"] = "document") -> NDArray[np.float32]:
        """Return one unit vector a text."""
        vectors = np.zeros((len(texts), _WIDTH), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, zlib.crc32(word.encode("utf-8", "replace")) % _WIDTH] += 1.0
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return vectors


def check_file(name: str, data: bytes, questions: Sequence[str] = ()) -> bool:
    """Read a file and ask about it; Fault where what must hold does not, False where the file is refused."""
    try:
        suffix = "." + name.rsplit(".", 1)[-1]
        content = (
            read_pdf(data) if suffix == ".pdf" else READERS[suffix](data)
        )  # no process of its own: that takes long
        readout = assemble_readout(name, data, content, Origin())
    except UnreadableFile as exc:
        _require(";" in str(exc), f"no cure is told: {exc}")
        return False
    except ValueError as exc:
        _require(type(exc) is ValueError and ";" in str(exc), f"no cure is told: {exc!r}")
        return False
    check_readout(readout)
    entry = make_entry(readout)
    check_entry(entry)
    check_places(entry, _list_places(name, data, content))
    if questions:
        check_answers(entry, questions)
    return True


def _require(holds: bool, what: str) -> None:
    if not holds:
        raise Fault(what)


def check_readout(readout: Readout) -> None:
    """Raise Fault unless blocks, sections and lines of a readout fit its text."""
    lines = readout.text.split("\n")
    _require(bool(readout.text.strip()), "a readout without text")
    _require([readout.text[b.start : b.end] for b in readout.blocks] == lines, "blocks are not the lines of the text")
    _require(all(line.strip() == line != "" for line in lines), "a block with white space around it")
    starts = [section.start for section in readout.sections]
    _require(starts[:1] == [0] and starts == sorted(set(starts)), "sections out of order")
    _require(readout.sections[-1].end == len(readout.text), "the last section ends elsewhere")
    _require(readout.lines.starts[:1] == (0,), "the first character has no place")
    _require(all(a <= b for a, b in pairwise(readout.lines.starts)), "places out of order")
    _require(not _UNSEEN.search(readout.text), "a character that does not show, or turns the writing")
    json.dumps([note.text for note in readout.dropped], ensure_ascii=False).encode()


def check_entry(entry: Entry) -> None:
    """Raise Fault unless all spans lie in the text, in order, and none over its neighbour."""
    size = len(entry.readout.text)
    groups = [span for group in entry.groups for span in (group.whole, *group.items)]
    for span in (*entry.passages, *entry.sentences, *groups):
        _require(0 <= span.start < span.end <= size, "a span out of range")
        _require(span.text.strip() == span.text, "a span with white space around it")
    for spans in (entry.passages, entry.sentences):
        _require(all(a.end <= b.start for a, b in pairwise(spans)), "spans that lie over one another")
    blocks = {span: entry.readout.block_at(span.start) for span in entry.sentences}
    _require(all(span.end <= block.end for span, block in blocks.items()), "a sentence over two blocks")


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
        _require(first in places and last in places and first <= last, f"no place {first}-{last}")
        # A closing tag broken over lines hides from the parser where its text goes on: a few lines are allowed for it.
        texts = zip(*(places.get(number, ("",) * 3) for number in range(first, last + 5)), strict=False)
        held = any(_holds("".join(parts), span.text) for parts in texts)
        _require(held, f"not verbatim at {first}-{last}: {span.text!r}")


def _holds(text: str, words: str) -> bool:
    rest = iter(unicodedata.normalize("NFD", text))  # a sign may stand behind a tag, and its letter before it
    return all(char in rest for char in unicodedata.normalize("NFD", words) if not char.isspace() and char != "\ufffd")


def check_answers(entry: Entry, questions: Sequence[str]) -> None:
    """Raise Fault unless every answer quotes the readout word for word and can be shown."""
    store = LocalStore(_WIDTH)
    store.add([entry], HashingEncoder().encode([passage.in_context for passage in entry.passages]))
    library = Library(store, HashingEncoder())
    for question in questions:
        answer = answer_question(question, library)
        told = answer_to_json(answer)
        json.dumps(told, ensure_ascii=False).encode()
        show_answer(answer).encode()
        for quote in told["quotes"]:
            _require(entry.readout.text[quote["start"] : quote["end"]] == quote["text"], "a quotation not verbatim")
            _require(quote["lines"] == list(_span(entry.readout, quote).file_lines), "a quotation misplaced")
        _require(told["found"] or bool(told["why"]), "refused without a reason")


def _span(readout: Readout, quote: Mapping[str, int]) -> Span:
    return Span(readout, quote["start"], quote["end"])
