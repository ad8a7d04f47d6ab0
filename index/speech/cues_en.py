"""Speech in English: a subject at the head of the sentence and a verb of speech after it."""

from __future__ import annotations

import re

from index.naming.names import find_people
from index.records import Voice
from index.speech.cues import NARRATION, Cue, Scene
from index.speech.subjects_en import Subject, find_subject
from index.speech.titles_en import side_of_phrase

_VERBS = (
    r"(?:said|says|state[sd]?|emphasi[sz]e[sd]?|stress(?:ed|es)|reiterate[sd]?|underscore[sd]?|underline[sd]|reaffirm(?:ed|s)|affirm(?:ed|s)|note[sd]?|raised|made (?:it )?(?:clear|plain)"
    r"|call(?:ed|s) (?:for|on|upon)|express(?:ed|es)|welcome[sd]?|committed|commits|explained|pointed out|outlined|conveyed|urge[sd]?|warn(?:ed|s)|condemn(?:ed|s)?|acknowledge[sd]?|highlight(?:ed|s)|told"
    r"|asked|shared|recalled|observed|added|argue[sd]|insist(?:ed|s)|propose[sd]|pledge[sd]|promised|vow(?:ed|s)|announced?|confirm(?:ed|s)|maintain(?:ed|s)|declare[sd]|remarked|elaborated"
    r"|expounded|thanked|congratulated|extend(?:ed|s)|appreciate[sd]?|believe[sd]?|hope[sd]?|oppose[sd]?|support(?:ed|s)?|voiced|described|discussed|suggest(?:ed|s)|commend(?:ed|s)?|praised|applaud(?:ed|s)?|hailed"
    r"|indicated|mentioned|encourage[sd]?|cautioned|called|laid out|set out|detailed|responded|replied|agree[sd]|requested|demand(?:ed|s)|reject(?:ed|s)|reviewed|offered|looks? forward|looked forward|briefed|informed|updated"
    r"|reminded|assured|advised|recommended|wished|endorse[sd]|claim(?:ed|s)|complained|criticized|accused|denied|denies|clarified|spoke (?:of|about)|talked about|referred to|pressed|sought|quoted|joked|proclaimed|advocate[sd]"
    r"|lauded|recogni[sz]ed|restated|reflected on|consulted|denounced|decried|deplored|regretted|apologized|objected|protested|lamented|signaled|testified|cited|inquired|questioned"
    r"|(?:was|were|has been|have been) (?:(?:very|quite|also|pretty) )*(?:clear|candid|direct)|made (?:very |quite )?clear"
    r"|did (?:underscore|raise|emphasi[sz]e|make clear|stress|note|reiterate|mention|express|talk))"
)
_CLAIMS = re.compile(
    r"\s+(?:(?:also|still|now|once|has|have) )?(?:says?|said|claims?|claimed|insists?|insisted|told us|argues?|argued)\b"
)
# What a government does by saying so, in a text of its own: The United States stands with …
_STANDS = r"|stands?|remains?|continues? to|has long|does not|do not|will|is (?:pleased|committed|concerned|deeply|ready|prepared|disappointed|grateful|proud)|seeks?|calls? (?:for|on)|recogni[sz]es|respects|attaches|adheres|is willing"
_JOINT_VERBS = r"(?:agreed|welcomed|had\b(?! (?:met|last|been))|have had|did (?:not )?(?:have|talk|discuss|touch|exchange)|held|made progress|also agreed|spoke (?:of|about|to)|took stock|took note)"
_JOINT_STANDS = "believe|support|intend|will|are|share|both"  # in a report; said by one of them it is his
# What two people do that is no speech: it is told, not said.
_ACTS = (
    r"(?:met|signed|attended|walked|toured|visited|posed|arrived|departed|joined|participated|traveled|travelled|watched|planted|witnessed|dined|convened|concluded|opened|launched|started|served|worked|lasted|appeared|stopped"
    r"|shared a|chaired|hosted|greeted|entered|gathered|inaugurated|reached|turned|returned|stayed|moved|needed|wanted|used)\b"
)
_ADVERBS = r"(?:(?:also|again|further|then|both|each|strongly|clearly|firmly|once|repeatedly|specifically|jointly|\w+ly)\s+){0,3}"
_MODAL = re.compile(
    r"\s+(?:(?:all|both|also)\s+)?(?:should|must|need(?:s)? to|ought to|can|could|have to|has to|may|might)\b"
)
_LEAD = re.compile(
    r"^(?:(?:On|Regarding|With (?:regard|respect) to|In|At|During|After|Before|Building on|As|With|Concerning|For|Noting|Turning to|Citing|Following|Finally|Meanwhile"
    r"|Additionally|Moreover|Furthermore|Separately|However|Specifically|Recalling|Highlighting|Looking|Underscoring|Recognizing|Reaffirming|Responding|Asked|While)\b[^,]{0,140},\s+)?"
)
# How people begin a sentence when they speak: And so, you know, as I noted, …
_FILLER = re.compile(
    r"(?i:(?:and|but|while|whereas|so|well|obviously|you know|i think|i mean|as i (?:noted|said|mentioned)|as you’ll see[^,]*|look|yes|no|again|now|also"
    r"|in addition|first(?: of all)?|on the first|i’ll note|i do think|i would say|specifically|i believe|on (?:the )?[^,:]{1,40}(?=[,:]))(?: that)?[,:]?\s+)+"
)
_DATELINE = re.compile(r"[A-Z][A-Z .’']{2,}[^—–]{0,60}\s(?:—|–|--?)\s+")
_APPOSED = r"(?:,[^,]{0,120},)?"  # Wang Yi, Director of the Office, said …
_QUOTED = re.compile(r"[,.!?—]?[”\"’'],?\s+(?:(?P<verb>said|says|added|told|according to)\s+)?(?P<rest>.{0,60})")
_SAID_LAST = re.compile(
    r",[”\"’']?\s+(?:said|says|according to)\s+(?P<who>(?:the\s+)?[A-Z][\w’.-]+(?:\s+[A-Z][\w’.-]+)*)(?P<what>[^.]{0,120})\.?$"
)
_SAID_UNNAMED = re.compile(
    r"[,.!?][”\"’']?\s+(?P<who>(?:an?|the|one)\s+[^,.“”\"]{0,60}?(?:spokes\w+|official|ministry|diplomat|statement|source))\s+(?:said|added|told)"
)
_NARRATION = re.compile(
    r"^(?:The|This|Their|Today’s|Today's|These)\s+(?:\w+[ -]){0,3}?(?:call|meeting|meetings|talks|visit|summit|conversation|dialogue|discussions?|delegations?|session|readout|working group)\b"
)


