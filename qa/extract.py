"""From passages to the sentences that answer, or to none: scored by the ranker, chosen by the form of the question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import find_institutions, find_people
from index.records import Hit, Span
from index.words import fold
from qa.days import best_of_each_day, one_of_each_day
from qa.forms import event_names
from qa.library import Library
from qa.lists import name_all, whole_list
from qa.ranking.candidates import WORTH, Candidates, near_topic, of_the_kind, put_in_order, with_the_phrase
from qa.ranking.columns import NAMES
from qa.ranking.features import measure_sentences
from qa.ranking.formulas import answers_nothing
from qa.ranking.fragments import is_fragment, leads_in
from qa.ranking.kinds import voice_match, wants_several
from qa.ranking.match import Unit, holds
from qa.ranking.ranker import Ranker
from qa.ranking.repeats import repeats
from qa.ranking.smalltalk import is_small_talk
from qa.ranking.straying import strays
from qa.ranking.third_countries import is_of_another_pair
from qa.ranking.worth import is_worth
from qa.records import Form, Question
from qa.retrieve import in_period

__all__ = ["LIMITS", "Candidates", "admits", "admitted", "choose_quotes", "find_candidates", "in_time"]

# How many quotations an answer of each form has at most; a list comes whole, whatever its length.
LIMITS: dict[Form, int] = {
    "position": 5,
    "each_side": 3,
    "change": 20,
    "list": 8,
    "number": 2,
    "mention": 4,
    "definition": 4,
    "who": 2,
    "when": 2,
    "where": 2,
}
_BESIDE_A_LIST = 0.7  # how probable what stands beside a list must be against it
# What is between the two sides is asked for.
_BETWEEN = re.compile(r"\bbetween the (?:two|us and china|united states and china)\b|中美之间|两国之间")


def find_candidates(
    question: Question,
    units: Sequence[Unit],
    passages: Iterable[Hit],
    library: Library,
    ranker: Ranker,
    absent: float = 0.0,
) -> Candidates:
    """Score all sentences of `passages` that the question's speakers, sides and events admit.

    `absent` is the share of the units' weight that stands in no passage admitted.
    """
    places = admitted(question, passages, library)
    sentences = list(places)
    if not sentences:
        return Candidates((), np.zeros((0, 0), dtype=np.float32))
    features = measure_sentences(question, units, sentences, library, absent, list(places.values()))
    scores = ranker.probabilities(features)
    order = [row for row in np.argsort(-scores, kind="stable") if _tells(question, sentences[row], features[row])]
    return Candidates(tuple(Hit(sentences[i], float(scores[i])) for i in order), features[order])


def _tells(question: Question, sentence: Span, features: NDArray[np.float32]) -> bool:
    """Tell whether a sentence is no fragment without anything asked about, and tells more than every readout does."""
    asked = features[NAMES.index("widely")] > 0 or features[NAMES.index("concepts")] > 0
    fragment = not asked and is_fragment(sentence.text) and not leads_in(sentence.text)
    return not fragment and not answers_nothing(question, sentence)


def admitted(question: Question, passages: Iterable[Hit], library: Library) -> dict[Span, tuple[int, float]]:
    """Return the sentences of `passages` that may be quoted, each with the rank and the score of its passage."""
    places: dict[Span, tuple[int, float]] = {}
    for rank, hit in enumerate(passages):
        for sentence in library.sentences_in(hit.span):
            places.setdefault(sentence, (rank, hit.score))
    found = {sentence: place for sentence, place in places.items() if admits(question, sentence)}
    if not _BETWEEN.search(fold(question.text)):
        return found
    articles = {(sentence.readout.sha256, sentence.section.start): sentence for sentence in found}
    between = {key for key, sentence in articles.items() if _names_both(sentence)}
    return {s: place for s, place in found.items() if (s.readout.sha256, s.section.start) in between}


def _names_both(sentence: Span) -> bool:
    """Tell whether a sentence's article names both sides: what else it tells is not between them."""
    article = Span(sentence.readout, sentence.section.start, sentence.section.end).text
    return {"cn", "us"} <= {mention.side for mention in (*find_institutions(article), *find_people(article))}


def admits(question: Question, sentence: Span) -> bool:
    """Tell whether a sentence may be quoted: of those, the pair and the time asked for, no question nor small talk."""
    if sentence.readout.block_at(sentence.start).kind == "question" or voice_match(question, sentence) == -1:
        return False
    if is_small_talk(sentence.text) or is_of_another_pair(question.text, sentence.text):
        return False
    return in_time(question, sentence)


def in_time(question: Question, sentence: Span) -> bool:
    """Tell whether a sentence is of a period or an event asked for, or names the event.

    Where sides are compared, only what is told of those days counts: another day's text is no account of them.
    """
    day = sentence.section.origin.date
    if question.form == "each_side" and day and (question.event_periods or question.periods):
        return any(period.holds(day.day) for period in question.event_periods or question.periods)
    if question.periods and not any(in_period(period, sentence) for period in question.periods):
        return False
    if not question.events or (day and any(period.holds(day.day) for period in question.event_periods)):
        return True
    return any(holds(sentence.text, form) for form in event_names(question))


def choose_quotes(question: Question, candidates: Candidates, library: Library, ranker: Ranker) -> list[Hit]:
    """Return the sentences to quote, best first; none where none is probable enough."""
    candidates = of_the_kind(candidates)
    least = ranker.quote_from if question.form in ("each_side", "change") else ranker.answer_from
    if not candidates.hits or candidates.hits[0].score < least:
        return []
    candidates = with_the_phrase(question, put_in_order(question, candidates))
    if question.form == "change":
        return best_of_each_day(list(near_topic(candidates)), ranker, question.periods)
    if wants_several(question):
        meetings = one_of_each_day(_admitted_beside_best(question, candidates), ranker, LIMITS["list"])
        if len(meetings) > 1:
            return meetings
    form = "list" if wants_several(question) else question.form
    chosen: list[Hit] = []
    for hit in _admitted_beside_best(question, candidates):
        if len(chosen) == LIMITS[form] or not is_worth(form, hit.score, [other.score for other in chosen]):
            break
        aside = bool(chosen) and form != "list" and strays(question, chosen[0], hit)
        if not aside and not any(repeats(hit.span, other.span) for other in chosen):
            chosen.append(hit)
    chosen = name_all(question, chosen, candidates.hits, library)
    return whole_list(question, chosen, library, LIMITS[form], _BESIDE_A_LIST)


def _admitted_beside_best(question: Question, candidates: Candidates) -> Iterator[Hit]:
    """Yield the best candidate and those that may stand beside it.

    Nobody's words stand beside those of who was asked for, no sentence without the kind of thing asked for beside one
    that holds it, and none near which nothing stands of what is asked about by name.
    """
    kinds = candidates.features[:, NAMES.index("type")]
    voiced = voice_match(question, candidates.hits[0].span) == 1
    fitting = [hit.score for hit, kind in zip(candidates.hits, kinds, strict=True) if kind == 1]
    least = 1 if fitting and fitting[0] > WORTH * candidates.hits[0].score else kinds[0]
    if question.form == "number" and least == -1:
        return  # what holds no number answers nothing
    named = candidates.features[:, NAMES.index("named")]
    for hit, kind, near in zip(candidates.hits, kinds, named, strict=True):
        strange = voiced and voice_match(question, hit.span) != 1
        if (near or hit is candidates.hits[0]) and kind >= least and not strange:
            yield hit
