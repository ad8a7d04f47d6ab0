"""From lines as they are printed to lines of text: paragraphs by where lines stand, headers and footers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from index.cleaning.chars import WIDE, measure_width
from index.cleaning.marks import find_mark
from index.cleaning.markup import Line
from index.cleaning.shape import is_finished
from index.reading.content import Content
from index.reading.titles import part_site
from index.records import Dropped

_HEAD_SIZE = 1.2  # times the size of the text: a heading
_LEADING = 1.4  # times the usual distance of lines: a paragraph ends
_SINGLE = 1.25  # times the size of the text: the usual distance of lines, where nothing tells another
_CENTRED = 3  # times the size of the text: a line that begins farther in is centred
_INDENT = 1.2  # times the size of the text: a paragraph begins
_COLUMNS = 400  # of a heading at most
_TOLD = frozenset({"time stamp", "source note", "byline", "URL"})  # what dates or signs an article
_PAGED = re.compile(r"(?:\d{1,4}\s*/\s*\d{1,4}|[Pp]age \d+(?: of \d+)?)$")
_LINK = re.compile(r"https?://[^\s<>\"]{4,2000}")
_WIDE = re.compile(f"[{WIDE}“”‘’—…]")


@dataclass(frozen=True, slots=True)
class Printed:
    """A line as it is printed: its words, its page, where it stands in points, and its size."""

    text: str
    page: int
    left: float
    right: float
    y: float
    size: float
    bold: bool = False
    edge: bool = False  # at the top or the bottom of its page
    width: float = 0.0  # of its page


@dataclass(frozen=True, slots=True)
class Setting:
    """How a file is set, in points."""

    size: float
    leading: float
    left: float
    right: float
    wrapped: bool = False  # paragraphs run over several lines


def arrange_lines(printed: Sequence[Printed], title: str) -> Content:
    """Return lines of text with what begins a paragraph marked, and what is printed on every page left out."""
    marked = [(line, _find_reason(line, reruns)) for reruns in [_count_edges(printed)] for line in printed]
    links = [link for line, reason in marked if reason for link in _LINK.findall(line.text)]
    dropped = [Dropped(line.page, line.text, reason) for line, reason in marked if reason]
    kept = [line for line, reason in marked if not reason]
    lines = list(_make_lines(kept))
    whole, site = part_site(title, columns=False)
    bare = part_site(title)[0]
    # A title that ends in the name of a site is that of a printed web page, even where the page does not repeat it.
    heading = next((told for told in (whole, bare) if _is_printed(lines, told)), bare if site else None)
    lines, around = _trim(lines, heading)
    header = {"title": heading, "url": next(iter(links), None), "site": site if heading else None}
    return Content(
        tuple(lines), {key: value for key, value in header.items() if value}, (*dropped, *around), unit="page"
    )


def _count_edges(printed: Sequence[Printed]) -> Counter[str]:
    return Counter(_bare(line.text) for line in printed if line.edge)


def _bare(text: str) -> str:
    return re.sub(r"\d+", "0", text)


def _find_reason(line: Printed, reruns: Counter[str]) -> str | None:
    if not line.edge:
        return None
    paged = _PAGED.search(line.text) or _LINK.match(line.text) or re.match(r"\d{1,4}/\d{1,2}/\d{1,4}[,，\s]", line.text)
    return "page mark" if paged or reruns[_bare(line.text)] > 1 else None


def _make_lines(printed: Sequence[Printed]) -> Iterable[Line]:
    if not printed:
        return
    size = median(line.size for line in printed for _ in range(1 + len(line.text) // 20))
    setting = _measure(printed, size)
    before: Printed | None = None
    for line in printed:
        runs = before is not None and _goes_on(before, line, setting)
        head = line.size >= size * _HEAD_SIZE and measure_width(line.text) <= _COLUMNS
        level = (1 if line.size >= size * 1.5 else 2) if head else 0
        width = measure_width(line.text)
        yield Line(line.page, line.text, level, not runs, not runs, runs, line.bold and not head, width=width)
        before = line


def _measure(printed: Sequence[Printed], size: float) -> Setting:
    """Find how a file is set: where its lines begin and end, and whether paragraphs run over several lines."""
    body = [line for line in printed if abs(line.size - size) <= size / 10] or list(printed)
    lefts, rights = sorted(line.left for line in body), sorted(line.right for line in body)
    left = lefts[len(lefts) // 20]
    setting = Setting(size, size * _SINGLE, left, rights[(len(rights) * 24) // 25])
    pairs = [(a, b) for a, b in zip(body, body[1:], strict=False) if a.left <= left + _CENTRED * size]
    cut = [(a, b) for a, b in pairs if not is_finished(a.text) and _is_full(a, b, setting)]
    gaps = [a.y - b.y for a, b in cut if a.page == b.page and 0 < a.y - b.y < 4 * size]
    return replace(setting, leading=median(gaps), wrapped=True) if len(gaps) > 1 else setting


def _is_near(a: Printed, b: Printed, setting: Setting) -> bool:
    return a.page == b.page and 0 < a.y - b.y <= setting.leading * _LEADING * max(1.0, a.size / setting.size)


def _is_full(a: Printed, b: Printed, setting: Setting) -> bool:
    """Tell whether the first word of line `b` would not have stood on line `a` too."""
    word = b.text[0] if _WIDE.match(b.text) else b.text.split(" ", 1)[0]
    need = measure_width(word) * (a.right - a.left) / max(1, measure_width(a.text))
    return a.right + need >= setting.right - setting.size / 2


def _goes_on(a: Printed, b: Printed, setting: Setting) -> bool:
    """Tell whether line `b` goes on with the paragraph of line `a`, by where the two stand."""
    size, finished = setting.size, is_finished(a.text)
    if abs(a.size - b.size) > 0.1 * size or (a.bold != b.bold and finished):
        return False
    near = _is_near(a, b, setting)
    if a.size >= size * _HEAD_SIZE:
        return near and not finished
    if b.left > setting.left + _INDENT * size and b.left > a.left + _INDENT * size / 2:
        return False
    turned = b.page > a.page or b.y > a.y  # the next page or column
    allowed = (near and setting.wrapped) or ((near or turned) and not finished)
    return allowed and _is_full(a, b, setting)


def _is_printed(lines: Sequence[Line], title: str) -> bool:
    """Tell whether the file prints the title that its properties tell: they often tell another."""
    return len(title) >= 4 and _letters(title) in _letters("".join(line.text for line in lines[:120]))


def _trim(lines: list[Line], title: str | None) -> tuple[list[Line], list[Dropped]]:
    """Leave out what a printed web page has above its title and, unfinished, below its last sentence."""
    start, end = _find_printed(lines, title) if title else 0, len(lines)
    while end > start and not is_finished(lines[end - 1].text) and not lines[end - 1].runs:
        end -= 1
    if end == start:
        end = len(lines)
    related = (place for place in range(start + 1, end) if find_mark(lines[place].text) == "related links")
    end = next((place for place in related if place * 2 > len(lines)), end)
    above = [line for line in lines[:start] if not find_mark(line.text)]
    below = [line for line in lines[end:] if find_mark(line.text) not in _TOLD]
    left_out = [Dropped(line.number, line.text, "above the article") for line in above]
    left_out += [Dropped(line.number, line.text, "below the article") for line in below]
    gone = set(map(id, (*above, *below)))
    return [line for line in lines if id(line) not in gone], left_out


def _find_printed(lines: Sequence[Line], title: str) -> int:
    """Return the place of the line that the title begins with; the largest, where several do."""
    wanted = _letters(title)
    fit = [place for place, line in enumerate(lines[:120]) if wanted.startswith(_letters(line.text)) and line.text]
    fit = [place for place in fit if wanted in _letters("".join(line.text for line in lines[place : place + 6]))]
    return max(fit, key=lambda place: (bool(lines[place].level), -lines[place].level, -place), default=0)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
