"""From a web page to its blocks of text, each word with its line in the file; knows nothing of what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from index.cleaning.chars import normalise, tidy
from index.cleaning.patterns import words_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = words_of(
    "html body main article section header footer nav aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu dir hr",
    "table thead tbody tfoot tr td th caption blockquote pre figure figcaption address details summary dialog center",
    "form fieldset legend label button option",
)
# What a browser does not show, or shows as a picture or a field.
_UNSHOWN = words_of(
    "head title meta link script style noscript template iframe object embed applet",
    "svg math canvas audio video map select option datalist textarea input",
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BOLD = frozenset(("b", "strong"))
LAST_LINE = 65_534  # the parser counts no further


@dataclass(slots=True)
class Block:
    """A paragraph, a heading or another run of text that a page sets apart, and the elements around it."""

    pieces: list[tuple[str, int]]  # text with its line in the file
    around: tuple[_Element, ...]  # from the whole page inward
    breaks: int = 0  # line breaks before it, where only these part it from the text above
    linked: int = 0  # characters of its links
    bold: int = 0  # characters in bold
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words of the block with single spaces."""
        return tidy(normalise("".join(text for text, _ in self.pieces)))

    @property
    def level(self) -> int:
        """The level of the heading, 0 where it is none."""
        for element in reversed(self.around):
            if len(element.tag) == 2 and element.tag[0] == "h" and element.tag[1].isdigit():
                return int(element.tag[1])
        return 0


@dataclass(slots=True)
class _Walk:
    """Where the walk over a page stands."""

    line: int = 1
    stack: list[_Element] = field(default_factory=list)
    unshown: int = 0  # elements open that a browser does not show
    anchors: int = 0
    strong: int = 0
    blocks: list[Block] = field(default_factory=list)
    block: Block | None = None
    breaks: int = 0

    def add(self, text: str | None) -> None:
        """Take text in at the line where the walk stands."""
        if not text:
            return
        for number, part in enumerate(text.split("\n")):
            if number:
                self._add_space()
                self.line += 1
            if part.strip() and not self.unshown:
                self._add_piece(part)
            elif part:
                self._add_space()

    def _add_space(self) -> None:
        if self.block and not self.unshown:
            self.block.pieces.append((" ", self.line))

    def _add_piece(self, part: str) -> None:
        if self.block is None:
            self.block = Block([], tuple(self.stack), self.breaks)
            self.blocks.append(self.block)
            self.breaks = 0
        self.block.pieces.append((part, self.line))
        size = len(part.strip())
        self.block.linked += size if self.anchors else 0
        self.block.bold += size if self.strong else 0

    def close(self) -> None:
        """End the block that is open."""
        self.block = None


def list_blocks(root: _Element) -> list[Block]:
    """Return the blocks of text of a parsed page in their order."""
    from lxml import etree

    walk = _Walk()
    for event, element in etree.iterwalk(root, events=("start", "end", "comment")):
        if event == "comment":
            walk.line = _place(element, walk.line)
        elif event == "start":
            _enter(walk, element)
        else:
            _leave(walk, element)
        if event != "start":
            walk.add(element.tail if element is not root else None)
    return [block for block in walk.blocks if block.text]


def _place(element: _Element, line: int) -> int:
    found = element.sourceline or 0
    return max(line, found) if found <= LAST_LINE else line


def _enter(walk: _Walk, element: _Element) -> None:
    walk.line = _place(element, walk.line)
    tag = element.tag
    if tag in _BLOCKS:
        walk.close()
        walk.breaks = 0
    elif tag == "br" and not walk.unshown:
        if walk.block:
            walk.breaks = 0
        walk.close()
        walk.breaks += 1
    if tag in _BLOCKS:
        walk.stack.append(element)
    walk.unshown += is_unshown(element)
    walk.strong += tag in _BOLD
    if tag == "a":
        walk.anchors += 1
    walk.add(element.text)
    if tag == "a" and walk.block and not walk.unshown:
        walk.block.links.append(element.get("href") or "")


def _leave(walk: _Walk, element: _Element) -> None:
    tag = element.tag
    walk.unshown -= is_unshown(element)
    walk.strong -= tag in _BOLD
    walk.anchors -= tag == "a"
    if tag in _BLOCKS:
        walk.close()
        walk.breaks = 0
        walk.stack.pop()


def is_unshown(element: _Element) -> bool:
    """Tell whether a browser shows nothing of the element's text."""
    if element.tag in _UNSHOWN or element.get("hidden") is not None:
        return True
    return bool(_HIDDEN.search(element.get("style") or ""))


def iter_lines(block: Block) -> Iterator[tuple[str, int, bool]]:
    """Yield the words of a block, line of the file by line of the file; True where no space stands before them."""
    bare = False
    for number, pieces in groupby(block.pieces, key=lambda piece: piece[1]):
        text = "".join(words for words, _ in pieces)
        words = tidy(normalise(text))
        if words:
            yield words, number, bare and not text[0].isspace()
            bare = True
        bare = bare and not text[-1].isspace()
