"""What a question without a topic of its own asks for: the main sentences of a meeting, a day or a speaker.

"What did they discuss in Vienna?", "Summarise the 2021 call", "拜登在旧金山说了什么？": nothing in such a question is
like the sentences that answer it. They are chosen by how much they tell; knows nothing of the ranker.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.frequencies import information
from index.naming.entries import load_events
from index.naming.names import find_institutions, find_people, find_places
from index.naming.terms import find_terms
from index.records import Hit, Side, Span
from index.words import fold, split_words
from qa.forms import forms_of
from qa.library import Library
from qa.ranking.features import EMPTY
from qa.ranking.kinds import voice_match
from qa.ranking.match import Unit, holds
from qa.ranking.pieces import FRAME_TOPICS
from qa.records import Form, Period, Question

OVERVIEW_FORMS: tuple[Form, ...] = ("position", "each_side", "list", "change")
MOST = 6  # quotations of an overview
# Words that ask for what was said or came of a meeting, whatever it was.
_WHOLE = frozenset(Path(__file__).with_name("overview_words.txt").read_text(encoding="utf-8").split())
_AGREED = re.compile(
    r"成果|共识|达成|同意|商定|一致|\b(?:outcome|result|deliverable|agree|achieve|consensus|came out|produce)"
)
_SETTLED = re.compile(
    r"同意|达成|商定|一致|宣布|成果|建立|恢复|启动|\b(?:agree[ds]?|announce[ds]?|welcome[ds]?|establish\w*|resum\w*|commit\w*|decided)\b"
)
# Whether something was said, or a text is held: a question of its own, not for the main points.
_WHETHER = re.compile(
    r"^\s*(?:did|does|do|was|were|is|are|has|have|had|can|could)\b|吗|有没有|有无|是否|没提|\b(?:not|never|omit\w*|quote)\b"
)
_LEAST = 0.2  # what a sentence must tell at least, against the one that tells most
_LIKE = 0.75  # cosine from which a sentence tells what another told
_ENOUGH = 3.0  # information beyond which more counts little


def is_overview(question: Question, units: Sequence[Unit]) -> bool:
    """Tell whether a question names whom or which meeting it is about, and nothing else."""
    if question.form not in OVERVIEW_FORMS or question.phrases:
        return False
    folded = fold(question.text)
    if _WHETHER.search(folded) or question.joint and _AGREED.search(folded):
        return False
    scoped = bool(question.periods or question.events or question.speakers)
    return scoped and not any(_is_topic(unit, question) for unit in units)


def _is_topic(unit: Unit, question: Question) -> bool:
    printed = fold(unit.printed)
    if find_people(unit.printed) or _named_by_event(printed, question):
        return False
    words = split_words(printed)
    return not (_WHOLE.issuperset(words) or printed in _WHOLE or _is_frame(unit))


def _named_by_event(printed: str, question: Question) -> bool:
    names = [fold(form) for event in question.events for form in forms_of(event)]
    periods = [fold(period.words) for period in (*question.event_periods, *question.periods)]
    return any(printed in name for name in (*names, *periods))


def _is_frame(unit: Unit) -> bool:
    return any(m.term.topic in FRAME_TOPICS and m.end - m.start == len(unit.printed) for m in find_terms(unit.printed))


def choose_overview(
    question: Question, units: Sequence[Unit], sentences: Iterable[Span], library: Library, most: int = MOST
) -> list[Hit]:
    """Return the sentences that tell most of what `question` names, in the order of their documents.

    `sentences` are those that its conditions admit.
    """
    asked = [unit for unit in units if find_people(unit.printed)] + _narrower_places(question)
    sides = {side for event in load_events() if event.id in question.events for side in event.sides}
    scope = [s for s in sentences if _of_the_meeting(asked, sides, s) and voice_match(question, s) != -1]
    if question.speakers or question.sides:
        scope = [s for s in scope if voice_match(question, s) == 1]
    for periods in (question.periods, question.event_periods):
        scope = [s for s in scope if _in_any(periods, s)] or scope
    for unit in units:
        if _is_frame(unit):
            scope = [s for s in scope if any(holds(s.section.origin.title or "", form) for form in unit.forms)] or scope
    if _AGREED.search(fold(question.text)):
        scope = [s for s in scope if _settles(s)] or scope
    if not scope:
        return []
    vectors = library.encoder.encode([s.text for s in scope], "document")
    scores = np.asarray([substance(s) for s in scope]) * (0.5 + 0.5 * _centrality(vectors))
    chosen: list[int] = []
    for place in np.argsort(-scores, kind="stable"):
        if len(chosen) == most or scores[place] < _LEAST * scores.max():
            break
        if not chosen or float((vectors[chosen] @ vectors[place]).max()) < _LIKE:
            chosen.append(int(place))
    best = float(scores.max()) or 1.0
    return [Hit(scope[place], float(scores[place]) / best) for place in sorted(chosen)]


def _narrower_places(question: Question) -> list[Unit]:
    """Return the places named within the one where an event was held: the Temple of Heaven, in Beijing."""
    seats = {place for event in load_events() if event.id in question.events for place in event.places[:1]}
    named = {place.id for place in find_places(question.text)}
    within = {place for event in load_events() if event.id in question.events for place in event.places[1:]}
    return [Unit(place, tuple(map(fold, forms_of(place)))) for place in sorted((named & within) - seats)]


def _of_the_meeting(asked: Sequence[Unit], met: set[Side], sentence: Span) -> bool:
    """Tell whether a sentence's article names the sides that `met`, or any two, and all who and what is `asked` for."""
    article = Span(sentence.readout, sentence.section.start, sentence.section.end).text
    sides = {mention.side for mention in find_institutions(article)} | {m.side for m in find_people(article)}
    told = met <= sides and len(sides & {"cn", "us", "other"}) > 1
    return told and all(any(holds(article, form) for form in unit.forms) for unit in asked)


def _in_any(periods: Sequence[Period], sentence: Span) -> bool:
    day = sentence.section.origin.date
    return bool(day and any(period.holds(day.day) for period in periods))


def _settles(sentence: Span) -> bool:
    return sentence.voice.side == "joint" or bool(_SETTLED.search(fold(sentence.text)))


def substance(sentence: Span) -> float:
    """Return how much a sentence tells: its terms of the field and its rare words, with less and less for each more."""
    text = sentence.text
    if EMPTY.search(fold(text)):
        return 0.3
    terms = {m.term.en for m in find_terms(text) if m.term.topic not in FRAME_TOPICS}
    words = [information(word) for word in split_words(text)]
    told = 0.5 * len(terms) + 0.1 * sum(words)
    dense = sum(words) / max(1, len(words))  # what is talked tells less a word than what is written
    spoken = 1.5 if sentence.voice.side == "joint" else 1.0 if sentence.voice.side else 0.7
    return float(spoken * dense * told / (1 + told / _ENOUGH))


def _centrality(vectors: NDArray[np.float32]) -> NDArray[np.float64]:
    """Return how like the rest each sentence is, from 0 to 1."""
    likeness = (vectors @ vectors.mean(axis=0)).astype(np.float64)
    spread = float(likeness.max() - likeness.min()) or 1.0
    return np.asarray((likeness - likeness.min()) / spread)
