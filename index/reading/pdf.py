"""PDF files: their lines page by page, with where each stands; scripts and attachments in them are not read."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Iterable
from typing import TYPE_CHECKING

from index.cleaning.chars import normalise, tidy
from index.reading.content import Content, check_size
from index.reading.printed import Printed, arrange_lines

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_UNPACKED = 256 * 2**20  # bytes of all packed parts together; pictures are among them
_CHUNK, _LAYERS = 2**20, 3
_STREAM = re.compile(rb"stream\r?\n(?=x)")  # packed by zlib
PAGES = 400  # what is longer is no readout
_BAND = 0.08  # of a page's height: what is printed over and over stands there
# Fonts draw some characters by the signs for radicals, and mark where a word is parted at the end of a line.
_RADICALS = dict(
    zip(
        "⺟⺠⻁⻄⻅⻆⻉⻋⻑⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳",
        "母民虎西见角贝车長镸长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟",
        strict=True,
    )
)
_KANGXI = {char: unicodedata.normalize("NFKC", chr(char)) for char in range(0x2F00, 0x2FD6)}
_AS_TYPED = str.maketrans(_RADICALS) | _KANGXI | {0xFFFE: "-", 0x02: "-"}


def read_pdf(data: bytes) -> Content:
    """Return the content of a PDF file; ValueError with the reason and the cure where it holds no text."""
    import pypdfium2

    check_streams(data)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as exc:
        locked = "password" in str(exc).lower()
        cure = "is locked by a password; save it without one" if locked else "is no whole PDF file; save it again"
        raise ValueError(cure) from exc
    try:
        if len(document) > PAGES:
            raise ValueError(f"has {len(document)} pages, more than {PAGES}; split it into its articles")
        told = document.get_metadata_dict()
        lines = _read_pages(document)
    except pypdfium2.PdfiumError as exc:
        raise ValueError("has a broken page; print it to a new PDF, or save its text in a .txt file") from exc
    finally:
        document.close()
    if not lines:
        raise ValueError(
            "holds pictures but no text; run text recognition (OCR) over it, or save its text in a .txt file"
        )
    return arrange_lines(lines, tidy(normalise(told.get("Title", ""))))


def check_streams(data: bytes) -> None:
    """Raise ValueError with the cure where packed parts of a file would fill the memory once unpacked."""
    whole = 0
    for match in _STREAM.finditer(data):
        whole += _measure(memoryview(data)[match.end() :], _UNPACKED - whole)
        if whole >= _UNPACKED:
            size = _UNPACKED // 2**20
            raise ValueError(f"unpacks to more than {size} MB; print it to a new PDF, or save its text in a .txt file")


def _measure(packed: memoryview | bytes, most: int, layer: int = 0) -> int:
    """Return how many bytes a packed part unpacks to, up to `most`; it may be packed several times over."""
    unpacker = zlib.decompressobj()
    size, first = 0, b""
    try:
        chunk = unpacker.decompress(packed, _CHUNK)
        while chunk and size < most:
            first = first or chunk
            size += len(chunk)
            chunk = unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)
    except zlib.error:
        return size
    if layer < _LAYERS and first[:1] == b"x":
        return max(size, _measure(first, most, layer + 1))
    return size


def _read_pages(document: Iterable[PdfPage]) -> list[Printed]:
    lines: list[Printed] = []
    size = 0
    for number, page in enumerate(document, 1):
        text = page.get_textpage()
        size += text.count_chars()
        check_size(size)
        lines += _read_lines(text, number, *page.get_size())
        text.close()
        page.close()
    return lines


def _read_lines(page: PdfTextPage, number: int, width: float, height: float) -> list[Printed]:
    from pypdfium2 import raw

    found = []
    place, count = 0, page.count_chars()
    for part in page.get_text_range().split("\r\n"):
        words = tidy(normalise(part.translate(_AS_TYPED)))
        first, last = place + len(part) - len(part.lstrip()), place + len(part.rstrip()) - 1
        place += len(part) + 2
        if not words or last >= count:
            continue
        left, bottom, _, _ = page.get_charbox(first)
        _, _, right, _ = page.get_charbox(last)
        size = raw.FPDFText_GetFontSize(page, first)
        bold = raw.FPDFText_GetFontWeight(page, first) >= 600 <= raw.FPDFText_GetFontWeight(page, last)
        edge = bool(height) and not _BAND < bottom / height < 1 - _BAND
        found.append(Printed(words, number, left, right, bottom, size or 1.0, bold, edge, width))
    return found
