"""Plain text and Markdown: a head of front matter, then lines; knows nothing of what a line means."""

from __future__ import annotations

import re

from index.cleaning.chars import normalise, tidy
from index.cleaning.decode import decode_text
from index.cleaning.header import split_header
from index.cleaning.markup import strip_markup
from index.reading.content import Content, check_size
from index.records import Dropped

_PAGE = re.compile(
    r"\s{0,200}(?:<\?xml[^<>]{0,200}>\s{0,9})?(?:<!--.{0,600}?-->\s{0,9})?<(?:!doctype\s+html|html\b)", re.I | re.S
)


def read_plain(data: bytes) -> Content:
    """Return the content of a text file; a web page saved under another name is read as one."""
    text = decode_text(data)
    if _PAGE.match(text):
        from index.reading.web import parse_page  # loads a parser, which few text files need

        return parse_page(text)
    check_size(len(text), text.count("\n"))
    return parse_text(text)


def parse_text(text: str) -> Content:
    """Return the lines of a text, its front matter apart."""
    text = normalise(text)
    header, head, count = split_header(text)
    lines, dropped = strip_markup(text[len(head) :], count + 1)
    front = [Dropped(number, tidy(line), "front matter") for number, line in enumerate(head.split("\n"), 1)]
    return Content(tuple(lines), header, (*dropped, *(note for note in front if note.text)))
