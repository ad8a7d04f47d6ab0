"""How much of what a question asks about stands in a text: by word, by glossary, across scripts and languages.

Knows nothing of vectors; a unit is a word or a term of the question with all the forms it may take.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from index.words import fold, is_han, split_words

CONTENT = 0.15  # the least weight of a unit that says what a question is about
PREPARED = 16_384  # lines of texts
REMEMBERED = 8_192  # lines in which the units of one question were looked for
MATCHERS = 32  # of the units of a question, and of each of them alone
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
    row: tuple[str, ...]

    @property
    def is_chinese(self) -> bool:
        """Whether a Chinese word may stand in it."""
        return not self.squeezed.isascii()


@lru_cache(maxsize=PREPARED)
def _prepare_line(line: str) -> _Prepared:
    folded = fold(line)
    row = tuple(split_words(" ".join(_LATIN.findall(folded))))
    return _Prepared("".join(folded.split()), frozenset(row), row)


@lru_cache(maxsize=1_024)
def _prepare(text: str) -> _Prepared:
    lines = [_prepare_line(line) for line in text.split("\n")]
    row = tuple([stem for line in lines for stem in line.row])
    return _Prepared("".join([line.squeezed for line in lines]), frozenset(row), row)


@lru_cache(maxsize=10_000)
def _stem(form: str) -> tuple[str, ...] | None:
    """Return the words of an English form, None for a Chinese one: asked of every sentence that may answer."""
    return None if is_han(form) else tuple(split_words(form))


def holds(text: str, form: str) -> bool:
    """Tell whether `text` holds `form`: Chinese as a string, English as stems in a row."""
    return _form_matcher(form).look_through(_prepare(text))[0] == 1.0


def matched(units: Sequence[Unit], text: str) -> list[float]:
    """Return for each unit 1 where any of its forms stands in `text`, else the share of the best part that does."""
    return _matcher(tuple(units)).match(text)


def match_all(units: Sequence[Unit], texts: Iterable[str]) -> list[list[float]]:
    """Return for each text what `matched` does."""
    return list(map(_matcher(tuple(units)).match, texts))


class _Matcher:
    """Looks for the forms and parts of units in texts, line by line: a line stands in several texts of a question."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self._nothing = [0.0] * len(units)
        self._stems: dict[str, list[tuple[int, float]]] = defaultdict(list)  # each with its units and what it counts
        self._rows: dict[tuple[str, ...], list[tuple[int, float]]] = defaultdict(list)
        self._chinese: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for number, unit in enumerate(units):
            for form, share in (*((form, 1.0) for form in unit.forms), *unit.parts):
                self._add(form, (number, share))
        self._single = frozenset(self._stems)
        self._joints = {pair for form in (*self._chinese, *self._rows) for pair in pairwise(form)}
        self._open = frozenset(one for one, _ in self._joints)
        self._lines: dict[str, tuple[_Prepared, list[float], bool]] = {}

    def _add(self, form: str, counts: tuple[int, float]) -> None:
        words = _stem(form)
        if words is None:
            self._chinese[form].append(counts)
        elif len(words) == 1:
            self._stems[words[0]].append(counts)
        elif words:
            self._rows[words].append(counts)

    def match(self, text: str) -> list[float]:
        """Return what each unit counts in a text."""
        if "\n" not in text:
            return self._match_line(text)[1]
        lines = [self._match_line(line) for line in text.split("\n")]
        if any([is_open for _, _, is_open in lines]) and self._runs_on([line for line, _, _ in lines]):
            return self.look_through(_prepare(text))
        rows = [row for _, row, _ in lines if row is not self._nothing]
        return list(map(max, *rows)) if len(rows) > 1 else rows[0] if rows else self._nothing

    def _match_line(self, text: str) -> tuple[_Prepared, list[float], bool]:
        known = self._lines.get(text)
        if known is None:
            line = _prepare_line(text)
            ends = {line.squeezed[-1:], *line.row[-1:]}
            known = line, self.look_through(line), not self._open.isdisjoint(ends)
            if len(self._lines) >= REMEMBERED:
                self._lines.clear()
            self._lines[text] = known
        return known

    def _runs_on(self, lines: Sequence[_Prepared]) -> bool:
        """Tell whether a form may begin in one line and end in another."""
        texts, rows = [line.squeezed for line in lines if line.squeezed], [line.row for line in lines if line.row]
        joints = [(one[-1], other[0]) for parts in (texts, rows) for one, other in pairwise(parts)]
        return not self._joints.isdisjoint(joints)

    def look_through(self, text: _Prepared) -> list[float]:
        """Return what each unit counts in a text prepared."""
        found = [counts for stem in self._single & text.stems for counts in self._stems[stem]]
        if self._chinese and text.is_chinese:
            squeezed = text.squeezed
            found += [counts for form, each in self._chinese.items() if form in squeezed for counts in each]
        if self._rows:
            row = f" {' '.join(text.row)} "
            found += [counts for words, each in self._rows.items() if f" {' '.join(words)} " in row for counts in each]
        if not found:
            return self._nothing
        best = self._nothing.copy()
        for number, share in found:
            best[number] = max(best[number], share)
        return best


_matcher = lru_cache(maxsize=MATCHERS)(_Matcher)


@lru_cache(maxsize=1_024)
def _form_matcher(form: str) -> _Matcher:
    return _Matcher([Unit(form, (form,))])
