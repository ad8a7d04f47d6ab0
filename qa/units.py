"""What a question asks about, piece by piece: quoted phrases, terms, names and words, each with all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from index.names import find_events, find_institutions, find_people, find_places
from index.terms import equivalents, find_terms
from index.words import fold, is_han, split_words
from qa.forms import forms_of
from qa.frames import STOP_WORDS
from qa.library import Library
from qa.match import Unit
from qa.records import Question

PART_SHARE = 0.6  # what a word of a term counts against the whole term
_LATIN_WORD = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+(?:[.,]\d+)*%?")


def find_units(question: Question, library: Library) -> tuple[Unit, ...]:
    """Return the units of a question's topic, each weighted by the rarity of its most frequent form."""
    units = [Unit(phrase, (fold(phrase), *map(fold, equivalents(phrase)))) for phrase in question.phrases]
    rest = question.topic
    for phrase in question.phrases:
        rest = rest.replace(phrase, " ")
    units.extend(_named_units(rest))
    for unit in units:
        rest = rest.replace(unit.printed, " ")
    for mention in reversed(find_institutions(rest)):
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    units.extend(Unit(word, (word,)) for word in _plain_words(rest))
    unique = {unit.forms: unit for unit in units if unit.forms}
    return tuple(_weigh(unit, library) for unit in unique.values())


def _named_units(text: str) -> Iterator[Unit]:
    """Yield the glossary's terms and the gazetteer's names in `text`, the longest where they overlap."""
    found: list[tuple[int, int, tuple[str, ...]]] = [(m.start, m.end, m.term.forms) for m in find_terms(text)]
    found += [(m.start, m.end, forms_of(m.id)) for m in (*find_people(text), *find_places(text))]
    found += [(m.start, m.end, forms_of(m.event.id)) for m in find_events(text) if not m.by_place]
    taken: list[tuple[int, int]] = []
    for start, end, forms in sorted(found, key=lambda row: (row[0] - row[1], row[0])):
        if any(start < last and first < end for first, last in taken):
            continue
        taken.append((start, end))
        yield Unit(text[start:end], tuple(dict.fromkeys((fold(text[start:end]), *map(fold, forms)))))


def _plain_words(text: str) -> list[str]:
    folded = fold(text)
    latin = [word for word in _LATIN_WORD.findall(folded) if word not in STOP_WORDS]
    words = [word for run in latin for word in split_words(run) if word not in STOP_WORDS and len(word) > 1]
    chinese = re.sub(r"[^\u3400-\u9fff]+", " ", folded)
    words += [word for word in split_words(chinese) if is_han(word) and not _is_frame(word)]
    longest = [w for w in words if not any(w != other and w in other for other in words if is_han(w))]
    return list(dict.fromkeys(longest))


def _is_frame(word: str) -> bool:
    """Tell whether a Chinese word only puts the question: a stop word, or stop words run together (各说)."""
    return word in STOP_WORDS or all(char in STOP_WORDS for char in word)


def _weigh(unit: Unit, library: Library) -> Unit:
    weight = min(library.rarity(form) for form in unit.forms)
    words = {word for form in unit.forms for word in _plain_words(form)} - set(unit.forms)
    parts = tuple((word, PART_SHARE * min(1.0, library.rarity(word) / (weight or 1.0))) for word in sorted(words))
    return replace(unit, weight=weight, parts=parts if len(unit.printed) > 2 else ())
