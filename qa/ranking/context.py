"""What stands around a sentence: its neighbours, its paragraph, and the question that its paragraph answers."""

from __future__ import annotations

from bisect import bisect_right

from index.records import Span
from qa.library import Library

_ANSWER = 3  # paragraphs after a question that may still answer it


def block_text(sentence: Span) -> str:
    """Return the paragraph that a sentence stands in."""
    block = sentence.readout.block_at(sentence.start)
    return sentence.readout.text[block.start : block.end]


def text_around(sentence: Span, library: Library) -> str:
    """Return a sentence with its title, its neighbours and the question that it answers."""
    before, after = library.neighbours(sentence)
    parts = (
        sentence.section.origin.title,
        question_before(sentence),
        before and before.text,
        sentence.text,
        after and after.text,
    )
    return "\n".join(part for part in parts if part)


def text_before(sentence: Span, library: Library) -> str:
    """Return the sentence before and the question that the paragraph answers."""
    before, _ = library.neighbours(sentence)
    return "\n".join(part for part in (question_before(sentence), before and before.text) if part)


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
