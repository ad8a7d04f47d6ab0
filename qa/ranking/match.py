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
    """Something the question asks about: as printed in it, its forms (folded), and its weight (idf).

    `parts` are words of its forms that count for a share of it: 台湾 of 台湾问题. A `named` unit is a quoted phrase,
    a term or a name: its forms in the other language are known. A `topical` one is what is asked about: where none
    of them stands anywhere, nothing held can answer. A `person` is seldom it: he is who speaks or who is spoken to.
    """

    printed: str
    forms: tuple[str, ...]
    weight: float = 1.0
    parts: tuple[tuple[str, float], ...] = ()
    named: bool = False
    topical: bool = False
    person: bool = False


@lru_cache(maxsize=8_192)
def _prepare(text: str) -> tuple[str, frozenset[str], str]:
    folded = fold(text)
    stems = split_words(" ".join(_LATIN.findall(folded)))
    return "".join(folded.split()), frozenset(stems), f" {' '.join(stems)} "


def holds(text: str, form: str) -> bool:
    """Tell whether `text` holds `form`: Chinese as a string, English as stems in a row."""
    squeezed, stems, row = _prepare(text)
    words = _stem(form)
    if words is None:
        return form in squeezed
    if len(words) == 1:
        return words[0] in stems
    return f" {' '.join(words)} " in row


@lru_cache(maxsize=10_000)
def _stem(form: str) -> tuple[str, ...] | None:
    """Return the words of an English form, None for a Chinese one: asked of every sentence that may answer."""
    return None if is_han(form) else tuple(split_words(form))


def matched(units: Sequence[Unit], text: str) -> list[float]:
    """Return for each unit 1 where any of its forms stands in `text`, else the share of the best part that does."""
    return [_match(unit, text) for unit in units]


def _match(unit: Unit, text: str) -> float:
    if any(holds(text, form) for form in unit.forms):
        return 1.0
    return max((share for part, share in unit.parts if holds(text, part)), default=0.0)
