"""How much of what a question asks about stands in a text: by word, by glossary, across scripts and languages.

Knows nothing of vectors; a unit is a word or a term of the question with all the forms it may take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from index.words import fold, is_han, split_words

CONTENT = 0.15  # the least weight of a unit that says what a question is about
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


@dataclass(frozen=True, slots=True, eq=False)
class _Prepared:
    """A text ready to be looked through: without white space, and its English stems, each once and in a row."""

    squeezed: str
    stems: frozenset[str]
    row: str


@dataclass(frozen=True, slots=True, eq=False)
class _Forms:
    """Forms ready to be looked for: Chinese ones, single stems, and stems in a row."""

    chinese: tuple[str, ...]
    stems: frozenset[str]
    rows: tuple[str, ...]

    @classmethod
    def of(cls, forms: Iterable[str]) -> _Forms:
        chinese, stems, rows = [], set(), []
        for form in forms:
            words = _stem(form)
            if words is None:
                chinese.append(form)
            elif len(words) == 1:
                stems.add(words[0])
            else:
                rows.append(f" {' '.join(words)} ")
        return cls(tuple(chinese), frozenset(stems), tuple(rows))

    def stand_in(self, text: _Prepared) -> bool:
        """Tell whether any of the forms stands in a text."""
        if not self.stems.isdisjoint(text.stems):
            return True
        for form in self.chinese:  # plain loops: this is asked some thousand times a question
            if form in text.squeezed:
                return True
        return any(row in text.row for row in self.rows) if self.rows else False


@lru_cache(maxsize=8_192)
def _prepare_line(line: str) -> tuple[str, tuple[str, ...]]:
    folded = fold(line)
    return "".join(folded.split()), tuple(split_words(" ".join(_LATIN.findall(folded))))


@lru_cache(maxsize=1_024)
def _prepare(text: str) -> _Prepared:
    """Return a text prepared, line by line: a sentence stands in its own text, its neighbours' and its paragraph's."""
    lines = [_prepare_line(line) for line in text.split("\n")]
    stems = [stem for _, row in lines for stem in row]
    return _Prepared("".join(squeezed for squeezed, _ in lines), frozenset(stems), f" {' '.join(stems)} ")


def holds(text: str, form: str) -> bool:
    """Tell whether `text` holds `form`: Chinese as a string, English as stems in a row."""
    return _Forms.of([form]).stand_in(_prepare(text))


@lru_cache(maxsize=10_000)
def _stem(form: str) -> tuple[str, ...] | None:
    """Return the words of an English form, None for a Chinese one: asked of every sentence that may answer."""
    return None if is_han(form) else tuple(split_words(form))


def matched(units: Sequence[Unit], text: str) -> list[float]:
    """Return for each unit 1 where any of its forms stands in `text`, else the share of the best part that does."""
    return match_all(units, [text])[0]


def match_all(units: Sequence[Unit], texts: Iterable[str]) -> list[list[float]]:
    """Return for each text what `matched` does."""
    planned = [(_Forms.of(unit.forms), _plan_parts(unit)) for unit in units]
    every = list(texts)
    rows = {text: _match(planned, _prepare(text)) for text in dict.fromkeys(every)}  # paragraphs and titles recur
    return [rows[text] for text in every]


def _match(planned: Sequence[tuple[_Forms, Sequence[tuple[float, _Forms]]]], text: _Prepared) -> list[float]:
    return [1.0 if forms.stand_in(text) else _best(parts, text) for forms, parts in planned]


def _plan_parts(unit: Unit) -> list[tuple[float, _Forms]]:
    """Return the shares of a unit's parts, the greatest first, each with the parts that count so much."""
    shares = sorted({share for _, share in unit.parts}, reverse=True)
    return [(share, _Forms.of(part for part, own in unit.parts if own == share)) for share in shares]


def _best(parts: Iterable[tuple[float, _Forms]], text: _Prepared) -> float:
    for share, forms in parts:
        if forms.stand_in(text):
            return share
    return 0.0
