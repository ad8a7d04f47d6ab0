"""Texts as words with vectors, by a static encoder's sub-words; knows nothing of documents or scores.

A word is a Chinese piece as the tokenizer cuts it, or all pieces of a run of letters or digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.static import BATCH, StaticEncoder

MARK = "▁"
CACHED_WORDS = 32_768
SILENT = frozenset({"<pad>", "<unk>", MARK})  # an unknown word also parts its neighbours

STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: how it is spelt after folding and the pieces it is made of."""

    spelling: str
    pieces: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A sub-word: its letters, whether it begins a word, whether it is a word alone, whether it says anything."""

    letters: str
    opens: bool
    closed: bool
    silent: bool


class Lexicon:
    """Cuts texts into words and gives their vectors; made once per encoder."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self.encoder = encoder
        self.piece = cache(self._piece)  # a question needs a dozen of the many thousand
        self.word = lru_cache(maxsize=CACHED_WORDS)(self._word)

    def _word(self, pieces: tuple[int, ...]) -> Word:
        return Word(self.spell(pieces), pieces)

    def _piece(self, number: int) -> Piece:
        piece = self.encoder.tokenizer.id_to_token(number) or ""
        letters = piece.lstrip(MARK)
        closed = not letters.isascii()
        return Piece(letters, closed or piece.startswith(MARK), closed, piece in SILENT)

    def split(self, texts: Sequence[str]) -> list[list[Word]]:
        """Return the words of each text, in order, stop words included."""
        found = []
        for start in range(0, len(texts), BATCH):
            rows = [self.encoder.parts(text) for text in texts[start : start + BATCH]]
            cut = iter(self.encoder.cut([part for row in rows for part in row]))
            found += [[word for _ in row for word in self._words(next(cut).tolist())] for row in rows]
        return found

    def _words(self, ids: list[int]) -> list[Word]:
        words: list[list[int]] = []
        joinable = False
        for number in ids:
            piece = self.piece(number)
            if piece.silent:
                words.append([])
            elif joinable and not piece.opens:
                words[-1].append(number)
            else:
                words.append([number])
            joinable = not piece.closed
        return [self.word(tuple(word)) for word in words if word]

    def spell(self, pieces: Sequence[int]) -> str:
        """Return the letters of a word."""
        return "".join(self.piece(number).letters for number in pieces)

    def vectors(self, words: Sequence[Word]) -> NDArray[np.float32]:
        """Return one vector of unit length per word."""
        if not words:
            return np.zeros((0, self.encoder.dimensions), dtype=np.float32)
        starts = np.cumsum([0, *(len(word.pieces) for word in words[:-1])])
        flat = np.array([piece for word in words for piece in word.pieces])
        sums = np.add.reduceat(self.encoder.rows(flat), starts, axis=0)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(norms > 0, norms, 1), dtype=np.float32)

    def unit_pieces(self) -> NDArray[np.float32]:
        """Return the vector of unit length of every piece, by its number."""
        table = self.encoder.table
        norms = np.linalg.norm(table, axis=1, keepdims=True)
        return np.asarray(table / np.where(norms > 0, norms, 1), dtype=np.float32)

    def piece_products(self, vector: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the product of a vector with every piece's, not normalised, by the piece's number."""
        blocks = np.array_split(np.arange(self.encoder.size), 8)
        return np.concatenate([self.encoder.rows(block) @ vector for block in blocks])
