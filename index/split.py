"""From a readout to its sentences, passages and lists, all by offsets; knows nothing of meaning or search."""

from __future__ import annotations

import re
from collections.abc import Iterator

from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.records import Block, Group, Readout, Span
from index.splitting.lists import find_lists
from index.splitting.sentences import find_sentences

PASSAGE_SIZE = 300  # Chinese characters; an English word weighs two
_HAN_OR_WORD = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]|[A-Za-z0-9][A-Za-z0-9'’.-]*")
_CLOSERS = r"[”’\"'」』）)》】\]]*"
_SEPARATORS = [
    r"\n",
    rf"[。！？!?]{_CLOSERS}|(?<=[a-z0-9)\]”’][.!?])\s+",  # not behind a capital: U.S., initials
    r"[；;]\s*",
    r"[，、,：:]\s*",
    r"\s+",
    r"",
]
_INLINE = frozenset({"markup", "front matter"})


def split_sentences(readout: Readout) -> list[Span]:
    """Return the sentences of all prose and all questions, in order."""
    return [
        Span(readout, block.start + start, block.start + end)
        for block in readout.blocks
        if block.kind != "heading"
        for start, end in find_sentences(readout.text[block.start : block.end])
    ]


def split_passages(readout: Readout, size: int = PASSAGE_SIZE) -> list[Span]:
    """Return passages of about `size` characters: whole sentences where they fit, of one article, prose only."""
    splitter = RecursiveCharacterTextSplitter(
        separators=_SEPARATORS,
        is_separator_regex=True,
        keep_separator="end",
        strip_whitespace=False,  # offsets add up only where nothing is taken off
        chunk_size=size,
        chunk_overlap=0,
        length_function=weigh,
    )
    return [span for start, end in _find_runs(readout) for span in _split_run(readout, start, end, splitter)]


def weigh(text: str) -> int:
    """Return the length of a text: one for a Chinese character, two for an English word."""
    return sum(1 if len(match) == 1 and match > "\u3000" else 2 for match in _HAN_OR_WORD.findall(text))


def _split_run(readout: Readout, start: int, end: int, splitter: RecursiveCharacterTextSplitter) -> Iterator[Span]:
    text = readout.text[start:end]
    chunks = splitter.split_text(text)
    if "".join(chunks) != text:  # the splitter loses characters of some texts that have no words
        chunks = [text[place : place + PASSAGE_SIZE] for place in range(0, len(text), PASSAGE_SIZE)]
    for chunk in chunks:
        after = start + len(chunk)
        first, last = start + len(chunk) - len(chunk.lstrip()), start + len(chunk.rstrip())
        if first < last:
            yield Span(readout, first, last)
        start = after


def _find_runs(readout: Readout) -> Iterator[tuple[int, int]]:
    """Yield the stretches of prose that nothing breaks: no heading, no question, no text left out."""
    breaks = {note.line for note in readout.dropped if note.reason not in _INLINE}
    run: tuple[int, int] | None = None
    before: Block | None = None
    for block in readout.blocks:
        joined = before is not None and run is not None and _touches(readout, before, block, breaks)
        if run and not joined:
            yield run
        run = ((run[0], block.end) if joined and run else (block.start, block.end)) if block.kind == "prose" else None
        before = block
    if run:
        yield run


def _touches(readout: Readout, before: Block, block: Block, breaks: set[int]) -> bool:
    if (
        block.kind != "prose"
        or before.kind != "prose"
        or readout.section_at(block.start) != readout.section_at(before.start)
    ):
        return False
    last, first = readout.lines.line_at(before.end - 1), readout.lines.line_at(block.start)
    return not any(last < line < first for line in breaks)


def find_groups(readout: Readout) -> list[Group]:
    """Return the lists of a readout, each with the sentence that introduces it and its items in order."""
    return [
        Group(Span(readout, *found.whole), tuple(Span(readout, *item) for item in found.items))
        for section in readout.sections
        for found in find_lists(
            readout.text, [block for block in readout.blocks if section.start <= block.start < section.end]
        )
    ]
