"""Arrays in files: read whole, or slice by slice as they are asked for; knows nothing of what they hold.

No file is mapped into memory: one that is cut off while it is mapped ends the process without a word.
"""

from __future__ import annotations

import os
import weakref
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from index.manifest import BUILD_COMMAND, IndexNotUsable

Array = NDArray[Any]
OPENED_FROM = 1 << 16  # bytes; a smaller file is read at once
MOST = 1 << 30  # bytes that are read in one go: the system reads no more than twice that


class OnDisk:
    """A flat array in a file that stays open, of which only slices are read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as file:
            np.lib.format.read_magic(file)
            (self._size,), _, self.dtype = np.lib.format.read_array_header_1_0(file)
            self._offset = file.tell()
        self._handle = os.open(path, os.O_RDONLY)
        weakref.finalize(self, os.close, self._handle)

    def __len__(self) -> int:
        """Return the number of values."""
        return int(self._size)

    def __getitem__(self, part: slice) -> Array:
        """Return the values of a slice; raises IndexNotUsable where the file was cut off meanwhile."""
        start, stop, step = part.indices(len(self))
        if step != 1:
            raise ValueError("only whole runs are read")
        first, wanted = self._offset + start * self.dtype.itemsize, max(0, stop - start) * self.dtype.itemsize
        data = bytearray()
        while len(data) < wanted:
            read = os.pread(self._handle, min(MOST, wanted - len(data)), first + len(data))
            if not read:
                raise IndexNotUsable(
                    f"{self._path} was cut off while it was in use. "
                    f"Build the index anew with: {BUILD_COMMAND} --index {self._path.parent.parent}"
                )
            data += read
        return np.frombuffer(data, dtype=self.dtype)

    def __array__(self, dtype: np.dtype[Any] | None = None, copy: bool | None = None) -> Array:
        """Return all values."""
        return np.asarray(self[:], dtype=dtype)


def load_array(folder: Path, name: str) -> Array:
    """Return an array that np.save wrote, read whole."""
    return np.asarray(np.load(folder / f"{name}.npy", allow_pickle=False))


def open_array(folder: Path, name: str) -> Array:
    """Return a flat array that stays on disk if it is large: it can be cut by slices or taken whole, and no more."""
    path = folder / f"{name}.npy"
    if path.stat().st_size < OPENED_FROM or not hasattr(os, "pread"):  # Windows has none, and lets no open file be cut
        return load_array(folder, name)
    return cast(Array, OnDisk(path))
