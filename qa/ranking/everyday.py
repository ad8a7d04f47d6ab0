"""Reads a question as everyday words: its vector lies nearer to the official sentences that answer it.

Documents keep their vectors; only the words of a question are moved, by what training/everyday.py learned from written
pairs of everyday questions and official sentences. Knows nothing of sentences or features.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open

from index.embed import Encoder
from index.static import StaticEncoder

MOVES = Path(__file__).with_name("everyday.safetensors")
MIDDLE = 8  # stands for 0
Floats = NDArray[np.float32]


class Everyday:
    """How each sub-word of one encoder is moved where it stands in a question; most are not."""

    def __init__(self, path: Path = MOVES) -> None:
        with safe_open(path, framework="numpy") as file:
            self.fingerprint: str = file.metadata()["fingerprint"]  # of the encoder whose sub-words are moved
            self._pieces = file.get_tensor("pieces")  # the sub-words that are moved, ascending
            self._moves = file.get_tensor("moves")  # two numbers of four bits in each byte
            self._factors = file.get_tensor("factors").astype(np.float32)

    def encode(self, text: str, encoder: StaticEncoder) -> Floats:
        """Return the vector of a question, of unit length; zeros where no sub-word is known."""
        pieces = np.concatenate(encoder.cut(encoder.parts(text)))
        places = np.searchsorted(self._pieces, pieces).clip(max=len(self._pieces) - 1)
        places = places[self._pieces[places] == pieces]
        vector = encoder.rows(pieces.astype(np.intp)).sum(axis=0) + self._factors[places] @ unpack(self._moves[places])
        return np.asarray(vector / (np.linalg.norm(vector) or 1.0), dtype=np.float32)


def pack(moves: NDArray[np.int8]) -> NDArray[np.uint8]:
    """Return whole numbers from -7 to 7, two in a byte: those of the first half of a row, and of the second."""
    first, second = np.split((moves + MIDDLE).astype(np.uint8), 2, axis=1)
    return np.asarray(first << 4 | second, dtype=np.uint8)


def unpack(packed: NDArray[np.uint8]) -> Floats:
    """Return the numbers that `pack` made bytes of."""
    numbers: Floats = np.hstack([packed >> 4, packed & 15]).astype(np.float32)
    return np.asarray(numbers - MIDDLE, dtype=np.float32)


@cache
def load_everyday() -> Everyday:
    """Return what was learned for the default encoder."""
    return Everyday()


def encode_everyday(text: str, encoder: Encoder) -> Floats:
    """Return a question's vector with its words moved; as it is by an encoder for which nothing was learned."""
    if isinstance(encoder, StaticEncoder) and load_everyday().fingerprint == encoder.fingerprint:
        return load_everyday().encode(text, encoder)
    plain: Floats = encoder.encode([text], "query")[0]
    return plain
