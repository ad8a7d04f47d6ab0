"""Whom a question names who may have said something: people, sides and offices; knows nothing of whom it asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.naming.names import find_institutions, find_offices, find_people
from index.naming.terms import find_terms
from index.records import Side
from qa.forms import office_forms
from qa.records import Nation
from qa.understanding.nations import find_nations
from qa.understanding.tellers import ADJECTIVES

_IN_QUOTES = re.compile(r"[“\"「『][^”\"」』]*[”\"」』]")
# Offices that only one of the two sides has, or that are so called of one.
_BARE_OFFICES: dict[str, Side] = {
    "总理": "cn", "副总理": "cn", "主席": "cn", "Premier": "cn", "Vice Premier": "cn", "总统": "us", "Secretary": "us",
    "财长": "us",
}  # fmt: skip
# Before an office that is of a country in no list: 某国总统, the Ruritanian Prime Minister
_OF_SOMEWHERE = re.compile(
    r"(?:[\u4e00-\u9fff](?<![问問和与與同跟对對向是的时時当當据據由请請让讓被给給见見、在就说說及或前任国國美中])|\b(?!The|Did|Does|US|U\.S\.|Then|Former|Mr|And|Has|By|To|Chinese|American|Vice|Deputy|First|State|What|How)[A-Z][a-z]+(?:['’]s)?\s+(?:(?:first|vice|deputy|prime)\s+)*)$"
)
_BOTH = re.compile(
    r"(?:['’]s)?\s+and\s+(?:(?:president|premier|secretary|minister|vice)\s+){0,2}|(?:国家主席|主席|总统|国务卿|总理)?[和、]"
)
_AIDE = re.compile(
    r"['’]s\s+(?:\w+\s+){0,3}?(?:advis[oe]r|secretary|envoy|aide|spokes\w+|deputy|minister|ambassador|officials?|team)\b"
    r"|(?:总统|主席)?的(?:[^，,。？?的]{0,6})(?:助理|顾问|部长|国务卿|特使|发言人|官员|团队|外长|大使)"
)
_RELATIVE = re.compile(
    r"['’]s\s+(?:wife|husband|spouse|sons?|daughters?|children|brother|sister|mother|father|family|grand\w+)\b"
    r"|(?:总统|主席)?的?(?:夫人|太太|妻子|丈夫|女儿|儿子|孩子|家人|女婿|外孙女?)"
)


@dataclass(frozen=True, slots=True)
class Askee:
    """Someone whose words are asked for: where the question names them, their side, and their id if it is a person.

    Of an office whose holder is not named its name is kept; it may not tell the side. Of a third country the country is.
    """

    start: int
    end: int
    side: Side | None
    person: str | None
    office: str | None = None
    nation: Nation | None = None


def name_voices(text: str, folded: str) -> list[Askee]:
    """Return the people, sides and offices that `text` names outside quotation marks, in order."""
    named = [Askee(m.start, m.end, m.side, m.id) for m in find_people(text) if m.side]
    named += [Askee(m.start, m.end, m.side, None) for m in find_institutions(text) if m.side and m.side != "joint"]
    nations = [Askee(start, end, "other", None, nation=nation) for start, end, nation in find_nations(text, folded)]
    named = [voice for voice in named if voice.person or not any(_meet(voice, nation) for nation in nations)]
    named += [nation for nation in nations if not any(_meet(voice, nation) for voice in named)]
    covered = {position for voice in named for position in range(voice.start, voice.end)}
    named += [office for office in _offices(text) if office.start not in covered]
    covered |= {position for voice in named for position in range(voice.start, voice.end)}
    named = [kin for voice in named if (kin := _relative(_aide(voice, folded), text, folded)) is not None]
    for side, pattern in ADJECTIVES:
        named += [Askee(*m.span(), side, None) for m in pattern.finditer(text) if m.start() not in covered]
    if all(voice.side is None for voice in named):
        bare = [Askee(m.start, m.end, _BARE_OFFICES[m.id], None) for m in find_offices(text) if m.id in _BARE_OFFICES]
        bare = [office for office in bare if not _OF_SOMEWHERE.search(text[: office.start])]
        named = [_sided(voice, bare) for voice in named] or bare
    named = [v for v in named if v.person or not any(_holds(v, holder, text) for holder in named)]
    quoted = [found.span() for found in _IN_QUOTES.finditer(text)]
    named = [v for v in named if not any(start < v.start and v.end < end for start, end in quoted)]
    return sorted(named, key=lambda voice: voice.start)


def _meet(one: Askee, other: Askee) -> bool:
    return one.start < other.end and other.start < one.end


def _holds(office: Askee, holder: Askee, text: str) -> bool:
    """Tell whether somebody is named at once behind his office: 北约秘书长斯托尔滕贝格."""
    return holder.person is not None and office.end <= holder.start and not text[office.end : holder.start].strip()


def _sided(voice: Askee, bare: list[Askee]) -> Askee:
    """Return an office with the side that alone calls one so, if any."""
    return replace(voice, side=next((other.side for other in bare if other.start == voice.start), None))


def _aide(voice: Askee, folded: str) -> Askee:
    """Return of somebody's adviser or envoy only the side: Biden's security adviser is not Biden."""
    found = _AIDE.match(folded, voice.end)
    return replace(voice, person=None, end=found.end()) if found else voice


def _relative(voice: Askee, text: str, folded: str) -> Askee | None:
    """Return of somebody's wife or son what the question calls them; nobody where their name follows."""
    found = _RELATIVE.match(folded, voice.end) if voice.person else None
    if found is None:
        return voice
    if any(found.end() <= m.start <= found.end() + 1 for m in find_people(text)):
        return None
    return Askee(voice.start, found.end(), voice.side, None, text[voice.start : found.end()])


def _offices(text: str) -> list[Askee]:
    """Return the offices named that tell a side or that one person of a side holds at a time."""
    text = text.replace("adviser", "advisor")
    offices = [(m.start, m.end, m.side) for m in find_offices(text)]
    offices += [
        (m.start, m.end, None)
        for m in find_terms(text)
        if m.term.topic == "office" and not any(m.start < end and start < m.end for start, end, _ in offices)
    ]
    held = [Askee(s, e, side, None, text[s:e]) for s, e, side in offices if side or not _OF_SOMEWHERE.search(text[:s])]
    held = [office if is_single(office.office or "") else replace(office, office=None) for office in held]
    return [office for office in held if office.side or office.office]


def is_single(office: str) -> bool:
    """Tell whether a title is one that a single person of a side holds at a time: Secretary of State, 外长."""
    return any(form[0].isupper() for form in office_forms(office))


def are_joined(folded: str, one: Askee, other: Askee) -> bool:
    """Tell whether two are joined by "and"."""
    return _BOTH.fullmatch(folded, one.end, other.start) is not None


def are_pair(folded: str, asked: list[Askee]) -> bool:
    """Tell whether two of different sides are asked, joined by "and": each is asked for his own words."""
    if len(asked) != 2 or None in (sides := {voice.side for voice in asked}) or len(sides) != 2:
        return False
    return are_joined(folded, asked[0], asked[1])
