"""Lists inside text: numbered, by semicolons, or by sentences that begin alike; all by offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.records import Block
from index.splitting.markers import Marker, chain_markers, find_markers
from index.splitting.sentences import find_sentences

Bounds = tuple[int, int]

_INTRO = re.compile(r".*?(?:[：:]|(?:包括|即|including)\s*[：:,，]?)\s*", re.S)
_ALIKE = 4  # characters
_ANAPHORA = re.compile(r"(?:是|要|应|應|致力|坚持|堅持|支持|反对|反對|不|愿|願)")
_SAID = re.compile(r"(?:说|說|表示|强调|強調|指出|认为|認為|介绍|介紹|宣布|重申|阐述|闡述)")


@dataclass(frozen=True, slots=True)
class Found:
    """A list: the bounds of all of it, its introduction included, and of each item."""

    whole: Bounds
    items: tuple[Bounds, ...]


def find_lists(text: str, blocks: Sequence[Block]) -> list[Found]:
    """Return the lists of one article, in order."""
    found: list[Found] = []
    for run in _prose_runs(blocks):
        markers = sorted(
            (marker for place, block in enumerate(run) for marker in find_markers(text, place, block)),
            key=lambda m: m.start,
        )
        found += [_make(text, run, chain) for chain in chain_markers(markers)]
        found += _by_semicolons(text, run, found)
        found += _by_paragraphs(text, run, found)
        found += _by_beginnings(text, run, found)
    return sorted(found, key=lambda item: item.whole)


def _prose_runs(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Yield stretches of prose between headings and questions."""
    run: list[Block] = []
    for block in blocks:
        if block.kind == "prose":
            run.append(block)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _make(text: str, run: Sequence[Block], chain: Sequence[Marker]) -> Found:
    ends = [_find_end(text, run, marker, after) for marker, after in pairwise(chain)]
    ends.append(_find_last_end(text, run, chain))
    items = tuple(_trim(text, marker.start, end) for marker, end in zip(chain, ends, strict=True))
    return Found((_find_intro(text, run, chain[0].block, chain[0].start), items[-1][1]), items)


def _find_end(text: str, run: Sequence[Block], marker: Marker, after: Marker) -> int:
    """An item ends where the next begins, or before the words that lead into the next: 'He said, second, …'."""
    starts = [start for start, _ in _sentences(text, run[after.block]) if marker.start < start <= after.start]
    return starts[-1] if starts else after.start


def _find_last_end(text: str, run: Sequence[Block], chain: Sequence[Marker]) -> int:
    """The last item takes its paragraph where each item begins one, else its sentence."""
    last = chain[-1]
    block = run[last.block]
    if all(marker.leads for marker in chain):
        return block.end
    return next(end for start, end in _sentences(text, block) if end > last.start)


def _sentences(text: str, block: Block) -> list[Bounds]:
    return [(block.start + start, block.start + end) for start, end in find_sentences(text[block.start : block.end])]


def _find_intro(text: str, run: Sequence[Block], place: int, start: int) -> int:
    """Return where the sentence begins that leads into an item at `start`."""
    before = [bounds for bounds in _sentences(text, run[place]) if bounds[0] < start]
    if before:
        return before[-1][0]
    if place:
        return _sentences(text, run[place - 1])[-1][0] if _sentences(text, run[place - 1]) else start
    return start


def _trim(text: str, start: int, end: int) -> Bounds:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _overlaps(found: Sequence[Found], bounds: Bounds) -> bool:
    return any(item.whole[0] < bounds[1] and bounds[0] < item.whole[1] for item in found)


def _by_semicolons(text: str, run: Sequence[Block], found: Sequence[Found]) -> Iterator[Found]:
    """Yield sentences of three items or more between semicolons, two where a colon leads in."""
    for block in run:
        for start, end in _sentences(text, block):
            cuts = [
                start + match.end() for match in re.finditer(r"[；;]", text[start:end]) if start + match.end() < end
            ]
            intro = _INTRO.match(text, start, cuts[0]) if cuts else None
            if len(cuts) >= (1 if intro else 2) and not _overlaps(found, (start, end)):
                first = intro.end() if intro else start
                yield Found((start, end), tuple(_trim(text, a, b) for a, b in pairwise([first, *cuts, end])))


def _by_paragraphs(text: str, run: Sequence[Block], found: Sequence[Found]) -> Iterator[Found]:
    """Yield lists whose items are paragraphs that end in a semicolon, the last one aside."""
    place = 0
    while place < len(run):
        last = place
        while last < len(run) and text[run[last].end - 1] in "；;":
            last += 1
        if last - place >= 2 and last < len(run):
            items = tuple((block.start, block.end) for block in run[place : last + 1])
            if not _overlaps(found, (items[0][0], items[-1][1])):
                yield Found((_find_intro(text, run, place, items[0][0]), items[-1][1]), items)
        place = max(last, place + 1)


def _by_beginnings(text: str, run: Sequence[Block], found: Sequence[Found]) -> Iterator[Found]:
    """Yield three neighbours or more that begin alike: sentences of a paragraph, or paragraphs."""
    stretches = [_sentences(text, block) for block in run] + [[(block.start, block.end) for block in run]]
    for units in stretches:
        for first, last in _find_alike(text, units):
            items = list(units[first : last + 1])
            if units is stretches[-1] and first:
                items = _find_start(text, run[first - 1], text[items[0][0] :][:_ALIKE]) + items
            bounds = _find_sentence_start(text, run, items[0][0]), items[-1][1]
            if len(items) > 2 and not _overlaps(found, bounds):
                yield Found(bounds, tuple(items))


def _find_sentence_start(text: str, run: Sequence[Block], offset: int) -> int:
    starts = [start for block in run for start, _ in _sentences(text, block)]
    return max((start for start in starts if start <= offset), default=offset)


def _find_alike(text: str, units: Sequence[Bounds]) -> Iterator[Bounds]:
    """Yield the first and last of neighbours that begin with the same words, these telling what should be."""
    first = 0
    for place in range(1, len(units) + 1):
        beginning = text[units[first][0] :][:_ALIKE]
        if place < len(units) and text.startswith(beginning, units[place][0]):
            continue
        if place - first > 1 and _ANAPHORA.search(beginning) and not _SAID.search(beginning):
            yield first, place - 1
        first = place


def _find_start(text: str, block: Block, beginning: str) -> list[Bounds]:
    """Return the item that begins within the paragraph before, behind a colon or a sentence's end."""
    match = re.search(rf"(?<=[：:。]){re.escape(beginning)}", text[block.start : block.end])
    return [(block.start + match.start(), block.end)] if match else []
