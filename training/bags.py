"""Bags of pieces as sparse rows, gathered from tokenised texts without a loop over texts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from training.tokenizer import Tokens


@dataclass(frozen=True, slots=True)
class Bag:
    """Pieces of several texts: pieces[i] stands in text rows[i]; rows ascend."""

    rows: NDArray[np.int64]
    pieces: NDArray[np.int64]
    size: int

    def keep(self, mask: NDArray[np.bool_]) -> Bag:
        """Return the bag without the pieces that the mask leaves out."""
        return Bag(self.rows[mask], self.pieces[mask], self.size)

    def positions(self) -> NDArray[np.int64]:
        """Return where in its text each piece stands, from 0."""
        starts = np.searchsorted(self.rows, np.arange(self.size))
        return np.arange(len(self.rows)) - starts[self.rows]

    def lengths(self) -> NDArray[np.int64]:
        """Return how many pieces each text has."""
        return np.bincount(self.rows, minlength=self.size)

    def matrix(self, columns: NDArray[np.int64], width: int) -> csr_matrix:
        """Return the counts as a sparse matrix, pieces renumbered by `columns`."""
        starts = np.searchsorted(self.rows, np.arange(self.size + 1))
        ones = np.ones(len(self.pieces), dtype=np.float32)
        return csr_matrix((ones, columns[self.pieces], starts), shape=(self.size, width))


def gather(tokens: Tokens, chosen: NDArray[np.int64], owners: NDArray[np.int64] | None = None) -> Bag:
    """Return the bag of the chosen texts; `owners` (ascending) puts several texts into one row."""
    lengths = tokens.starts[chosen + 1] - tokens.starts[chosen]
    ends = np.cumsum(lengths)
    inside = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - lengths, lengths)
    pieces = tokens.flat[np.repeat(tokens.starts[chosen], lengths) + inside].astype(np.int64)
    rows = np.arange(len(chosen)) if owners is None else owners
    size = len(chosen) if owners is None else int(owners[-1]) + 1
    return Bag(np.repeat(rows, lengths), pieces, size)
