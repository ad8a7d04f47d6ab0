"""Speech in English: a subject at the head of the sentence and a verb of speech after it."""

from __future__ import annotations

import re

from index.naming.names import find_institutions, find_people
from index.records import Voice
from index.speech.cues import NARRATION, Cue, Scene

_VERBS = (
    r"(?:said|says|stated?s?|emphasi[sz]ed|stress(?:ed|es)|reiterated?s?|underscored?s?|underlined|reaffirmed|affirmed|noted?s?|raised|made (?:it )?(?:clear|plain)"
    r"|called (?:for|on|upon)|expressed|welcomed|committed|explained|pointed out|outlined|conveyed|urged|warned|condemned|acknowledged|highlighted|told"
    r"|asked|shared|recalled|observed|added|argued|insisted|proposed|pledged|promised|vowed|announced|confirmed|maintained|declared|remarked|elaborated"
    r"|expounded|thanked|congratulated|extended|appreciated|believes?d?|hopes?d?|opposed|opposes|supports?|supported|voiced|described|discussed|suggested"
    r"|indicated|mentioned|encouraged|cautioned|called|laid out|set out|detailed|responded|replied|agreed|requested|demanded|rejected|reviewed|offered|looks? forward|looked forward"
    r"|(?:was|were|has been|have been) (?:(?:very|quite|also|pretty) )*(?:clear|candid|direct)|made (?:very |quite )?clear"
    r"|did (?:underscore|raise|emphasi[sz]e|make clear|stress|note|reiterate|mention|express|talk))"
)
_JOINT_VERBS = (
    r"(?:agreed|welcomed|affirmed|reaffirmed|acknowledged|stressed|underscored|reiterated|committed|noted|encouraged|recogni[sz]ed|decided|resolved|pledged"
    r"|exchanged|held|discussed|reviewed|talked|had\b(?! (?:met|last|been))|have had|tasked|directed|instructed|did (?:not )?(?:have|talk|discuss|touch|exchange)"
    r"|emphasi[sz]ed|expressed|made progress|also agreed|concurred|endorsed|announced|believed?|confirmed|planned|supported?|called|shared|declared|vowed|intend|will|are)"
)
_ADVERBS = (
    r"(?:(?:also|again|further|then|both|each|strongly|clearly|firmly|once|repeatedly|specifically|\w+ly)\s+){0,3}"
)
_MODAL = re.compile(r"\s+(?:should|must|need(?:s)? to|ought to|can|could|have to|has to|may|might)\b")
_LEAD = re.compile(
    r"^(?:(?:On|Regarding|With (?:regard|respect) to|In|At|During|After|Before|Building on|As|With|Concerning|For|Noting|Turning to|Citing|Following|Finally|Meanwhile"
    r"|Additionally|Moreover|Furthermore|Separately|However|Specifically)\b[^,]{0,140},\s+)?"
)
# How people begin a sentence when they speak: And so, you know, as I noted, …
_FILLER = re.compile(
    r"(?i:(?:and|but|so|well|obviously|you know|i think|i mean|as i (?:noted|said|mentioned)|as you’ll see[^,]*|look|yes|no|again|now|also"
    r"|in addition|first(?: of all)?|on the first|i’ll note|i do think|i would say|specifically|i believe|on (?:the )?[^,:]{1,40}(?=[,:]))(?: that)?[,:]?\s+)+"
)
_JOINT_SUBJECT = re.compile(
    r"(?:Both|The|the|both)(?: two| four)? (?:sides|leaders|presidents|delegations|officials|ministers|heads of state|governments|parties|countries|teams|principals)\b|The two\b"
)
_TITLE = (
    r"(?:(?:U\.S\.|Chinese|American|National|Security|Foreign|Vice|Deputy|Assistant|State|former|then-)\s+)*"
    r"(?:President|Vice President|Premier|Secretary(?: of \w+)?|Minister|Advisor|Adviser|Director|Ambassador|Chairman|Councilor|Councillor|Counselor|Senator|General|Admiral|Spokesperson|Representative|Member|Mr\.|Ms\.|Mrs\.|Dr\.)"
)
_BEFORE_NAME = re.compile(rf"(?:The\s+)?(?:{_TITLE}(?:,? (?:and|of the [\w ]+|of [A-Z]\w+))*\s+)*(?:\w+ ){{0,2}}?$")
_TITLED = re.compile(rf"[Tt]he\s+(?P<title>{_TITLE})\b")
_PRONOUN = re.compile(r"(?:[Hh]e|[Ss]he)\b")
_QUOTED = re.compile(r"[,.!?]?[”\"’],?\s+(?:(?P<verb>said|says|added|told)\s+)?(?P<rest>.{0,60})")
_NARRATION = re.compile(
    r"^(?:The|This|Their|Today’s|Today's|These)\s+(?:\w+[ -]){0,3}?(?:call|meeting|meetings|talks|visit|summit|conversation|dialogue|discussions?|delegations?|session|readout|working group)\b"
)


