"""The character map of the tokenizer: NFKC, lower case, no accents, Traditional to Simplified, as one trie of bytes.

The layout is that of sentencepiece's precompiled maps (a double array as darts-clone makes it, then the strings).
"""

from __future__ import annotations

import struct
import sys
import unicodedata
from functools import cache

import opencc

# Folding these changes the word: 乾 is also read qian, 着 is Simplified already.
NOT_FOLDED = frozenset("乾着")
HAN = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x323AF))
Trie = dict[int, "Trie | int"]
LEAF = 0
SEARCH_BACK = 256
MAX_PREFIX = 1 << 21
EMPTY = 1 << 31  # this bit keeps a unit from being taken for a byte's


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


def is_han(character: str) -> bool:
    """Say whether the character is a Chinese one."""
    return any(first <= ord(character) <= last for first, last in HAN)


def fold_character(character: str) -> str:
    """Return what the tokenizer reads in place of one character."""
    plain = unicodedata.normalize("NFKC", character).lower()
    if len(plain) == 1 and is_han(plain):
        simple = plain if plain in NOT_FOLDED else _converter().convert(plain)
        return simple if len(simple) == 1 else plain
    parts = unicodedata.normalize("NFKD", plain)
    if parts and parts[0] < "\u0250":
        return unicodedata.normalize("NFC", "".join(part for part in parts if not unicodedata.combining(part)))
    return plain


def character_map() -> dict[str, str]:
    """Return every character that is read as something else."""
    changes = {}
    for code in range(1, sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) in ("Cn", "Cs", "Co") or 0xAC00 <= code <= 0xD7A3:
            continue
        folded = fold_character(character)
        if folded != character:
            changes[character] = folded
    return changes


def _nest(keys: dict[bytes, int]) -> Trie:
    root: Trie = {}
    for key, value in keys.items():
        node = root
        for byte in key:
            child = node.setdefault(byte, {})
            assert isinstance(child, dict)
            node = child
        node[LEAF] = value
    return root


class _DoubleArray:
    """Places the nodes of a trie; a node's children stand at its base, each byte apart by exclusive or."""

    def __init__(self) -> None:
        self.units: dict[int, int] = {0: 0}
        self.bases: set[int] = {0}  # no two nodes share one, or each would find the other's children
        self.search_from = 1

    def _find_base(self, labels: list[int]) -> int:
        slot = self.search_from
        while True:
            base = slot ^ labels[0]
            if base not in self.bases and all(base ^ label not in self.units for label in labels):
                self.bases.add(base)
                self.search_from = max(1, slot - SEARCH_BACK)
                return base
            slot += 1

    def place(self, node: Trie, position: int) -> None:
        """Put a node's children into the array and write the node's own unit."""
        labels = sorted(node)
        base = self._find_base(labels)
        offset = base ^ position
        if offset >= MAX_PREFIX:
            raise ValueError("the character map is too large for the layout of its trie")
        self.units[position] |= offset << 10 | (int(LEAF in node) << 8)
        for label in labels:
            child = node[label]
            self.units[base ^ label] = child | EMPTY if isinstance(child, int) else label
        for label in labels:
            child = node[label]
            if not isinstance(child, int):
                self.place(child, base ^ label)

    def to_bytes(self) -> bytes:
        """Return the array; slots in use nowhere can match no byte."""
        size = (max(self.units) | 0xFF) + 1
        return struct.pack(f"<{size}I", *(self.units.get(slot, EMPTY) for slot in range(size)))


def compile_map(changes: dict[str, str]) -> bytes:
    """Return the map in sentencepiece's binary layout."""
    strings = bytearray()
    places: dict[str, int] = {}
    for folded in changes.values():
        if folded not in places:
            places[folded] = len(strings)
            strings += folded.encode() + b"\0"
    array = _DoubleArray()
    array.place(_nest({key.encode(): places[folded] for key, folded in changes.items()}), 0)
    trie = array.to_bytes()
    return struct.pack("<I", len(trie)) + trie + bytes(strings)
