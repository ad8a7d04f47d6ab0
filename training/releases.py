"""The press releases that training questions were written over, taken from the training text one file each.

Their text is not in this project: releases.tsv names each by its file and the number of its row there.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from index.naming.tables import read_rows

RELEASES, COLUMNS = Path(__file__).with_name("releases.tsv"), ("part", "file", "row")


def write_releases(data: Path, part: str, folder: Path) -> None:
    """Write the releases of one part into a folder: title, day and text, as somebody would save them by hand.

    Raises FileNotFoundError where `data` does not hold the files that releases.tsv names.
    """
    rows = [row for row in read_rows(RELEASES, COLUMNS) if row["part"] == part]
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted({row["file"] for row in rows}):
        wanted = {int(row["row"]) for row in rows if row["file"] == name}
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if number in wanted:
                    release = json.loads(line)
                    text = f"{release['title']}\n\n{release['date']}\n\n{release['text']}\n"
                    (folder / release_name(name, number)).write_text(text, encoding="utf-8")


def release_name(file: str, row: int) -> str:
    """Return the name of a release's own file."""
    return f"{file.partition('_')[0]}-{row:04d}.txt"
