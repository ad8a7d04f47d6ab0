"""The glossary: the field's vocabulary in English, Simplified and Traditional Chinese; knows nothing of readouts.

load_terms() -> tuple[Term, ...]
equivalents(phrase) -> tuple[str, ...]       every other form of the concepts that `phrase` names
find_terms(text) -> list[TermMention]        the concepts named in `text`, longest first, with offsets
terms_by_form() -> dict[str, list[Term]]     the same, by folded names
domain_words() -> list[str]                  Chinese words of glossary and gazetteer, Simplified, for cutting words
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from index.kept import keep
from index.naming import entries
from index.naming.phrases import EXACT, Phrases, even
from index.naming.tables import read_rows
from index.words import fold, is_han

TERMS = Path(__file__).parent.parent / "glossary" / "terms.tsv"
LONGEST_WORD = 6
_NEEDS_CAPITALS = frozenset({"WHO"})


@dataclass(frozen=True, slots=True)
class Term:
    """One concept with its names: `hant` holds only those that differ by more than the script."""

    en: tuple[str, ...]
    hans: tuple[str, ...]
    hant: tuple[str, ...]
    topic: str
    source: str

    @property
    def forms(self) -> tuple[str, ...]:
        """Every name of the concept."""
        return self.en + self.hans + self.hant


@dataclass(frozen=True, slots=True)
class TermMention:
    """A concept named in a text."""

    start: int
    end: int
    term: Term


@cache
def load_terms() -> tuple[Term, ...]:
    """Return the concepts of the glossary."""
    return keep("terms", [TERMS], tuple[Term, ...], _read_terms)


def _read_terms() -> tuple[Term, ...]:
    terms = []
    for row in read_rows(TERMS, ("en", "hans", "hant", "topic", "source")):
        if not row["en"] or not row["hans"]:
            raise row.error("a name is missing", "fill the columns en and hans")
        terms.append(Term(row.names("en"), row.names("hans"), row.names("hant"), row["topic"], row["source"]))
    return tuple(terms)


@cache
def terms_by_form() -> dict[str, list[Term]]:
    """Return the concepts by their names as `even` folds them."""
    return {form: _terms(numbers) for form, numbers in _numbers_by_form().items()}


def _terms(numbers: Iterable[int]) -> list[Term]:
    return [load_terms()[number] for number in numbers]


@cache
def _numbers_by_form() -> dict[str, list[int]]:
    return keep("terms.forms", [TERMS], dict[str, list[int]], _make_numbers)


def _make_numbers() -> dict[str, list[int]]:
    by_form: dict[str, list[int]] = defaultdict(list)
    for number, term in enumerate(load_terms()):
        for form in dict.fromkeys(map(even, term.forms)):
            by_form[form].append(number)
    return dict(by_form)


@cache
def _phrases() -> Phrases[Term]:
    return Phrases.keep("terms.phrases", [TERMS], load_terms(), _number_forms, plural=True)


def _number_forms() -> Iterator[tuple[str, int]]:
    for number, term in enumerate(load_terms()):
        yield from ((form + EXACT * (form in _NEEDS_CAPITALS), number) for form in term.forms)


def equivalents(phrase: str) -> tuple[str, ...]:
    """Return every other form, in all languages, of the concepts that `phrase` names; none if it is no term."""
    folded = even(phrase.strip())
    numbers = _numbers_by_form().get(folded) or _numbers_by_form().get(folded.removesuffix("s"), [])
    return tuple(dict.fromkeys(form for term in _terms(numbers) for form in term.forms if even(form) != folded))


def find_terms(text: str) -> list[TermMention]:
    """Return the concepts that `text` names, in order and not overlapping."""
    return [TermMention(*found) for found in _phrases().find(text)]


@cache
def domain_words() -> list[str]:
    """Return the Chinese words of glossary and gazetteer in Simplified characters, two to six characters long."""
    gazetteer = [entries.FOLDER / f"{name}.tsv" for name in ("people", "places", "offices", "institutions")]
    return keep("words", [TERMS, *gazetteer], list[str], _make_words)


def _make_words() -> list[str]:
    forms = [form for term in load_terms() for form in term.hans + term.hant]
    forms += [name for entry in entries.load_people() + entries.load_places() for name in entry.names]
    forms += [name for row in entries.load_offices() + entries.load_institutions() for name in row.names]
    words = dict.fromkeys(map(fold, forms))
    return [word for word in words if 2 <= len(word) <= LONGEST_WORD and all(is_han(char) for char in word)]
