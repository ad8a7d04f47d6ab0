"""Why nothing is quoted: which document, speaker or word is missing; knows nothing of scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import account_of, find_people
from index.records import Span
from index.words import fold, is_han
from qa.forms import name_of, named_speakers
from qa.grounds import find_foreign_text, lacks_foreign_text
from qa.held import days_of, held_years, may_hold_any, of_days, speaking, took_part
from qa.library import Library
from qa.phrases import say
from qa.ranking.context import text_around
from qa.ranking.kinds import voice_match
from qa.ranking.match import Unit, holds, matched
from qa.records import Period, Question, Searched
from qa.setting import find_others
from qa.unheld import is_held

WORTH_NAMING = 0.5  # the least weight of a word that is named as missing
NEAR = 0.5  # how much of what is asked about must stand near the nearest sentence
# Where what is asked about stands: "of coal", "how many pillars", 谈过药价吗.
_NOUN_BEFORE = re.compile(
    r"\b(?:an?|the|any|some|of|about|on|over|regarding|concerning|many|much|for|to|with|and|or|discuss|mention|raise)\s+(?:\w+\s+)?$"
)
_NO_NOUN = re.compile(r"(?:ing|ed|ly)$")
_TOPIC_BEFORE = re.compile(
    r"(?:谈[到过及论了]?|聊[到过]?|提[到过及]|讨论|关于|有关|就|对|针对|涉及|[几多][少]?[\u4e00-\u9fff]|[和与、])$"
)
_TOPIC_AFTER = re.compile(r"的?(?:问题|方面|议题|一事|协议|合作)|了?吗|没有")
MOST_NAMES = 12  # documents named in a refusal; more would be read by nobody


def explain_refusal(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_], searched: Searched
) -> str:
    """Return the reason why no sentence is quoted, in the question's language."""
    language = question.language
    period = ", ".join(_printed(period, question) for period in question.periods)
    left_out = say("undated", language, undated=searched.undated) if searched.undated else ""
    if not allowed.any():
        return _missing_documents(question, library, period) + left_out
    counts = {"documents": searched.documents, "passages": searched.passages}
    if (
        question.offices
        or question.sides
        and not (speaking(library, question.sides, question.speakers) & allowed).any()
    ):
        return say("no_voice", language, who=_who(question), **counts) + left_out
    if lacks_foreign_text(question, library, allowed):
        whose = _named(question, [find_foreign_text(question.text) or ""])
        return say("no_account", language, account=whose, within="") + left_out
    if others := find_others(question, library, allowed):
        return _other_meeting(question, others) + left_out
    missing = _missing_event(question, library)
    words = _missing_words(question, [unit for unit in units if is_nameable(unit, question)], library, allowed)
    names = ""
    if question.form == "mention" and len(searched.names) <= MOST_NAMES:
        names = say("unmentioned", language, names=", ".join(searched.names))
    return missing + say("nothing", language, **counts) + words + names + left_out


def _missing_documents(question: Question, library: Library, period: str) -> str:
    """Return which documents are not held, where no passage meets the conditions of a question."""
    language = question.language
    missing = _missing_event(question, library)
    if question.accounts:
        of = ", ".join(filter(None, [period, _named(question, question.events)]))
        within = say("within", language, period=of) if of else ""
        whose = ", ".join(say(account, language) for account in question.accounts)
        return missing + say("no_account", language, account=whose, within=within)
    if missing:
        return missing.strip()
    told = took_part(library, question.partners) if question.partners else None
    if told is None or not question.periods and told.any():
        return say("no_document", language, period=period, held=_held(library))
    names = _joined(question.partners, question)
    if not told.any():
        return say("no_meeting", language, who=names)
    days = ", ".join(day.isoformat() for day in days_of(library, told))
    return say("no_meeting_then", language, who=names, period=period, days=days or "–")


