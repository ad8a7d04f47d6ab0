"""The different words of all texts, by the pieces of an encoder that they are made of; knows no texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.disk import load_array
from index.lexicon import Lexicon, Word
from index.ragged import Ragged

Floats = NDArray[np.float32]
SEVERAL = 1 << 63  # set in the key of a word of several pieces; that of a single piece is its number


def piece_key(pieces: tuple[int, ...]) -> int:
    """Return the 64-bit key of a word."""
    if len(pieces) == 1:
        return pieces[0]
    data = np.array(pieces, dtype="<u4").tobytes()
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little") | SEVERAL


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """Words in ascending order of their keys, each with its pieces; a word's number is its place."""

    keys: NDArray[np.uint64]
    pieces: Ragged

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.keys)

    @classmethod
    def make(cls, words: Sequence[Word]) -> Vocabulary:
        """Return the vocabulary of words, each given once or more."""
        by_key = {piece_key(word.pieces): word.pieces for word in words}
        keys = sorted(by_key)
        rows = [np.array(by_key[key], dtype=np.int32) for key in keys]
        return cls(np.array(keys, dtype=np.uint64), Ragged.of(rows, np.zeros(0, dtype=np.int32)))

    @classmethod
    def join(cls, parts: Sequence[Vocabulary], kept: NDArray[np.uint64]) -> Vocabulary:
        """Return the words of the parts whose keys are in `kept`, which is ascending."""
        keys = np.concatenate([part.keys for part in parts])
        order = np.argsort(keys, kind="stable")
        first = order[np.searchsorted(keys[order], kept)]
        return cls(kept, Ragged.join([part.pieces for part in parts]).take(first))

    def find(self, words: Sequence[Word]) -> NDArray[np.int64]:
        """Return the number of each word, -1 for those not held."""
        keys = np.array([piece_key(word.pieces) for word in words], dtype=np.uint64)
        if not len(self):
            return np.full(len(keys), -1, dtype=np.int64)
        places = np.minimum(np.searchsorted(self.keys, keys), len(self) - 1)
        return np.where(self.keys[places] == keys, places, -1)

    def word(self, lexicon: Lexicon, number: int) -> Word:
        """Return a word by its number."""
        pieces = tuple(self.pieces[number].tolist())
        return Word(lexicon.spell(pieces), pieces)

    def sums(self, lexicon: Lexicon, numbers: NDArray[np.int64]) -> Floats:
        """Return the sum of the pieces' vectors of each word named."""
        taken = self.pieces.take(numbers)
        if not len(taken):
            return np.zeros((0, lexicon.encoder.dimensions), dtype=np.float32)
        return np.asarray(np.add.reduceat(lexicon.encoder.rows(taken.values), taken.starts[:-1], axis=0))

    def products(self, lexicon: Lexicon, numbers: NDArray[np.int64], vectors: Floats) -> Floats:
        """Return the product of the sum of each word's pieces with each of the vectors: words by vectors."""
        taken = self.pieces.take(numbers)
        if not len(taken):
            return np.zeros((0, len(vectors)), dtype=np.float32)
        pieces, places = np.unique(taken.values, return_inverse=True)
        of_pieces = lexicon.encoder.rows(pieces) @ vectors.T  # words share pieces, and a product is short
        return np.asarray(np.add.reduceat(of_pieces[places], taken.starts[:-1], axis=0))

    def vectors(self, lexicon: Lexicon, numbers: NDArray[np.int64]) -> Floats:
        """Return the vector of unit length of each word named."""
        sums = self.sums(lexicon, numbers)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(norms > 0, norms, 1), dtype=np.float32)

    def norms(self, lexicon: Lexicon, numbers: NDArray[np.int64]) -> Floats:
        """Return the length of the sum of the pieces' vectors of each word named; 1 where it is nothing."""
        blocks = np.array_split(numbers, 1 + len(numbers) // 8192)
        norms = np.concatenate([np.linalg.norm(self.sums(lexicon, block), axis=1) for block in blocks])
        return np.where(norms > 0, norms, 1).astype(np.float32)

    def add_up(self, products: Floats, norms: Floats) -> Floats:
        """Return the cosine of each word with what the pieces' products were made with."""
        return np.asarray(np.add.reduceat(products[self.pieces.values], self.pieces.starts[:-1]) / norms)

    def save(self, folder: Path, name: str) -> None:
        """Write the words as files whose names begin with `name`."""
        np.save(folder / f"{name}.npy", self.keys, allow_pickle=False)
        self.pieces.save(folder, f"{name}.pieces")

    @classmethod
    def load(cls, folder: Path, name: str) -> Vocabulary:
        """Return what was saved."""
        return cls(load_array(folder, name), Ragged.load(folder, f"{name}.pieces"))
