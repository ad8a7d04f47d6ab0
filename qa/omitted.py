"""What one side's account of a meeting tells and the other side's does not: two texts compared, sentence by sentence.

A sentence is held by the other account as far as its terms, places and concepts stand anywhere in it, and as far as it
is like one of its sentences. What is quoted says most and is held least; knows nothing of the ranker.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from index.naming.names import find_institutions, find_people, find_places
from index.naming.related import concepts_of
from index.naming.terms import find_terms
from index.records import Account, Hit, Section, Span
from index.words import fold
from qa.cite import cite_quotes
from qa.library import Library
from qa.phrases import say
from qa.ranking.kinds import voice_match
from qa.ranking.match import Unit, matched
from qa.ranking.overview import substance
from qa.ranking.repeats import repeats
from qa.records import Answer, AnswerGroup, Question, Searched
from qa.retrieve import allowed_passages
from qa.understanding.omissions import Omission, find_omission

MOST = 6  # quotations of such an answer
MOST_COMPARED = 3000  # sentences of one account; where there are more, no meeting is named
_WORTH = 0.4  # against the best
_LEAST_NEW = 0.4  # share of a sentence's terms, places and concepts that the other account must lack
_JOINT = 0.7  # what both did together counts less: the other account may tell it in its own words
_NEAR_DAYS = 1  # an account may be dated a day later: it is night where the other was written
_NAMED = 0.5


def compared_sentences(question: Question, omission: Omission, library: Library) -> tuple[list[Span], list[Span]]:
    """Return the sentences of the account that tells and of the one that lacks, of the same days; empty without a pair.

    Of the account that tells, transcripts count only where nothing else is held of that day.
    """
    told, lacking = (_sentences(question, account, library) for account in (omission.told, omission.lacking))
    days = {_day(sentence) for sentence in lacking}
    told = [s for s in told if any(abs(_day(s) - day) <= _NEAR_DAYS for day in days)]
    others = {_day(sentence) for sentence in told}
    written = [s for s in told if s.voice.attribution != "label" and not _is_talk(s, told)]
    return written or told, [s for s in lacking if any(abs(_day(s) - day) <= _NEAR_DAYS for day in others)]


def choose_omitted(
    question: Question, units: Sequence[Unit], told: Sequence[Span], lacking: Sequence[Span], library: Library
) -> list[Hit]:
    """Return the sentences of `told` that say most and that `lacking` holds least, best first."""
    when = fold(" ".join(period.words for period in question.periods))  # 里斯本会晤: the place is no topic
    asked = [unit for unit in units if unit.topical and not unit.person and fold(unit.printed) not in when]
    near = [s for s in told if max(matched(asked, s.text), default=0.0) >= _NAMED]
    told = [s for s in near or told if voice_match(question, s) != -1]
    if not told or not lacking or max(len(told), len(lacking)) > MOST_COMPARED:
        return []
    new = _newness(told, lacking)
    alike = _likeness(told, lacking, library)
    weights = np.asarray([_JOINT if s.voice.side == "joint" else 1.0 for s in told])
    scores = weights * new * (1 - alike) * np.asarray([substance(s) for s in told])
    chosen: list[Hit] = []
    for place in np.argsort(-scores, kind="stable").tolist():
        if len(chosen) == MOST or scores[place] < max(_WORTH * float(scores.max()), 1e-6):
            break
        if new[place] >= _LEAST_NEW and not any(repeats(told[place], hit.span) for hit in chosen):
            chosen.append(Hit(told[place], float(scores[place] / scores.max())))
    return chosen


def answer_omission(question: Question, units: Sequence[Unit], searched: Searched, library: Library) -> Answer | None:
    """Return the answer to what one account has and the other lacks; None where that is not asked for."""
    omission = find_omission(question.text)
    if omission is None:
        return None
    if not (question.periods or question.events or question.partners):
        return Answer(question, searched, why=say("no_setting", question.language))
    told, lacking = compared_sentences(question, omission, library)
    quotes = choose_omitted(question, units, told, lacking, library)
    if not quotes:
        return Answer(question, searched, why=_explain(question, omission, library))
    citations = cite_quotes(quotes, library, question.language)
    numbers = tuple(citation.number for citation in citations)
    documents = len({s.readout.name for s in (*told, *lacking)})
    heading = _heading(question, omission, len(told), len(lacking))
    group = AnswerGroup(heading, omission.told, omission.told, numbers, documents)
    return Answer(question, searched, citations, (group,))


def _heading(question: Question, omission: Omission, sentences: int, others: int) -> str:
    """Return the words over the quotations: how they were found."""
    language = question.language
    told, lacking = (say(f"told_{account}", language) for account in (omission.told, omission.lacking))
    return say("left_out", language, told=told, lacking=lacking, sentences=sentences, others=others)


def _explain(question: Question, omission: Omission, library: Library) -> str:
    """Return why two accounts could not be compared: which of them is not held."""
    language = question.language
    held = bool(_sentences(question, omission.told, library))
    missing = omission.lacking if held else omission.told
    words = ", ".join(dict.fromkeys(period.words for period in (*question.periods, *question.event_periods)))
    within = say("within", language, period=words) if words else ""
    return say("no_pair", language, account=say(missing, language), within=within)


def _sentences(question: Question, account: Account, library: Library) -> list[Span]:
    """Return the sentences of one side's account that the question's conditions admit, of articles about both sides."""
    allowed = allowed_passages(replace(question, accounts=(account,)), library)
    found: list[Span] = []
    about: dict[tuple[str, int], bool] = {}
    for number in np.flatnonzero(allowed).tolist():
        for sentence in library.sentences_in(library.store.passages[number]):
            section = sentence.section
            key = (sentence.readout.sha256, section.start)
            if key not in about:
                about[key] = _is_of_time(question, sentence) and _is_about_both(sentence, section)
            if about[key] and sentence.readout.block_at(sentence.start).kind == "prose":
                found.append(sentence)
    return found


def _is_of_time(question: Question, sentence: Span) -> bool:
    """Tell whether an article is of the days asked for: one that only names the meeting is no account of it."""
    day = _day(sentence)
    periods = question.event_periods or question.periods
    near = (p.first.toordinal() - _NEAR_DAYS <= day <= p.last.toordinal() + _NEAR_DAYS for p in periods)
    return day > 0 and (not periods or any(near))


def _is_about_both(sentence: Span, section: Section) -> bool:
    article = Span(sentence.readout, section.start, section.end).text
    return {"cn", "us"} <= {m.side for m in (*find_institutions(article), *find_people(article))}


def _day(sentence: Span) -> int:
    known = sentence.section.origin.date
    return known.day.toordinal() if known else 0


def _is_talk(sentence: Span, told: Sequence[Span]) -> bool:
    """Tell whether anybody speaks by a label in a sentence's document: a press conference, opening remarks."""
    return any(s.voice.attribution == "label" for s in told if s.readout is sentence.readout)


