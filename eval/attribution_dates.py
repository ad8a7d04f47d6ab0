"""How often the day of an event is right, honestly unknown or wrong, with and without what stands around the text.

The day of a readout is that of its hand-written `.meta.json`; that of a press release is the day it was published, so
an event up to a week earlier counts as right. It knows nothing of sentences.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from eval.attribution_texts import convert_row, read_rows
from index.read import make_readout
from index.records import EventDate, Origin

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_COLLECTIONS = ("wh", "state", "cctv")
_EACH = 300  # rows of a collection, evenly spread
_BEFORE = timedelta(days=7)
_HEADER = "| texts | known | texts | day right | unknown | wrong | year right | year wrong |"


@dataclass(frozen=True, slots=True)
class Dated:
    """A text with the first and the last day that are right for it."""

    name: str
    text: str
    first: date
    last: date


def read_readouts(folder: Path, *, bare: bool) -> Iterator[Dated]:
    """Yield the readouts of `folder` that have a `.meta.json`, `bare` without front matter and under a neutral name."""
    for path in sorted(folder.glob("*.meta.json")):
        meta = json.loads(path.read_text(encoding="utf-8"))
        text = (folder / meta["file"]).read_text(encoding="utf-8")
        day = date.fromisoformat(meta["date"])
        yield Dated("text.txt" if bare else meta["file"], _FRONT.sub("", text) if bare else text, day, day)


def read_releases(data: Path, collection: str, *, bare: bool) -> Iterator[Dated]:
    """Yield some press releases or news of a collection, `bare` without their heads."""
    rows = list(read_rows(data, collection))
    step = max(1, len(rows) // _EACH)
    for row in rows[step // 2 :: step][:_EACH]:  # those from 0 on were looked at while the rules were mended
        day = date.fromisoformat(row["date"])
        yield Dated("text.txt", convert_row(row, dated=not bare), day - _BEFORE, day)


def judge(found: EventDate | None, dated: Dated) -> str:
    """Return whether a day is `right`, `unknown` or `wrong`."""
    if found is None:
        return "unknown"
    return "right" if dated.first <= found.day <= dated.last else "wrong"


def find_day(dated: Dated) -> EventDate | None:
    """Return the day that the program finds for a text."""
    return make_readout(dated.name, b"", dated.text, Origin()).origin.date


def list_wrong(texts: Iterable[Dated]) -> list[str]:
    """Return one line for each text whose day is wrong."""
    found = [(dated, find_day(dated)) for dated in texts]
    return [f"{dated.last} {day}: {dated.text[:80]!r}" for dated, day in found if judge(day, dated) == "wrong"]


def _row(name: str, known: str, texts: Iterable[Dated]) -> str:
    days: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for dated in texts:
        found = find_day(dated)
        days[judge(found, dated)] += 1
        if found:
            years["right" if dated.first.year <= found.day.year <= dated.last.year else "wrong"] += 1
    total = days.total()
    shares = [days["right"], days["unknown"], days["wrong"], years["right"], years["wrong"]]
    return f"| {name} | {known} | {total} | {' | '.join(f'{share / total:.1%}' for share in shares)} |"


def report(readouts: Path, data: Path) -> str:
    """Return the figures as a Markdown table, of what is there of the readouts and the collections."""
    lines = [_HEADER, "|" + "---|" * (_HEADER.count("|") - 1)]
    for known, bare in (("all", False), ("text only", True)):
        if readouts.is_dir():
            lines.append(_row("readouts", known, read_readouts(readouts, bare=bare)))
        if data.is_dir():
            lines += [_row(name, known, read_releases(data, name, bare=bare)) for name in _COLLECTIONS]
    return "\n".join(lines) + "\n"
