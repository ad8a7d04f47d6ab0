"""The terms and names of a question, each with all its names in every language; knows nothing of what is held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from index.naming.names import Mention, find_events, find_institutions, find_people, find_places
from index.naming.terms import TermMention, find_terms
from index.words import fold
from qa.forms import forms_of
from qa.ranking.surnames import find_surnames
from qa.ranking.variants import find_variants
from qa.understanding.capitals import CAPITALS

# What a unit tells at least, from 0 to 1: names stand in many sentences that are about something else.
TERM_TELLS, NAME_TELLS = 0.8, 0.55
FRAME_TELLS = 0.4  # a term of what meetings are made of: agreement, outcomes, summit, ambassador
OWN_PLACES = frozenset({"united-states", "china", "washington", "beijing"})  # the two sides themselves are no topic
# People asked for by their office in general, and the offices by which a text names them.
_ASKED_OFFICE = r"(?:\b(?:which|what|whose|any|other)\b[^,;?]{0,30}?\b|(?:哪[些几个位]|什么|其他|别的)[^，。？?]{0,6})"
_HOLDERS = [
    (re.compile(rf"{_ASKED_OFFICE}({asked})", re.I), tuple(forms.split()), tuple(offices.split()))
    for asked, forms, offices in (
        (
            r"officials?|dignitar(?:y|ies)|diplomats?|官员|要员|外交官",
            "officials diplomats 官员",
            "secretary minister advisor director ambassador envoy"
            " 国务卿 部长 外长 财长 防长 助理 顾问 主任 大使 特使 国务委员",
        ),
        (
            r"ministers?|cabinet members?|secretaries|阁员|部长",
            "ministers cabinet 部长 内阁",
            "secretary minister 国务卿 外长 财长 防长",
        ),
        (
            r"envoys?|emissar(?:y|ies)|special representatives?|特使|使者",
            "envoys emissary 特使",
            "advisor representative ambassador 顾问 代表 大使",
        ),
    )
]
_INSIDE = re.compile("[两各]国|[中日韩印俄欧英法德]美")  # no 国会 in 两国会如何, no 美元 in 中美元首
FRAME_TOPICS = frozenset({"diplomacy", "meetings", "office"})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a question that mean one thing: their other forms, and what they tell at least.

    `instances` may stand for it: a capital's country, the offices that officials hold.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    tells: float
    topical: bool = False
    person: bool = False
    instances: tuple[str, ...] = ()
    place: bool = False  # another than the two sides themselves


def find_pieces(text: str) -> Iterator[Piece]:
    """Yield the glossary's terms and the gazetteer's names in `text`, the longest where they overlap."""
    found = [Piece(m.start, m.end, forms_of(m.id), NAME_TELLS, topical=True, person=True) for m in find_people(text)]
    inside = [m.start() + 1 for m in _INSIDE.finditer(fold(text))]
    found += [_term_piece(mention) for mention in find_terms(text) if mention.start not in inside]
    found += [_term_piece(mention) for mention in find_variants(text)]
    found += [_place_piece(mention) for mention in find_places(text)]
    found += [Piece(m.start, m.end, forms_of(m.event.id), NAME_TELLS) for m in find_events(text) if not m.by_place]
    found += [Piece(*row, NAME_TELLS, topical=True, person=True) for row in find_surnames(text) if _is_free(row, found)]
    found += _find_offices(text)
    own = {(m.start, m.end) for m in find_places(text) if m.id in OWN_PLACES}
    taken: list[Piece] = []
    for piece in sorted(_unite(found), key=lambda piece: (piece.start - piece.end, piece.start)):
        if not any(piece.start < other.end and other.start < piece.end for other in taken):
            taken.append(piece)
            strange = (piece.start, piece.end) not in own
            yield replace(piece, topical=piece.topical and strange, place=piece.place and strange)


def names_a_side(printed: str) -> bool:
    """Tell whether words name one of the two sides, and nothing else."""
    return any(m.side in ("cn", "us") and m.end - m.start == len(printed) for m in find_institutions(printed))


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
        instances = first.instances + piece.instances
        united[piece.start, piece.end] = replace(
            first, forms=forms, instances=instances, place=first.place or piece.place
        )
    return list(united.values())


def _find_offices(text: str) -> Iterator[Piece]:
    for asked, forms, offices in _HOLDERS:
        for found in asked.finditer(fold(text)):
            yield Piece(found.start(1), found.end(1), forms, FRAME_TELLS, instances=offices)


def _place_piece(mention: Mention) -> Piece:
    country = forms_of(CAPITALS[mention.id]) if mention.id in CAPITALS else ()
    return Piece(
        mention.start, mention.end, forms_of(mention.id), NAME_TELLS, topical=True, instances=country, place=True
    )


def _term_piece(mention: TermMention) -> Piece:
    frames = mention.term.topic in FRAME_TOPICS
    return Piece(mention.start, mention.end, mention.term.forms, FRAME_TELLS if frames else TERM_TELLS, not frames)
