"""What a question asks about, piece by piece: quoted phrases, terms, names and words, each with all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.frequencies import information
from index.naming.entries import load_events, load_institutions
from index.naming.names import Mention, find_events, find_institutions, find_people, find_places
from index.naming.phrases import EXACT
from index.naming.terms import TermMention, equivalents, find_terms
from index.words import fold, is_han, split_words
from qa.forms import forms_of
from qa.library import Library
from qa.ranking.match import Unit
from qa.records import FACT_FORMS, Question
from qa.understanding.frames import ASKING, DURATION, STOP_WORDS

PART_SHARE = 0.6  # what a word of a term counts against the whole term
LIKE, LIKE_SHARE = 0.45, 0.9  # the least likeness of a translation, and what a perfect one counts
# What a unit tells at least, from 0 to 1: names stand in many sentences that are about something else.
PHRASE_TELLS, TERM_TELLS, NAME_TELLS = 0.9, 0.8, 0.55
FRAME_TELLS = 0.4  # a term of what meetings are made of: agreement, outcomes, summit, ambassador
DURATION_FORMS = ("持续了", "历时", "小时", "分钟", "lasted", "hours", "minutes")
OWN_PLACES = frozenset({"united-states", "china", "washington", "beijing"})  # the two sides themselves are no topic
# A capital may stand for its country, as a part of what is meant.
CAPITALS = {
    "moscow": "russia",
    "kyiv": "ukraine",
    "tehran": "iran",
    "pyongyang": "north-korea",
    "seoul": "south-korea",
    "tokyo": "japan",
    "taipei": "taiwan",
    "new-delhi": "india",
    "manila": "philippines",
    "jerusalem": "israel",
    "london": "united-kingdom",
    "paris": "france",
    "berlin": "germany",
}
FRAME_TOPICS = frozenset({"diplomacy", "meetings", "office"})
PERSON_SHARE = 0.1  # what is left of a person's weight beside a named topic
EVENT_SHARE = 0.3  # what is left of the weight of an event's name or place
_LATIN_WORD = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+(?:[.,]\d+)*%?")


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words of a question that mean one thing: their other forms, and what they tell at least."""

    start: int
    end: int
    forms: tuple[str, ...]
    tells: float
    topical: bool = False
    person: bool = False
    country: tuple[str, ...] = ()


def find_units(question: Question, library: Library) -> tuple[Unit, ...]:
    """Return the units of a question's topic, each weighted by how much it tells and how rare it is here."""
    units = [_phrase_unit(phrase, library) for phrase in question.phrases]
    rest = question.topic
    for phrase in question.phrases:
        rest = rest.replace(phrase, " ")
    tellers = [m for m in find_institutions(rest) if (m.side,) == question.accounts]
    for piece in _find_pieces(rest):
        printed = rest[piece.start : piece.end]
        tells = any(m.start <= piece.start and piece.end <= m.end for m in tellers)
        if _plain_words(printed) and not tells:  # others only say who is asked: China, the United States
            forms = tuple(dict.fromkeys((fold(printed), *map(fold, piece.forms))))
            parts = (*_parts(forms, library), *((form, PART_SHARE) for form in map(fold, piece.country)))
            unit = Unit(printed, forms, parts=parts, named=True, person=piece.person)
            units.append(_weigh(replace(unit, topical=piece.topical), piece.tells, library))
        rest = rest[: piece.start] + " " * len(printed) + rest[piece.end :]
    for mention in reversed(find_institutions(rest)):
        if question.form in FACT_FORMS:  # who visits whom, who signed with whom
            units.append(_institution_unit(rest[mention.start : mention.end], mention.id, library))
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    units.extend(_word_unit(printed, form, library) for printed, form in _plain_words(rest))
    if DURATION.search(fold(question.text)):  # what is asked for in other words than those of the answer
        units.append(_weigh(Unit("how long", DURATION_FORMS, named=True), TERM_TELLS, library))
    units = list({unit.forms: unit for unit in units if unit.forms}.values())
    return tuple(_lower_people(_add_event(question, units, library)))


def _lower_people(units: list[Unit]) -> list[Unit]:
    """Make people count little beside a named topic: who was there is told of every meeting."""
    if not any(unit.topical and not unit.person for unit in units):
        return units
    return [replace(unit, weight=PERSON_SHARE * unit.weight) if unit.person else unit for unit in units]


def _institution_unit(printed: str, first_name: str, library: Library) -> Unit:
    names = next((row.names for row in load_institutions() if row.names[0] == first_name), ())
    forms = tuple(dict.fromkeys((fold(printed), *(fold(name.removesuffix(EXACT)) for name in names))))
    return _weigh(Unit(printed, forms, named=True), FRAME_TELLS, library)


