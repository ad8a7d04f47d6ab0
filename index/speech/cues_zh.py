"""Speech in Chinese: a subject at the head of a clause and a verb of speech after it."""

from __future__ import annotations

import re

from index.naming.names import find_people
from index.records import Voice
from index.speech.cues import NARRATION, Cue, Scene
from index.speech.joint_zh import acts_together, judge_joint
from index.speech.strangers_zh import NOUN, Stranger, find_reported, find_stranger
from index.speech.subjects_zh import Subject, find_subjects
from index.speech.verbs_zh import (
    ACTION,
    ANNOUNCES,
    AS_SAID,
    BARE_FRAME,
    CLAUSE,
    DATE_IN_BRACKETS,
    FIRM,
    FIRST_PERSON,
    LEAD,
    MILD,
    MODAL,
    NARRATION_ZH,
    OUTCOME,
    PERCEIVED,
    PREFIX,
    PUT_FORWARD,
    SAID,
    SILENT,
    TITLED,
    WE_BOTH,
)
from index.words import fold

_HONOURED = re.compile(r"主席|总书记")


def find_cue_zh(text: str, scene: Scene) -> Cue | None:
    """Return what `text` tells of its speaker, or None where it tells nothing."""
    folded = DATE_IN_BRACKETS.sub(lambda found: "今" * len(found[0]), fold(text))  # no clause ends there
    if (said := AS_SAID.search(folded)) and (people := find_people(said["who"])):
        start = said.start("who") + people[0].start
        name = text[start : start + people[0].end - people[0].start]
        return Cue("speaker", Voice(name, people[0].id, people[0].side, "explicit"), lasts=False)
    if found := WE_BOTH.match(folded):
        return Cue("joint", Voice(text[: found.end("who")], None, "joint", "joint"), lasts=False)
    if SILENT.search(folded) and not FIRST_PERSON.search(folded):
        return NARRATION
    cue, subject = _cue_of_subjects(text, folded, scene)
    stranger = find_stranger(text, folded, scene)
    if cue and cue.kind != "narration":
        return stranger.cue if stranger and subject and _heads(stranger, subject, folded) else cue
    if OUTCOME.search(folded) and not FIRST_PERSON.search(folded):
        return Cue("joint", Voice(None, None, "joint", "joint"), lasts=False)
    if stranger:
        return stranger.cue
    if reported := find_reported(text, folded, scene):
        return reported
    return cue or (NARRATION if NARRATION_ZH.search(folded) and not FIRST_PERSON.search(folded) else None)


def _heads(stranger: Stranger, subject: Subject, folded: str) -> bool:
    """Tell whether a stranger speaks before a subject, or the subject's name only begins his: 美国媒体 is not 美国."""
    if stranger.start > subject.start:
        return False
    longer = subject.kind == "institution" and NOUN.search(folded[subject.end : stranger.end])
    return "，" in folded[stranger.end : subject.start] or bool(longer)


def says_more(text: str, head: int, scene: Scene) -> Cue | None:
    """Return whose words begin at `head`, where a clause with a speaker and a verb of speech of its own begins."""
    rest = text[head:]
    folded = fold(rest)
    subject = next(find_subjects(rest, folded, scene), None)
    if subject is None or subject.kind not in ("person", "joint") or not PREFIX.fullmatch(folded, 0, subject.start):
        return None
    after = folded[subject.end :]
    at_once = re.match(rf"(?:则|也|还|再次|均|都|一致)*(?:{FIRM}|同意|赞赏)(?!的)", after)
    later = CLAUSE.match(after) and _later_verb(CLAUSE.sub("", after, count=1)) and not FIRST_PERSON.search(fold(text))
    if not (at_once or later):
        return None
    return Cue("joint" if subject.kind == "joint" else "speaker", subject.voice)


def _cue_of_subjects(text: str, folded: str, scene: Scene) -> tuple[Cue | None, Subject | None]:
    """Return the cue of the first subject that speaks, and that subject, else the cue of the first only told of."""
    told: Cue | None = None
    subjects = list(find_subjects(text, folded, scene))
    for number, subject in enumerate(subjects):
        cue = _judge(folded, subject, scene)
        if cue and cue.kind != "narration":
            return _innermost(folded, subject, subjects[number + 1 :]) or cue, subject
        told = told or cue
        pronoun = any(later.kind == "pronoun" for later in subjects[number + 1 :])  # 习近平来到会场，他表示，我们…
        if cue is None and subject.kind == "person" and FIRST_PERSON.search(folded) and not pronoun:
            break
    return told, None


