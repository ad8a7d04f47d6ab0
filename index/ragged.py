"""Rows of different lengths in one flat array, as they are kept on disk; knows nothing of what the rows are.

What `disk.py` opens stays there until a slice is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.disk import load_array, open_array

Array = NDArray[Any]
SHORT = 32  # values of a run: shorter ones are copied value by value, all at once


@dataclass(frozen=True, slots=True, eq=False)
class Ragged:
    """Row n is values[starts[n] : starts[n + 1]]."""

    values: Array
    starts: NDArray[np.int64]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.starts) - 1

    def __getitem__(self, row: int) -> Array:
        """Return one row."""
        return self.values[int(self.starts[row]) : int(self.starts[row + 1])]

    @property
    def sizes(self) -> NDArray[np.int64]:
        """The length of each row."""
        return np.diff(self.starts)

    @property
    def owners(self) -> NDArray[np.int64]:
        """The row that each value belongs to."""
        return np.repeat(np.arange(len(self)), self.sizes)

    @classmethod
    def of(cls, rows: Sequence[Array], empty: Array) -> Ragged:
        """Return the rows given; `empty` says what a row is like where there is none."""
        return cls(np.concatenate([empty[:0], *rows]), _starts([len(row) for row in rows]))

    @classmethod
    def join(cls, parts: Sequence[Ragged]) -> Ragged:
        """Return the rows of all parts, one part after the other."""
        sizes = np.concatenate([part.sizes for part in parts])
        return cls(np.concatenate([part.values for part in parts]), _starts(sizes))

    def take(self, rows: NDArray[np.int64]) -> Ragged:
        """Return the rows named, in the order named."""
        sizes = self.sizes[rows]
        starts = _starts(sizes)
        # Neighbours stay neighbours in one slice: mostly a few long runs are copied.
        breaks = np.flatnonzero(np.diff(rows) != 1) + 1
        if isinstance(self.values, np.ndarray) and SHORT * len(breaks) > starts[-1]:
            places = np.repeat(self.starts[rows] - starts[:-1], sizes) + np.arange(starts[-1])
            return Ragged(self.values[places], starts)
        runs = zip([0, *breaks.tolist()], [*breaks.tolist(), len(rows)], strict=True)
        pieces = [
            self.values[int(self.starts[rows[first]]) : int(self.starts[rows[after - 1] + 1])]
            for first, after in runs
            if after > first
        ]
        return Ragged(np.concatenate([self.values[:0], *pieces]), starts)

    def save(self, folder: Path, name: str) -> None:
        """Write the rows as two files of arrays."""
        np.save(folder / f"{name}.npy", self.values, allow_pickle=False)
        np.save(folder / f"{name}.starts.npy", self.starts, allow_pickle=False)

    @classmethod
    def load(cls, folder: Path, name: str) -> Ragged:
        """Return what was saved, all of it in memory."""
        return cls(load_array(folder, name), load_array(folder, f"{name}.starts"))

    @classmethod
    def open(cls, folder: Path, name: str) -> Ragged:
        """Return what was saved; its values stay on disk, and can only be cut out by slices."""
        return cls(open_array(folder, name), load_array(folder, f"{name}.starts"))


def _starts(sizes: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(np.asarray(sizes, dtype=np.int64))]).astype(np.int64)
