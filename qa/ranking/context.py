"""What stands around a sentence: its neighbours, its paragraph, and the question that its paragraph answers."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple
from weakref import WeakKeyDictionary

from index.records import Span
from qa.library import Library

_ANSWER = 3  # paragraphs after a question that may still answer it
REMEMBERED = 4_096  # sentences of one library: 5 MB
_known: WeakKeyDictionary[Library, dict[tuple[str, int, int], Near]] = WeakKeyDictionary()


class Near(NamedTuple):
    """What stands near a sentence.

    `around` is the sentence with its title, its neighbours and the question that it answers; `before` is the
    sentence before and that question; `block` is its paragraph.
    """

    around: str
    before: str
    block: str
    title: str


def block_text(sentence: Span) -> str:
    """Return the paragraph that a sentence stands in."""
    block = sentence.readout.block_at(sentence.start)
    return sentence.readout.text[block.start : block.end]


def text_around(sentence: Span, library: Library) -> str:
    """Return a sentence with its title, its neighbours and the question that it answers."""
    return find_near(sentence, library).around


def text_before(sentence: Span, library: Library) -> str:
    """Return the sentence before and the question that the paragraph answers."""
    return find_near(sentence, library).before


def find_near(sentence: Span, library: Library) -> Near:
    """Return what stands near a sentence; the same sentences may answer many questions."""
    known = _known.setdefault(library, {})
    key = sentence.readout.name, sentence.start, sentence.end
    near = known.get(key)
    if near is None:
        if len(known) >= REMEMBERED:
            known.clear()
        near = known[key] = _look_around(sentence, library)
    return near


def _look_around(sentence: Span, library: Library) -> Near:
    before, after = library.neighbours(sentence)
    title, led = sentence.section.origin.title or "", [question_before(sentence), before.text if before else ""]
    around = (title, *led, sentence.text, after.text if after else "")
    return Near(
        "\n".join([part for part in around if part]),
        "\n".join([part for part in led if part]),
        block_text(sentence),
        title,
    )


def question_before(sentence: Span) -> str:
    """Return the journalist's question that stands shortly before a sentence's paragraph; empty where there is none."""
    blocks = sentence.readout.blocks
    here = bisect_right(blocks, sentence.start, key=lambda block: block.start) - 1
    for block in reversed(blocks[max(0, here - _ANSWER) : here]):
        if block.kind == "question":
            return sentence.readout.text[block.start : block.end]
        if block.kind == "heading":
            return ""
    return ""
