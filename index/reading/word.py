"""Word files (DOCX): their paragraphs in order; macros, pictures, comments and deleted text are not read."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from index.cleaning.chars import measure_width, normalise, tidy
from index.cleaning.markup import Line
from index.reading.content import Content, check_size
from index.reading.titles import strip_site

if TYPE_CHECKING:
    from lxml.etree import _Element

PART = 20 * 1024 * 1024  # bytes of the text unpacked; a larger one is a bomb, or no readout
_RATIO = 200  # bytes unpacked of one packed; no text is packed so well
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_UNREAD = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent", _FALLBACK})
_BROKEN = "is no whole Word file; save it again as .docx, or its text in a .txt file"
_LEVELS = 9


def read_word(data: bytes) -> Content:
    """Return the content of a Word file; ValueError with the reason and the cure where it holds none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
            if "word/document.xml" not in names:
                raise ValueError(_BROKEN)
            body = _parse(archive, "word/document.xml")
            styles = _parse(archive, "word/styles.xml") if "word/styles.xml" in names else None
            core = _parse(archive, "docProps/core.xml") if "docProps/core.xml" in names else None
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, RuntimeError, OSError) as exc:
        raise ValueError(_BROKEN) from exc
    levels = _read_levels(styles)
    lines = [line for number, paragraph in _number(body) for line in _make_lines(number, paragraph, levels)]
    check_size(sum(len(line.text) for line in lines), len(lines))
    title = _find_title(core, lines)
    return Content(tuple(lines), {"title": title} if title else {}, unit="paragraph")


def _parse(archive: zipfile.ZipFile, name: str) -> _Element:
    """Return the root of a part; no entity is defined, nothing is fetched, and a bomb is refused."""
    from lxml import etree

    info = archive.getinfo(name)
    if info.file_size > PART or info.file_size > _RATIO * max(1024, info.compress_size):
        raise ValueError(
            f"unpacks to {info.file_size / 2**20:.0f} MB, which no readout does; save its text in a .txt file"
        )
    try:
        data = archive.read(info)
    except ValueError as exc:  # a broken file leads before its own beginning
        raise ValueError(_BROKEN) from exc
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as exc:
        raise ValueError(_BROKEN) from exc
    if root.getroottree().docinfo.doctype:
        raise ValueError(_BROKEN)
    return root


def _number(root: _Element) -> Iterator[tuple[int, _Element]]:
    """Yield the paragraphs of the text with their numbers, empty ones counted too."""
    from lxml import etree

    number = skipped = 0
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=(f"{_W}p", _FALLBACK)):
        if element.tag == _FALLBACK:
            skipped += 1 if event == "start" else -1
        elif event == "start" and not skipped:
            number += 1
            yield number, element


def _make_lines(number: int, paragraph: _Element, levels: dict[str, int]) -> Iterator[Line]:
    """Yield the lines of a paragraph: more than one where a line break parts it."""
    level, bold = _find_level(paragraph, levels), True
    text: list[str] = []
    for kind, words in _read_runs(paragraph):
        bold = bold and (kind == "bold" or not words.strip())
        text.append(words)
    parts = [tidy(normalise(part)) for part in "".join(text).split("\n")]
    for place, part in enumerate(filter(None, parts)):
        opens = not place
        shown = level if measure_width(part) <= 400 else 0
        yield Line(number, part, shown, opens, opens, False, bold and not shown, width=measure_width(part))


def _read_runs(paragraph: _Element) -> Iterator[tuple[str, str]]:
    """Yield the texts of a paragraph, each 'bold' or 'plain'; what was deleted and what floats beside is left out."""
    stack = list(reversed(paragraph))
    bold = False
    while stack:
        element = stack.pop()
        if element.tag in _UNREAD:
            continue
        if element.tag == f"{_W}r":
            bold = _is_on(element.find(f"{_W}rPr/{_W}b"))
        kind = "bold" if bold else "plain"
        if element.tag == f"{_W}t":
            yield kind, element.text or ""
        elif element.tag in (f"{_W}br", f"{_W}cr"):
            yield kind, "\n"
        elif element.tag in (f"{_W}tab", f"{_W}ptab") and element.getparent().tag == f"{_W}r":
            yield kind, " "
        elif element.tag == f"{_W}noBreakHyphen":
            yield kind, "-"
        stack.extend(reversed(element))


def _is_on(element: _Element | None) -> bool:
    return element is not None and element.get(f"{_W}val", "true") not in ("0", "false", "off")


def _find_level(paragraph: _Element, levels: dict[str, int]) -> int:
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    if outline is not None:
        return _level(outline.get(f"{_W}val", ""))
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return levels.get(style.get(f"{_W}val", ""), 0) if style is not None else 0


def _read_levels(styles: _Element | None) -> dict[str, int]:
    """Return the level of each style that is a heading, by the style's id."""
    levels: dict[str, int] = {}
    for style in styles.iter(f"{_W}style") if styles is not None else ():
        identity = style.get(f"{_W}styleId", "")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        named = style.find(f"{_W}name")
        name = named.get(f"{_W}val", "").lower() if named is not None else ""
        if outline is not None:
            levels[identity] = _level(outline.get(f"{_W}val", ""))
        elif name in ("title", "subtitle"):
            levels[identity] = 1 if name == "title" else 2
    return levels


def _level(value: str) -> int:
    """Return the level of a heading for an outline level of Word, which counts from 0; 9 is text."""
    return min(int(value) + 1, 6) if value.isdecimal() and len(value) < 3 and int(value) < _LEVELS else 0


def _find_title(core: _Element | None, lines: list[Line]) -> str | None:
    """Return the title of the file's properties where the text begins with it; they often tell another."""
    element = core.find(_TITLE) if core is not None else None
    title = strip_site(tidy(normalise(element.text or ""))) if element is not None else ""
    return title if len(title) >= 4 and any(line.text == title for line in lines[:8]) else None
