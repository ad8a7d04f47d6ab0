"""Who tells a whole article: the giver of a briefing, of a speech or of a statement; knows nothing of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.naming.names import find_institutions, find_people
from index.records import NOBODY, Readout, Section, Voice
from index.speech.cues import Cast
from index.words import fold, is_han

HAS_FLOOR = re.compile(
    r"(?:向[^，。]{0,12}(?:记者|媒体)[^，。]{0,16}(?:介绍|通报|谈)|答记者问|接受[^，。]{0,24}采访|应询"
    r"|发表[^，。]{0,12}(?:讲话|演讲|致辞|谈话|署名文章))"
)
_TALKS_OF = re.compile(r"(?<![座会洽商面交])谈(?=[^，。\n]{4,}(?:会晤|访问|出访|出席))")
_SPEECH_ZH = re.compile(r"讲话|演讲|致辞|致词|署名文章|声明|谈话|发言|贺词|全文")
_SPEECH_EN = re.compile(
    r"(?i)\b(?:remarks|statement|speech|address|testimony|op-?ed|press availability|on the occasion|anniversary|national day)\b"
)
_MEETING_EN = re.compile(r"\b(?:met|spoke|held|hosted|convened|traveled|joined)\b")
_QUOTED = re.compile(r"[“\"「『][^”\"」』]*[”\"」』]")
_FIRST_ZH = re.compile(r"(?<![自忘无])我")
_FIRST_EN = re.compile(r"(?:\bI\b(?!\.)|(?:^|[.!?] )We\b)", re.MULTILINE)
_REPORTS_ZH = re.compile(r"(?:表示|指出|强调)，")
_LABELS_EN = re.compile(r"^(?:[A-Z][A-Z .’'-]{2,40}:|Q[: ])", re.MULTILINE)
_HEAD = 400  # characters in which a text announces its teller


@dataclass(frozen=True, slots=True)
class Floor:
    """Who tells an article; whether all of it is in his own words, or it reports a speech of his."""

    voice: Voice = NOBODY
    own_words: bool = False
    reported: bool = False
    announced: bool = False  # from the sentence on that says so, not from the head


def find_floor(readout: Readout, section: Section, cast: Cast) -> Floor:
    """Return who tells the article of `section`."""
    title, body = section.origin.title or "", readout.text[section.start : section.end]
    if giver := _own_words(title, body, cast):
        return Floor(giver, own_words=True)
    briefer = _briefer(f"{title}\n{body}"[:_HEAD], len(title))
    stranger = briefer.announced and briefer.voice.side != cast.home  # interviewed in a report on something else
    return Floor() if stranger else briefer


def _briefer(lead: str, title: int) -> Floor:
    folded = fold(lead)
    announced = HAS_FLOOR.search(folded) or _TALKS_OF.search(folded[:80])
    before = find_people(lead[: announced.start()]) if announced else []
    if announced is None or not before:
        return Floor()
    teller = before[-1]
    voice = Voice(lead[teller.start : teller.end], teller.id, teller.side, "carried")
    return Floor(voice, reported=announced.group().startswith("发表"), announced=announced.start() >= title)


def _own_words(title: str, body: str, cast: Cast) -> Voice | None:
    """Return the giver of a speech or a statement that is printed in full: its title calls it one, and it says "I"."""
    plain = _QUOTED.sub("", body)
    if cast.home is None or not (_is_speech_zh if is_han(title or body[:200]) else _is_speech_en)(title, plain):
        return None
    for named in (*find_people(title), *find_institutions(title)):
        if named.side == cast.home:
            person = named.id if named in find_people(title) else None
            return Voice(title[named.start : named.end], person, named.side, "carried")
    return Voice(None, None, cast.home, "carried")


def _is_speech_zh(title: str, plain: str) -> bool:
    folded = fold(plain)
    called = _SPEECH_ZH.search(fold(title)) and len(_REPORTS_ZH.findall(folded)) < 2
    return bool(called) and len(_FIRST_ZH.findall(folded)) > 2


def _is_speech_en(title: str, plain: str) -> bool:
    if _LABELS_EN.search(plain):
        return False
    called = _SPEECH_EN.search(title) or not _MEETING_EN.search(plain[:_HEAD])
    return bool(called) and len(_FIRST_EN.findall(plain)) > 1
