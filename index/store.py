"""The index in memory and on disk: search by meaning (faiss), by words (BM25) and by translated words (PSQ).

Knows nothing of questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from index.columns import Columns
from index.lexicon import Lexicon
from index.pack import Records
from index.postings import GONE, WordSearch
from index.psq import FILE as TOKENS
from index.psq import TokenIndex
from index.records import Entry, Hit, Readout, Span
from index.static import StaticEncoder
from index.vectors import Mask, Vectors, VectorSearch

T = TypeVar("T")
SCORES = 2  # searches whose scores are remembered


class Store(Protocol):
    """What an index must do, whatever engine stands behind it."""

    @property
    def entries(self) -> Sequence[Entry]:
        """The stored entries, in order of their names; each is unpacked when it is asked for."""

    @property
    def passages(self) -> Sequence[Span]:
        """All passages, in the order that masks follow."""

    @property
    def columns(self) -> Columns:
        """What can be told of all documents without unpacking any."""

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


class Lazy(Sequence[T], Generic[T]):
    """A sequence whose items are made when they are asked for."""

    def __init__(self, size: int, make: Callable[[int], T]) -> None:
        self._size, self._make = size, make

    def __len__(self) -> int:
        """Return the number of items."""
        return self._size

    def __getitem__(self, number: int) -> T:  # type: ignore[override]  # no slices
        """Return one item."""
        if not -self._size <= number < self._size:
            raise IndexError(f"{number} of {self._size}")
        return self._make(number % self._size)


class LocalStore:
    """A Store in this process: faiss over the vectors, BM25 over the words, and the default encoder's own words.

    Without `translator` nothing is found by translated words.
    """

    def __init__(self, dimensions: int, translator: StaticEncoder | None = None) -> None:
        self._lexicon = Lexicon(translator) if translator else None
        tokens = TokenIndex.scan([], self._lexicon) if self._lexicon else None
        self._set(Columns.make([]), VectorSearch.make(np.zeros((0, dimensions), dtype=np.float32)), tokens)

    def _set(self, columns: Columns, vectors: VectorSearch, tokens: TokenIndex | None) -> None:
        self.columns = columns
        self.tokens = tokens
        self._vectors = vectors
        # A question asks for the best of each language, by the same scores.
        self._score_words = lru_cache(maxsize=SCORES)(WordSearch(columns.words).scores)
        self._score_translated = lru_cache(maxsize=SCORES)(tokens.scores) if tokens else None
        self._records = Records(columns.packed)
        self.passages: Sequence[Span] = Lazy(len(columns.passages.values), self._find_passage)

    @property
    def entries(self) -> Sequence[Entry]:
        """The stored entries, in order of their names; each is unpacked when it is asked for."""
        return self._records

    def _find_passage(self, number: int) -> Span:
        starts = self.columns.passages.starts
        document = int(np.searchsorted(starts, number, side="right")) - 1
        return self._records[document].passages[number - int(starts[document])]

    def add(self, entries: Sequence[Entry], vectors: Vectors) -> None:
        """Add readouts with one vector a passage; a readout of the same name is replaced."""
        if len(vectors) != (count := sum(len(entry.passages) for entry in entries)):
            raise ValueError(f"{len(vectors)} vectors for {count} passages")
        rows = iter(vectors)
        paired = [(entry, [next(rows) for _ in entry.passages]) for entry in entries]
        paired.sort(key=lambda pair: pair[0].readout.name)
        ordered = np.asarray([row for _, own in paired for row in own], dtype=np.float32).reshape(vectors.shape)
        texts = [passage.in_context for entry, _ in paired for passage in entry.passages]
        self.put([Columns.make([entry for entry, _ in paired])], ordered, texts)
        self._adopt(entry.readout for entry in entries)

    def put(self, parts: Sequence[Columns], vectors: Vectors, texts: Sequence[str], gone: Iterable[str] = ()) -> None:
        """Take out the documents that are gone, and put in those of the parts with each passage's vector and text.

        A document of the same name as one of the parts is replaced.
        """
        alive = self._records.alive()
        left_out = frozenset([*gone, *(name for part in parts for name in part.names)])
        columns, numbers = Columns.join([self.columns, *parts], left_out)
        old, new = numbers[0], np.concatenate([np.zeros(0, dtype=np.int64), *numbers[1:]])
        size = len(columns.passages.values)
        joined = np.zeros((size, self._vectors.dimensions), dtype=np.float32)
        joined[old[old != GONE]] = self._vectors.vectors[old != GONE]
        joined[new] = vectors
        tokens = self.tokens
        if tokens and self._lexicon:
            tokens = TokenIndex.join([tokens, TokenIndex.scan(texts, self._lexicon)], [old, new], size)
        self._set(columns, VectorSearch.make(joined), tokens)
        self._adopt(alive)

    def _adopt(self, readouts: Iterable[Readout]) -> None:
        numbers = {name: number for number, name in enumerate(self.columns.names)}
        for readout in readouts:
            if readout.name in numbers:
                self._records.adopt(numbers[readout.name], readout)

    def remove(self, names: Iterable[str]) -> None:
        """Remove the readouts of these names."""
        gone = frozenset(names)
        if gone.intersection(self.columns.names):
            self.put([], self._vectors.vectors[:0], [], gone)

    def search_meaning(self, vector: NDArray[np.float32], limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages nearest to `vector` by cosine, best first."""
        found = self._vectors.search(vector, limit, allowed)
        return [Hit(self.passages[number], score) for number, score in found]

    def search_words(self, words: Sequence[str], limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages that hold any of `words`, best BM25 score first."""
        return self._best(self._score_words(tuple(words)), limit, allowed)

    def search_translated(self, text: str, limit: int, allowed: Mask | None = None) -> list[Hit]:
        """Return the passages that hold words of `text` or their translations, best score first."""
        if self._score_translated is None or not self.passages:
            return []
        return self._best(self._score_translated(text), limit, allowed)

    def _best(self, scores: NDArray[np.float32], limit: int, allowed: Mask | None) -> list[Hit]:
        found = np.flatnonzero(scores > 0 if allowed is None else (scores > 0) & allowed)
        if len(found) > limit > 0:  # those that tie with the last one are kept, so the order is that of a whole sort
            least = np.partition(scores[found], len(found) - limit)[len(found) - limit]
            found = found[scores[found] >= least]
        best = found[np.lexsort((found, -scores[found]))][:limit]
        return [Hit(self.passages[number], float(scores[number])) for number in best.tolist()]

    def save(self, folder: Path) -> None:
        """Write the store into an empty folder."""
        self.columns.save(folder)
        self._vectors.save(folder)
        if self.tokens is not None:
            self.tokens.save(folder)

    @classmethod
    def load(cls, folder: Path, translator: StaticEncoder | None = None) -> LocalStore:
        """Read the store that `save` wrote; texts and postings are read when they are asked for."""
        vectors = VectorSearch.load(folder)
        store = cls(vectors.dimensions, translator)
        tokens = TokenIndex.load(folder, translator) if translator and (folder / TOKENS).is_file() else store.tokens
        store._set(Columns.load(folder), vectors, tokens)
        return store
