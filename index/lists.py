"""Lists inside text: numbered, by semicolons, or by sentences that begin alike; all by offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.records import Block
from index.sentences import find_sentences

Bounds = tuple[int, int]

_HAN_NUMBERS = "一二三四五六七八九十"
_ORDINALS = (("first", "firstly", "first of all"), ("second", "secondly"), ("third", "thirdly"), ("fourth", "fourthly"), ("fifth", "fifthly"), ("sixth",), ("seventh",))
_WORDS = {word: number for number, words in enumerate(_ORDINALS, 1) for word in words}
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("是", re.compile(rf"([{_HAN_NUMBERS}]{{1,2}})(?:是|要|个是|來|来)(?!一)")),
    ("第", re.compile(rf"第([{_HAN_NUMBERS}]{{1,2}})(?:[，、：:]|是|个是|個是)")),
    ("其", re.compile(rf"其([{_HAN_NUMBERS}])(?:[，、：:]|是)")),
    ("、", re.compile(rf"([{_HAN_NUMBERS}]{{1,2}})、")),
    ("（", re.compile(rf"[（(]([{_HAN_NUMBERS}]{{1,2}}|\d{{1,2}})[）)]")),
    (".", re.compile(r"(\d{1,2})(?:[.．、]|[)）])(?!\d)\s*")),
    ("①", re.compile("([①-⑳])")),
    ("a", re.compile(r"[(（]([a-h])[)）]\s")),
    ("st", re.compile(r"(?:And |So |But )?(First of all|First|Second|Third|Fourth|Fifth|Sixth|Seventh|(?:First|Second|Third|Fourth|Fifth)ly)[,:]\s", re.I)),
    ("no", re.compile(r"Number (one|two|three|four|five)[,.:]\s?", re.I)),
)
_COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_BEGINNING = re.compile(r"(?:^|[。！？；：，:;!?\n]|[.!?]\s|, and |, )[”’」』）)\"]*\s*$")
_REACH = 8  # paragraphs that one item may take
_INTRO = re.compile(r".*?(?:[：:]|(?:包括|即|including)\s*[：:,，]?)\s*", re.S)
_ALIKE = 4  # characters
_ANAPHORA = re.compile(r"(?:是|要|应|應|致力|坚持|堅持|支持|反对|反對|不|愿|願)")
_SAID = re.compile(r"(?:说|說|表示|强调|強調|指出|认为|認為|介绍|介紹|宣布|重申|阐述|闡述)")


@dataclass(frozen=True, slots=True)
class Found:
    """A list: the bounds of all of it, its introduction included, and of each item."""

    whole: Bounds
    items: tuple[Bounds, ...]


@dataclass(frozen=True, slots=True)
class _Marker:
    kind: str
    number: int
    start: int
    block: int
    leads: bool  # it begins its paragraph


def find_lists(text: str, blocks: Sequence[Block]) -> list[Found]:
    """Return the lists of one article, in order."""
    found: list[Found] = []
    for run in _prose_runs(blocks):
        markers = sorted((marker for place, block in enumerate(run) for marker in _find_markers(text, place, block)), key=lambda m: m.start)
        found += [_make(text, run, chain) for chain in _chain(markers)]
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


def _find_markers(text: str, place: int, block: Block) -> Iterator[_Marker]:
    body = text[block.start : block.end]
    for kind, pattern in _KINDS:
        for match in pattern.finditer(body):
            number = _number(match.group(1))
            if number and _BEGINNING.search(body[: match.start()][-12:] if match.start() else ""):
                yield _Marker(kind, number, block.start + match.start(), place, match.start() == 0)


def _number(text: str) -> int:
    lower = text.lower()
    if lower in _WORDS or lower in _COUNTED:
        return _WORDS.get(lower) or _COUNTED[lower]
    if text.isdigit() and text.isascii():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if len(text) == 1 and "a" <= lower <= "h":
        return ord(lower) - ord("a") + 1
    tens, ten, ones = text.partition("十")
    digits = {char: value for value, char in enumerate(_HAN_NUMBERS, 1)}
    return (digits.get(tens, 1) * 10 if ten else digits.get(tens, 0)) + (digits.get(ones, 0) if ten else 0)


def _chain(markers: Sequence[_Marker]) -> list[list[_Marker]]:
    """Chain markers of one kind that count up from one; another 'one' begins another list."""
    chains: list[list[_Marker]] = []
    open_chains: dict[str, list[_Marker]] = {}
    for marker in markers:
        chain = open_chains.get(marker.kind)
        if marker.number == 1:
            open_chains[marker.kind] = [marker]
            chains.append(open_chains[marker.kind])
        elif chain and marker.number == chain[-1].number + 1 and marker.block - chain[-1].block <= _REACH:
            chain.append(marker)
    return [chain for chain in chains if len(chain) > 1]


def _make(text: str, run: Sequence[Block], chain: Sequence[_Marker]) -> Found:
    ends = [after.start for after in chain[1:]] + [_find_last_end(text, run, chain)]
    items = tuple(_trim(text, marker.start, end) for marker, end in zip(chain, ends, strict=True))
    return Found((_find_intro(text, run, chain[0].block, chain[0].start), items[-1][1]), items)


def _find_last_end(text: str, run: Sequence[Block], chain: Sequence[_Marker]) -> int:
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
            cuts = [start + match.end() for match in re.finditer(r"[；;]", text[start:end]) if start + match.end() < end]
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
            bounds = items[0][0], items[-1][1]
            if len(items) > 2 and not _overlaps(found, bounds):
                yield Found(bounds, tuple(items))


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
