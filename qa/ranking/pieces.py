"""The terms and names of a question, each with all its names in every language; knows nothing of what is held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.naming.names import Mention, find_events, find_people, find_places
from index.naming.terms import TermMention, find_terms
from qa.forms import forms_of
from qa.ranking.surnames import find_surnames

# What a unit tells at least, from 0 to 1: names stand in many sentences that are about something else.
TERM_TELLS, NAME_TELLS = 0.8, 0.55
FRAME_TELLS = 0.4  # a term of what meetings are made of: agreement, outcomes, summit, ambassador
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


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a question that mean one thing: their other forms, and what they tell at least."""

    start: int
    end: int
    forms: tuple[str, ...]
    tells: float
    topical: bool = False
    person: bool = False
    country: tuple[str, ...] = ()


def find_pieces(text: str) -> Iterator[Piece]:
    """Yield the glossary's terms and the gazetteer's names in `text`, the longest where they overlap."""
    found = [Piece(m.start, m.end, forms_of(m.id), NAME_TELLS, topical=True, person=True) for m in find_people(text)]
    found += [_term_piece(mention) for mention in find_terms(text)]
    found += [_place_piece(mention) for mention in find_places(text)]
    found += [Piece(m.start, m.end, forms_of(m.event.id), NAME_TELLS) for m in find_events(text) if not m.by_place]
    found += [Piece(*row, NAME_TELLS, topical=True, person=True) for row in find_surnames(text) if _is_free(row, found)]
    own = {(m.start, m.end) for m in find_places(text) if m.id in OWN_PLACES}
    taken: list[Piece] = []
    for piece in sorted(_unite(found), key=lambda piece: (piece.start - piece.end, piece.start)):
        if not any(piece.start < other.end and other.start < piece.end for other in taken):
            taken.append(piece)
            yield replace(piece, topical=piece.topical and (piece.start, piece.end) not in own)


def _is_free(row: tuple[int, int, tuple[str, ...]], found: list[Piece]) -> bool:
    """Tell whether a surname stands outside all full names."""
    return not any(piece.person and piece.start < row[1] and row[0] < piece.end for piece in found)


def _unite(found: list[Piece]) -> list[Piece]:
    """Make one piece of those with the same words: the first, with the forms of all; Taiwan is a term and a place."""
    united: dict[tuple[int, int], Piece] = {}
    for piece in found:
        first = united.get((piece.start, piece.end))
        if first is None:
            united[piece.start, piece.end] = piece
            continue
        forms = tuple(dict.fromkeys((*first.forms, *piece.forms)))
        united[piece.start, piece.end] = replace(first, forms=forms, country=first.country + piece.country)
    return list(united.values())


def _place_piece(mention: Mention) -> Piece:
    country = forms_of(CAPITALS[mention.id]) if mention.id in CAPITALS else ()
    return Piece(mention.start, mention.end, forms_of(mention.id), NAME_TELLS, topical=True, country=country)


def _term_piece(mention: TermMention) -> Piece:
    frames = mention.term.topic in FRAME_TOPICS
    return Piece(mention.start, mention.end, mention.term.forms, FRAME_TELLS if frames else TERM_TELLS, not frames)
