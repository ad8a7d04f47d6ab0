"""Finds known words in a text however English inflects them; knows nothing of what they stand for.

Chinese words are found in every script and across line breaks, English ones in the plural and in every tense. The stems
of the search are too short for this: import and important have one, and so have internal and international. `^` behind
a word asks for its capitals as printed, and `+` joins words that may stand apart, in any order (sell+weapons).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from index.naming.phrases import EXACT, even
from index.words import is_han

APART, APART_HAN = 60, 14  # characters between the words of an English and of a Chinese pair, at most
_LATIN = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+")
# What may stand inside a Chinese word: breaks and quotation marks.
_PASSED = frozenset(' \t\r\n\u3000\u2028\u2029“”"「」『』《》')
_PASSING = dict.fromkeys(map(ord, _PASSED))
SHORTEST = 3  # letters that an inflected word and what is left of it have at least
_TENSE = re.compile(r"(?:(?<!e)ed|(?<=ee)d|ing)$")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(
    r"[^aeiou]*[aeiou][^aeiouwxy]"
)  # loses an e before an ending (plane), else its last letter doubles (plan)
_NO_PLURALS = frozenset({"arms", "customs", "goods", "news", "means", "thing", "king", "bring", "spring", "during"})
PAIR, _BETWEEN = "+", "\x1f"
T = TypeVar("T")


class Spotted(NamedTuple, Generic[T]):
    """A word found in a text: its offsets and what it stands for; `apart` if its parts need not touch."""

    start: int
    end: int
    value: T
    apart: bool = False


@lru_cache(maxsize=65_536)
def uninflected(word: str) -> str:
    """Return what the singular, the plural and the tenses of a folded English word have in common."""
    bare = word.replace(".", "")
    if len(bare) <= SHORTEST or bare in _NO_PLURALS:
        return bare
    bare = re.sub(r"(?<![sui])s$", "", re.sub(r"(?:(?<=[sxz])|(?<=[cs]h))es$", "", bare))
    if (cut := _TENSE.sub("", bare)) != bare and len(cut) >= SHORTEST and _VOWEL.search(cut):
        bare = cut + "e" * (_SHORT.fullmatch(cut) is not None)
    bare = bare if _SHORT.fullmatch(bare[:-1]) else bare.removesuffix("e")
    bare = bare[:-1] + "i" if bare.endswith("y") else bare
    return re.sub(r"([^aeiou])\1$", r"\1", bare)


def even_all(names: Sequence[str]) -> dict[str, str]:
    """Return many names with what `even` makes of each, in one go: one by one they would take seconds at the start."""
    return dict(zip(names, even(_BETWEEN.join(names)).split(_BETWEEN), strict=True))


class Spotter(Generic[T]):
    """Words with what they stand for; a word inside a longer known one is not found (war in trade war)."""

    def __init__(self, entries: Iterable[tuple[str, T | None]]) -> None:
        self._latin: dict[str, set[str]] = defaultdict(set)  # words in a row, uninflected: how they are told apart
        self._han: set[str] = set()
        self._lengths: dict[str, set[int]] = defaultdict(set)  # by the first word or the first two characters
        self._values: dict[str, list[T | None]] = defaultdict(list)
        self._pairs: dict[str, dict[tuple[str, ...], list[T]]] = defaultdict(lambda: defaultdict(list))
        listed = list(entries)
        folded = even_all([name for name, _ in listed])
        for name, value in listed:
            parts = zip(name.split(PAIR), folded[name].split(PAIR), strict=True)
            forms = tuple(dict.fromkeys(self._add(part.strip(), even_part.strip()) for part, even_part in parts))
            if len(forms) == 1:
                self._values[forms[0]] += [value] * (value not in self._values[forms[0]])
            elif value is not None:
                self._pairs[forms[0]][forms].append(value)

    def _add(self, name: str, folded: str) -> str:
        """Make `name` known and return it as it is told apart from others."""
        form = folded.removesuffix(EXACT)
        if is_han(form):
            form = form.translate(_PASSING)
            self._han.add(form)
            self._lengths[form[:2]].add(len(form))
            return form
        words = [uninflected(word) for word in _LATIN.findall(form)]
        row = " ".join(words)
        key = name if name.endswith(EXACT) else row
        self._latin[row].add(key)
        self._lengths[words[0]].add(len(words))
        return key

    def find(self, text: str) -> list[Spotted[T]]:
        """Return what the words of `text` stand for, in the order in which they stand."""
        parts = sorted({*self._find_latin(text), *self._find_han(text)}, key=_by_place)
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
        found = list(_LATIN.finditer(even(text)))
        words = [uninflected(word[0]) for word in found]
        for at, word in enumerate(words):
            for length in self._lengths.get(word, ()):
                if keys := self._latin.get(" ".join(words[at : at + length])) if at + length <= len(words) else None:
                    start, end = found[at].start(), found[at + length - 1].end()
                    yield from ((start, end, key) for key in keys if self._is_printed(key, text[start:end]))

    def _is_printed(self, key: str, printed: str) -> bool:
        return not key.endswith(EXACT) or " ".join(printed.split()) == key.removesuffix(EXACT)

    def _find_han(self, text: str) -> Iterator[tuple[int, int, str]]:
        if not is_han(text):
            return
        folded = even(text)
        squeezed = folded.translate(_PASSING)
        whole = len(squeezed) == len(folded)
        places = range(len(folded)) if whole else [at for at, char in enumerate(folded) if char not in _PASSED]
        for at, start in enumerate(map(str.__add__, squeezed, squeezed[1:] + " ")):
            if start in self._lengths or start[0] in self._lengths:
                for length in (*self._lengths.get(start, ()), *self._lengths.get(start[0], ())):
                    if (form := squeezed[at : at + length]) in self._han:
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


def _by_place(part: tuple[int, int, str]) -> tuple[int, int]:
    return part[0], -part[1]


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