def _other_meeting(question: Question, opening: Span) -> str:
    """Return that those asked about did not meet, and of whose meeting the nearest article is."""
    met = list(dict.fromkeys(mention.id for mention in find_people(opening.text)))
    who, others = (_joined(people, question) for people in (question.partners, met))
    return say("other_meeting", question.language, who=who, others=others)


def _joined(people: Sequence[str], question: Question) -> str:
    joined = " and " if question.language == "en" else "和"
    return joined.join(name_of(person, question.language != "en") for person in people)


def _named(question: Question, ids: Sequence[str]) -> str:
    return ", ".join(name_of(identity, question.language != "en") for identity in ids)


def nearest_of(units: Sequence[Unit], sentences: Sequence[Span], library: Library) -> Span | None:
    """Return the first of `sentences` that something asked about stands near; the first of all where nothing is."""
    topics = [unit for unit in units if unit.topical and not unit.person] or [unit for unit in units if _tells(unit)]
    near = (s for s in sentences if not topics or max(matched(topics, text_around(s, library))) >= NEAR)
    return next(near, None)


def _missing_event(question: Question, library: Library) -> str:
    """Return that no document is held of the event asked for, where its days are known and nothing held is of them."""
    periods = question.event_periods
    if not periods or any(of_days(library, period.first, period.last).any() for period in periods):
        return ""
    days = ", ".join(dict.fromkeys(period.first.isoformat() for period in periods))
    return say("no_event", question.language, event=_named(question, question.events), days=days)


def _tells(unit: Unit) -> bool:
    """Tell whether a reader would name a unit as missing: a name, a term, a rare word, not how the question is put."""
    return not unit.person and (unit.topical or unit.weight >= WORTH_NAMING)


def is_nameable(unit: Unit, question: Question) -> bool:
    """Tell whether a reader takes a unit for something asked about: a name, a term, a word where topics stand."""
    if not _tells(unit) or account_of(unit.printed):
        return False
    if unit.topical or unit.printed in question.phrases:
        return True
    folded, named = fold(question.text), fold(unit.printed)
    start = folded.find(named)
    before, after = folded[: max(0, start)], folded[start + len(named) :]
    if start < 0:
        return True
    if not is_han(named):
        return bool(is_han(question.text) or _NOUN_BEFORE.search(before)) and not _NO_NOUN.search(named)
    return bool(_TOPIC_BEFORE.search(before) or _TOPIC_AFTER.match(after))


def _missing_words(question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]) -> str:
    absent = [unit for unit in units if not is_held(unit, library, allowed)]
    if absent:
        return say("unheld", question.language, words=_listed(absent))
    if not question.sides:
        return ""
    spoken = speaking(library, question.sides, question.speakers) & allowed
    others = [unit for unit in units if unit.topical and not _is_said(unit, question, library, spoken)]
    return say("unsaid", question.language, who=_who(question), words=_listed(others)) if others else ""


def _listed(units: Sequence[Unit]) -> str:
    return ", ".join(unit.printed for unit in units)


def _is_said(unit: Unit, question: Question, library: Library, spoken: NDArray[np.bool_]) -> bool:
    """Tell whether a sentence of those whose words are asked for holds a form of `unit`."""
    passages = (library.store.passages[n] for n in np.flatnonzero(may_hold_any(library, unit.forms) & spoken).tolist())
    said = (s for passage in passages for s in library.sentences_in(passage) if voice_match(question, s) == 1)
    return any(holds(sentence.text, form) for sentence in said for form in unit.forms)


def _printed(period: Period, question: Question) -> str:
    """Return a period's words as the question prints them; they were found in folded text."""
    start = fold(question.text).find(fold(period.words))
    return question.text[start : start + len(period.words)] if start >= 0 else period.words


def _who(question: Question) -> str:
    if question.offices:
        return ", ".join(question.offices)
    sides = ", ".join(say(side, question.language) for side in question.sides)
    return _named(question, named_speakers(question)) or sides


def _held(library: Library) -> str:
    return ", ".join(map(str, held_years(library))) or "–"
