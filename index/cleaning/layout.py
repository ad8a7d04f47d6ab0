"""From lines to paragraphs: hard wraps and column breaks joined, headings told from prose; knows no articles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.cleaning.chars import CJK
from index.cleaning.leads import find_dateline
from index.cleaning.marks import CLOSING
from index.cleaning.markup import Line
from index.cleaning.paragraphs import Node, Paragraph, join_pieces
from index.cleaning.shape import TITLE_WIDTH, Shape, is_finished, is_full, is_stopped, measure_shape
from index.records import Dropped

_BOLD, _PLAIN = 7, 8  # levels of headings that no heading mark tells
_HEADING_WIDTH = 60  # columns; a longer line is no heading unless it is marked or numbered
_FIRST_WIDTH = 120  # columns; a longer first line is no title
_BROKEN_WIDTH = 50  # columns; the same where columns break paragraphs

_HAN = re.compile(f"[{CJK}]")
_OPEN_END = re.compile(r"[，、,（(「『“《]$")
_GOES_ON = "，。、；：！？”’」』）》,.;:!?)"
_LABEL = re.compile(
    r"(?:[A-Z][A-Z.’' -]{1,50}(?:\s\([A-Za-z ]+\))?|Q|A|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}|"
    rf"[{CJK}·《》]{{1,14}})\s*[:：]\s*\S|Q\s+\S"
)
_NUMBER = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、）)]|第[一二三四五六七八九十]{1,2}[，、：]|[（(]?\d{1,2}[.．、）)](?!\d)|"
    r"[①-⑳]|[(（][a-z]{1,3}[)）])\s*\S"
)


def join_lines(marked: Sequence[tuple[Line, str | None]]) -> list[Node]:
    """Return the paragraphs of a file and what was dropped between them; a line comes with its reason to be dropped."""
    joiner = _Joiner(measure_shape([line for line, reason in marked if not reason]))
    for line, reason in marked:
        if reason:
            joiner.drop(Dropped(line.number, " ".join((line.text, *line.links)), reason))
        else:
            joiner.add(line)
    joiner.flush()
    return joiner.nodes


@dataclass
class _Joiner:
    shape: Shape
    nodes: list[Node] = field(default_factory=list)
    held: list[Line] = field(default_factory=list)
    passed: list[Node] = field(default_factory=list)  # page marks: a paragraph may go on behind them
    begun: bool = False  # the article has prose already

    def add(self, line: Line) -> None:
        """Put the line to those held, or begin a paragraph with it."""
        if self.passed:
            line = replace(line, gap=False)  # the blank line belongs to the page mark
        if self.held:
            begun = self.begun or find_dateline(self.held[0].text) > 0
            if _continues(self.shape, self.held[-1], line, begun):
                self.held.append(line)
                return
        self.flush()
        self.held.append(line)
        self.begun = self.begun and not 0 < line.level < _BOLD

    def drop(self, note: Dropped) -> None:
        """Note what is left out here; only a page mark lets the paragraph go on."""
        if note.reason == "page mark":
            self.passed.append(note)
            return
        self.flush()
        self.nodes.append(note)
        self.begun = self.begun and note.reason not in CLOSING

    def flush(self) -> None:
        """Make a paragraph of the lines held."""
        if self.held:
            level = _find_level(self.shape, self.held, self.begun)
            self.nodes.append(Paragraph(join_pieces(self.held), "heading" if level else "prose", level))
            told = is_stopped(self.held[-1].text) or len(self.held) > 2 or self.shape.broken
            self.begun = self.begun or (not level and told)
        self.nodes.extend(self.passed)
        self.held.clear()
        self.passed.clear()


def _find_level(shape: Shape, lines: Sequence[Line], begun: bool) -> int:
    """Return the level of a heading, 0 for prose."""
    first, last = lines[0], lines[-1]
    if first.level:
        return 0 if is_stopped(last.text) and first.width > TITLE_WIDTH else first.level
    if is_finished(last.text):
        return 0
    if first.bold and last.bold:
        return _BOLD
    alone = begun and len(lines) == 1 and not shape.broken
    return _PLAIN if alone and _is_plain_heading(shape, first) else 0


def _is_plain_heading(shape: Shape, line: Line) -> bool:
    """Tell whether an unfinished line that nothing marks is a heading: it is short, or has the number of a part."""
    if _NUMBER.match(line.text):
        return line.width <= TITLE_WIDTH
    short = line.width <= min(_HEADING_WIDTH, shape.width * 3 // 4 or _HEADING_WIDTH)
    return short and not shape.marked and not re.search(r"[，。；,]", line.text) and not _LABEL.match(line.text)


def _continues(shape: Shape, a: Line, b: Line, begun: bool) -> bool:
    """Tell whether line `b` goes on with the paragraph of line `a`."""
    if b.runs:
        return True
    if a.level or b.level or b.opens or a.bold != b.bold:
        return False
    finished = is_finished(a.text)
    full = bool(shape.width) and is_full(a, b, shape.width) and not (shape.trails and finished and a.trail)
    gap = b.gap and not shape.double
    if _opens(b.text) and (finished or _may_open(shape, full, gap)):
        return False
    if a.opens and not finished and not b.gap:
        return True  # the first line of a paragraph that is set off by its indent
    if not shape.width:
        return not finished and _goes_on_unwrapped(shape, a, b, begun)
    if gap and b.text[0].isupper():
        return False  # in English a blank line tells, even behind an interrupted sentence
    long = a.width * 4 >= shape.width * 3
    return (full and not gap) or (not finished and _flows(a, b, begun and (full or (long and not gap))))


def _goes_on_unwrapped(shape: Shape, a: Line, b: Line, begun: bool) -> bool:
    if not b.gap and b.text[0].islower():
        return True
    numbered = bool(_NUMBER.match(a.text)) and a.width <= TITLE_WIDTH and not shape.broken
    if numbered or _is_title(shape, a, begun):
        return False
    if b.gap and b.text[0].isupper() and not _HAN.search(b.text[:8]):
        return False
    return bool(_HAN.search(a.text[-8:])) or _flows(a, b, begun and not b.gap)


def _may_open(shape: Shape, full: bool, gap: bool) -> bool:
    """Tell whether a label or a number may begin a paragraph after an unfinished line."""
    return gap or not full if shape.width else not shape.broken


def _opens(text: str) -> bool:
    return bool(_LABEL.match(text) or _NUMBER.match(text))


def _flows(a: Line, b: Line, near: bool) -> bool:
    """Tell whether the words of an unfinished line go on in the next."""
    if _OPEN_END.search(a.text) or b.text[0].islower() or b.text[0] in _GOES_ON:
        return True
    return near and (bool(_HAN.search(a.text)) or a.width > _HEADING_WIDTH * 2 // 3)


def _is_title(shape: Shape, line: Line, begun: bool) -> bool:
    if _OPEN_END.search(line.text) or re.search("[。！？]", line.text):
        return False
    if not begun:
        return line.width <= (_BROKEN_WIDTH if shape.broken else _FIRST_WIDTH)
    return not (shape.marked or shape.broken or re.search("[，。；]", line.text)) and line.width <= _HEADING_WIDTH
