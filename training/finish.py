"""What is done to the table while and after it learns: the mean over its way, rare pieces set apart, long rows cut.

Knows rows and how often their pieces were seen, not how they learnt.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.charsmap import is_han
from training.corpus import Corpus

LONGEST = 0.95
FEW = 40  # sightings at which a word keeps half a direction of its own
LEAST_SHARE = 0.12
EVERY = 20

Floats = NDArray[np.float32]


class Mean:
    """The mean of a table over the last part of its way, which finds more than the table where it ends."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.count = 0
        self.sum: Floats | None = None

    def add(self, step: int, table: Floats) -> None:
        """Count the table in, every few steps of the last part."""
        if step >= self.start and step % EVERY == 0:
            self.sum = table.copy() if self.sum is None else np.add(self.sum, table, out=self.sum)
            self.count += 1

    def table(self, last: Floats) -> Floats:
        """Return the mean, or the last table where none was counted in."""
        return last.copy() if self.sum is None else np.asarray(self.sum / np.float32(self.count))


def sightings(corpora: list[Corpus], size: int) -> NDArray[np.int64]:
    """Return how often each piece stands in the text that is learnt from."""
    counts = np.zeros(size, dtype=np.int64)
    for corpus in corpora:
        for side in (corpus.left, corpus.right):
            counts += np.bincount(side.flat, minlength=size)
    return counts


def _units(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def longest(table: Floats) -> float:
    """Return the length that nineteen rows of twenty do not pass."""
    return float(np.quantile(np.linalg.norm(table, axis=1), LONGEST))


def set_apart(table: Floats, seen: NDArray[np.int64], tokenizer: Tokenizer, seed: int) -> Floats:
    """Return the table with rare Chinese words turned some way to directions of their own, so that a name finds itself.

    The rarer the word, the further; one that was never seen starts from the sum of its characters.
    """
    rows, length = table.copy(), longest(table)
    shares = np.zeros((len(rows), 1), dtype=np.float32)
    vocabulary = tokenizer.get_vocab()
    for piece, number in vocabulary.items():
        if len(piece) > 1 and all(map(is_han, piece)):
            shares[number] = 1 / (1 + seen[number] / FEW)
            known = [vocabulary[character] for character in piece if character in vocabulary]
            if known and not seen[number]:
                rows[number] = table[known].sum(axis=0)
    own = _units(np.random.default_rng(seed).standard_normal(rows.shape).astype(np.float32))
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    turned = _units(_units(rows) + shares * own) * (lengths + shares * np.maximum(0, length - lengths))
    return np.asarray(np.where(shares >= LEAST_SHARE, turned, table), dtype=np.float32)


def shorten(table: Floats) -> Floats:
    """Return the table with its longest rows cut to a common length, lest a rare piece drown its text."""
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    return np.asarray(table * np.minimum(1, longest(table) / np.maximum(lengths, 1e-9)), dtype=np.float32)


def typical(table: Floats) -> Floats:
    """Return the table at a median length of 1, so that tables of different training weigh alike in a mean."""
    lengths = np.linalg.norm(table, axis=1)
    return np.asarray(table / np.median(lengths[lengths > 0]), dtype=np.float32)
