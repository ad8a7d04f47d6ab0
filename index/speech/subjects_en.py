"""Who heads an English clause: a name, a title, a pronoun, a government or both sides; knows nothing of verbs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.naming.names import Mention, find_institutions, find_people
from index.records import Voice
from index.speech.cues import Scene
from index.speech.holders_en import find_holder, find_small_title, find_spokesman
from index.speech.homes import side_at_home
from index.speech.titles_en import RUN, read_run, side_of_phrase, side_of_stranger, side_of_title

_AND = re.compile(
    r"(?:,)?\s+(?:and|as well as)\s+(?:(?:his|her)\s+[a-z]+\s+)?|,\s+(?=(?:the\s+)?[A-Z][^.;]{0,120}?,?\s+and\s+(?:the\s+)?[A-Z])"
)
_JOINT = re.compile(
    r"(?:(?:Both|The|the|both)(?: two| three| four)?|Two|two) (?:[Ss]ides|[Ll]eaders|[Pp]residents|delegations|(?:senior )?officials|(?:[Ff]oreign )?[Mm]inisters|heads of state|governments|parties"
    r"|countries|teams|principals)\b|The two\b(?! (?:\w+ )?(?:calls|meetings|days|rounds))|Both(?= (?:also )?[a-z]+ed\b)"
)
_CROWD = re.compile(
    r"(?:(?:The|Some|Many|Several|Senior|senior|[A-Z]\w+|[a-z]+) ){0,3}?(?:officials|participants|experts|analysts|observers|executives|scholars|advocates|activists|diplomats|lawmakers|critics|businessmen|economists|businesspeople|entrepreneurs|students|Officials"
    r"|Participants|Advocates|Activists|Diplomats|Lawmakers|Critics|Experts|Analysts|Observers|Executives)\b"
)
# Whoever is named only as the others: and her counterparts, and the two vice foreign ministers.
_COUNTERPARTS = re.compile(
    r"(?:(?:the|his|her|their)\s+)?(?:(?:two|three|four|other|[A-Z]\w+)\s+)?(?:[a-z]+\s+){0,3}?(?:[Mm]inisters|[Ll]eaders|[Cc]ounterparts?|presidents|secretaries|principals)\b"
)
# Somebody without a name: a Chinese foreign ministry spokesperson, one senior U.S. official.
_UNNAMED = re.compile(
    r"(?:An?|One|Another|The)\s+(?:[\w.’-]+\s+){0,6}?(?:official|spokesperson|spokesman|spokeswoman|diplomat|source|adviser|aide|analyst|expert|statement)\b"
)
# A body by its country: Taiwan's foreign ministry, the French government.
_MINISTRY = re.compile(
    r"(?:[Tt]he\s+)?(?:[A-Z][\w.]+(?:[’']s)?\s+){1,2}(?:[a-z]+\s+){0,2}(?:ministry|government|embassy|military|army|authorities|presidential office|Foreign Ministry|Defense Ministry)\b"
)
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)\b")
# The speaker and somebody else, and an agreement that he tells of as "we".
_WITH_ME = re.compile(
    r"(?:[Hh]e|[Ss]he|[A-Z]\w+(?:\s+[A-Z][\w-]+){0,4})\s+and\s+I\b"
    r"|(?:[Ww]e(?:[’']ve| have| had)?|[Tt]he two of us)(?=(?:\s+(?:both|also|all|then))*\s+agreed\b)"
)
_THEY = re.compile(r"[Tt]hey(?= )")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who heads a clause, up to which offset, and what kind of subject it is."""

    end: int
    kind: str  # person, title, joint, pronoun, side or crowd
    voice: Voice


def find_subject(text: str, head: int, scene: Scene) -> Subject | None:
    """Return the subject that begins at `head`, or None."""
    if found := _JOINT.match(text, head):
        return Subject(found.end(), "joint", Voice(found.group(), None, "joint", "joint"))
    if (found := _THEY.match(text, head)) and (voice := _they(found.group(), scene)):
        return Subject(found.end(), "joint" if voice.side == "joint" else "pronoun", voice)
    if found := _WITH_ME.match(text, head):
        return Subject(found.end(), "joint", Voice(found.group(), None, "joint", "joint"))
    if found := _PRONOUN.match(text, head):
        return Subject(found.end(), "pronoun", scene.last_person) if scene.last_person.side else None
    first = _one(text, head, scene)
    if first is None:
        crowd = _nameless(text, head)
        side = crowd and (side_of_phrase(crowd.group()) or "other")
        return Subject(crowd.end(), "crowd", Voice(crowd.group(), None, side, "explicit")) if crowd else None
    return _together(text, head, first, scene)


