"""Finds known phrases in a text, longest first; knows nothing of what they stand for.

Both sides are folded (Simplified characters, lower case, plain apostrophes and hyphens), so one phrase is
found in every script. A phrase that ends in `^` is an ordinary word too and is found only with its capitals.
The phrases of a table are kept folded, by how they begin, and read from there when a text holds such a beginning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from index.kept import keep
from index.words import fold

EXACT = "^"
HIDES = -1  # the number of a longer phrase that only hides the shorter ones inside it
_BETWEEN = "\x1f"
_LAST_LATIN = "\u024f"
_PLAIN = str.maketrans({
    "\u2018": "'", "\u2019": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-", "\u00a0": " ", "\n": " ",
})  # fmt: skip
T = TypeVar("T")


class Found(NamedTuple, Generic[T]):
    """A phrase found in a text: its offsets and what it stands for."""

    start: int
    end: int
    value: T


class _Phrase(NamedTuple):
    form: str
    folded: str
    exact: bool
    number: int


@lru_cache(maxsize=4096)
def even(text: str) -> str:
    """Return `text` folded, with plain apostrophes, hyphens and spaces, in the same length."""
    return fold(text.translate(_PLAIN))


def even_all(names: Sequence[str]) -> dict[str, str]:
    """Return many names with what `even` makes of each, in one go: one by one they would take seconds at the start."""
    return dict(zip(names, even(_BETWEEN.join(names)).split(_BETWEEN), strict=True)) if names else {}


def _is_latin(char: str) -> bool:
    return char.isalnum() and char <= _LAST_LATIN


def _arrange(entries: Iterable[tuple[str, int]]) -> dict[str, list[_Phrase]]:
    """Return phrases by their first two characters, the longest first."""
    listed = list(entries)
    folded = even_all([*dict.fromkeys([name.removesuffix(EXACT) for name, _ in listed])])
    starts: dict[str, list[_Phrase]] = defaultdict(list)
    for name, number in listed:
        form, exact = name.removesuffix(EXACT), name.endswith(EXACT)
        phrase = _Phrase(form.translate(_PLAIN) if exact else form, folded[form], exact, number)
        starts[phrase.folded[:2]].append(phrase)
    for phrases in starts.values():
        phrases.sort(key=lambda phrase: (-len(phrase.folded), phrase.number == HIDES))
    return dict(starts)


def _pack(entries: Iterable[tuple[str, int]]) -> dict[str, msgspec.Raw]:
    return {start: msgspec.Raw(msgspec.msgpack.encode(phrases)) for start, phrases in _arrange(entries).items()}


class Phrases(Generic[T]):
    """Phrases with what they stand for; None marks a longer phrase that only hides the shorter ones inside it."""

    def __init__(self, entries: Iterable[tuple[str, T | None]], plural: bool = False) -> None:
        listed = list(entries)
        self._things: Sequence[T | None] = [value for _, value in listed]
        self._plural = plural
        numbered = ((name, HIDES if value is None else number) for number, (name, value) in enumerate(listed))
        self._by_start: dict[str, list[_Phrase] | msgspec.Raw] = {**_arrange(numbered)}

    @classmethod
    def keep(
        cls,
        name: str,
        files: Sequence[Path],
        things: Sequence[T],
        make: Callable[[], Iterable[tuple[str, int]]],
        plural: bool = False,
    ) -> Phrases[T]:
        """Return the phrases that `make` makes of `files`, each with the number of the thing that it stands for."""
        phrases: Phrases[T] = cls((), plural)
        phrases._things = things
        phrases._by_start = {**keep(name, files, dict[str, msgspec.Raw], lambda: _pack(make()))}
        return phrases

    def find(self, text: str) -> list[Found[T]]:
        """Return the phrases in `text`, in order and not overlapping."""
        folded = even(text)
        found: list[Found[T]] = []
        end = 0
        begun = map(self._by_start.get, map(str.__add__, folded, chain(folded[1:], [""])))
        for at, phrases in [(at, phrases) for at, phrases in enumerate(begun) if phrases is not None]:
            if at < end or (at and _is_latin(folded[at]) and _is_latin(folded[at - 1])):
                continue
            for phrase in phrases if isinstance(phrases, list) else self._unpack(folded[at : at + 2], phrases):
                if folded.startswith(phrase.folded, at) and (matched := self._match(phrase, text, folded, at)):
                    value = None if phrase.number == HIDES else self._things[phrase.number]
                    if value is not None:
                        found.append(Found(at, matched, value))
                    end = matched
                    break
        return found

    def _unpack(self, start: str, packed: msgspec.Raw) -> list[_Phrase]:
        self._by_start[start] = phrases = msgspec.msgpack.decode(packed, type=list[_Phrase])
        return phrases

    def _match(self, phrase: _Phrase, text: str, folded: str, at: int) -> int:
        """Return the offset behind `phrase`, which begins at `at`, if it ends there as a word, otherwise 0."""
        end = at + len(phrase.folded)
        if phrase.exact and text[at:end].translate(_PLAIN) != phrase.form:
            return 0
        if not _is_latin(folded[end - 1]):
            return end
        if self._plural and folded[end : end + 1] == "s":
            end += 1
        return 0 if end < len(folded) and _is_latin(folded[end]) else end
