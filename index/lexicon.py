"""Texts as words with vectors, by a static encoder's sub-words; knows nothing of documents or scores.

A word is a Chinese piece as the tokenizer cuts it, or all pieces of a run of letters or digits.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.static import BATCH, StaticEncoder

MARK = "▁"
SILENT = frozenset({"<pad>", "<unk>", MARK})

STOP_WORDS = frozenset((Path(__file__).parent / "stop_words.txt").read_text(encoding="utf-8").split())


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: how it is spelt after folding and the pieces it is made of."""

    spelling: str
    pieces: tuple[int, ...]


class Lexicon:
    """Cuts texts into words and gives their vectors; made once per encoder."""

    def __init__(self, encoder: StaticEncoder) -> None:
        self.encoder = encoder
        vocabulary = encoder.tokenizer.get_vocab()
        self.pieces = [""] * (max(vocabulary.values()) + 1)
        for piece, number in vocabulary.items():
            self.pieces[number] = piece
        self.opens = np.array([piece.startswith(MARK) or not piece.isascii() for piece in self.pieces])
        self.closed = np.array([not piece.lstrip(MARK).isascii() for piece in self.pieces])
        self.silent = np.array([piece in SILENT for piece in self.pieces])

    def split(self, texts: Sequence[str]) -> list[list[Word]]:
        """Return the words of each text, in order, stop words included."""
        found = []
        for start in range(0, len(texts), BATCH):
            batch = self.encoder.tokenizer.encode_batch_fast(
                list(texts[start : start + BATCH]), add_special_tokens=False
            )
            found += [self._words(encoding.ids) for encoding in batch]
        return found

    def _words(self, ids: list[int]) -> list[Word]:
        words: list[list[int]] = []
        joinable = False
        for number in ids:
            if self.silent[number]:
                joinable = bool(self.pieces[number] == MARK)
                if joinable:
                    words.append([])
                continue
            if words and joinable and not self.opens[number]:
                words[-1].append(number)
            else:
                words.append([number])
            joinable = not self.closed[number]
        return [Word(self.spell(word), tuple(word)) for word in words if word]

    def spell(self, pieces: Sequence[int]) -> str:
        """Return the letters of a word."""
        return "".join(self.pieces[number] for number in pieces).lstrip(MARK)

    def vectors(self, words: Sequence[Word]) -> NDArray[np.float32]:
        """Return one vector of unit length per word."""
        sums = np.zeros((len(words), self.encoder.dimensions), dtype=np.float32)
        for row, word in enumerate(words):
            sums[row] = self.encoder.rows(np.array(word.pieces)).sum(axis=0)
        norms = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.where(norms > 0, norms, 1), dtype=np.float32)
