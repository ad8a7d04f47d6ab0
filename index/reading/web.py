"""Saved web pages: what the page says of itself, and the blocks of its article with their lines in the file."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from index.cleaning.chars import CJK, measure_width, normalise
from index.cleaning.decode import decode_text
from index.cleaning.header import split_header
from index.cleaning.markup import Line
from index.cleaning.shape import is_finished
from index.reading.article import choose_blocks
from index.reading.blocks import LAST_LINE, Block, iter_lines, list_blocks
from index.reading.content import Content, check_size
from index.reading.page import describe_page
from index.records import Dropped

if TYPE_CHECKING:
    from lxml.etree import _Element

_CHARSET = re.compile(rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_TAG = re.compile(r"<[^<>]*>")
_OPENED = re.compile(r"</?[A-Za-z][^>]*>")  # as the parser takes it: another < stands in it
_OPENED_HERE = re.compile(r"</?[A-Za-z][^>]*(?:>|$)")
_BROKEN_END = re.compile(r"</([A-Za-z][^<>\n]*)(\n[^<>]*)>")
_TORN = 4  # lines that a tag may be torn over
_HIDDEN = 60  # lines that broken markup may hide
_BEGIN = 5  # characters by which a line is known
_LINE = 20_000  # characters; a longer line holds a whole page, and its words are not looked for
_WRAPPED = 30  # columns; a line that breaks off later may go on behind a line break
_SHOWN = 200  # characters of a text left out that are kept to be shown
_HAN = re.compile(f"[{CJK}]")


def read_page(data: bytes) -> Content:
    """Return the content of a saved web page; ValueError with the reason and the cure where it is none."""
    return parse_page(decode_page(data))


def decode_page(data: bytes) -> str:
    """Return the text of a page, in the encoding that it names where that is its encoding."""
    match = _CHARSET.search(data[:4096])
    name = match.group(1).decode("ascii").lower() if match else ""
    return _decode_named(data, name) or decode_text(data)


def _decode_named(data: bytes, name: str) -> str | None:
    """Return the text in the encoding that the page names, None where that is not its encoding."""
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in data:
        return None
    encoding = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs", "iso-8859-1": "cp1252"}.get(name, name)
    try:
        return data.decode(codecs.lookup(encoding).name) if encoding else None
    except (LookupError, UnicodeError):
        return None


def parse_page(text: str) -> Content:
    """Return the lines of the article on a page, and what stands around it as left out."""
    text = normalise(text)
    if text.count("\n") > LAST_LINE:
        raise ValueError(f"has more than {LAST_LINE:,} lines of markup; save its text in a .txt file")
    told, head, count = split_header(text) if text.startswith("---") else ({}, "", 0)
    text = "\n" * count + text[len(head) :]
    root = parse_markup(_BROKEN_END.sub(_mend_end, blank_comments(text)))
    if root is None:
        raise ValueError("holds no web page; save the page again as HTML, or its text in a .txt file")
    blocks, printed = list_blocks(root), text.split("\n")
    check_size(sum(len(block.text) for block in blocks), len(blocks))
    page = describe_page(root, text, blocks)
    reasons = choose_blocks(root, blocks, page.title)
    lines: list[Line] = []
    dropped: list[Dropped] = []
    for block, reason in zip(blocks, reasons, strict=True):
        if reason:
            dropped.append(Dropped(block.pieces[0][1], block.text[:_SHOWN], reason))
        else:
            lines += _make_lines(block, lines[-1] if lines else None, printed)
    return Content(tuple(lines), {**page.header, **told}, tuple(dropped))


def blank_comments(text: str) -> str:
    """Return a page without its comments, on as many lines as before."""
    parts: list[str] = []
    done = 0
    while (start := text.find("<!--", done)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        parts += [text[done:start], "\n" * text.count("\n", start, end)]
        done = end + 3
    return "".join([*parts, text[done:]])


def _mend_end(match: re.Match[str]) -> str:
    """Return a closing tag that runs over lines as one on one line, and a mark behind it that counts its lines."""
    return f"</{match.group(1)}><wbr{chr(10) * match.group(2).count(chr(10))}>"


def parse_markup(text: str) -> _Element | None:
    """Return the root of a page, None where there is none; nothing is fetched and no entity is defined."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None


def _find_line(words: str, number: int, printed: Sequence[str]) -> int:
    """Return the line that the words begin on: broken markup hides lines from the parser, which then counts too few."""
    begin = "".join(words.split())[:_BEGIN]
    here = printed[number - 1] if number <= len(printed) else ""
    if len(here) > _LINE or words[:_BEGIN] in here or _runs_on(begin, printed[number - 1 : number + _TORN]):
        return number
    places = range(number, min(number + _HIDDEN, len(printed) + 1))
    return next((place for place in places if begin in _squeeze(printed[place - 1][:_LINE])), number)


def _runs_on(begin: str, lines: Sequence[str]) -> bool:
    """Tell whether words begin on the first of some lines, where a tag that is torn apart may part them."""
    whole, first = _show("\n".join(lines)[:_LINE], _OPENED), _show("".join(lines[:1]), _OPENED_HERE)
    return 0 <= whole.find(begin) < len(first)


def _squeeze(line: str) -> str:
    """Return a line of markup as it may be shown, and as it is, without white space."""
    return "\n".join((_show(line, _TAG), _show(line, _OPENED), "".join(line.split())))


def _show(markup: str, tag: re.Pattern[str]) -> str:
    """Return markup as it is shown, without white space; what two pieces around a tag make together is no entity."""
    return "".join("".join(html.unescape(piece) for piece in tag.split(markup)).split())


def _make_lines(block: Block, before: Line | None, printed: Sequence[str]) -> list[Line]:
    """Return the lines of a block; those after the first run on."""
    parts: list[tuple[str, int, bool]] = []
    last = before.number if before else 1
    for words, number, bare in iter_lines(block):
        last = _find_line(words, max(number, last), printed)
        parts.append((words, last, bare))
    goes_on = block.breaks == 1 and before is not None and _goes_on(before, block)
    level = block.level if measure_width(block.text) <= 400 else 0
    bold = block.bold * 10 >= len(block.text) * 9
    first = Line(
        number=parts[0][1],
        text=parts[0][0],
        level=level,
        opens=not goes_on,
        gap=not goes_on,
        runs=goes_on,
        bold=bold and not level,
        width=measure_width(parts[0][0]),
        links=tuple(link for link in block.links if link.startswith("http")) if len(parts) == 1 else (),
    )
    rest = [
        replace(first, number=line, text=text, opens=False, gap=False, runs=True, bare=bare, links=())
        for text, line, bare in parts[1:]
    ]
    return [first, *rest]


def _goes_on(before: Line, block: Block) -> bool:
    """Tell whether a sentence goes on behind a single line break."""
    indented = block.pieces[0][0].startswith(("\u3000", "\u00a0\u00a0", "    "))
    if indented or before.level and not block.level:
        return False
    if before.level:
        return True
    first = block.text[0]
    return not is_finished(before.text) and before.width >= _WRAPPED and bool(first.islower() or _HAN.match(first))
