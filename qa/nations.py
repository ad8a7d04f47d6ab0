"""Who speaks for a third country in what is held: 西班牙首相桑切斯, the Prime Minister of Ireland, 越方.

An article introduces those whom it tells of, in its title and its first sentences, by country and office. Knows nothing
of topics or scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from index.naming.names import Mention, find_people
from index.records import Section, Span, Voice
from index.speech.countries import find_countries, ranks_in
from index.words import fold, is_han
from qa.guests import is_introduced, of_meetings_with
from qa.held import Mask, speaking
from qa.leads import find_articles, lead_of, of_periods
from qa.library import Library
from qa.records import FACT_FORMS, Nation, Question
from qa.understanding.nations import find_named_nations

_BEFORE, _AFTER = 40, 60  # characters beside a name in which its country stands
_OF = re.compile(r"[\w.’' ]{0,12}\bof (?:the )?$")
_STOPS = re.compile(r"[，。；！？,;!?\n]|(?<![DM]r)\.|会见|会谈|同|\bwith\b")
_HOST = re.compile(r"(?:\bin|\bat|\bto|在|对|访问|赴)\s*(?:the\s+)?$")


def ask_nations(question: Question, library: Library) -> Question:
    """Return `question` with those who speak for the countries asked for, as one about them where nobody held does."""
    if not question.nations:
        return _ask_by_office(question, library)
    allowed = of_periods(question, library)
    speakers = [key for nation in question.nations for key in find_voices(nation, library, allowed)]
    if speakers:
        return replace(question, speakers=tuple(dict.fromkeys((*question.speakers, *speakers))))
    if len(question.nations) == 1 and question.nations[0].ranks and question.form not in FACT_FORMS:
        return _ask_together(question, question.nations[0], library)
    words = " ".join(nation.words for nation in question.nations)
    sides = tuple(side for side in question.sides if side != "other" or question.speakers)
    return replace(question, nations=(), sides=sides, topic=f"{words} {question.topic}")


def _ask_together(question: Question, nation: Nation, library: Library) -> Question:
    """Return `question` with what was said together with whoever holds an office, or for whom nobody held has heard.

    Of somebody whom an article introduces and who says nothing by himself, what both said together is asked.
    """
    allowed = of_periods(question, library)
    with_him = of_meetings_with((nation,), library, allowed)
    if (with_him == allowed).all() and not is_introduced(nation, library, allowed):
        return replace(question, speakers=(nation.id,))
    asked = replace(question, nations=(), met=(*question.met, nation), topic=f"{nation.words} {question.topic}")
    together = bool((with_him & speaking(library, ["joint"])).any())
    return replace(asked, sides=("joint",), joint=True) if together else replace(asked, sides=())


def _ask_by_office(question: Question, library: Library) -> Question:
    """Return `question` with whoever is called by the office of him who is asked, where no text has his name."""
    if question.sides != ("other",) or speaking(library, ["other"], question.speakers).any():
        return question
    nations = find_named_nations(question.text)
    allowed = of_periods(question, library)
    found = [key for nation in nations for key in find_voices(nation, library, allowed)]
    return replace(question, speakers=tuple(dict.fromkeys(found))) if len(set(found)) == 1 else question


def find_voices(nation: Nation, library: Library, allowed: Mask) -> list[str]:
    """Return who speaks for a country in the passages allowed: ids of people, or names as they are printed."""
    articles = find_articles(nation, library, allowed)
    found = [voice for passage in articles for voice in _voices_in(nation, passage, library)]
    called = [key for key, by_office in found if by_office]  # whoever is called so goes before who may be
    return list(dict.fromkeys(called or [key for key, _ in found]))


def _voices_in(nation: Nation, passage: Span, library: Library) -> Iterator[tuple[str, bool]]:
    """Yield who speaks for a country in the article of a passage, and whether it calls him by the office asked for."""
    section = passage.section
    inside = [s for s in library.sentences_of(passage.readout) if section.start <= s.start < section.end]
    voices = {key: s.voice for s in inside if s.voice.side == "other" and (key := voice_key(s.voice))}
    if not voices:
        return
    lead = lead_of(passage)
    countries = find_countries(lead)
    only = _only_party(section, lead, countries)
    for key, voice in voices.items():
        country, ranks = _country_of(voice, lead, countries) or (only or _own(voice), frozenset())
        if country == nation.id and (not nation.ranks or not ranks or ranks & set(nation.ranks)):
            yield key, bool(ranks & set(nation.ranks))


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
    """Return the country of a speaker and the offices beside his name, where the lead tells it."""
    for start, end in _named(voice, lead):
        before = [m for m in countries if start - _BEFORE <= m.start and m.end <= start]
        if before and not _STOPS.search(fold(lead[before[-1].end : start])):
            return before[-1].id, ranks_in(lead[before[-1].end : start])
        after = next((m for m in countries if end <= m.start <= end + _AFTER), None)
        if after and _OF.fullmatch(lead, end, after.start):
            return after.id, ranks_in(lead[max(0, start - _BEFORE) : start])
    return None


def _own(voice: Voice) -> str | None:
    """Return the country that a side is called by, 日方; 马方 may be that of several, if the article tells of none."""
    return next((country.id for country in find_countries(voice.speaker or "")), None)


def _named(voice: Voice, lead: str) -> Iterator[tuple[int, int]]:
    """Yield where the lead names a speaker."""
    if voice.person:
        yield from ((m.start, m.end) for m in find_people(lead) if m.id == voice.person)
        return
    name = voice.speaker or ""
    printed = name if is_han(name) else name.split()[-1] if name.split() else ""
    if len(printed) > 1:
        yield from (found.span() for found in re.finditer(re.escape(fold(printed)), fold(lead)))
