"""Where exact words stand in everything held, whatever the script and punctuation; knows nothing of meaning.

The letters of all documents are one long string, so that a search reads 10,000 of them in some hundredths of a second.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from threading import Lock
from weakref import WeakKeyDictionary

from index.records import Readout
from qa.letters import Token, is_han_char, letters, plain_text, split_tokens
from qa.library import Library


@dataclass(frozen=True, slots=True, eq=False)
class Lettered:
    """A readout with its plain text, its tokens, and where each token begins in its letters."""

    readout: Readout
    plain: str
    tokens: tuple[Token, ...]
    begins: tuple[int, ...]

    def token_at(self, position: int) -> int:
        """Return which token holds a position of the letters."""
        return bisect_right(self.begins, position) - 1


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words found: which document holds them, and at which position of its letters."""

    document: int
    position: int


class Concordance:
    """The letters of all readouts held."""

    def __init__(self, readouts: Sequence[Readout], known: dict[str, str] | None = None) -> None:
        self.readouts = tuple(readouts)
        known = known or {}
        self.keys = {r.sha256: known.get(r.sha256) or letters(r.text) for r in self.readouts}
        rows = [self.keys[readout.sha256] for readout in self.readouts]
        self._starts = [0, *accumulate(len(row) + 1 for row in rows)]
        self._text = "\n".join(rows)
        self._numbers = {readout.name: number for number, readout in enumerate(self.readouts)}

    def find(self, words: str, within: Collection[int] | None = None) -> Iterator[Occurrence]:
        """Yield where letters stand, words never cut, in all documents or those numbered in `within`."""
        if not words:
            return
        spans = (
            [(0, len(self._text))]
            if within is None
            else [(self._starts[i], self._starts[i + 1] - 1) for i in sorted(within)]
        )
        for start, end in spans:
            while (start := self._text.find(words, start, end)) >= 0:
                if self._is_whole(words, start):
                    document = bisect_right(self._starts, start) - 1
                    yield Occurrence(document, start - self._starts[document])
                start += 1

    def _is_whole(self, words: str, start: int) -> bool:
        before, after = self._text[max(0, start - 1) : start], self._text[start + len(words) : start + len(words) + 1]
        return _parts(before, words[0]) and _parts(words[-1], after)

    def numbered(self, readouts: Collection[str]) -> list[int]:
        """Return the numbers of the documents with these names."""
        return [self._numbers[name] for name in readouts if name in self._numbers]

    def document(self, number: int) -> Lettered:
        """Return a document with its tokens."""
        return letter(self.readouts[number])


def _parts(before: str, after: str) -> bool:
    """Tell whether a word may end between two characters of letters."""
    return any(char in ("", " ", "\n") or is_han_char(char) for char in (before, after))


@lru_cache(maxsize=256)
def letter(readout: Readout) -> Lettered:
    """Return a readout with its tokens, which joined are its letters."""
    tokens = tuple(split_tokens(readout.text))
    begins, end, last = [], 0, ""
    for token in tokens:
        apart = last and not is_han_char(last) and not is_han_char(token.plain[0])
        begins.append(end + bool(apart))
        end, last = begins[-1] + len(token.plain), token.plain[-1]
    return Lettered(readout, plain_text(readout.text), tokens, tuple(begins))


_open: WeakKeyDictionary[Library, Concordance] = WeakKeyDictionary()
_lock = Lock()


def open_concordance(library: Library) -> Concordance:
    """Return the concordance of a library, made once; what another library has of the same files is not made again."""
    with _lock:
        if library not in _open:
            known = {sha: text for other in _open.values() for sha, text in other.keys.items()}
            _open[library] = Concordance([entry.readout for entry in library.store.entries], known)
        return _open[library]