def find_cue_en(text: str, scene: Scene) -> Cue | None:
    """Return what `text` tells of its speaker, or None where it tells nothing."""
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    filler = _FILLER.match(text)
    for head in dict.fromkeys((start, 0, filler.end() if filler else 0)):
        if cue := _cue_at(text, head, scene):
            return cue
    if cue := _quoted_cue(text):
        return cue
    return NARRATION if _NARRATION.match(text) else None


def _cue_at(text: str, head: int, scene: Scene) -> Cue | None:
    if found := _JOINT_SUBJECT.match(text, head):
        return _judge_joint(text, found.end(), Voice(found.group(), None, "joint", "joint"))
    if (found := re.compile("[Tt]hey(?= )").match(text, head)) and (
        scene.last_subject.side == "joint" or scene.carried.attribution == "label"
    ):
        joint = (
            scene.last_subject if scene.last_subject.side == "joint" else Voice(found.group(), None, "joint", "joint")
        )
        return _judge_joint(text, found.end(), joint)
    if found := _TITLED.match(text, head):
        holder = scene.holder(found["title"])
        if holder and not any(m.start == found.end() + 1 for m in find_people(text)):
            return _judge(text, found.end(), Voice(found.group(), holder.person, holder.side, "explicit"))
    if (found := _PRONOUN.match(text, head)) and scene.last_subject.side:
        return _judge(text, found.end(), scene.last_subject)
    people = [m for m in find_people(text) if m.start >= head]
    if people and _BEFORE_NAME.fullmatch(text, head, people[0].start):
        return _judge_person(text, head, scene)
    institutions = [m for m in find_institutions(text) if head <= m.start <= head + 4]
    if institutions and institutions[0].side not in (None, "joint") and not scene.carried.side:
        first = institutions[0]
        side_word = re.compile(r"\s+side\b").match(text, first.end)
        end = side_word.end() if side_word else first.end
        cue = _judge(text, end, Voice(text[first.start : end], None, first.side, "explicit"))
        return cue if cue and cue.kind == "speaker" else None
    return None


def _judge_person(text: str, head: int, scene: Scene) -> Cue | None:
    people = [m for m in find_people(text) if m.start >= head]
    first = people[0]
    if len(people) > 1:
        between = text[first.end : people[1].start]
        if re.fullmatch(rf"(?:\s+and\s+|,\s+and\s+)(?:{_TITLE}\s+)*", between) and people[1].side != first.side:
            return _judge_joint(text, people[1].end, Voice(text[head : people[1].end], None, "joint", "joint"))
    return _judge(text, first.end, Voice(text[first.start : first.end], first.id, first.side, "explicit"))


def _judge_joint(text: str, end: int, voice: Voice) -> Cue | None:
    if _MODAL.match(text, end):
        return None
    if re.compile(rf"\s+(?:of \w+ )?{_ADVERBS}{_JOINT_VERBS}\b").match(text, end):
        return Cue("joint", voice)
    return Cue("narration", voice)


def _judge(text: str, end: int, voice: Voice) -> Cue | None:
    if _MODAL.match(text, end):
        return None
    spoken = Voice(voice.speaker, voice.person, voice.side, "explicit")
    if re.compile(rf"(?:,? Jr\.,?)?(?:,[^,]{{0,60}},)?\s+{_ADVERBS}{_VERBS}\b").match(text, end):
        return Cue("speaker", spoken)
    return Cue("narration", spoken)


def _quoted_cue(text: str) -> Cue | None:
    for found in _QUOTED.finditer(text):
        people = find_people(found["rest"])
        after = people and re.compile(r"\s+(?:said|says|added|told)\b").match(found["rest"], people[0].end)
        if people and (found["verb"] or after):
            first = people[0]
            return Cue("speaker", Voice(found["rest"][first.start : first.end], first.id, first.side, "explicit"))
    return None
