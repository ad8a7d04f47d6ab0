"""Search by meaning: faiss over the passages' vectors, its kind chosen by their number; knows nothing of texts."""

from __future__ import annotations

from math import sqrt
from pathlib import Path
from typing import Any

import faiss as faiss_module
import numpy as np
from numpy.typing import NDArray

faiss: Any = faiss_module  # its types know half of it
Vectors = NDArray[np.float32]  # (n, dimensions), unit length
Mask = NDArray[np.bool_]  # one flag a passage

FLAT_UP_TO = 100_000  # vectors that are compared one by one, exactly; more are sorted into cells
CELLS_PER_ROOT = 4  # cells for each unit of the number's square root
SEEN = 0.1  # the share of cells that is looked through
FILE = "passages.faiss"


class VectorSearch:
    """A faiss index of vectors by their numbers: flat while they are few, inverted lists when they are many."""

    def __init__(self, index: Any) -> None:  # noqa: ANN401  faiss has no types
        self._faiss = index

    def __len__(self) -> int:
        """Return the number of vectors."""
        return int(self._faiss.ntotal)

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._faiss.d)

    @property
    def is_flat(self) -> bool:
        """Whether every vector is compared."""
        return isinstance(self._faiss, faiss.IndexFlat)

    @classmethod
    def make(cls, vectors: Vectors) -> VectorSearch:
        """Return the index of vectors."""
        count, dimensions = vectors.shape
        index: Any = faiss.IndexFlatIP(dimensions)
        if count > FLAT_UP_TO:
            cells = int(CELLS_PER_ROOT * sqrt(count))
            index = faiss.IndexIVFFlat(index, dimensions, cells, faiss.METRIC_INNER_PRODUCT)
            index.cp.seed = 1
            index.train(vectors)
            index.set_direct_map_type(faiss.DirectMap.Array)
        if count:
            index.add(np.ascontiguousarray(vectors))
        return cls(index)

    @property
    def vectors(self) -> Vectors:
        """All vectors, in the order of their numbers."""
        if not len(self):
            return np.zeros((0, self.dimensions), dtype=np.float32)
        return np.asarray(self._faiss.reconstruct_n(0, len(self)), dtype=np.float32)

    def search(self, vector: NDArray[np.float32], limit: int, allowed: Mask | None = None) -> list[tuple[int, float]]:
        """Return the numbers of the nearest vectors allowed with their cosine, best first."""
        limit = min(limit, len(self))
        if not limit or (allowed is not None and not allowed.any()):
            return []
        bits = None if allowed is None else np.packbits(allowed, bitorder="little")
        scores, numbers = self._faiss.search(vector.reshape(1, -1), limit, params=self._parameters(bits, allowed))
        found = zip(numbers[0].tolist(), scores[0].tolist(), strict=True)
        return [(number, score) for number, score in found if number >= 0]

    def _parameters(self, bits: NDArray[np.uint8] | None, allowed: Mask | None) -> Any:  # noqa: ANN401
        options: dict[str, Any] = {}
        if bits is not None:
            options["sel"] = faiss.IDSelectorBitmap(bits)
        if self.is_flat:
            return faiss.SearchParameters(**options) if options else None
        few = allowed is not None and int(allowed.sum()) <= FLAT_UP_TO  # then cells would hide too many of them
        cells = int(self._faiss.nlist)
        return faiss.SearchParametersIVF(nprobe=cells if few else max(1, int(SEEN * cells)), **options)

    def save(self, folder: Path) -> None:
        """Write the index into a folder."""
        try:
            faiss.write_index(self._faiss, str(folder / FILE))
        except RuntimeError as exc:  # faiss's word for a full disk
            raise OSError(f"{folder / FILE} cannot be written: is the disk full? ({exc})") from exc

    @classmethod
    def load(cls, folder: Path) -> VectorSearch:
        """Return what was saved."""
        return cls(faiss.read_index(str(folder / FILE)))
