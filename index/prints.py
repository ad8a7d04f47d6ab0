"""Near-duplicates among documents, by the runs of words that they share; knows nothing of what the words say.

Of the hashes of all runs of eight words (characters in Chinese) one in eight is kept, the same ones in every text
(Broder's sketches "modulo m", 1997), so two documents share as large a part of their prints as of their runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from index.ragged import Ragged
from index.words import fold

RUN = 8  # words that make a run
ONE_IN = 8
LEAST_SHARE = 0.5  # of the shorter document's prints
LEAST_PRINTS = 6  # fewer tell too little
COMMON = 50  # a run that more documents hold is a formula
_WORD = re.compile(r"[a-z]+|\d+|[\u3400-\u9fff\U00020000-\U0003ffff]")

Prints = NDArray[np.uint64]


class Duplicate(NamedTuple):
    """Two documents that share so much of the shorter one's text."""

    one: str
    other: str
    share: float


def find_prints(text: str) -> Prints:
    """Return the kept hashes of a text's runs, each once, ascending."""
    words = np.array([crc32(word.encode()) for word in _WORD.findall(fold(text))], dtype=np.uint64)
    if len(words) < RUN:
        return np.zeros(0, dtype=np.uint64)
    size = len(words) - RUN + 1
    hashes = np.zeros(size, dtype=np.uint64)
    for place in range(RUN):  # a polynomial of the run's words, modulo 2^64
        hashes = hashes * np.uint64(0x9E3779B97F4A7C15) + words[place : place + size]
    hashes ^= hashes >> np.uint64(29)
    hashes *= np.uint64(0xBF58476D1CE4E5B9)
    hashes ^= hashes >> np.uint64(32)
    return np.unique(hashes[hashes % np.uint64(ONE_IN) == 0])


def find_duplicates(names: tuple[str, ...], prints: Ragged, among: NDArray[np.bool_]) -> tuple[Duplicate, ...]:
    """Return the pairs of documents of which one holds much of the other, where at least one is in `among`."""
    sizes, owners = prints.sizes, prints.owners
    wanted = np.unique(prints.values[among[owners]])
    held = np.isin(prints.values, wanted)
    values, owners = prints.values[held], owners[held]
    order = np.argsort(values, kind="stable")
    values, owners = values[order], owners[order]
    counts: dict[tuple[int, int], int] = {}
    for one, other in _pairs(values, owners, among):
        counts[one, other] = counts.get((one, other), 0) + 1
    found = []
    for (one, other), count in counts.items():
        shorter = int(min(sizes[one], sizes[other]))
        if count >= LEAST_PRINTS and count >= LEAST_SHARE * shorter:
            found.append(Duplicate(names[one], names[other], round(count / shorter, 2)))
    return tuple(sorted(found, key=lambda pair: (-pair.share, pair.one, pair.other)))


def _pairs(values: Prints, owners: NDArray[np.int64], among: NDArray[np.bool_]) -> Iterator[tuple[int, int]]:
    """Yield two documents for each print that both hold."""
    bounds = np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1], [True]]))
    several = np.flatnonzero(np.diff(bounds) > 1)
    for group in several.tolist():
        held = owners[bounds[group] : bounds[group + 1]].tolist()
        if len(held) > COMMON:
            continue
        for place, one in enumerate(held):
            yield from ((one, other) for other in held[place + 1 :] if among[one] or among[other])
