"""The index in memory and on disk: search by meaning (faiss), by words (BM25) and by translated words (PSQ).

Knows nothing of questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import bm25s
import faiss
import numpy as np
from numpy.typing import NDArray

from index.pack import pack_entries, unpack_entries
from index.psq import FILE as TOKENS
from index.psq import TokenIndex
from index.records import Entry, Hit, Span
from index.static import StaticEncoder

Vectors = NDArray[np.float32]  # (n, dimensions), unit length
Mask = NDArray[np.bool_]  # one flag a passage, in the order of `passages`

ENTRIES, VECTORS, IDS, WORDS = "entries.jsonl", "passages.faiss", "ids.npy", "words"


class Store(Protocol):
    """What an index must do, whatever engine stands behind it."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The stored entries, in order of their names."""

    @property
    def passages(self) -> Sequence[Span]:
        """All passages, in the order that masks follow."""

    def add(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Add readouts with one vector a passage; a readout of the same name is replaced."""

    def remove(self, names: Iterable[str]) -> None:
        """Remove the readouts of these names."""

    def search_meaning(self, vector: NDArray[np.float32], limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages nearest to `vector` by cosine, best first."""

    def search_words(self, words: Sequence[str], limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages that hold any of `words`, best BM25 score first."""

    def search_translated(self, text: str, limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages that hold words of `text` or their translations, best score first."""

    @property
    def tokens(self) -> TokenIndex | None:
        """The words of all passages with their translations, where an encoder's table is at hand."""


class LocalStore:
    """A Store in this process: faiss IndexIDMap2 over a flat index, bm25s, and the default encoder's own words.

    Without `translator` nothing is found by translated words.
    """

    def __init__(self, dimensions: int, translator: StaticEncoder | None = None) -> None:
        self._translator = translator
        self._faiss: Any = faiss.IndexIDMap2(faiss.IndexFlatIP(dimensions))
        self._entries: dict[str, tuple[Entry, list[int]]] = {}
        self._next_id = 0
        self._refresh()

    @property
    def entries(self) -> Sequence[Entry]:
        """The stored entries, in order of their names."""
        return [self._entries[name][0] for name in sorted(self._entries)]

    @property
    def passages(self) -> Sequence[Span]:
        """All passages, in the order that masks follow."""
        return self._passages

    def add(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Add readouts with one vector a passage; a readout of the same name is replaced."""
        if len(vectors) != (count := sum(len(entry.passages) for entry in entries)):
            raise ValueError(f"{len(vectors)} vectors for {count} passages")
        self.remove(entry.readout.name for entry in entries)
        ids = np.arange(self._next_id, self._next_id + count, dtype=np.int64)
        if count:
            self._faiss.add_with_ids(vectors, ids)
        start = 0
        for entry in entries:
            end = start + len(entry.passages)
            self._entries[entry.readout.name] = (entry, ids[start:end].tolist())
            start = end
        self._next_id += count
        self._refresh()

    def remove(self, names: Iterable[str]) -> None:
        """Remove the readouts of these names."""
        gone = [i for name in names if name in self._entries for i in self._entries.pop(name)[1]]
        if gone:
            self._faiss.remove_ids(np.asarray(gone, dtype=np.int64))
            self._refresh()

    @property
    def tokens(self) -> TokenIndex | None:
        """The words of all passages with their translations, where an encoder's table is at hand."""
        return self._tokens

    def _refresh(self, words: bm25s.BM25 | None = None, tokens: TokenIndex | None = None) -> None:
        rows = [self._entries[name] for name in sorted(self._entries)]
        self._passages = [passage for entry, _ in rows for passage in entry.passages]
        self._ids = np.asarray([i for _, ids in rows for i in ids], dtype=np.int64)
        self._position = {int(i): position for position, i in enumerate(self._ids)}
        self._words: Any = words
        held = [list(passage) for entry, _ in rows for passage in entry.words]
        if words is None and any(held):
            self._words = bm25s.BM25()
            self._words.index(held, show_progress=False)
        self._tokens = tokens
        if tokens is None and self._translator:
            self._tokens = TokenIndex.build([passage.in_context for passage in self._passages], self._translator)

    def search_meaning(self, vector: NDArray[np.float32], limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages nearest to `vector` by cosine, best first."""
        limit = min(limit, len(self._passages))
        if not limit or (allowed is not None and not allowed.any()):
            return []
        parameters: Any = None
        if allowed is not None:
            parameters = faiss.SearchParameters(sel=faiss.IDSelectorBatch(self._ids[allowed]))  # type: ignore[call-arg]
        scores, ids = self._faiss.search(vector.reshape(1, -1), limit, params=parameters)
        found = [(int(i), float(score)) for i, score in zip(ids[0], scores[0], strict=True) if i >= 0]
        return [Hit(self._passages[self._position[i]], score) for i, score in found]

    def search_words(self, words: Sequence[str], limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages that hold any of `words`, best BM25 score first."""
        if self._words is None:
            return []
        known = [word for word in words if word in self._words.vocab_dict]
        if not known:
            return []
        return self._best(self._words.get_scores(known), limit, allowed)

    def search_translated(self, text: str, limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages that hold words of `text` or their translations, best score first."""
        if self._tokens is None or not self._passages:
            return []
        return self._best(self._tokens.scores(text), limit, allowed)

    def _best(self, scores: NDArray[np.float32], limit: int, allowed: Mask | None) -> list[Hit]:
        if allowed is not None:
            scores = np.where(allowed, scores, 0.0)
        best = np.argsort(-scores, kind="stable")[:limit]
        return [Hit(self._passages[i], float(scores[i])) for i in best if scores[i] > 0]

    def save(self, folder: Path) -> None:
        """Write the store into an empty folder."""
        order = np.asarray([int(i) for _, ids in self._entries.values() for i in ids], dtype=np.int64)
        np.save(folder / IDS, order, allow_pickle=False)
        (folder / ENTRIES).write_bytes(pack_entries([entry for entry, _ in self._entries.values()]))
        faiss.write_index(self._faiss, str(folder / VECTORS))
        if self._words is not None:
            self._words.save(folder / WORDS, show_progress=False)
        if self._tokens is not None:
            self._tokens.save(folder)

    @classmethod
    def load(cls, folder: Path, translator: StaticEncoder | None = None) -> LocalStore:
        """Read the store that `save` wrote."""
        index = faiss.read_index(str(folder / VECTORS))
        store = cls(index.d, translator)
        store._faiss = index
        ids = iter(np.load(folder / IDS, allow_pickle=False).tolist())
        for entry in unpack_entries((folder / ENTRIES).read_bytes()):
            store._entries[entry.readout.name] = (entry, [next(ids) for _ in entry.passages])
        store._next_id = 1 + max((i for _, row in store._entries.values() for i in row), default=-1)
        words = folder / WORDS
        tokens = TokenIndex.load(folder, translator) if translator and (folder / TOKENS).is_file() else None
        store._refresh(bm25s.BM25.load(words, show_progress=False) if words.is_dir() else None, tokens)
        return store
