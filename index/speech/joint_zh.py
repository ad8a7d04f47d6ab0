"""What both sides say or do together in a Chinese sentence; knows nothing of single speakers."""

from __future__ import annotations

import re

from index.naming.names import find_people
from index.speech.cues import NARRATION, Cue, Scene
from index.speech.subjects_zh import Subject
from index.speech.verbs_zh import (
    ACTION,
    BETWEEN,
    FIRST_PERSON,
    JOINT,
    JOINT_IN_SPEECH,
    LEADERS,
    MODAL,
    TOGETHER,
    WITH,
)


def acts_together(folded: str, subject: Subject) -> bool:
    """Tell whether a subject and somebody of another side do something jointly."""
    others = [m for m in find_people(folded) if m.start > subject.end and m.side != subject.voice.side]
    if not others or not WITH.fullmatch(folded, subject.end, others[0].start):
        return False
    return bool(TOGETHER.match(folded[others[0].end :]))


def judge_joint(folded: str, rest: str, first: bool, subject: Subject, scene: Scene) -> Cue | None:
    """Return the cue of a subject that is both sides, where it speaks or is told of."""
    if MODAL.match(rest) or (scene.carried.side and BETWEEN.match(rest)):
        return None
    leaders = LEADERS.search(subject.voice.speaker or "")
    inside = scene.carried.side not in (None, "joint") and not (leaders or scene.telling)
    verbs = rf"[^，]{{0,6}}?(?:{JOINT_IN_SPEECH})" if inside else rf"[^，]{{0,12}}?(?<!我们)(?:{JOINT})"
    if re.match(rf"{verbs}(?!的)", rest):
        return Cue("joint", subject.voice)
    if first and TOGETHER.match(rest) and not FIRST_PERSON.search(folded):
        return Cue("joint", subject.voice, lasts=False)
    told = not scene.carried.side or leaders or ACTION.match(rest)
    return NARRATION if first and told and not FIRST_PERSON.search(folded) else None
