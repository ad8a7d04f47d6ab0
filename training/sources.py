"""Reads the training text: parallel TSV (zh, en), a dictionary TSV (Traditional, Simplified, glosses), JSONL articles.

Knows the shapes and the terms of each file (sources.toml), not what is learned from them.
"""

from __future__ import annotations

import gzip
import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SHAPES = {
    "parallel": "Chinese TAB English",
    "dict": "Traditional TAB Simplified TAB glosses parted by /",
    "mono": 'a JSON object with "title" and "text"',
}
SUFFIXES = (".tsv", ".tsv.gz", ".jsonl", ".jsonl.gz")
Kind = Literal["parallel", "dict", "mono"]


class MalformedRowError(ValueError):
    """A row of a training file is not of the documented shape."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, how it may be used and how much it weighs."""

    path: Path
    name: str
    kind: Kind
    use: str
    weight: float
    count: float
    licence: str


def _bare_name(path: Path) -> str:
    return path.name.split(".", 1)[0]


def find_sources(data: Path, terms_file: Path = Path(__file__).parent / "sources.toml") -> list[Source]:
    """Return the files of the folder's parallel/, dict/ and mono/, in order of name, with their terms."""
    terms = tomllib.loads(terms_file.read_text(encoding="utf-8"))
    sources = []
    kinds: tuple[Kind, ...] = ("parallel", "dict", "mono")
    for kind in kinds:
        for path in sorted((data / kind).glob("*")):
            if path.name.endswith(SUFFIXES):
                row = terms.get(_bare_name(path), terms["default"])
                sources.append(Source(path, _bare_name(path), kind, **row))
    if not sources:
        raise FileNotFoundError(f"{data} holds no parallel/, dict/ or mono/ with .tsv or .jsonl files (also .gz)")
    return sources


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        try:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield number, line.rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise MalformedRowError(f"{path}: not UTF-8 ({error})") from error


def _complain(path: Path, number: int, kind: Kind, found: str) -> MalformedRowError:
    return MalformedRowError(f"{path}, row {number}: expected {SHAPES[kind]}, found {found[:80]!r}")


def read_rows(path: Path, kind: Literal["parallel", "dict"]) -> Iterator[tuple[str, ...]]:
    """Yield the columns of each row of a table."""
    columns = 2 if kind == "parallel" else 3
    for number, line in _lines(path):
        row = tuple(cell.strip() for cell in line.split("\t"))
        if len(row) != columns or not all(row):
            raise _complain(path, number, kind, line)
        yield row


def read_articles(path: Path) -> Iterator[tuple[str, str]]:
    """Yield the title and the text of each article."""
    for number, line in _lines(path):
        try:
            article = json.loads(line)
            title, text = article["title"], article["text"]
        except (ValueError, KeyError, TypeError) as error:
            raise _complain(path, number, "mono", line) from error
        if not isinstance(title, str) or not isinstance(text, str):
            raise _complain(path, number, "mono", line)
        yield title, text


def read_texts(source: Source, every: int = 1) -> Iterator[str]:
    """Yield all texts of a source, or every n-th row's, whatever its shape."""
    if source.kind == "mono":
        rows: Iterator[tuple[str, ...]] = read_articles(source.path)
    else:
        rows = read_rows(source.path, source.kind)
    for number, row in enumerate(rows):
        if number % every == 0:
            yield from row
