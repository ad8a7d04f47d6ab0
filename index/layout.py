"""From lines to paragraphs: hard wraps and column breaks joined; knows nothing of articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.markup import CJK, WIDE, Line, measure_width
from index.records import BlockKind

_WIDE_CHAR = re.compile(f"[{WIDE}“”‘’—…·]")
_HAN = re.compile(f"[{CJK}]")
_FINISHED = re.compile(r"[。！？；：!?.;:…][”’\"'」』）)》】\]]*$")
_STOPPED = re.compile(r"[。！？!?.…][”’\"'」』）)》】\]]*$")
_OPEN_END = re.compile(r"[，、,（(「『“《—-]$")
_WRAP_LIMIT = 112  # columns; wider lines are whole paragraphs
_TITLE_WIDTH = 80  # columns
_NARROW = 24  # columns; narrower is no page of prose
_LABEL = re.compile(
    rf"(?:[A-Z][A-Z.’' -]{{1,50}}(?:\s\([A-Za-z ]+\))?|Q|A|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){{0,4}}|[{CJK}·《》]{{1,14}})\s*[:：]\s*\S|Q\s+\S"
)
_MARKER = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十]{1,2}[，、：]|[（(]?\d{1,2}[.．、）)](?!\d)|[①-⑳]|[(（][a-z]{1,3}[)）])\s*\S"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines joined to one: pieces of text, each with its line in the file."""

    pieces: tuple[tuple[str, int], ...]
    kind: BlockKind = "prose"
    level: int = 0

    @property
    def text(self) -> str:
        """The pieces in one string."""
        return "".join(text for text, _ in self.pieces)

    @property
    def lines(self) -> tuple[int, int]:
        """The first and last line of the file."""
        return self.pieces[0][1], self.pieces[-1][1]

    def cut(self, start: int, end: int) -> tuple[tuple[str, int], ...]:
        """Return the pieces between two offsets, without white space at either end."""
        text = self.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        found, place = [], 0
        for piece, line in self.pieces:
            kept = piece[max(0, start - place) : max(0, end - place)]
            place += len(piece)
            if kept:
                found.append((kept, line))
        return tuple(found)


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
    return Shape(
        width=width,
        double=sum(b.gap for _, b in unfinished) * 2 > len(unfinished),
        trails=bool(width) and _marks_ends(prose),
        broken=not width and any(_is_broken(a, b) for a, b in unfinished),
        marked=len(prose) < len(lines),
    )


def _is_broken(a: Line, b: Line) -> bool:
    """Tell whether a long line breaks off: in Latin letters a title may be as long, and the next line shows it."""
    return a.width > _TITLE_WIDTH and bool(_HAN.search(a.text[-1]) or b.text[0].islower())


def _find_width(prose: Sequence[Line], unfinished: Sequence[tuple[Line, Line]]) -> int:
    if len(unfinished) < 3 or len(unfinished) * 3 < len(prose):
        return 0
    # The widest lines may be titles or addresses: the wrap is where most unfinished lines end.
    ends = sorted(a.width for a, _ in unfinished)
    width = ends[int(len(ends) * 0.95)]
    if not _NARROW <= width <= _WRAP_LIMIT:
        return 0
    if sum(line.width > width + 6 for line in prose) * 8 > len(prose):
        return 0
    full = sum(_is_full(a, b, width) for a, b in unfinished)
    return width if full * 10 >= len(unfinished) * 6 else 0


def _marks_ends(prose: Sequence[Line]) -> bool:
    """Tell whether white space at the end of a line stands where a paragraph ends, and only there."""
    ends = [line for line in prose if line.trail and is_stopped(line.text)]
    stray = [line for line in prose if line.trail and not is_finished(line.text)]
    return len(ends) >= 2 and len(stray) * 8 <= len(ends)


def _is_full(a: Line, b: Line, width: int) -> bool:
    """Tell whether the next word would not have stood on this line too."""
    word = b.text.split(" ", 1)[0]
    if _WIDE_CHAR.match(word):
        return a.width + 6 >= width  # a line may end early so that no mark begins the next
    latin = re.match(rf"[^{WIDE}]+", word)
    need = measure_width(latin.group() if latin else word) + (0 if _HAN.search(a.text[-1:]) else 1)
    return a.width + min(need, 30) > width - 2


def continues(shape: Shape, a: Line, b: Line, begun: bool) -> bool:
    """Tell whether line `b` goes on with the paragraph of line `a`; `begun`: the article has prose already."""
    if b.runs:
        return True
    if a.level or b.level or b.opens or a.bold != b.bold:
        return False
    finished = is_finished(a.text)
    full = bool(shape.width) and _is_full(a, b, shape.width) and not (shape.trails and finished and a.trail)
    meaningful_gap = b.gap and not shape.double
    if _opens(b.text) and (finished or _may_open(shape, full, meaningful_gap)):
        return False
    if shape.width:
        if full and not meaningful_gap:
            return True
        long = full or shape.double or (not b.gap and a.width * 4 >= shape.width * 3)
        return not finished and _flows(a, b, begun and long)
    if finished or _is_title(shape, a, begun):
        return False
    return bool(_HAN.search(a.text[-8:])) or _flows(a, b, begun and not b.gap)


def _may_open(shape: Shape, full: bool, gap: bool) -> bool:
    """Tell whether a label or a number may begin a paragraph after an unfinished line."""
    return gap or not full if shape.width else not shape.broken


def _flows(a: Line, b: Line, near: bool) -> bool:
    """Tell whether the words of an unfinished line go on in the next."""
    if _OPEN_END.search(a.text) or b.text[:1].islower() or b.text[:1] in "，。、；：！？”’」』）》,.;:!?)":
        return True
    return near and bool(_HAN.search(a.text)) or (near and a.width > 40)


def _is_title(shape: Shape, line: Line, begun: bool) -> bool:
    if _OPEN_END.search(line.text) or (begun and re.search("[，。；]", line.text)):
        return False
    if not begun:
        return line.width <= (50 if shape.broken else 120)
    return not shape.marked and not shape.broken and line.width <= 60


def _opens(text: str) -> bool:
    return bool(_LABEL.match(text) or _MARKER.match(text))


def opens_speech(text: str) -> bool:
    """Tell whether the line begins with the label of a speaker."""
    return bool(_LABEL.match(text))


def join_pieces(parts: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """Join lines: with a space between two Latin words, with none beside Chinese or after a hyphen."""
    pieces = [(parts[0].text, parts[0].number)]
    for a, b in zip(parts, parts[1:], strict=False):
        pieces.append((b.text if _joins_bare(a.text, b.text) else " " + b.text, b.number))
    return tuple(pieces)


def _joins_bare(a: str, b: str) -> bool:
    if _WIDE_CHAR.match(a[-1]) or _WIDE_CHAR.match(b[0]):
        return True
    if a[-1].isdigit() and b[0].isdigit():
        return bool(_HAN.search(a))
    return bool(re.search(r"\w-$", a)) and b[0].isalpha()
