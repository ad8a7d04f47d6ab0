"""From a question to the passages that may hold its answer: both searches, in each language's own pool, fused."""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Hit, Span
from index.words import fold, split_words
from qa.held import may_hold_any, may_hold_digits, naming, of_accounts, of_days, of_events, took_part
from qa.library import Library, pool
from qa.ranking.concepts import other_words
from qa.ranking.match import Unit, matched
from qa.records import Period, Question
from qa.setting import of_their_meeting
from qa.understanding.period import find_periods

_RANK_CONSTANT = 60  # of reciprocal rank fusion, Cormack et al. 2009


def allowed_passages(question: Question, library: Library) -> NDArray[np.bool_]:
    """Return for each passage whether the question's accounts, meeting, events and periods admit it."""
    allowed = np.ones(len(library.store.passages), dtype=np.bool_)
    if question.accounts:
        allowed = of_accounts(library, question.accounts)
    if question.speakers:
        named = allowed & naming(library, question.sides, question.speakers)
        allowed = named if named.any() else allowed  # where none does, that is said
    if question.partners:
        allowed &= took_part(library, question.partners)
    if question.events:
        allowed &= of_events(library, question)
    if not question.periods:
        return of_their_meeting(question, library, allowed)
    inside = np.zeros(len(allowed), dtype=np.bool_)
    for period in question.periods:
        inside |= of_days(library, period.first, period.last)
        if _is_short(period):
            printed = may_print(library, period) & allowed & ~inside
            inside[[n for n in np.flatnonzero(printed).tolist() if in_period(period, library.store.passages[n])]] = True
    return of_their_meeting(question, library, allowed & inside)


def _is_short(period: Period) -> bool:
    return period.first.year == period.last.year and (period.last - period.first).days <= 31


def may_print(library: Library, period: Period) -> NDArray[np.bool_]:
    """Return the passages that may print a date in a period of a month at most: its year, and one of its months."""
    year, months = str(period.first.year), range(period.first.month, period.last.month + 1)
    han = "".join("〇一二三四五六七八九"[int(digit)] for digit in year) + "年"
    names = [name[month].lower() for month in months for name in (calendar.month_name, calendar.month_abbr)]
    months_held = may_hold_any(library, [*names, "sept"]) | may_hold_digits(library, map(str, months))
    return may_hold_digits(library, [year, han, han.replace("〇", "零")]) & months_held


def in_period(period: Period, span: Span) -> bool:
    """Tell whether a span is of an event in the period, or for a month at most, prints such a date.

    A year asked for is the year of the event, never one that a text of another year only mentions.
    """
    day = span.section.origin.date
    if day is not None and period.holds(day.day):
        return True
    if not _is_short(period):
        return False
    return any(period.first <= p.first and p.last <= period.last for p in find_periods(fold(span.text), period.first))


def retrieve_passages(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_], limit: int = 12
) -> list[Hit]:
    """Return up to `limit` passages from each search in each language's pool, best first by fused rank.

    Each pool has its own ranks, so that many documents in one language do not bury the few in another.
    """
    vector = library.encoder.encode([question.topic or question.text], "query")[0]
    words = _split(form for unit in units for form in unit.forms)
    others = list(dict.fromkeys(_split(other_words(question.topic or question.text))))
    fused: defaultdict[Span, float] = defaultdict(float)
    for language in ("en", "zh"):
        mask = allowed & (library.languages == language)
        if not mask.any():
            continue
        same = language == pool(question.language)
        by_words = library.store.search_words(words, limit, mask)
        by_meaning = library.store.search_meaning(vector, limit, mask)
        translated = library.store.search_translated(question.topic or question.text, limit, mask)
        by_concepts = library.store.search_words(others, limit, mask) if others else []
        weights = (1.0, 0.5, 0.5, 0.5) if same else (0.5, 1.0, 1.0, 0.5)
        for hits, weight in zip((by_words, by_meaning, translated, by_concepts), weights, strict=True):
            for rank, hit in enumerate(hits):
                fused[hit.span] += weight / (_RANK_CONSTANT + rank)
    return sorted((Hit(span, score) for span, score in fused.items()), key=lambda hit: -hit.score)


def _split(forms: Iterable[str]) -> list[str]:
    return [word for form in forms for word in split_words(form)]


def find_absent(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_]
) -> tuple[Unit, ...]:
    """Return the units that stand in no passage admitted, translated or not.

    Looked for are those whose words are known in a language held: named ones, and all where the question's is held.
    """
    spoken = bool((allowed & (library.languages == pool(question.language))).any())
    known = [unit for unit in units if unit.named or spoken]
    return tuple(unit for unit in known if not stands_in(unit, library, allowed))


def stands_in(unit: Unit, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether a form of a unit, or a part of one, stands in a passage admitted, under its title or in it."""
    found = may_hold_any(library, [*unit.forms, *(part for part, _ in unit.parts)]) & allowed
    return any(matched([unit], library.store.passages[n].in_context)[0] for n in np.flatnonzero(found).tolist())


def absent_share(units: Sequence[Unit], absent: Sequence[Unit]) -> float:
    """Return the share of the units' weight that is absent."""
    total = sum(unit.weight for unit in units)
    return sum(unit.weight for unit in absent) / total if total else 0.0


def lacks_topic(units: Sequence[Unit], absent: Sequence[Unit]) -> bool:
    """Tell whether all that is asked about by name is absent: then nothing held can answer.

    People count only where nothing else is asked about: they are told something, or stand beside.
    """
    named = [unit for unit in units if unit.topical]
    topics = [unit for unit in named if not unit.person] or named
    return bool(topics) and all(unit in absent for unit in topics)
