"""What was found in a text, and in a line of one; knows nothing of how."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T", bound=Hashable)


class Spotted(NamedTuple, Generic[T]):
    """A word found in a text: its offsets and what it stands for; `apart` if its parts need not touch."""

    start: int
    end: int
    value: T
    apart: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Line(Generic[T]):
    """What the words of a line stand for, pairs apart, and how it begins and ends.

    `paired` tells where words stand that are parts of pairs. `word` and `char` are the first ones, `row` and `form`
    the beginnings of known words that the line ends with.
    """

    size: int
    values: frozenset[T]
    paired: dict[str, list[tuple[int, int]]]
    word: str
    row: tuple[str, ...]
    char: str
    form: tuple[str, ...]