def _innermost(folded: str, teller: Subject, rest: list[Subject]) -> Cue | None:
    """Return the cue of whoever is quoted, where the teller's clause is only a frame: 王毅说，习近平主席强调…"""
    if not rest or teller.kind != "person" or rest[0].kind != "person" or rest[0].voice.person == teller.voice.person:
        return None
    quoted = rest[0]
    frame = BARE_FRAME.fullmatch(folded, teller.end, quoted.start)
    if frame and re.match(rf"(?:{TITLED.pattern})?(?:还|也|再次)?(?:{FIRM})(?!的)", folded[quoted.end :]):
        return Cue("speaker", _explicit(quoted.voice), lasts=False)
    return None


def _judge(folded: str, subject: Subject, scene: Scene) -> Cue | None:
    clause_end = CLAUSE.match(folded, subject.end)
    rest = clause_end.group() if clause_end else ""
    tail = folded[subject.end + len(rest) :]
    honoured = _HONOURED.match(rest) is not None
    rest = TITLED.sub("", rest, count=1) if TITLED.match(rest) else rest
    lead = LEAD.match(folded)
    head = lead.end() if lead and lead.end() <= subject.start else 0
    first = PREFIX.fullmatch(folded, head, subject.start) is not None
    if subject.kind == "joint":
        return judge_joint(folded, rest, first, subject, scene)
    if subject.kind == "institution":
        return _judge_institution(folded, rest, subject, scene)
    if acts_together(folded, subject):
        return Cue("joint", Voice(subject.voice.speaker, None, "joint", "joint"), lasts=False)
    if ANNOUNCES.fullmatch(folded[subject.end :].rstrip("。")):
        return Cue("announcement", _explicit(subject.voice))
    if honoured and _is_praised(rest, scene):
        return None
    if SAID.match(rest) or _later_verb(tail):
        # a quotation that a text on something else weaves in: 习近平总书记强调，…
        woven = honoured and scene.cast.guest is None and not scene.telling
        return Cue("speaker", _explicit(subject.voice), lasts=not woven)
    if not first:
        return None
    if re.match(rf"[^，]{{0,6}}?(?:{MILD})", rest) and not FIRST_PERSON.search(folded):
        return Cue("speaker", _explicit(subject.voice))
    if honoured and _is_told_of(subject, scene):
        return None
    told = not scene.carried.side or scene.carried.person == subject.voice.person or ACTION.match(rest)
    return Cue("narration", _explicit(subject.voice)) if told and not FIRST_PERSON.search(folded) else None


def _is_praised(rest: str, scene: Scene) -> bool:
    """Tell whether a guest who is speaking praises what somebody put forward: 习近平主席提出四大全球倡议，…"""
    return scene.carried.side in ("us", "other") and not scene.telling and bool(PUT_FORWARD.match(rest))


def _is_told_of(subject: Subject, scene: Scene) -> bool:
    """Tell whether someone of the same side is speaking of him with his title: 李强表示，… 习近平主席同总理先生举行会晤."""
    carried = scene.carried
    return carried.side == subject.voice.side and carried.person != subject.voice.person and not scene.telling


def _judge_institution(folded: str, rest: str, subject: Subject, scene: Scene) -> Cue | None:
    side = subject.voice.side
    speaking = scene.carried.side if scene.carried.side != "joint" and not scene.cast.news else None
    if MODAL.match(rest) or speaking == side:
        return None
    if speaking and PERCEIVED.search(folded[: subject.start]):
        return Cue("speaker", subject.voice, lasts=False)
    verbs = FIRM if speaking else f"{FIRM}|{MILD}"
    if re.match(rf"(?:就[^，]{{2,60}}?)?[^，]{{0,8}}?(?:{verbs})", rest):
        return Cue("speaker", subject.voice, lasts=speaking is None)
    return None


def _later_verb(tail: str) -> bool:
    """Tell whether a verb of speech heads a later clause that has no subject of its own: …立场，指出，…"""
    found = re.search(
        rf"^(?P<between>，[^，。：]{{0,40}})?，(?:并|还|同时|又|也|再次|进一步|多次|\d*多?次|[^，。]{{0,8}}地)*(?:{FIRM})",
        tail,
    )
    if not found:
        return False
    people = find_people(found["between"] or "")
    return not people or people[0].start > 1


def _explicit(voice: Voice) -> Voice:
    return Voice(voice.speaker, voice.person, voice.side, "explicit")
