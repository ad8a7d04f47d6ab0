"""Tells a sentence that is about something else by name than the question, beside one that is about what it names."""

from __future__ import annotations

from functools import lru_cache

from index.naming.terms import find_terms
from index.records import Hit
from index.words import fold
from qa.ranking.concepts import other_words
from qa.ranking.designations import find_designations
from qa.ranking.match import holds
from qa.ranking.pieces import FRAME_TOPICS, find_pieces
from qa.records import Question

_NOTHING_ELSE = FRAME_TOPICS | {"name", "institution", "place"}
_GENERAL = frozenset({"China-U.S. relations", "major countries", "U.S. dollar"})
_OTHERS = 2  # terms that a sentence must name to be about something else
_SURE = 0.85  # how probable a sentence is against the best that need not name what is asked about


def strays(question: Question, best: Hit, hit: Hit) -> bool:
    """Tell whether `best` says what a question asks about by name, and `hit` does not, but names something else."""
    if hit.score >= _SURE * best.score:
        return False
    topics = _topics(question.topic)
    if not any(_says(best.span.text, topic) for topic in topics):
        return False
    return not any(_says(hit.span.text, topic) for topic in topics) and _count_terms(hit.span.text) >= _OTHERS


@lru_cache(maxsize=64)
def _topics(asked: str) -> tuple[tuple[str, ...], ...]:
    """Return what is asked about by name, each in all words for it; who somebody is, is not asked about."""
    called = find_designations(asked)
    pieces = [
        piece
        for piece in find_pieces(asked)
        if piece.topical
        and not piece.person
        and not any(start <= piece.start and piece.end <= end for start, end in called)
    ]
    return tuple(
        (*map(fold, piece.forms), *map(fold, piece.instances), *other_words(asked[piece.start : piece.end]))
        for piece in pieces
    )


@lru_cache(maxsize=4096)
def _says(text: str, topic: tuple[str, ...]) -> bool:
    return any(holds(text, form) for form in topic)


@lru_cache(maxsize=4096)
def _count_terms(text: str) -> int:
    """Return how many things a sentence names, without what meetings are made of and the two sides' own relations."""
    terms = {mention.term.en[0] for mention in find_terms(text) if mention.term.topic not in _NOTHING_ELSE}
    return len(terms - _GENERAL)