def find_cue_en(text: str, scene: Scene) -> Cue | None:
    """Return what `text` tells of its speaker, or None where it tells nothing."""
    for head in _heads(text):
        if (subject := find_subject(text, head, scene)) and (cue := _judge(text, subject, scene)):
            return cue
    if cue := _quoted_cue(text, scene):
        return cue
    return NARRATION if _NARRATION.match(text) else None


def says_more(text: str, head: int, scene: Scene) -> Cue | None:
    """Return whose words begin at `head`, where a clause with a subject and a verb of speech of its own begins."""
    subject = find_subject(text, head, scene)
    if (
        subject
        and subject.kind == "side"
        and re.match(r"\s+(?:support|demands?|claims?|calls?)\b", text[subject.end :])
    ):
        return None  # a noun: U.S. and EU support for Ukraine
    cue = subject and subject.kind != "crowd" and _judge(text, subject, scene)
    return cue if cue and cue.kind != "narration" else None


def _heads(text: str) -> list[int]:
    lead, filler, dateline = _LEAD.match(text), _FILLER.match(text), _DATELINE.match(text)
    return list(dict.fromkeys(found.end() if found else 0 for found in (lead, None, filler, dateline)))


def _judge(text: str, subject: Subject, scene: Scene) -> Cue | None:
    if subject.kind == "joint":
        return _judge_joint(text, subject, scene)
    if subject.kind == "side":
        return _judge_government(text, subject, scene)
    if _MODAL.match(text, subject.end):
        return None
    spoken = Voice(subject.voice.speaker, subject.voice.person, subject.voice.side, "explicit")
    if re.compile(rf"{_APPOSED},?\s+{_ADVERBS}{_VERBS}\b").match(text, subject.end):
        return Cue("speaker", spoken, lasts=subject.kind != "crowd")
    return None if subject.kind == "crowd" else Cue("narration", spoken)


def _judge_joint(text: str, subject: Subject, scene: Scene) -> Cue | None:
    if _MODAL.match(text, subject.end):
        return None
    verbs = rf"(?:{_JOINT_VERBS}|{_VERBS}|talked|exchanged|decided|resolved|tasked|directed|instructed|concurred|planned|built on)"
    if not scene.speech:
        verbs = rf"(?:{verbs}|{_JOINT_STANDS}|(?!{_ACTS})\w+ed)"
    if re.compile(rf"\s+(?:of \w+ )?{_ADVERBS}{verbs}\b").match(text, subject.end):
        return Cue("joint", subject.voice)
    return Cue("narration", subject.voice)


def _judge_government(text: str, subject: Subject, scene: Scene) -> Cue | None:
    if _MODAL.match(text, subject.end):
        return None
    if (
        scene.carried.side not in (None, "joint") and not scene.cast.news
    ):  # inside a speech only what the others plainly say
        claims = scene.carried.side != subject.voice.side and _CLAIMS.match(text, subject.end)
        return Cue("speaker", _explicit(subject.voice), lasts=False) if claims else None
    stands = _STANDS if subject.voice.side == scene.cast.home else ""
    if re.compile(rf"\s+{_ADVERBS}(?:{_VERBS}{stands})\b").match(text, subject.end):
        return Cue("speaker", subject.voice)
    return None


def _quoted_cue(text: str, scene: Scene) -> Cue | None:
    for found in _QUOTED.finditer(text):
        people = find_people(found["rest"])
        after = people and re.compile(r"\s+(?:said|says|added|told)\b").match(found["rest"], people[0].end)
        if people and (found["verb"] or after):
            first = people[0]
            return Cue("speaker", Voice(found["rest"][first.start : first.end], first.id, first.side, "explicit"))
    if unnamed := _SAID_UNNAMED.search(text):
        side = side_of_phrase(unnamed["who"]) or scene.carried.side or scene.last_subject.side
        return Cue("speaker", Voice(unnamed["who"], None, side, "explicit"), lasts=False)
    last = _SAID_LAST.search(text)
    return _said_last(last) if last else None


def _explicit(voice: Voice) -> Voice:
    return Voice(voice.speaker, voice.person, voice.side, "explicit")


def _said_last(found: re.Match[str]) -> Cue:
    """Return the cue of a name behind a quotation: an official is of his country's side, anybody else a private person."""
    if people := find_people(found["who"]):
        return Cue("speaker", Voice(found["who"], people[0].id, people[0].side, "explicit"))
    official = re.search(r"(?i)official|spokes|minist|secretar", found.group())
    return Cue("speaker", Voice(found["who"], None, side_of_phrase(found.group()) if official else "other", "explicit"))
