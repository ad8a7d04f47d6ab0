"""Who speaks for a third country in what is held: 西班牙首相桑切斯, the Prime Minister of Ireland, 越方.

An article introduces those whom it tells of, in its title and its first sentences, by country and office. Knows nothing
of topics or scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from index.naming.names import Mention, find_people
from index.records import Section, Span, Voice
from index.speech.countries import OFFICE, find_countries, load_countries, ranks_in
from index.words import fold, is_han
from qa.held import Mask, may_hold_any, of_days, speaking
from qa.library import Library
from qa.records import Nation, Question
from qa.understanding.nations import find_named_nations

_MOST = 400  # passages whose articles are looked through
_LEAD = 500  # characters in which an article introduces those it tells of
_BEFORE, _AFTER = 40, 60  # characters beside a name in which its country stands
_OF = re.compile(r"[\w.’' ]{0,12}\bof (?:the )?$")
_OF_IT = re.compile(r"\bof (?:the )?(?:Kingdom of |Republic of )?$")
_NAMED = re.compile(
    rf"(?P<office>(?:国家|联邦)?(?:{OFFICE})(?:兼(?:{OFFICE}))*)(?P<name>[\u4e00-\u9fff·]{{2,8}}?)(?=[、，。；和]|举行|一行|出席|等|通)"
)
_STOPS = re.compile(r"[，。；！？,;.!?\n]|会见|会谈|同|\bwith\b")
_HOST = re.compile(r"(?:\bin|\bat|\bto|在|对|访问|赴)\s*(?:the\s+)?$")


def ask_nations(question: Question, library: Library) -> Question:
    """Return `question` with those who speak for the countries asked for, as one about them where nobody held does."""
    if not question.nations:
        return _ask_by_office(question, library)
    allowed = _of_periods(question, library)
    speakers = [key for nation in question.nations for key in find_voices(nation, library, allowed)]
    if speakers:
        return replace(question, speakers=tuple(dict.fromkeys((*question.speakers, *speakers))))
    words = " ".join(nation.words for nation in question.nations)
    sides = tuple(side for side in question.sides if side != "other" or question.speakers)
    return replace(question, nations=(), sides=sides, topic=f"{words} {question.topic}")


def _ask_by_office(question: Question, library: Library) -> Question:
    """Return `question` with whoever is called by the office of him who is asked, where no text has his name."""
    if question.sides != ("other",) or speaking(library, ["other"], question.speakers).any():
        return question
    nations = find_named_nations(question.text)
    allowed = _of_periods(question, library)
    found = [key for nation in nations for key in find_voices(nation, library, allowed)]
    return replace(question, speakers=tuple(dict.fromkeys(found))) if len(set(found)) == 1 else question


def _of_periods(question: Question, library: Library) -> Mask:
    allowed = np.ones(len(library.store.passages), dtype=np.bool_)
    if question.periods:
        allowed = np.logical_or.reduce([of_days(library, period.first, period.last) for period in question.periods])
    return allowed


def find_voices(nation: Nation, library: Library, allowed: Mask) -> list[str]:
    """Return who speaks for a country in the passages allowed: ids of people, or names as they are printed."""
    numbers = np.flatnonzero(_naming(nation, library) & allowed).tolist()[:_MOST]
    articles = {_article(p): p for p in map(library.store.passages.__getitem__, numbers)}
    found = [voice for passage in articles.values() for voice in _voices_in(nation, passage, library)]
    called = [key for key, by_office in found if by_office]  # whoever is called so goes before who may be
    return list(dict.fromkeys(called or [key for key, _ in found]))


def _naming(nation: Nation, library: Library) -> Mask:
    """Return the passages that may name a country."""
    return may_hold_any(library, [fold(name.removesuffix("^")) for name in load_countries()[nation.id].names])


def of_meetings_with(nations: Sequence[Nation], library: Library, allowed: Mask) -> Mask:
    """Return the passages allowed of articles that tell of a meeting with somebody of each country, where any does."""
    for nation in nations:
        numbers = np.flatnonzero(_naming(nation, library) & allowed).tolist()[:_MOST]
        passages = map(library.store.passages.__getitem__, numbers)
        told = {_article(p) for p in passages if _introduced(nation, _lead_of(p.section, p.readout.text))}
        of_these = allowed & _of_articles(told, library, allowed)
        allowed = of_these if of_these.any() else allowed
    return allowed


def _of_articles(articles: set[tuple[str, int]], library: Library, allowed: Mask) -> Mask:
    found = np.zeros(len(allowed), dtype=np.bool_)
    numbers = np.flatnonzero(allowed).tolist() if articles else []
    found[[number for number in numbers if _article(library.store.passages[number]) in articles]] = True
    return found


def _introduced(nation: Nation, lead: str) -> bool:
    """Tell whether a lead introduces a holder of an office of a country."""
    own = [m for m in find_countries(lead) if m.id == nation.id]
    beside = [ranks_in(_beside(lead, m)) for m in own]
    return any(ranks & set(nation.ranks) for ranks in beside)


def name_met(question: Question, library: Library) -> Question:
    """Return `question` with the name of whom it calls by an office alone, where an article of several guests tells."""
    topic = question.topic
    for nation in question.met:
        numbers = np.flatnonzero(_naming(nation, library) & _of_periods(question, library)).tolist()[:_MOST]
        articles = {_article(p): p for p in map(library.store.passages.__getitem__, numbers)}
        names = {name for p in articles.values() for name in _names_in(nation, _lead_of(p.section, p.readout.text))}
        if len(names) == 1 and nation.words in topic:
            topic = topic.replace(nation.words, f"{nation.words} {names.pop()} ", 1)
    return question if topic == question.topic else replace(question, topic=topic)


def _names_in(nation: Nation, lead: str) -> Iterator[str]:
    """Yield whom a Chinese lead names behind an office of a country, where it introduces those of several."""
    folded = fold(lead)
    named = [(m.id, found) for m in find_countries(lead) if (found := _NAMED.match(folded, m.end))]
    several = len({country for country, _ in named}) > 1
    for country, found in named:
        if several and country == nation.id and ranks_in(found["office"]) & set(nation.ranks):
            yield lead[found.start("name") : found.end("name")]


def _beside(lead: str, country: Mention) -> str:
    """Return what stands beside a country where an office of it would."""
    before, after = lead[max(0, country.start - _AFTER) : country.start], lead[country.end : country.end + 48]
    return re.split(r"[，。；、,;.\n]", after)[0] + (re.split(r"[,;.]", before)[-1] if _OF_IT.search(before) else "")


def _article(passage: Span) -> tuple[str, int]:
    return passage.readout.sha256, passage.section.start


def _voices_in(nation: Nation, passage: Span, library: Library) -> Iterator[tuple[str, bool]]:
    """Yield who speaks for a country in the article of a passage, and whether it calls him by the office asked for."""
    section = passage.section
    inside = [s for s in library.sentences_of(passage.readout) if section.start <= s.start < section.end]
    voices = {key: s.voice for s in inside if s.voice.side == "other" and (key := voice_key(s.voice))}
    if not voices:
        return
    lead = _lead_of(section, passage.readout.text)
    countries = find_countries(lead)
    only = _only_party(section, lead, countries)
    for key, voice in voices.items():
        country, ranks = _country_of(voice, lead, countries) or (only, frozenset())
        if country == nation.id and (not nation.ranks or not ranks or ranks & set(nation.ranks)):
            yield key, bool(ranks & set(nation.ranks))


def _lead_of(section: Section, text: str) -> str:
    return f"{section.origin.title or ''}\n{text[section.start : section.end][:_LEAD]}"


def voice_key(voice: Voice) -> str:
    """Return by what a speaker is told from others: the id of a person, or the name as it is printed."""
    return voice.person or fold(voice.speaker or "")


def _only_party(section: Section, lead: str, countries: Sequence[Mention]) -> str | None:
    """Return the only third country whose people an article tells of: in its title, else with an office in its lead."""
    title = len(section.origin.title or "")
    there = [m for m in countries if not _HOST.search(fold(lead[: m.start]))]
    for told in (
        {m.id for m in there if m.start < title},
        {m.id for m in there if ranks_in(lead[m.start : m.end + 16])},
        {m.id for m in there},
    ):
        if told:
            return told.pop() if len(told) == 1 else None
    return None


def _country_of(voice: Voice, lead: str, countries: Sequence[Mention]) -> tuple[str, frozenset[str]] | None:
    """Return the country of a speaker and the offices beside his name, where the lead or his name tells it."""
    for start, end in _named(voice, lead):
        before = [m for m in countries if start - _BEFORE <= m.start and m.end <= start]
        if before and not _STOPS.search(fold(lead[before[-1].end : start])):
            return before[-1].id, ranks_in(lead[before[-1].end : start])
        after = next((m for m in countries if end <= m.start <= end + _AFTER), None)
        if after and _OF.fullmatch(lead, end, after.start):
            return after.id, ranks_in(lead[max(0, start - _BEFORE) : start])
    own = find_countries(voice.speaker or "")
    return (own[0].id, frozenset()) if own else None


def _named(voice: Voice, lead: str) -> Iterator[tuple[int, int]]:
    """Yield where the lead names a speaker."""
    if voice.person:
        yield from ((m.start, m.end) for m in find_people(lead) if m.id == voice.person)
        return
    name = voice.speaker or ""
    printed = name if is_han(name) else name.split()[-1] if name.split() else ""
    if len(printed) > 1:
        yield from (found.span() for found in re.finditer(re.escape(fold(printed)), fold(lead)))
