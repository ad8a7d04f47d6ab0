"""How the lines of a file are set: wrapped or not, and what a blank line means; knows nothing of headings' words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.cleaning.chars import CJK, WIDE, measure_width
from index.cleaning.markup import Line

TITLE_WIDTH = 80  # columns; a longer line of Chinese is no title
_WRAP_LIMIT = 112  # columns; wider lines are whole paragraphs
_NARROW = 24  # columns; narrower is no page of prose
_SLACK = 6  # columns; a line of Chinese may end early so that no mark begins the next

_WIDE_CHAR = re.compile(f"[{WIDE}“”‘’—…·]")
_HAN = re.compile(f"[{CJK}]")
_FINISHED = re.compile(r"[。！？；：!?.;:…][”’\"'」』）)》】\]]*$")
_STOPPED = re.compile(r"[。！？!?.…][”’\"'」』）)》】\]]*$")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a file is set: the width of its wrap (0 for none), and what a blank line means in it."""

    width: int  # columns
    double: bool  # a blank line stands between the lines of one paragraph too
    trails: bool  # white space at the end of a line tells the end of a paragraph
    broken: bool  # paragraphs are cut by column breaks
    marked: bool  # headings are marked


def is_finished(text: str) -> bool:
    """Tell whether the line ends as a sentence, a clause or an introduction ends."""
    return bool(_FINISHED.search(text))


def is_stopped(text: str) -> bool:
    """Tell whether the line ends as a sentence ends."""
    return bool(_STOPPED.search(text))


def measure_shape(lines: Sequence[Line]) -> Shape:
    """Find how the lines of a file are set."""
    prose = [line for line in lines if not line.level]
    pairs = [(a, b) for a, b in zip(lines, lines[1:], strict=False) if not a.level and not b.level and not b.opens]
    unfinished = [(a, b) for a, b in pairs if not is_finished(a.text)]
    width = _find_width(prose, unfinished)
    double = sum(b.gap for _, b in unfinished) * 2 > len(unfinished)
    return Shape(
        width=width,
        double=double,
        trails=double and bool(width) and _marks_ends(prose),
        broken=not width and any(_is_broken(a, b) for a, b in unfinished),
        marked=len(prose) < len(lines),
    )


def _is_broken(a: Line, b: Line) -> bool:
    """Tell whether a long line breaks off: in Latin letters a title may be as long, and the next line shows it."""
    return a.width > TITLE_WIDTH and bool(_HAN.search(a.text[-1]) or b.text[0].islower())


def _find_width(prose: Sequence[Line], unfinished: Sequence[tuple[Line, Line]]) -> int:
    if len(unfinished) < 3 or len(unfinished) * 3 < len(prose):
        return 0
    # The widest lines may be titles or addresses: the wrap is where most unfinished lines end.
    ends = sorted(a.width for a, _ in unfinished)
    width = ends[int(len(ends) * 0.95)]
    if not _NARROW <= width <= _WRAP_LIMIT:
        return 0
    if sum(line.width > width + _SLACK for line in prose) * 8 > len(prose):
        return 0
    full = sum(is_full(a, b, width) for a, b in unfinished)
    return width if full * 10 >= len(unfinished) * 6 else 0


def _marks_ends(prose: Sequence[Line]) -> bool:
    """Tell whether white space at the end of a line stands where a paragraph ends, and only there."""
    ends = [line for line in prose if line.trail and is_stopped(line.text)]
    stray = [line for line in prose if line.trail and not is_finished(line.text)]
    return len(ends) >= 2 and len(stray) * 8 <= len(ends)


def is_full(a: Line, b: Line, width: int) -> bool:
    """Tell whether the first word of line `b` would not have stood on line `a` too."""
    word = b.text.split(" ", 1)[0]
    if _WIDE_CHAR.match(word):
        return a.width + _SLACK >= width
    latin = re.match(rf"[^{WIDE}]+", word)
    need = measure_width(latin.group() if latin else word) + (0 if _HAN.search(a.text[-1:]) else 1)
    return a.width + min(need, 30) > width - 2
