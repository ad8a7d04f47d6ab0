"""Tells a sentence that says nothing by itself: "Number one.", 会晤有三个特点：; knows no questions."""

from __future__ import annotations

from functools import lru_cache

from index.naming.names import find_people
from index.naming.terms import find_terms
from index.words import fold, is_han
from qa.ranking.plain import plain_words, tells

_LEAST_TOLD = 1.3  # the information of its words, of which one may tell 1
_LEAST_TOLD_BEFORE = 2.0  # the same of what only leads in what follows: it is short, and ends in a colon


@lru_cache(maxsize=8192)
def is_fragment(text: str) -> bool:
    """Tell whether the words of a sentence tell too little to be quoted where none of them is asked about."""
    if leads_in(text):
        return True
    if is_han(text) or any(char.isdigit() for char in text):
        return False
    named = [m for m in find_terms(text) if m.term.topic != "place"]
    return _told(text) < _LEAST_TOLD and not named and not find_people(text)


@lru_cache(maxsize=8192)
def leads_in(text: str) -> bool:
    """Tell whether a sentence only leads in what follows it: 中方认为：."""
    return fold(text).rstrip()[-1:] in (":", "：") and _told(text) < _LEAST_TOLD_BEFORE


def _told(text: str) -> float:
    return sum(tells(word) for _, word in plain_words(text))