def _nameless(text: str, head: int) -> re.Match[str] | None:
    return _CROWD.match(text, head) or _UNNAMED.match(text, head) or _MINISTRY.match(text, head)


def _together(text: str, head: int, first: Subject, scene: Scene) -> Subject:
    """Return the subject that begins with `first`: joint where people of several sides are joined by "and"."""
    members, end = [first], first.end
    while joined := _AND.match(text, end):
        member = _others(text, joined.end()) or _one(text, joined.end(), scene, beside=True)
        if member is None:
            break
        members.append(member)
        end = member.end
    if len(members) == 1:
        return first
    sides = {member.voice.side for member in members}
    if len(sides) > 1 or sides == {"other"}:
        return Subject(end, "joint", Voice(text[head:end], None, "joint", "joint"))
    people = {member.voice.person for member in members if member.voice.person}
    person = people.pop() if len(people) == 1 and any(m.kind == "title" for m in members) else None
    return Subject(end, "person", Voice(text[head:end], person, sides.pop(), "explicit"))


def _others(text: str, head: int) -> Subject | None:
    found = _COUNTERPARTS.match(text, head)
    return Subject(found.end(), "crowd", Voice(found.group(), None, "other", "explicit")) if found else None


def _one(text: str, head: int, scene: Scene, beside: bool = False) -> Subject | None:
    run = RUN.match(text, head)
    if small := find_small_title(text, head, scene):
        return Subject(small[0], "title", small[1])
    if official := find_spokesman(text, head, scene):
        return Subject(official[0], "person", official[1])
    if run is None:
        return None
    people = [m for m in find_people(text) if head <= m.start < run.end()]
    named = read_run(run)
    if people and (named or people[0].start == head):
        known = people[0]
        voice = Voice(text[known.start : known.end], known.id, known.side, "explicit")
        return Subject(_end_of_name(text, known), "person", voice)
    if named and named.name:
        return Subject(run.end(), "person", Voice(named.name, None, side_of_stranger(named, scene), "explicit"))
    if named and (beside or re.match(r"[Tt]he\s", run.group())):
        holder = find_holder(named.core, named.title, scene) or Voice()
        side = holder.side or side_of_title(named, scene)
        return Subject(run.end(), "title", Voice(run.group(), holder.person, side, "explicit"))
    return _government(text, head, scene)


def _end_of_name(text: str, known: Mention) -> int:
    """Return where a name ends that goes on behind the words by which it was found: Foreign Minister Wang | Yi."""
    surname = known.start + text[known.start : known.end].rfind(" ") + 1
    longer = [m.end for m in find_people(text[surname : known.end + 20]) if m.start == 0 and m.id == known.id]
    end = max([known.end, *(surname + length for length in longer)])
    tail = re.compile(r",? (?:Jr|Sr)\.,?").match(text, end)
    return tail.end() if tail else end


def _government(text: str, head: int, scene: Scene) -> Subject | None:
    first = next((m for m in find_institutions(text) if head <= m.start <= head + 4), None)
    if first is None or first.side in (None, "joint") or re.match(r"[’']s\b|-", text[first.end :]):
        return None
    if (longer := _nameless(text, head)) and longer.end() > first.end:  # White House officials
        return None
    side_word = re.compile(r"\s+side\b").match(text, first.end)
    end = side_word.end() if side_word else first.end
    side = side_at_home(text[first.start : first.end], text[: first.start], first.side, scene.cast.home)
    return Subject(end, "side", Voice(text[first.start : end], None, side, "explicit"))


def _they(printed: str, scene: Scene) -> Voice | None:
    """Return whom "they" means: both sides after a person or a pair, in a transcript only after both sides."""
    last = scene.last_subject
    if last.side == "joint":
        return last
    joint = Voice(printed, None, "joint", "joint")
    if scene.speech:
        return joint
    if last.side and not last.person and (last.speaker or "").endswith("s"):
        return last
    return joint if scene.cast.guest else None
