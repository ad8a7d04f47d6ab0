"""How much of what a question asks about stands in a text: by word, by glossary, across scripts and languages.

Knows nothing of vectors; a unit is a word or a term of the question with all the forms it may take.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.words import fold, is_han, split_words

_LATIN = re.compile(r"[a-z]+|\d+(?:[.,]\d+)*%?")


@dataclass(frozen=True, slots=True)
class Unit:
    """Something the question asks about: as printed in it, its forms (folded), and its weight (idf)."""

    printed: str
    forms: tuple[str, ...]
    weight: float = 1.0


@lru_cache(maxsize=50_000)
def _prepare(text: str) -> tuple[str, frozenset[str], str]:
    folded = fold(text)
    stems = split_words(" ".join(_LATIN.findall(folded)))
    return "".join(folded.split()), frozenset(stems), f" {' '.join(stems)} "


def holds(text: str, form: str) -> bool:
    """Tell whether `text` holds `form`: Chinese as a string, English as stems in a row."""
    squeezed, stems, row = _prepare(text)
    if is_han(form):
        return form in squeezed
    words = split_words(form)
    if len(words) == 1:
        return words[0] in stems
    return f" {' '.join(words)} " in row


def matched(units: Sequence[Unit], text: str) -> list[bool]:
    """Return for each unit whether any of its forms stands in `text`."""
    return [any(holds(text, form) for form in unit.forms) for unit in units]


def coverage(units: Sequence[Unit], text: str) -> float:
    """Return the share of the units' weight that stands in `text`, 0 to 1; 0 where there are no units."""
    total = sum(unit.weight for unit in units)
    if not total:
        return 0.0
    return sum(unit.weight for unit, found in zip(units, matched(units, text), strict=True) if found) / total
