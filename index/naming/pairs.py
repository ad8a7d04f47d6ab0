"""Words that stand near each other in any order (sell+weapons); knows nothing of how the words are found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from index.words import is_han

PAIR = "+"  # joins the words of a pair
APART, APART_HAN = 60, 14  # characters between the words of an English and of a Chinese pair, at most
T = TypeVar("T", bound=Hashable)
Part = tuple[int, int, str]  # where a known word stands, and how it is told apart


class Pairs(Generic[T]):
    """Pairs (or more) of words with what they stand for together."""

    def __init__(self) -> None:
        self.words: set[str] = set()
        self._known: dict[str, dict[str, dict[tuple[str, ...], list[T]]]] = {}  # by the first word and the second
        self._saying: dict[T, list[tuple[str, ...]]] = defaultdict(list)

    def add(self, words: tuple[str, ...], value: T) -> None:
        """Make a pair known."""
        self.words.update(words)
        self._known.setdefault(words[0], {}).setdefault(words[1], {}).setdefault(words, []).append(value)
        self._saying[value].append(words)

    def narrow(self, values: frozenset[T]) -> Pairs[T]:
        """Return those pairs alone that stand for one of the values."""
        pairs: Pairs[T] = Pairs()
        for value in values & self._saying.keys():
            for words in self._saying[value]:
                pairs.add(words, value)
        return pairs

    def find(self, parts: Iterable[Part]) -> Iterator[tuple[int, int, T]]:
        """Yield where pairs stand among the words found in a text, and what they stand for."""
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end, word in parts:
            if word in self.words:
                places[word].append((start, end))
        for seconds in [self._known[word] for word in places if word in self._known]:
            for words, values in [pair for word in places if word in seconds for pair in seconds[word].items()]:
                if all(word in places for word in words) and (hull := _nearest([places[word] for word in words])):
                    start, end = hull
                    apart = APART_HAN if any(map(is_han, words)) else APART
                    if end - start - sum(map(len, words)) <= apart:
                        yield from ((start, end, value) for value in values)


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
