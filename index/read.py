"""From files to readouts: bytes decoded, cleaned, their origin found; knows nothing of passages or search."""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.clean import clean_content
from index.cleaning.articles import Article
from index.cleaning.language import find_language
from index.origin import File, find_origins
from index.origins.catalog import FILE as CATALOG
from index.origins.catalog import Catalog, CatalogError, load_catalog
from index.reading.content import Content
from index.reading.folder import walk_folder
from index.reading.guard import read_apart
from index.reading.plain import parse_text, read_plain
from index.reading.web import read_page
from index.reading.word import read_word
from index.records import Block, LineMap, Origin, Readout, Section, Unit

LIMIT = 20 * 1024 * 1024  # bytes; a larger file is no readout
READERS: dict[str, Callable[[bytes], Content]] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".html": read_page,
    ".htm": read_page,
    ".pdf": read_apart,
    ".docx": read_word,
}
_CURES = {
    ".doc": "save it as .docx",
    ".rtf": "save it as .docx",
    ".odt": "save it as .docx",
    ".pages": "save it as .docx",
    ".mhtml": "save the page as HTML",
    ".mht": "save the page as HTML",
    ".webarchive": "save the page as HTML",
    ".zip": "unpack it",
}


class UnreadableFile(ValueError):
    """A file that holds no readout; the message names it and says what to do."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read, and why."""

    name: str
    reason: str


def list_files(folder: Path) -> list[Path]:
    """Return the files of a folder that its readouts come from, the catalog among them, in the order of their names."""
    return walk_folder(folder)[0]


def list_refused(folder: Path) -> list[Skipped]:
    """Return what stands in a folder and is not opened: links out of it, pipes, names that do not show as they are."""
    return [Skipped(name, reason) for name, reason in walk_folder(folder)[1]]


def read_folder(folder: Path) -> tuple[list[Readout], list[Skipped]]:
    """Return the readouts of a folder, and the files that could not be read."""
    catalog, skipped = _try_catalog(folder / CATALOG)
    skipped += list_refused(folder)
    readouts = []
    for path in list_files(folder):
        name = path.relative_to(folder).as_posix()
        if path.name == CATALOG:
            continue
        try:
            readouts.append(read_file(path, name, catalog))
        except UnreadableFile as exc:
            skipped.append(Skipped(name, str(exc)))
    return readouts, skipped


def _try_catalog(path: Path) -> tuple[Catalog, list[Skipped]]:
    try:
        return load_catalog(path), []
    except CatalogError as exc:
        return {}, [Skipped(path.name, f"{path.name}: {exc}. The files were read without it.")]


def read_file(path: Path, name: str | None = None, catalog: Catalog | None = None) -> Readout:
    """Return the readout in a file; UnreadableFile where it holds none."""
    name = name or path.name
    data = _read_bytes(path, name)
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kind = path.suffix or "no suffix"
        cure = _CURES.get(kind.lower(), "save its text as UTF-8 in a .txt file")
        raise UnreadableFile(f"{name} ({kind}): only {', '.join(READERS)} files are read; {cure}")
    try:
        content = reader(data)
    except ValueError as exc:
        raise UnreadableFile(f"{name} {exc}") from exc
    return assemble_readout(name, data, content, (catalog or {}).get(name, Origin()))


def _read_bytes(path: Path, name: str) -> bytes:
    try:
        with os.fdopen(_open_file(path), "rb") as file:
            size = os.fstat(file.fileno()).st_size
            data = b"" if size > LIMIT else file.read(LIMIT + 1)
    except OSError as exc:
        raise UnreadableFile(
            f"{name} cannot be opened ({exc.strerror}); check that it is there and may be read"
        ) from exc
    if max(size, len(data)) > LIMIT:
        size = max(size, len(data))
        raise UnreadableFile(f"{name} is {size / 2**20:.0f} MB, more than {LIMIT // 2**20}; split it into its articles")
    return data


def _open_file(path: Path) -> int:
    """Open a file and nothing else: a pipe would be waited for without end."""
    number = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    if not stat.S_ISREG(os.fstat(number).st_mode):
        os.close(number)
        raise OSError(errno.EINVAL, "it is no file but a folder, a pipe or a device")
    return number


def make_readout(name: str, data: bytes, text: str, entry: Origin) -> Readout:
    """Return the readout of a text file's bytes and text, with what its catalog entry says."""
    return assemble_readout(name, data, parse_text(text), entry)


def assemble_readout(name: str, data: bytes, content: Content, entry: Origin) -> Readout:
    """Return the readout of what a reader found in a file, with what its catalog entry says."""
    cleaned = clean_content(content)
    if not cleaned.articles:
        raise UnreadableFile(f"{name} holds no text beside markup and notes; check what was saved in it")
    whole, origins = find_origins(File(name, cleaned.header, entry), cleaned.articles)
    body, sections, blocks, lines = _assemble(cleaned.articles, origins, content.unit)
    return Readout(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        text=body,
        language=find_language(body),
        origin=whole,
        sections=sections,
        blocks=blocks,
        lines=lines,
        dropped=cleaned.dropped,
    )


def _assemble(
    articles: Sequence[Article], origins: Sequence[Origin], unit: Unit
) -> tuple[str, tuple[Section, ...], tuple[Block, ...], LineMap]:
    """Set the paragraphs of all articles one a line, and note where each piece came from."""
    parts: list[str] = []
    blocks: list[Block] = []
    bounds: list[int] = []
    starts: list[int] = []
    numbers: list[int] = []
    offset = 0
    for article in articles:
        bounds.append(offset)
        for paragraph in article.paragraphs:
            start = offset
            for piece, line in paragraph.pieces:
                # The space that joins two lines belongs to the line before it.
                starts.append(offset + (len(piece) - len(piece.lstrip()) if offset > start else 0))
                numbers.append(line)
                parts.append(piece)
                offset += len(piece)
            blocks.append(Block(start, offset, paragraph.kind))
            parts.append("\n")
            offset += 1
    text = "".join(parts)[:-1]
    ends = [*bounds[1:], len(text)]
    sections = tuple(Section(start, end, origin) for start, end, origin in zip(bounds, ends, origins, strict=True))
    return text, sections, tuple(blocks), LineMap(tuple(starts), tuple(numbers), unit)
