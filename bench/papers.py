"""Writes small PDF and Word files, broken ones too, without a library that makes them; for the fuzzer and the tests."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence
from xml.sax.saxutils import escape

Placed = tuple[float, float, float, str]  # left, height above the bottom, size, words


def make_pdf(pages: Sequence[Sequence[Placed]], title: str = "", extra: bytes = b"") -> bytes:
    """Return a PDF file in Helvetica with the words where they are placed."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Kids[{kids}]/Count {len(pages)}>>".encode(),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, page in enumerate(pages):
        drawn = "".join(f"BT /F1 {size} Tf {left} {up} Td ({_quote(words)}) Tj ET\n" for left, up, size, words in page)
        stream = zlib.compress(drawn.encode("cp1252", "replace") + extra)
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>"
            f"/Contents {5 + 2 * number} 0 R>>".encode()
        )
        objects.append(b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream))
    objects.append(b"<</Title(%s)/CreationDate(D:20991231000000)>>" % _quote(title).encode("cp1252", "replace"))
    return _write(objects)


def _quote(words: str) -> str:
    return words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def _write(objects: Sequence[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            size,
            table,
            size,
            size - 1,
            len(data),
        )
    )


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = f"""<w:styles {_W}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>"""


def make_word(paragraphs: Sequence[str], title: str = "", body: str | None = None) -> bytes:
    """Return a Word file; a paragraph that begins with '# ' is a heading, one in '<' is markup."""
    parts = [part if part.startswith("<") else _paragraph(part) for part in paragraphs]
    document = body or f"<w:document {_W}><w:body>{''.join(parts)}</w:body></w:document>"
    core = f"""<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>{escape(title)}</dc:title><dcterms:created>2099-12-31T00:00:00Z</dcterms:created></cp:coreProperties>"""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
        archive.writestr("word/styles.xml", _STYLES)
        archive.writestr("docProps/core.xml", core)
    return file.getvalue()


def _paragraph(text: str) -> str:
    style = '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' if text.startswith("# ") else ""
    runs = "<w:br/>".join(
        f"<w:t xml:space='preserve'>{escape(part)}</w:t>" for part in text.removeprefix("# ").split("\n")
    )
    return f"<w:p>{style}<w:r>{runs}</w:r></w:p>"
