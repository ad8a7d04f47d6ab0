"""Whether a sentence only repeats another; knows nothing of questions."""

from __future__ import annotations

import re

from index.records import Span
from index.words import fold

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NOT = re.compile(r"\b(?:not|no|never)\b|n[’']t\b|[不没未]")


def repeats(one: Span, other: Span) -> bool:
    """Tell whether two sentences share most of their pairs of characters, and do not differ in a number or a "not"."""
    texts = fold(one.text), fold(other.text)
    here, there = (set(_NUMBER.findall(text)) for text in texts)
    if here - there and there - here or len(_NOT.findall(texts[0])) != len(_NOT.findall(texts[1])):
        return False
    first, second = map(_pairs, texts)
    return len(first & second) > 0.8 * max(1, min(len(first), len(second)))


def _pairs(folded: str) -> set[str]:
    squeezed = "".join(char for char in folded if char.isalnum())
    return {squeezed[i : i + 2] for i in range(len(squeezed) - 1)}
