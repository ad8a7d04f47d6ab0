"""What a question asks about, piece by piece: quoted phrases, terms, names and words, each with all its forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from index.naming.entries import load_events, load_institutions
from index.naming.names import find_institutions, find_places
from index.naming.phrases import EXACT
from index.naming.terms import equivalents
from index.words import fold, is_han
from qa.forms import forms_of
from qa.library import Library
from qa.ranking.designations import find_designations
from qa.ranking.match import CONTENT, Unit
from qa.ranking.pieces import FRAME_TELLS, TERM_TELLS, find_pieces, names_a_side
from qa.ranking.plain import chinese_parts, plain_words, spellings, tells
from qa.records import FACT_FORMS, Question
from qa.understanding.frames import DURATION
from qa.unlisted import add_sounds

PART_SHARE = 0.6  # what a word of a term counts against the whole term
LONG = 3  # characters of a Chinese term from which its words are its parts
LIKE, LIKE_SHARE = 0.45, 0.9  # the least likeness of a translation, and what a perfect one counts
QUOTED_LIKE = 0.35  # the same where a single word is quoted, for which nothing else stands
PHRASE_TELLS = 0.9  # what a quoted phrase tells at least, from 0 to 1
DURATION_FORMS = ("持续了", "历时", "小时", "分钟", "lasted", "hours", "minutes")
PERSON_SHARE = 0.1  # what is left of a person's weight beside a named topic
EVENT_SHARE = 0.3  # what is left of the weight of an event's name or place


def find_units(question: Question, library: Library) -> tuple[Unit, ...]:
    """Return the units of a question's topic, each weighted by how much it tells and how rare it is here."""
    units = [_phrase_unit(phrase, library) for phrase in question.phrases]
    rest = question.topic
    for phrase in question.phrases:
        rest = rest.replace(phrase, " ")
    tellers = [m for m in find_institutions(rest) if (m.side,) == question.accounts]
    by_third = "other" in question.sides  # what a third country says of one of the two is asked
    for piece in find_pieces(rest):
        printed = rest[piece.start : piece.end]
        told = any(m.start <= piece.start and piece.end <= m.end for m in tellers)
        if by_third and names_a_side(printed):
            continue
        if (piece.place or plain_words(printed)) and not told:  # others only say who is asked
            forms = tuple(dict.fromkeys((fold(printed), *map(fold, piece.forms))))
            own = _parts(forms, library, cut=not piece.person)
            parts = (*own, *((form, PART_SHARE) for form in map(fold, piece.instances)))
            unit = Unit(printed, forms, parts=parts, named=True, person=piece.person)
            units.append(_weigh(replace(unit, topical=piece.topical), piece.tells, library))
        rest = rest[: piece.start] + " " * len(printed) + rest[piece.end :]
    for mention in reversed(find_institutions(rest)):
        if by_third or question.form in FACT_FORMS:  # who visits whom, who signed with whom
            unit = _institution_unit(rest[mention.start : mention.end], mention.id)
            units.append(_weigh(unit, TERM_TELLS if by_third else FRAME_TELLS, library))
        rest = f"{rest[: mention.start]} {rest[mention.end :]}"
    units.extend(_word_unit(printed, form, library) for printed, form in plain_words(rest))
    if DURATION.search(fold(question.text)):  # what is asked for in other words than those of the answer
        units.append(_weigh(Unit("how long", DURATION_FORMS, named=True), TERM_TELLS, library))
    units = add_sounds(question.text, list({unit.forms: unit for unit in units if unit.forms}.values()), library)
    units = _lower_people(_add_event(question, units, library), by_third or bool(question.partners))
    return tuple(_lower_designations(units, question.topic))


def _lower_people(units: list[Unit], met: bool) -> list[Unit]:
    """Make people count little beside a named topic, or beside any where their meeting is sought already."""
    if not any((unit.topical or (met and unit.weight >= CONTENT)) and not unit.person for unit in units):
        return units
    return [replace(unit, weight=PERSON_SHARE * unit.weight) if unit.person else unit for unit in units]


