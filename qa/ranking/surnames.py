"""Finds people named by surname, with their office or without: Director Wang, Wang, 王主任; finds no full names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from index.naming.entries import load_offices, load_people
from index.naming.phrases import EXACT
from index.words import fold, is_han
from qa.understanding.frames import STOP_WORDS

_ADDRESS = ("Mr.", "Mr", "Ms.", "Ms", "Mrs.", "Mrs", "Dr.", "Dr", "Advisor", "Adviser", "Chairman", "Counselor")
_WORD = r"[^\W\da-z_][^\W\d_]*+(?:[-'’](?!s\b)[^\W\d_]++)*+"  # that has a capital
_CHINESE_ADDRESS = ("先生", "女士", "主任", "委员", "司长", "将军", "上将")


def find_surnames(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield where a surname stands, its office included, and the names of everybody who has it.

    A Chinese surname in English letters counts without an office too, inside a sentence and with its capital.
    """
    for found in _english().finditer(text):
        surname = found["titled"] or found["bare"]
        if surname in (_by_surname() if found["titled"] else _bare()):
            yield found.start(), found.end(), _by_surname()[surname]
    for found in _chinese().finditer(fold(text)):
        yield found.start(), found.end(), _by_surname()[found["surname"]]


@cache
def _by_surname() -> dict[str, tuple[str, ...]]:
    known: dict[str, list[str]] = {}
    for person in load_people():
        names = [name.removesuffix(EXACT) for name in person.names]
        for surname in _surnames(names, chinese=person.side == "cn"):
            known.setdefault(surname, []).extend([surname] * (not is_han(surname)) + names)
    return {surname: tuple(dict.fromkeys(names)) for surname, names in known.items()}


def _surnames(names: list[str], *, chinese: bool) -> set[str]:
    """Return a person's surname: the first of a Chinese name's words, the last of another's."""
    latin = [name.split() for name in names if not is_han(name) and " " in name]
    surnames = {words[0] if chinese else words[-1] for words in latin[:1]}
    return surnames | {fold(name)[0] for name in names if chinese and is_han(name)}


def _is_bare(surname: str) -> bool:
    return not is_han(surname) and surname.lower() not in STOP_WORDS


def _any(words: set[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def _bare() -> frozenset[str]:
    people = [person for person in load_people() if person.side == "cn"]
    return frozenset(name for p in people for name in _surnames(list(p.names), chinese=True) if _is_bare(name))


@cache
def _english() -> re.Pattern[str]:
    offices = {name.removesuffix(EXACT) for row in load_offices() for name in row.names if not is_han(name)}
    titled = rf"\b(?:{_any(offices | set(_ADDRESS))}) (?P<titled>{_WORD})"
    return re.compile(rf"(?:{titled}|(?<=[a-z,] )(?<!the )(?P<bare>{_WORD}))\b(?![ -][A-Z])")


@cache
def _chinese() -> re.Pattern[str]:
    offices = {fold(name) for row in load_offices() for name in row.names if is_han(name)}
    surnames = "".join(sorted(name for name in _by_surname() if is_han(name)))
    return re.compile(rf"(?P<surname>[{surnames}])(?:{_any(offices | set(_CHINESE_ADDRESS))})")
