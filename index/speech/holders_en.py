"""Who is meant by an office in English that is written in small letters, alone or before a name; knows no verbs."""

from __future__ import annotations

import re

from index.naming.names import find_people
from index.records import Voice
from index.speech.cues import Scene
from index.speech.titles_en import side_of_phrase

# A title in small letters, as a speaker or a newspaper writes it: the foreign minister told me
_SMALL = re.compile(
    r"[Tt]he\s+(?:(?:[A-Z][\w.]+|former)\s+){0,2}(?P<title>(?:(?:vice|deputy|prime|foreign|defen[sc]e|finance|commerce|treasury|national|security)\s+){0,2}"
    r"(?:president|premier|minister|secretary|ambassador|chairman|chancellor|adviser|advisor))\b"
)
# An office in small letters before a name: State Department spokesman Matthew Miller said
_SPOKES = re.compile(
    r"(?P<office>(?:(?:[Tt]he\s+)?[A-Z][\w.’'&-]*\s+){1,6}(?:[a-z]+\s+){0,2}(?:spokes(?:person|man|woman)|official|minister|envoy|diplomat|lawmaker|premier|president|secretary|leader|ambassador))\s+"
    r"(?P<name>[A-Z][\w’-]+(?:\s+[A-Z][\w’-]+){0,3})"
)


def find_small_title(text: str, head: int, scene: Scene) -> tuple[int, Voice] | None:
    """Return who is meant by a title in small letters that begins at `head`, and where it ends."""
    found = _SMALL.match(text, head)
    holder = find_holder(found["title"].replace("defence", "defense"), found.group(), scene) if found else None
    if found is None or holder is None or re.match(r"[’']s\b", text[found.end() :]):
        return None
    return found.end(), Voice(found.group(), holder.person, holder.side, "explicit")


def find_holder(title: str, printed: str, scene: Scene) -> Voice | None:
    """Return who holds a title here; one that is called another country's is the last speaker's of that side, if any."""
    holder, side = scene.holder(title), side_of_phrase(printed)
    if holder is None or side in (None, holder.side):
        return holder
    return scene.last_person if scene.last_person.side == side else Voice(None, None, side)


def find_spokesman(text: str, head: int, scene: Scene) -> tuple[int, Voice] | None:
    """Return who is named at `head` behind an office in small letters, and where the name ends."""
    found = _SPOKES.match(text, head)
    if found is None:
        return None
    people = [m for m in find_people(text) if found.start("name") <= m.start < found.end()]
    if people:
        voice = Voice(text[people[0].start : people[0].end], people[0].id, people[0].side, "explicit")
        return found.end(), voice
    home = "other" if re.match(r"(?:Taiwan|MAC|DPP|KMT)\b", found["office"]) else scene.cast.home
    return found.end(), Voice(found["name"], None, side_of_phrase(found["office"]) or home, "explicit")