def _lower_designations(units: list[Unit], topic: str) -> list[Unit]:
    """Make the countries and offices that only say who somebody is count little beside other units."""
    called = [topic[start:end] for start, end in find_designations(topic)]
    for words in called:
        topic = topic.replace(words, " ")
    says_who = [any(unit.printed in fold(words) or unit.printed in words for words in called) for unit in units]
    says_who = [who and unit.printed not in fold(topic) for who, unit in zip(says_who, units, strict=True)]
    if not any(u.weight >= CONTENT and not (who or u.person) for u, who in zip(units, says_who, strict=True)):
        return units
    lowered = [replace(unit, weight=EVENT_SHARE * unit.weight) for unit in units]
    return [low if who and not unit.person else unit for unit, low, who in zip(units, lowered, says_who, strict=True)]


def _institution_unit(printed: str, first_name: str) -> Unit:
    names = next((row.names for row in load_institutions() if row.names[0] == first_name), ())
    forms = tuple(dict.fromkeys((fold(printed), *(fold(name.removesuffix(EXACT)) for name in names))))
    return Unit(printed, forms, named=True)


def _add_event(question: Question, units: list[Unit], library: Library) -> list[Unit]:
    """Make an event's name and place count little beside other units: its day is sought already."""
    names = {fold(form) for event in question.events for form in _forms_of_event(event)}
    names |= {fold(form) for period in question.periods for m in find_places(period.words) for form in forms_of(m.id)}
    others = [unit for unit in units if not names & set(unit.forms)]
    if others:
        return [
            unit if unit in others else replace(unit, weight=EVENT_SHARE * unit.weight, topical=False) for unit in units
        ]
    words = " ".join(period.words for period in question.event_periods)
    return units + [_word_unit(printed, form, library) for printed, form in plain_words(words)]


def _forms_of_event(event: str) -> Iterator[str]:
    yield from forms_of(event)
    for place in next((row.places for row in load_events() if row.id == event), ()):
        yield from forms_of(place)


def _phrase_unit(phrase: str, library: Library) -> Unit:
    """Return a quoted phrase: whole, and where the glossary does not know it, by its words' translations too.

    Where texts in the other language are held and its words there are not known, its absence proves nothing.
    """
    forms = (fold(phrase), *map(fold, equivalents(phrase)))
    parts = _parts(forms, library)
    if len(forms) == 1:
        words = [_word_unit(printed, form, library, QUOTED_LIKE) for printed, form in plain_words(phrase)]
        share = 1.0 if len(words) == 1 else PART_SHARE / max(1, len(words))
        parts += tuple((part, share * value) for unit in words for part, value in unit.parts)
    known = any(is_han(form) != is_han(phrase) for form in forms) or not _holds_others(phrase, library)
    return _weigh(Unit(phrase, forms, parts=parts, named=known, topical=known), PHRASE_TELLS, library)


def _holds_others(phrase: str, library: Library) -> bool:
    """Tell whether texts in another language than a phrase's are held."""
    return bool((library.languages != ("zh" if is_han(phrase) else "en")).any())


def _word_unit(printed: str, form: str, library: Library, like: float = LIKE) -> Unit:
    unit = Unit(printed, (form, *spellings(printed)))
    told = min(map(tells, unit.forms)) * (0.5 if len(printed) == 1 else 1.0)
    return _weigh(replace(unit, parts=_translations(unit, library, like)), told, library)


def _weigh(unit: Unit, told: float, library: Library) -> Unit:
    """Return `unit` with its weight, by how much it tells in general and how rare it is in what is held."""
    rarity = min(library.rarity(form) for form in unit.forms) / library.greatest_rarity
    return replace(unit, weight=told**2 * (0.3 + 0.7 * rarity))


def _parts(forms: tuple[str, ...], library: Library, *, cut: bool = True) -> tuple[tuple[str, float], ...]:
    rarity = min(library.rarity(form) for form in forms) or 1.0
    words = {word for form in forms for _, word in plain_words(form)}
    words |= {word for form in forms if cut and is_han(form) and len(form) >= LONG for word in chinese_parts(form)}
    words -= set(forms)
    return tuple((word, PART_SHARE * min(1.0, library.rarity(word) / rarity)) for word in sorted(words))


def _translations(unit: Unit, library: Library, like: float) -> tuple[tuple[str, float], ...]:
    """Return the words held that are most like the unit's word by the encoder's table, with their likeness."""
    tokens = library.store.tokens
    words = tokens.question_words(unit.printed) if tokens else []
    if tokens is None or len(words) != 1:
        return ()
    spelt = [(word, LIKE_SHARE * likeness) for word, likeness in tokens.near_words(words[0]) if likeness >= like]
    return tuple((word, share) for word, share in spelt if word not in unit.forms)
