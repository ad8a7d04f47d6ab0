"""Which lines of a file are text, and why the others are not; knows what came before a line, not what it means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.cleaning.chars import measure_width
from index.cleaning.leads import find_dateline
from index.cleaning.marks import ends_caption, find_mark
from index.cleaning.markup import Line
from index.cleaning.patterns import AGENCY
from index.cleaning.shape import is_full, is_stopped, measure_shape

Marked = tuple[Line, str | None]  # a line with the reason to drop it, None for text

_LIST_NUMBER = re.compile(r"[（(]?\d{1,3}[）).．、]+\s*")
_FIRM = frozenset({"page mark", "caption", "rule", "end mark"})  # these are what they look like wherever they stand
_HEADED = frozenset({"related links", "boilerplate"})  # what a heading may be beside a heading
_CREDITED = re.compile(rf"[（(]{AGENCY}(?:[/／][^（）()]{{1,12}})?[）)]$")
_CAPTION_SIZE = 80  # characters; a longer paragraph is text
_LINK_WIDTH = 40  # columns; a longer line with a link in it is text


def sift_lines(lines: Iterable[Line]) -> list[Marked]:
    """Return each line with the reason to drop it, None for text."""
    return _drop_contents(_mark_captions(_keep_wrapped(_mark(lines))))


def _keep_wrapped(marked: list[Marked]) -> list[Marked]:
    """Keep a line in the middle of a wrapped paragraph that looks like a date or a name by chance."""
    shape = measure_shape([line for line, reason in marked if not reason])
    kept = marked[:1]
    for place, (line, reason) in enumerate(marked[1:], 1):
        before, why = kept[-1]
        after = marked[place + 1][0] if place + 1 < len(marked) else None
        goes_on = after is not None and not after.gap and not after.opens and after.text[0].islower()
        wrapped = bool(shape.width) and not shape.double and is_full(before, line, shape.width)
        inside = why is None and not line.gap and not line.opens and (wrapped or goes_on)
        kept.append((line, None) if inside and reason not in _FIRM else (line, reason))
    return kept


def _mark_captions(marked: list[Marked]) -> list[Marked]:
    """Mark the caption of a picture that stands between a title and the dateline of its article."""
    texts = [(place, line.text) for place, (line, reason) in enumerate(marked) if not reason]
    for (place, text), (_, after) in zip(texts, texts[1:], strict=False):
        if len(text) <= _CAPTION_SIZE and _CREDITED.search(text) and find_dateline(after):
            marked[place] = (marked[place][0], "caption")
    return marked


def _mark(lines: Iterable[Line]) -> list[Marked]:
    """Give each line the reason to drop it, None for text; the lines of one HTML paragraph are judged as one."""
    marked: list[Marked] = []
    running: str | None = None  # what an earlier line began and did not end
    for part in _group(lines):
        line = part[0] if len(part) == 1 else replace(part[0], text=" ".join(line.text for line in part))
        if line.level or (line.gap and running == "caption"):
            running = None
        reason = find_mark(line.text) or (None if line.level else _go_on(running, line))
        reason = None if line.level and reason not in _HEADED else reason
        if reason == "caption":
            running = None if ends_caption(line.text) else reason
        else:
            running = reason if reason == "related links" else None
        marked += [(piece, reason) for piece in part]
    return marked


def _group(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each HTML paragraph together, other lines one by one."""
    part: list[Line] = []
    for line in lines:
        if part and not line.runs:
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _go_on(running: str | None, line: Line) -> str | None:
    if running == "caption" or (running == "related links" and not is_stopped(line.text)):
        return running
    alone = line.links and measure_width(line.text) <= _LINK_WIDTH and not is_stopped(line.text)
    return "link" if alone else None


def _drop_contents(marked: list[Marked]) -> list[Marked]:
    """Drop the list of contents: a part whose numbered lines repeat the headings of the file."""
    headings = {_letters(line.text) for line, _ in marked if line.level or line.bold}
    starts = [place for place, (line, _) in enumerate(marked) if line.level] + [len(marked)]
    for start, end in zip(starts, starts[1:], strict=False):
        part = [line for line, _ in marked[start + 1 : end]]
        numbered = [line for line in part if _LIST_NUMBER.match(line.text)]
        known = [line for line in numbered if _letters(_LIST_NUMBER.sub("", line.text, count=1)) in headings]
        if len(numbered) >= 3 and len(known) * 2 >= len(numbered):
            marked[start:end] = [(line, reason or "contents list") for line, reason in marked[start:end]]
    return marked


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