def _newness(told: Sequence[Span], lacking: Sequence[Span]) -> NDArray[np.float64]:
    """Return for each sentence which share of what it names the other account names nowhere, from 0 to 1."""
    things = {thing for sentence in lacking for thing in _things(sentence)}
    concepts = {concept for sentence in lacking for concept in _concepts(sentence)}
    rows = [(_lacks(_things(s), things), _lacks(_concepts(s), concepts)) for s in told]
    return np.asarray([sum(row) / 2 for row in rows])


def _lacks(named: set[str], held: set[str]) -> float:
    return len(named - held) / len(named) if named else 0.0


def _things(sentence: Span) -> set[str]:
    return {m.term.en[0] for m in find_terms(sentence.text)} | {m.id for m in find_places(sentence.text)}


def _concepts(sentence: Span) -> set[str]:
    return {held.concept for held in concepts_of(sentence.text) if held.kind in ("same", "narrower")}


def _likeness(told: Sequence[Span], lacking: Sequence[Span], library: Library) -> NDArray[np.float64]:
    """Return the cosine of each sentence with the one of the other account that is most like it, at least 0."""
    own, others = (library.encoder.encode([s.text for s in row], "document") for row in (told, lacking))
    return np.asarray(np.clip((own @ others.T).max(axis=1), 0.0, 1.0), dtype=np.float64)
