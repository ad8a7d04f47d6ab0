"""Makes files that no reader should fall over: real ones bent, and made-up ones of every format, by their seed."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from pathlib import Path

from bench.papers import Placed, make_pdf, make_word

ROOT = Path(__file__).parent.parent
# Words of the trade, markup, and characters that trip programs.
_MADE_OF: list[str] = json.loads(Path(__file__).with_name("words.json").read_text(encoding="utf-8"))
_ENCODINGS = ("utf-8", "utf-8", "utf-8", "utf-8", "utf-8-sig", "gb18030", "big5", "utf-16", "cp1252", "utf-32")
_MOST = 4000  # characters of a text before it is bent
_NODES = (
    "<w:p/>",
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
    "<w:p><w:pPr><w:outlineLvl w:val='{}'/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>",
    "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t><w:br/><w:t>{}</w:t></w:r></w:p>",
    "<w:p><w:del><w:r><w:delText>{}</w:delText></w:r></w:del><w:ins><w:r><w:t>{}</w:t></w:r></w:ins></w:p>",
    "<w:p><w:r><w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent></w:r></w:p>",
    "<w:p><w:pPr><w:pStyle w:val='{}'/></w:pPr></w:p>",
)


def load_bases() -> list[str]:
    """Return the texts of the real files at hand: the seeds, and the further readouts where they are present."""
    folders = (ROOT / "seeds", ROOT / "tests" / "pages", ROOT.parent / "shared" / "readouts")
    paths = sorted(path for folder in folders if folder.is_dir() for path in folder.glob("*.*"))
    return [
        path.read_text(encoding="utf-8", errors="replace") for path in paths if path.suffix in (".txt", ".html", ".md")
    ]


def make_file(rng: random.Random, bases: Sequence[str]) -> tuple[str, bytes]:
    """Return the name and the bytes of one file."""
    kind = rng.choices(("txt", "md", "html", "docx", "pdf"), (40, 15, 25, 12, 8))[0]
    text = bend(rng, _make_base(rng, bases))
    makers = {"docx": make_word_file, "pdf": make_pdf_file}
    data = makers[kind](rng, text.split("\n")) if kind in makers else text.encode(rng.choice(_ENCODINGS), "replace")
    return f"{rng.choice(('a', '2023-11-15_us_x', '习近平', '0'))}.{kind}", break_bytes(rng, data)


def pick_words(rng: random.Random, count: int) -> str:
    """Return words of the trade, markup and characters that trip programs, drawn by lot."""
    return "".join(rng.choices(_MADE_OF, k=count))


def bend(rng: random.Random, text: str) -> str:
    """Return the text with a few changes: parts lost, said again, moved, or words of the trade put in."""
    for _ in range(rng.choice((0, 1, 1, 2, 3, 6, 12))):
        text = rng.choice((_cut, _repeat, _insert, _insert, _insert, _move, _rewrap, _swap))(rng, text)
    return text[: 3 * _MOST]


def _spot(rng: random.Random, text: str) -> tuple[int, int]:
    start = rng.randrange(len(text) + 1)
    return start, min(len(text), start + int(rng.paretovariate(0.7)))


def _cut(rng: random.Random, text: str) -> str:
    start, end = _spot(rng, text)
    return text[:start] + text[end:]


def _repeat(rng: random.Random, text: str) -> str:
    start, end = _spot(rng, text)
    return text[:end] + text[start : start + 200] * rng.choice((1, 1, 1, 2, 2, 5, 5, 40)) + text[end:]


def _insert(rng: random.Random, text: str) -> str:
    start, _ = _spot(rng, text)
    words = pick_words(rng, rng.choice((1, 1, 1, 2, 3, 8))) * rng.choice((1, 1, 1, 1, 1, 1, 1, 2, 2, 60))
    return text[:start] + words + text[start:]


def _move(rng: random.Random, text: str) -> str:
    lines = text.split("\n")
    place, other = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[place], lines[other] = lines[other], lines[place]
    return "\n".join(lines)


def _rewrap(rng: random.Random, text: str) -> str:
    width = rng.choice((1, 7, 24, 27, 60, 72, 200))
    joint = rng.choice(("\n", "\n\n", " \n", "\r\n", "\\\n", "<br>"))
    return joint.join(text[place : place + width] for place in range(0, min(len(text), 2000), width))


def _swap(rng: random.Random, text: str) -> str:
    start, _ = _spot(rng, text)
    char = chr(
        rng.choice(
            (
                rng.randrange(0x20, 0x7F),
                rng.randrange(0x3000, 0x30FF),
                rng.randrange(0x4E00, 0x9FFF),
                rng.randrange(0xD800),
            )
        )
    )
    return text[:start] + char + text[start + 1 :]


def _make_base(rng: random.Random, bases: Sequence[str]) -> str:
    if rng.random() < 0.25 or not bases:
        return pick_words(rng, rng.choice((1, 3, 10, 10, 40, 120)))
    base = rng.choice(bases)
    start = 0 if rng.random() < 0.5 else rng.randrange(len(base) + 1)
    return base[start : start + rng.choice((60, 120, 120, 250, 250, 500, 1000, _MOST))]


def _clean(lines: Sequence[str]) -> list[str]:
    return ["".join(char for char in line if char >= " " or char == "\t")[:400] for line in lines[:60]]


def make_word_file(rng: random.Random, text: Sequence[str]) -> bytes:
    """Return a Word file of these lines, with markup that it need not have."""
    lines = _clean(text)
    for _ in range(rng.choice((0, 0, 1, 3))):
        words = rng.choice(("They met.", "会谈。", "²", "9", "-1", ""))
        lines.insert(rng.randrange(len(lines) + 1), rng.choice(_NODES).format(words, words))
    safe = [line.encode("utf-8", "replace").decode().replace("\ufffe", "") for line in lines]
    return make_word([line if line in lines and line.startswith("<w:") else line.lstrip("<") for line in safe], safe[0])


def make_pdf_file(rng: random.Random, text: Sequence[str]) -> bytes:
    """Return a PDF file of these lines, in odd places and sizes."""
    pages: list[list[Placed]] = []
    for _ in range(rng.choice((1, 1, 2, 5))):
        up, page = 780.0, []
        for line in _clean(text)[:30]:
            page.append(
                (rng.choice((72.0, 72.0, 90.0, 300.0, -5.0)), up, rng.choice((11.0, 11.0, 11.0, 18.0, 0.0)), line[:110])
            )
            up -= rng.choice((14.0, 14.0, 28.0, -14.0, 0.0))
        pages.append(page)
    return make_pdf(pages, rng.choice(("", "Readout", "Readout | The White House", "无题")))


def break_bytes(rng: random.Random, data: bytes) -> bytes:
    """Return the bytes, in one of four cases with some lost, changed or put in."""
    if rng.random() < 0.75 or not data:
        return data
    found = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        place = rng.randrange(len(found) + 1)
        rng.choice((_drop, _flip, _put))(rng, found, place)
    return bytes(found)


def _drop(rng: random.Random, data: bytearray, place: int) -> None:
    del data[place : place + rng.choice((1, 2, 30, 5000))]


def _flip(rng: random.Random, data: bytearray, place: int) -> None:
    data[place : place + 1] = bytes([rng.randrange(256)])


def _put(rng: random.Random, data: bytearray, place: int) -> None:
    data[place:place] = rng.randbytes(rng.choice((1, 3, 20)))
