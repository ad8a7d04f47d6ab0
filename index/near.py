"""The nearest terms of every piece of an encoder, found by faiss and kept as a table; knows no words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import faiss
import numpy as np
from numpy.typing import NDArray

from index.disk import load_array

NOTHING = -1
BLOCK = 4_096  # pieces looked up at a time

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """For every piece its nearest terms, nearest first, NOTHING where there are fewer, and their likeness.

    `norms` are the lengths of all terms' vectors before they are brought to unit length.
    """

    terms: NDArray[np.int32]
    likeness: NDArray[np.float16]
    norms: Floats

    def renumber(self, moved: NDArray[np.int64], norms: Floats) -> tuple[Table, NDArray[np.int64]]:
        """Return the table with its terms' new numbers (NOTHING for those gone), and the pieces that lost one."""
        held = self.terms != NOTHING
        terms = np.where(held, moved[self.terms], NOTHING).astype(np.int32)
        torn = np.flatnonzero((held & (terms == NOTHING)).any(axis=1))
        return Table(terms, np.asarray(self.likeness), norms), torn

    def merge(self, other: Table) -> Table:
        """Return for every piece the nearest of both tables."""
        terms = np.concatenate([self.terms, other.terms], axis=1)
        likeness = np.concatenate([self.likeness, other.likeness], axis=1)
        order = np.argsort(-np.where(terms == NOTHING, -np.inf, likeness), axis=1, kind="stable")
        order = order[:, : self.terms.shape[1]]
        return replace(self, terms=np.take_along_axis(terms, order, 1), likeness=np.take_along_axis(likeness, order, 1))

    def replace(self, rows: NDArray[np.int64], other: Table) -> Table:
        """Return the table with the rows of some pieces taken from another."""
        terms, likeness = self.terms.copy(), self.likeness.copy()
        terms[rows], likeness[rows] = other.terms, other.likeness
        return replace(self, terms=terms, likeness=likeness)

    def save(self, folder: Path, name: str) -> None:
        """Write the table as files whose names begin with `name`."""
        for part in _ARRAYS:
            np.save(folder / f"{name}.{part}.npy", getattr(self, part), allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str) -> Table | None:
        """Return what was saved; None where nothing was."""
        if not (folder / f"{name}.{_ARRAYS[0]}.npy").is_file():
            return None
        return cls(*(load_array(folder, f"{name}.{part}") for part in _ARRAYS))


_ARRAYS = ("terms", "likeness", "norms")


def find_nearest(
    pieces: Floats, vectors: Floats, count: int, norms: Floats, numbers: NDArray[np.int64] | None = None
) -> Table:
    """Return the nearest of the vectors for each piece; `numbers` are those of the vectors' terms."""
    terms = np.full((len(pieces), count), NOTHING, dtype=np.int32)
    likeness = np.zeros((len(pieces), count), dtype=np.float16)
    width = min(count, len(vectors))
    for start in range(0, len(pieces) if width else 0, BLOCK):
        block = pieces[start : start + BLOCK]
        scores, found = faiss.knn(block, vectors, width, metric=faiss.METRIC_INNER_PRODUCT)
        terms[start : start + BLOCK, :width] = found if numbers is None else numbers[found]
        likeness[start : start + BLOCK, :width] = scores
    return Table(terms, likeness, norms)
