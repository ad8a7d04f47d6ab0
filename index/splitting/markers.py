"""The numbers that lists are counted by, in Chinese and English, and the chains that they form; all by offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index.records import Block

_HAN_NUMBERS = "一二三四五六七八九十"
LAST = 99  # the number of 'finally': it ends a list that has begun
_WORDS = {
    word: number
    for number, words in (
        (1, "first firstly one i 首先"),
        (2, "second secondly two ii 其次"),
        (3, "third thirdly three iii 再次 再者"),
        (4, "fourth fourthly four iv"),
        (5, "fifth fifthly five v"),
        (6, "sixth vi"),
        (7, "seventh vii"),
        (LAST, "finally lastly 最后 最後"),
    )
    for word in words.split()
} | {"first of all": 1}
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("是", re.compile(rf"([{_HAN_NUMBERS}]{{1,2}})(?:是|要|个是|來|来)(?!一)")),
    ("第", re.compile(rf"第([{_HAN_NUMBERS}]{{1,2}})(?:[，、：:]|是|个是|個是)")),
    ("其", re.compile(rf"其([{_HAN_NUMBERS}])(?:[，、：:]|是)")),
    ("、", re.compile(rf"([{_HAN_NUMBERS}]{{1,2}})、")),
    ("（", re.compile(rf"[（(]([{_HAN_NUMBERS}]{{1,2}}|\d{{1,2}})[）)]")),
    (".", re.compile(r"(\d{1,2})(?:[.．、]|[)）])(?!\d)\s*")),
    ("①", re.compile("([①-⑳])")),
    ("a", re.compile(r"[(（]([a-h])[)）]\s")),
    ("i", re.compile(r"[(（](i{1,3}|iv|vi{0,2})[)）]\s")),
    ("首", re.compile(r"(首先|其次|再次|再者|最后|最後)，")),
    (
        "st",
        re.compile(
            r"(?:And |So |But )?(First of all|Sixth|Seventh|Finally|Lastly|"
            r"(?:First|Second|Third|Fourth|Fifth)(?:ly)?)[,:]\s",
            re.I,
        ),
    ),
    ("no", re.compile(r"Number (one|two|three|four|five)[,.:]\s?", re.I)),
)
_BRACKETED = frozenset("（①ai")  # these may stand in the middle of a clause
_BEGINNING = re.compile(r"(?:^|[。！？；：，:;!?\n]|[.!?]\s|, and |, )[”’」』）)\"]*\s*$")
_REACH = 8  # paragraphs that one item may take


@dataclass(frozen=True, slots=True)
class Marker:
    """A number that begins an item: its kind and value, its offset, its paragraph and whether it leads it."""

    kind: str
    number: int
    start: int
    block: int
    leads: bool  # it begins its paragraph


def find_markers(text: str, place: int, block: Block) -> Iterator[Marker]:
    """Yield the markers of a paragraph, the `place`-th of its stretch."""
    body = text[block.start : block.end]
    for kind, pattern in _KINDS:
        for match in pattern.finditer(body):
            number = _number(match.group(1))
            begins = kind in _BRACKETED or _BEGINNING.search(body[max(0, match.start() - 12) : match.start()])
            if number and begins:
                yield Marker(kind, number, block.start + match.start(), place, match.start() == 0)


def _number(text: str) -> int:
    lower = text.lower()
    if lower in _WORDS:
        return _WORDS[lower]
    if text.isdigit() and text.isascii():
        return int(text)
    if "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if len(text) == 1 and "a" <= lower <= "h":
        return ord(lower) - ord("a") + 1
    tens, ten, ones = text.partition("十")
    digits = {char: value for value, char in enumerate(_HAN_NUMBERS, 1)}
    return (digits.get(tens, 1) * 10 if ten else digits.get(tens, 0)) + (digits.get(ones, 0) if ten else 0)


def chain_markers(markers: Sequence[Marker]) -> list[list[Marker]]:
    """Chain markers of one kind that count up from one; another 'one' begins another list."""
    chains: list[list[Marker]] = []
    open_chains: dict[str, list[Marker]] = {}
    for marker in markers:
        chain = open_chains.get(marker.kind)
        if marker.number == 1:
            open_chains[marker.kind] = [marker]
            chains.append(open_chains[marker.kind])
        elif chain and _follows(marker, chain):
            chain.append(marker)
    return [chain for chain in chains if len(chain) > 1]


def _follows(marker: Marker, chain: Sequence[Marker]) -> bool:
    next_one = marker.number == chain[-1].number + 1
    last_one = marker.number == LAST and len(chain) > 1 and chain[-1].number != LAST
    return (next_one or last_one) and marker.block - chain[-1].block <= _REACH
