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
    return texts_near(sentence, library)[0]


def text_before(sentence: Span, library: Library) -> str:
    """Return the sentence before and the question that the paragraph answers."""
    return texts_near(sentence, library)[1]


def texts_near(sentence: Span, library: Library) -> tuple[str, str]:
    """Return what stands around a sentence and what stands before it, as `text_around` and `text_before` do."""
    before, after = library.neighbours(sentence)
    title, led = sentence.section.origin.title, [question_before(sentence), before.text if before else ""]
    around = (title, *led, sentence.text, after.text if after else "")
    return "\n".join([part for part in around if part]), "\n".join([part for part in led if part])


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
