"""Finds known words in a text however English inflects them; knows nothing of what they stand for.

Chinese words are found in every script and across line breaks, English ones by their stems; `^` behind a word asks for
its capitals as printed, and `+` joins words that may stand apart from one another, in any order (sell+weapons).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from index.naming.phrases import EXACT, even
from index.words import is_han, split_words

APART, APART_HAN = 60, 14  # characters between the words of an English and of a Chinese pair, at most
_LATIN = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]")
_PASSED = frozenset(
    ' \t\r\n\u3000\u2028\u2029“”"「」『』《》'
)  # what may stand inside a Chinese word: breaks and quotation marks
_PASSING = dict.fromkeys(map(ord, _PASSED))
T = TypeVar("T")


class Spotted(NamedTuple, Generic[T]):
    """A word found in a text: its offsets and what it stands for; `apart` if its parts need not touch."""

    start: int
    end: int
    value: T
    apart: bool = False


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    return split_words(word)[0]


class Spotter(Generic[T]):
    """Words with what they stand for; a word inside a longer known one is not found (war in trade war)."""

    def __init__(self, entries: Iterable[tuple[str, T | None]]) -> None:
        self._latin: dict[str, dict[tuple[str, ...], set[str]]] = defaultdict(lambda: defaultdict(set))
        self._han: dict[str, list[str]] = defaultdict(list)
        self._values: dict[str, list[T | None]] = defaultdict(list)
        self._pairs: dict[str, dict[tuple[str, ...], list[T]]] = defaultdict(lambda: defaultdict(list))
        for name, value in entries:
            parts = tuple(part.strip() for part in name.split("+"))
            forms = tuple(dict.fromkeys(self._add(part) for part in parts))
            if len(forms) == 1:
                self._values[forms[0]] += [value] * (value not in self._values[forms[0]])
            elif value is not None:
                self._pairs[forms[0]][forms].append(value)
        for bucket in self._han.values():
            bucket.sort(key=len, reverse=True)

    def _add(self, name: str) -> str:
        """Make `name` known and return it as it is told apart from others."""
        form = even(name.removesuffix(EXACT))
        if is_han(form):
            form = form.translate(_PASSING)
            if form not in self._han[form[:2]]:
                self._han[form[:2]].append(form)
            return form
        stems = tuple(_stem(word) for word in _LATIN.findall(form))
        key = name if name.endswith(EXACT) else " ".join(stems)
        self._latin[stems[0]][stems].add(key)
        return key

    def find(self, text: str) -> list[Spotted[T]]:
        """Return what the words of `text` stand for, in the order in which they stand."""
        parts = sorted({*self._find_latin(text), *self._find_han(text)}, key=lambda part: (part[0], -part[1]))
        seen: list[tuple[int, int, str]] = []
        longest = (0, 0)
        for start, end, form in parts:
            if end > longest[1] or (start, end) == longest:
                seen.append((start, end, form))
                longest = (start, end) if form in self._values else longest
        found = [
            Spotted(start, end, value)
            for start, end, form in seen
            for value in self._values.get(form, ())
            if value is not None
        ]
        return sorted([*found, *self._find_pairs(seen)], key=lambda each: each[:2])

    def _find_latin(self, text: str) -> Iterator[tuple[int, int, str]]:
        words = list(_LATIN.finditer(even(text)))
        stems = [_stem(word[0]) for word in words]
        for at, stem in enumerate(stems):
            for phrase, keys in self._latin[stem].items() if stem in self._latin else ():
                if tuple(stems[at : at + len(phrase)]) == phrase:
                    start, end = words[at].start(), words[at + len(phrase) - 1].end()
                    yield from ((start, end, key) for key in keys if self._is_printed(key, text[start:end]))

    def _is_printed(self, key: str, printed: str) -> bool:
        return not key.endswith(EXACT) or " ".join(printed.split()) == key.removesuffix(EXACT)

    def _find_han(self, text: str) -> Iterator[tuple[int, int, str]]:
        folded = even(text)
        places = [at for at, char in enumerate(folded) if char not in _PASSED]
        squeezed = folded.translate(_PASSING)
        for run in _HAN_RUN.finditer(squeezed):
            at = run.start()
            for form in (*self._han.get(squeezed[at : at + 2], ()), *self._han.get(squeezed[at], ())):
                if squeezed.startswith(form, at):
                    yield places[at], places[at + len(form) - 1] + 1, form

    def _find_pairs(self, parts: list[tuple[int, int, str]]) -> Iterator[Spotted[T]]:
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end, form in parts:
            places[form].append((start, end))
        for forms, values in [pair for form in places for pair in self._pairs.get(form, {}).items()]:
            if all(form in places for form in forms) and (hull := _nearest([places[form] for form in forms])):
                start, end = hull
                apart = APART_HAN if any(map(is_han, forms)) else APART
                if end - start - sum(map(len, forms)) <= apart:
                    yield from (Spotted(start, end, value, True) for value in values)


def _nearest(places: list[list[tuple[int, int]]]) -> tuple[int, int] | None:
    """Return the shortest stretch that holds one of each of `places`, beside one of the first, none overlapping."""
    hulls = []
    for start, end in places[0]:
        spans = [(start, end)]
        for others in places[1:]:
            free = [each for each in others if all(each[1] <= s or e <= each[0] for s, e in spans)]
            if not free:
                break
            spans.append(min(free, key=lambda each: max(each[0] - end, start - each[1])))
        else:
            hulls.append((min(span[0] for span in spans), max(span[1] for span in spans)))
    return min(hulls, key=lambda hull: hull[1] - hull[0], default=None)