def _add_event(question: Question, units: list[Unit], library: Library) -> list[Unit]:
    """Make an event's name and place count little beside other units: its day is sought already."""
    names = {fold(form) for event in question.events for form in _forms_of_event(event)}
    others = [unit for unit in units if not names & set(unit.forms)]
    if others:
        return [
            unit if unit in others else replace(unit, weight=EVENT_SHARE * unit.weight, topical=False) for unit in units
        ]
    words = " ".join(period.words for period in question.event_periods)
    return units + [_word_unit(printed, form, library) for printed, form in _plain_words(words)]


def _forms_of_event(event: str) -> Iterator[str]:
    yield from forms_of(event)
    for place in next((row.places for row in load_events() if row.id == event), ()):
        yield from forms_of(place)


def _find_pieces(text: str) -> Iterator[_Piece]:
    """Yield the glossary's terms and the gazetteer's names in `text`, the longest where they overlap."""
    found = [_Piece(m.start, m.end, forms_of(m.id), NAME_TELLS, topical=True, person=True) for m in find_people(text)]
    found += [_term_piece(mention) for mention in find_terms(text)]
    found += [_place_piece(mention) for mention in find_places(text)]
    found += [_Piece(m.start, m.end, forms_of(m.event.id), NAME_TELLS) for m in find_events(text) if not m.by_place]
    taken: list[_Piece] = []
    for piece in sorted(found, key=lambda piece: (piece.start - piece.end, piece.start)):
        if not any(piece.start < other.end and other.start < piece.end for other in taken):
            taken.append(piece)
            yield piece


def _place_piece(mention: Mention) -> _Piece:
    country = forms_of(CAPITALS[mention.id]) if mention.id in CAPITALS else ()
    topical = mention.id not in OWN_PLACES
    return _Piece(mention.start, mention.end, forms_of(mention.id), NAME_TELLS, topical, country=country)


def _term_piece(mention: TermMention) -> _Piece:
    frames = mention.term.topic in FRAME_TOPICS
    return _Piece(mention.start, mention.end, mention.term.forms, FRAME_TELLS if frames else TERM_TELLS, not frames)


def _plain_words(text: str) -> list[tuple[str, str]]:
    """Return the words of `text` that do not only put the question, as printed (folded) and as searched."""
    folded = ASKING.sub(" ", fold(text))
    words = [(run, word) for run in _LATIN_WORD.findall(folded) if run not in STOP_WORDS for word in split_words(run)]
    words = [(run, word) for run, word in words if word not in STOP_WORDS and len(word) > 1]
    chinese = split_words(re.sub(r"[^\u3400-\u9fff]+", " ", folded))
    parts = {word for word in chinese if any(word != other and word in other for other in chinese)}
    words += [(word, word) for word in chinese if word not in parts and not _is_frame(word)]
    return list(dict.fromkeys(words))


def _is_frame(word: str) -> bool:
    """Tell whether a Chinese word only puts the question: a stop word, or stop words run together (各说)."""
    return word in STOP_WORDS or all(char in STOP_WORDS for char in word) or not is_han(word)


def _phrase_unit(phrase: str, library: Library) -> Unit:
    """Return a quoted phrase: whole, and where the glossary does not know it, by its words' translations too."""
    forms = (fold(phrase), *map(fold, equivalents(phrase)))
    parts = _parts(forms, library)
    if len(forms) == 1:
        words = [_word_unit(printed, form, library) for printed, form in _plain_words(phrase)]
        share = PART_SHARE / max(1, len(words))
        parts += tuple((part, share * value) for unit in words for part, value in unit.parts)
    return _weigh(Unit(phrase, forms, parts=parts, named=True, topical=True), PHRASE_TELLS, library)


def _word_unit(printed: str, form: str, library: Library) -> Unit:
    unit = Unit(printed, (form,))
    tells = information(form) * (0.5 if len(printed) == 1 else 1.0)
    return _weigh(replace(unit, parts=_translations(unit, library)), tells, library)


def _weigh(unit: Unit, tells: float, library: Library) -> Unit:
    """Return `unit` with its weight, by how much it tells in general and how rare it is in what is held."""
    rarity = min(library.rarity(form) for form in unit.forms) / library.greatest_rarity
    return replace(unit, weight=tells**2 * (0.3 + 0.7 * rarity))


def _parts(forms: tuple[str, ...], library: Library) -> tuple[tuple[str, float], ...]:
    rarity = min(library.rarity(form) for form in forms) or 1.0
    words = {word for form in forms for _, word in _plain_words(form)} - set(forms)
    return tuple((word, PART_SHARE * min(1.0, library.rarity(word) / rarity)) for word in sorted(words))


def _translations(unit: Unit, library: Library) -> tuple[tuple[str, float], ...]:
    """Return the words held that are most like the unit's word by the encoder's table, with their likeness."""
    tokens = library.store.tokens
    words = tokens.question_words(unit.printed) if tokens else []
    if tokens is None or len(words) != 1:
        return ()
    spelt = [(word, LIKE_SHARE * likeness) for word, likeness in tokens.near_words(words[0]) if likeness >= LIKE]
    return tuple((word, share) for word, share in spelt if word not in unit.forms)
