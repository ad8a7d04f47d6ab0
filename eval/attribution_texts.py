"""Writes rows of collections of news and press releases as files, so that labels by hand can name them.

A row becomes Markdown: a head with its title, day, publisher and address, then its text, a paragraph a line; the file
is named after the hash of its text. It knows nothing of labels.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

COLLECTIONS = {
    "wh": "mono/white_house_press_releases_en.jsonl.gz",
    "state": "mono/state_dept_press_releases_en.jsonl.gz",
    "cctv": "mono/xinwenlianbo.jsonl.gz",
    "mrc": "qa/zh_security_mrc.jsonl.gz",
}
Row = Mapping[str, str]
_LONGEST = 300  # characters of a title


def read_rows(folder: Path, collection: str) -> Iterator[Row]:
    """Yield the rows of a collection of `folder`, each text once."""
    seen: set[str] = set()
    with gzip.open(folder / COLLECTIONS[collection], "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            row["text"] = row.get("text") or row.get("passage") or ""
            row["title"] = row["title"] if len(row["title"]) <= _LONGEST else ""  # a passage given as its own title
            if row["text"] not in seen:
                seen.add(row["text"])
                yield row


def name_row(collection: str, row: Row) -> str:
    """Return the name of a row's file; it tells neither day nor side."""
    return f"{collection}-{hashlib.sha256(row['text'].encode()).hexdigest()[:12]}.txt"


def convert_row(row: Row, *, dated: bool = True) -> str:
    """Return a row as the text of a file; with `dated` false without any head but the title."""
    paragraphs = "\n\n".join(line.strip() for line in row["text"].splitlines() if line.strip())
    told = {"title": row["title"], "date": row.get("date"), "publisher": row.get("source"), "url": row.get("url")}
    if not dated:
        return f"# {row['title']}\n\n{paragraphs}\n" if row["title"] else f"{paragraphs}\n"
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in told.items() if value)
    return f"---\n{head}\n---\n\n{paragraphs}\n"


def write_files(data: Path, folder: Path, names: Iterable[str]) -> None:
    """Write the rows named `names` of the collections in `data` as files of `folder`."""
    wanted = set(names)
    for collection in sorted({name.split("-")[0] for name in wanted}):
        for row in read_rows(data, collection):
            if (name := name_row(collection, row)) in wanted:
                (folder / name).write_text(convert_row(row), encoding="utf-8")
