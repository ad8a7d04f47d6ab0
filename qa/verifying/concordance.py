"""Where exact words stand in what is held, whatever the script and punctuation; knows nothing of meaning.

Few documents are all read. Of many only those are that hold most of the words, the likeliest first, as many as can be
read in a tenth of a second: words that stand in more places than that are found in the first of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from index.columns import find_grams
from index.postings import Postings, word_keys
from index.records import Readout
from index.store import Store
from index.words import is_han, split_words
from qa.library import Library
from qa.verifying.letters import Token, is_han_char, letters, plain_text, split_tokens

ALL, MOST = 300, 40  # documents: so few are all read; of more so many are
SHARE, RAREST = 0.7, 40  # of a quotation's rarest words and pairs of characters a document must hold such a share
HELD = 2000  # documents whose letters are kept


class Lettered:
    """A readout with its plain text, its tokens, which joined are its letters, and where each of them begins there."""

    def __init__(self, readout: Readout) -> None:
        self.readout = readout
        self.plain = plain_text(readout.text)

    @cached_property
    def tokens(self) -> list[Token]:
        """Everything that counts, in order."""
        return split_tokens(self.readout.text)

    @cached_property
    def begins(self) -> list[int]:
        """Where each token begins in the letters."""
        begins, end, last = [], 0, ""
        for token in self.tokens:
            apart = last and not is_han_char(last) and not is_han_char(token.plain[0])
            begins.append(end + bool(apart))
            end, last = begins[-1] + len(token.plain), token.plain[-1]
        return begins

    def token_at(self, position: int) -> int:
        """Return which token holds a position of the letters."""
        return bisect_right(self.begins, position) - 1


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words found: which document holds them, and at which position of its letters."""

    document: int
    position: int


class Concordance:
    """The letters of the documents of a store, made when they are looked at."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._letters: OrderedDict[int, str] = OrderedDict()
        self._lock = Lock()

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._store.columns.names)}

    @cached_property
    def _owners(self) -> NDArray[np.int64]:
        return self._store.columns.passages.owners

    def likely(self, words: str) -> list[int]:
        """Return the numbers of the documents that may hold some words, the likeliest first."""
        size = len(self._store.columns.names)
        if size <= ALL:
            return list(range(size))
        columns = self._store.columns
        stems = [word for word in split_words(words) if not is_han(word)]
        rows = [*_rows(columns.grams, find_grams(words)), *_rows(columns.words, word_keys(dict.fromkeys(stems)))]
        rarest = sorted(rows, key=len)[:RAREST]
        held = np.zeros(size, dtype=np.int32)
        for texts in rarest:
            held[np.unique(self._owners[texts])] += 1
        best = np.argsort(-held, kind="stable")[:MOST]
        return [int(number) for number in best if held[number] and held[number] >= SHARE * len(rarest)]

    def numbered(self, names: Iterable[str]) -> list[int]:
        """Return the numbers of the documents with these names."""
        return [self._numbers[name] for name in names if name in self._numbers]

    def find(self, words: str, within: Iterable[int]) -> Iterator[Occurrence]:
        """Yield where letters stand in the documents with these numbers; a word is never cut."""
        for document in within:
            text, start = self._read(document), 0
            while words and (start := text.find(words, start)) >= 0:
                before, after = text[max(0, start - 1) : start], text[start + len(words) : start + len(words) + 1]
                if _parts(before, words[0]) and _parts(words[-1], after):
                    yield Occurrence(document, start)
                start += 1

    def _read(self, number: int) -> str:
        with self._lock:
            if number in self._letters:
                self._letters.move_to_end(number)
                return self._letters[number]
        text = letters(self.readout(number).text)
        with self._lock:
            self._letters[number] = text
            if len(self._letters) > HELD:
                self._letters.popitem(last=False)
        return text

    def readout(self, number: int) -> Readout:
        """Return a document by its number."""
        return self._store.entries[number].readout

    def document(self, number: int) -> Lettered:
        """Return a document with its tokens."""
        return letter(self.readout(number))


def _rows(postings: Postings, keys: NDArray[np.uint64]) -> list[NDArray[np.int32]]:
    """Return for each key the texts that hold it, none where none does."""
    return [postings.texts[postings.place(word) if word >= 0 else slice(0)] for word in postings.find(keys).tolist()]


def _parts(before: str, after: str) -> bool:
    """Tell whether a word may end between two characters of letters."""
    return any(char in ("", " ") or is_han_char(char) for char in (before, after))


@lru_cache(maxsize=256)
def letter(readout: Readout) -> Lettered:
    """Return a readout with its tokens."""
    return Lettered(readout)


_open: WeakKeyDictionary[Library, Concordance] = WeakKeyDictionary()
_lock = Lock()


def open_concordance(library: Library) -> Concordance:
    """Return the concordance of a library, the same at every call."""
    with _lock:
        if library not in _open:
            _open[library] = Concordance(library.store)
        return _open[library]
