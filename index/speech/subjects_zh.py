"""Who heads a Chinese clause: a name, a government, both sides or a pronoun; knows nothing of verbs of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from index.naming.names import find_institutions, find_people
from index.records import Voice
from index.speech.cues import Scene
from index.speech.holders_zh import BARE, resolve
from index.speech.homes import side_at_home
from index.speech.verbs_zh import CLAUSE, JOINT_SUBJECT, PREFIX, PRONOUN

# A party by the first character of its country: 埃方, 老方; not 双方, 各方, 官方 …
_PARTY = re.compile(
    r"(?<![\u4e00-\u9fff])(?![中美双各对一两多官军警校资卖买地北南东西前后远我院店贵己甲乙该此何四八])[\u4e00-\u9fff]{1,2}方"
    r"(?=愿|希望|支持|将|感谢|赞赏|高度|坚定|认为|表示|强调|恪守|期待|始终|欢迎|完全|坚持|也|同意|重视)"
)


@dataclass(frozen=True, slots=True)
class Subject:
    """Who heads a clause, between which offsets of the sentence, and what kind of subject it is."""

    start: int
    end: int
    kind: Literal["person", "institution", "joint", "pronoun"]
    voice: Voice


def find_subjects(text: str, folded: str, scene: Scene) -> Iterator[Subject]:
    """Yield who heads a clause of a sentence, in order."""
    named = [*_people(text, folded, scene), *_institutions(text, folded, scene)]
    last = scene.last_person
    for clause in CLAUSE.finditer(folded):
        inside = [s for s in named if clause.start() <= s.start < clause.end()]
        if found := JOINT_SUBJECT.match(clause.group()):
            start, end = clause.start() + found.start("who"), clause.start() + found.end()
            yield Subject(start, end, "joint", Voice(text[start:end], None, "joint", "joint"))
        elif found := PRONOUN.match(clause.group()):
            yield Subject(clause.start(), clause.start() + found.end(), "pronoun", last)
        elif voice := _bare(clause, text, scene):
            yield Subject(clause.start(), clause.start() + len(voice.speaker or ""), "person", voice)
        elif heads := [s for s in inside if PREFIX.fullmatch(folded, clause.start(), s.start)]:
            head = max(heads, key=lambda s: (s.kind == "person", -s.start))
            last = head.voice if head.kind == "person" else last
            yield head


def _bare(clause: re.Match[str], text: str, scene: Scene) -> Voice | None:
    """Return whom a bare title at the head of a clause means, with the title as it is printed."""
    found = None if text[: clause.start()].endswith(("）", ")", "”", "」")) else BARE.match(clause.group())
    meant = found and resolve(found, scene.cast.holders, scene.last_person, scene.cast.home)
    printed = text[clause.start() : clause.start() + found.end()] if found else None
    return Voice(printed, meant.person, meant.side, "explicit") if meant else None


def _people(text: str, folded: str, scene: Scene) -> Iterator[Subject]:
    known = find_people(text)
    for m in known:
        yield Subject(m.start, m.end, "person", Voice(text[m.start : m.end], m.id, m.side, "explicit"))
    for name, side in scene.cast.strangers.items():
        for found in re.finditer(re.escape(name), folded):
            if not any(m.start < found.end() and found.start() < m.end for m in known):
                voice = Voice(text[found.start() : found.end()], None, side, "explicit")
                yield Subject(found.start(), found.end(), "person", voice)


def _institutions(text: str, folded: str, scene: Scene) -> Iterator[Subject]:
    for m in find_institutions(text):
        if m.side != "joint":
            side = side_at_home(text[m.start : m.end], text[: m.start], m.side, scene.cast.home)
            voice = Voice(text[m.start : m.end], None, side, "explicit")
            yield Subject(m.start, m.end, "institution", _of_guest(voice, scene))
    for found in _PARTY.finditer(folded):
        voice = Voice(text[found.start() : found.end()], None, "other", "explicit")
        yield Subject(found.start(), found.end(), "institution", _of_guest(voice, scene))


def _of_guest(voice: Voice, scene: Scene) -> Voice:
    """Return a guest who spoke last where his side is named: 俄方愿…, whatever he told of between."""
    guest = scene.last_person
    if voice.side != "other" or not (voice.speaker or "").endswith("方") or guest.side != "other" or not guest.speaker:
        return voice
    return replace(guest, attribution="explicit")
