"""The paragraph that passes between the steps of cleaning; knows nothing of what its words mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.cleaning.chars import CJK, WIDE
from index.cleaning.markup import Line
from index.records import BlockKind, Dropped

_WIDE_CHAR = re.compile(f"[{WIDE}]")
_EITHER = re.compile("[“”‘’—…·]")  # wide in Chinese, narrow in English
_CLOSED = re.compile(r"[”’](?!\w)")
_HAN = re.compile(f"[{CJK}]")


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


Node = Paragraph | Dropped  # what a file is once its lines are joined


def join_pieces(parts: Sequence[Line]) -> tuple[tuple[str, int], ...]:
    """Join lines: with a space between two Latin words, with none beside Chinese or after a hyphen."""
    pieces = [(parts[0].text, parts[0].number)]
    for a, b in zip(parts, parts[1:], strict=False):
        pieces.append((b.text if b.bare or _joins_bare(a.text, b.text) else " " + b.text, b.number))
    return tuple(pieces)


def _joins_bare(a: str, b: str) -> bool:
    if _WIDE_CHAR.match(a[-1]) or _WIDE_CHAR.match(b[0]):
        return True
    if a[-1] in "“‘" or _CLOSED.match(b):
        return True
    if _EITHER.match(a[-1]) or _EITHER.match(b[0]):
        # Such a mark is set as the words beside it are: wide in Chinese, with a space in English.
        beside = _EITHER.sub("", a)[-1:] + _EITHER.sub("", b)[:1]
        return bool(_HAN.search(beside))
    if a[-1].isdigit() and b[0].isdigit():
        return bool(_HAN.search(a))
    return bool(re.search(r"\w-$", a)) and b[0].isalpha()
