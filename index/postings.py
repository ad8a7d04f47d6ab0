"""Which texts hold which words how often, as flat arrays on disk or in memory, and their scores by BM25.

Knows words by their keys, which are 64-bit hashes, and texts by their numbers.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.disk import load_array, open_array

Keys = NDArray[np.uint64]
Floats = NDArray[np.float32]
GONE = -1  # the new number of a text that is left out
FEW = 8  # times as many old pairs as new ones: then all need not be sorted again
MOST = 65_535  # a word is counted no more often in one text


@lru_cache(maxsize=1 << 16)
def word_key(word: str) -> int:
    """Return the key of a word: eight bytes of its BLAKE2 hash."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")


def word_keys(words: Iterable[str]) -> Keys:
    """Return the keys of words."""
    return np.array([word_key(word) for word in words], dtype=np.uint64)


@dataclass(frozen=True, eq=False)
class Postings:
    """The texts that hold word n, ascending, are texts[starts[n] : starts[n + 1]].

    `lengths` gives the number of words of each text.
    """

    keys: Keys
    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    counts: NDArray[np.uint16]
    lengths: Floats

    @classmethod
    def make(cls, rows: Sequence[Keys]) -> Postings:
        """Return the postings of texts, each given as the keys of its words in any order."""
        sizes = np.array([len(row) for row in rows], dtype=np.int64)
        keys, words = np.unique(np.concatenate([np.zeros(0, dtype=np.uint64), *rows]), return_inverse=True)
        texts = np.repeat(np.arange(len(rows), dtype=np.int64), sizes)
        pairs, counts = np.unique(words * max(1, len(rows)) + texts, return_counts=True)
        return _from_pairs(keys, pairs, counts, sizes.astype(np.float32))

    @classmethod
    def join(cls, parts: Sequence[Postings], numbers: Sequence[NDArray[np.int64]], size: int) -> Postings:
        """Return the postings of `size` texts from several parts; `numbers` are the new numbers of each part's texts.

        A text whose number is GONE is left out. The result is the same, byte for byte, as if made at once.
        """
        keys = np.sort(np.concatenate([np.zeros(0, dtype=np.uint64), *(part.keys for part in parts)]), kind="stable")
        keys = keys[np.concatenate([np.ones(min(1, len(keys)), dtype=np.bool_), keys[1:] != keys[:-1]])]
        lengths = np.zeros(size, dtype=np.float32)
        pairs, counts = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.uint16)]
        for part, new in zip(parts, numbers, strict=True):
            words = np.repeat(np.searchsorted(keys, part.keys) * max(1, size), np.diff(part.starts))
            texts, held = new[np.asarray(part.texts)], np.asarray(part.counts)
            kept = texts != GONE
            whole = bool(kept.all())
            pairs.append((words + texts) if whole else (words + texts)[kept])
            counts.append(held if whole else held[kept])
            lengths[new[new != GONE]] = part.lengths[new != GONE]
        return _from_pairs(keys, *_merge(pairs, counts), lengths)

    def save(self, folder: Path, name: str) -> None:
        """Write the arrays as files whose names begin with `name`."""
        for part in _ARRAYS:
            np.save(folder / f"{name}.{part}.npy", getattr(self, part), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str) -> Postings:
        """Return what was saved; which texts hold a word is read when the word is asked for."""
        keys, starts, lengths = (load_array(folder, f"{name}.{part}") for part in ("keys", "starts", "lengths"))
        texts, counts = (open_array(folder, f"{name}.{part}") for part in ("texts", "counts"))
        return cls(keys, starts, texts, counts, lengths)

    def find(self, keys: Keys) -> NDArray[np.int64]:
        """Return the place of each key among this index's words, -1 where it is none of them."""
        if not len(self.keys):
            return np.full(len(keys), -1, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, places, -1)

    def frequency(self, word: int) -> int:
        """Return how many texts hold a word."""
        return int(self.starts[word + 1] - self.starts[word])

    def place(self, word: int) -> slice:
        """Return where a word's texts stand."""
        return slice(int(self.starts[word]), int(self.starts[word + 1]))

    @cached_property
    def mean_length(self) -> float:
        """The mean number of words of a text, at least one."""
        return max(1.0, float(self.lengths.mean())) if len(self.lengths) else 1.0

    def norms(self, k1: float, b: float) -> Floats:
        """Return what BM25 adds to a word's count in each text: more in a longer one."""
        return np.asarray(k1 * (1 - b + b * self.lengths / self.mean_length), dtype=np.float32)


_ARRAYS = ("keys", "starts", "texts", "counts", "lengths")


def _from_pairs(keys: Keys, pairs: NDArray[np.int64], counts: NDArray[np.integer], lengths: Floats) -> Postings:
    """Return postings of pairs (word * texts + text) in ascending order, without the words that no text holds."""
    words = pairs // max(1, len(lengths))
    texts = pairs - words * max(1, len(lengths))
    sizes = np.bincount(words, minlength=len(keys))
    starts = np.concatenate([[0], np.cumsum(sizes[sizes > 0])]).astype(np.int64)
    return Postings(
        keys[sizes > 0], starts, texts.astype(np.int32), np.minimum(counts, MOST).astype(np.uint16), lengths
    )


def _merge(
    pairs: Sequence[NDArray[np.int64]], counts: Sequence[NDArray[np.uint16]]
) -> tuple[NDArray[np.int64], NDArray[np.uint16]]:
    """Return the pairs of all parts in ascending order with their counts; a few are put in among many."""
    most = max(range(len(pairs)), key=lambda number: len(pairs[number]))
    rest = [number for number in range(len(pairs)) if number != most]
    few, few_counts = (np.concatenate([rows[number] for number in rest]) for rows in (pairs, counts))
    order = np.argsort(few, kind="stable")
    many = pairs[most]
    if FEW * len(few) < len(many) and bool((many[1:] > many[:-1]).all()):
        places = np.searchsorted(many, few[order])
        return np.insert(many, places, few[order]), np.insert(counts[most], places, few_counts[order])
    flat = np.concatenate(pairs)
    order = np.argsort(flat, kind="stable")
    return flat[order], np.concatenate(counts)[order]


def rarity(frequency: float, size: int) -> float:
    """Return the inverse document frequency of a word that so many of `size` texts hold, as Lucene counts it."""
    frequency = min(frequency, size)
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


class WordSearch:
    """BM25 over postings, equal to bm25s's default (Lucene's, k1 1.5, b 0.75)."""

    K1, B = 1.5, 0.75

    def __init__(self, postings: Postings) -> None:
        self.postings = postings
        self._norms = postings.norms(self.K1, self.B)

    def scores(self, words: Iterable[str]) -> Floats:
        """Return one score per text; a word named twice counts twice, one that is held nowhere counts nothing."""
        total = np.zeros(len(self.postings.lengths), dtype=np.float32)
        places, times = np.unique(self.postings.find(word_keys(words)), return_counts=True)
        for place, count in zip(places.tolist(), times.tolist(), strict=True):
            if place < 0:
                continue
            held = self.postings.place(place)
            texts, counts = self.postings.texts[held], self.postings.counts[held].astype(np.float32)
            weight = np.float32(count * rarity(len(texts), len(total)))
            total[texts] += weight * counts / (counts + self._norms[texts])
        return total
