"""Speech in Chinese: a subject at the head of a clause and a verb of speech after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.naming.names import find_institutions, find_people
from index.records import Voice
from index.speech.cues import NARRATION, Cue, Scene
from index.speech.strangers_zh import CLAUSE, find_stranger
from index.words import fold

# Verbs that report speech wherever they stand after their subject.
_FIRM = (
    "表示|指出|强调|说|称|认为|重申|介绍|宣布|提到|谈到|谈及|阐述|阐释|阐明|表明|坦言|回应|答|补充|呼吁|主张|承诺|赞同|转达|警告|批评|提出"
    "|谴责|通报|直言|深信|坚信|透露|声明|申明|告诉|建议|论述|评价"
)
# Verbs that open a report only where nobody is speaking yet: inside a speech they are part of what is said.
_MILD = "希望|期待|相信|欢迎|感谢|祝贺|要求|敦促|愿|赞赏|同意|反对|支持|注意到|关切|关注|宣示|邀请"
_JOINT = "一致同意|一致认为|同意|认为|重申|商定|欢迎|认可|强调|责成|确认|达成|决定|承诺|表示|指出|愿|呼吁|支持|致力于|反对|宣布|赞赏|均提及|积极评价"
# What both sides did together at a meeting: theirs jointly, but nothing that goes on in the next sentence.
_TOGETHER = re.compile(r"[^，]*(?:交换了?意见|听取|达成|讨论|探讨|磋商|沟通)(?!的)")
# Two people of different sides as one subject: 习近平主席同特朗普总统就…保持沟通.
_WITH = re.compile(r"(?:主席|总统|总理|国务卿|部长)?(?:同|和|与|跟)$")
_OUTCOME = re.compile(
    r"^(?!.*这是)[^，。]{0,16}，?[^，。]{0,12}?(?:会晤|会谈|访问|双方|两国)[^，。]{0,8}(?:取得|达成)(?!的)[^，。的]{0,14}(?:成果|共识)"
)
_AS_SAID = re.compile(r"正如(?P<who>[^，。]{2,14}?)(?:曾|多次)?(?:指出|强调|所说|所言)")
_PERCEIVED = re.compile(r"(?:感受到|了解到|注意到|得知|获悉|看到)[，：]?$")
_MODAL = re.compile(
    r"(?:们)?(?:都|均|也|更|还|今后|各层级|各部门)*(?:应|要|须|必须|需|务必|可以|不要|不能|能够|能否|能不能|完全可以|理应|之间)"
)
_TITLES = "主席|总统|总理|国务卿|部长|外长|防长|财长|主任|委员|书记|大使|先生|女士|同志|特使|代表|助理|顾问|发言人|首相|议员|市长|州长|会长"
_TITLED = re.compile(rf"(?:{_TITLES})+")
_PREFIX = re.compile(
    rf"(?:但|但是|而|随后|同时|当天|最后|此外|其中|因此|为此|对此|特别是|尤其是|会谈中|会晤中|会见中|会上|正如|其间|席间)?"
    rf"(?:(?![应同与向对由在受为经据])[\u4e00-\u9fff、（）]{{0,30}}(?:{_TITLES}|方面|驻华大使|负责人|副[\u4e00-\u9fff]{{1,4}}))?"
)
_JOINT_SUBJECT = re.compile(
    r"(?:中美|两国|美中|中方和美方|美方和中方)?(?:双方(?:工作)?(?:团队)?|两国(?:元首|领导人|外长|防长|总理|政府|经贸团队)|(?:两位|两国)领导人|(?:中美)?元首|双方牵头人)|中美两国元首|中美都"
)
_LEADERS = re.compile(r"元首|领导人|外长|防长|牵头人")
_BETWEEN = re.compile(r"[^，]{0,10}?(?:应|要|须|必须|需|可以|不能|能够|理应)")
# What people do, as a report tells it: such a sentence is no part of a speech, even if one went on before it.
_ACTION = re.compile(
    r"[^，]{0,24}?(?:抵达|迎接|举行|会见|会谈|陪同|出席|参加|参观|合影|签署|见证|前往|离开|步入|观看|致信|来到|到访|握手|告别|转达|通电话|散步|听取|交换了?意见)"
)
_LEAD = re.compile(r"[^，。]{0,18}(?:中|时|后|前|上|间|下|里|内|之际|方面|局势|问题|危机)，")
_PRONOUN = re.compile(r"(?:他|她)(?!们)")
_FIRST_PERSON = re.compile(r"(?<![自忘无])我")
_NARRATION = re.compile(
    r"^(?:当地时间|北京时间)?\d{1,2}[月日]|^(?:当地时间|北京时间)|^(?:会谈|会晤|会见|通话|访问|仪式|活动)(?:前|后|结束后|开始前)"
    r"|^(?:此访|访问|访华|在华)[^，]{0,8}期间|^[^，。]{0,12}访[华美问]期间|(?:参加|出席|陪同|在座)(?:了)?(?:会见|会谈|会晤|上述活动|活动|有关活动)?[。.]?$"
)


@dataclass(frozen=True, slots=True)
class _Subject:
    start: int
    end: int
    kind: Literal["person", "institution", "joint", "pronoun"]
    voice: Voice


def find_cue_zh(text: str, scene: Scene) -> Cue | None:
    """Return what `text` tells of its speaker, or None where it tells nothing."""
    folded = fold(text)
    if (said := _AS_SAID.search(folded)) and (people := find_people(said["who"])):
        start = said.start("who") + people[0].start
        name = text[start : start + people[0].end - people[0].start]
        return Cue("speaker", Voice(name, people[0].id, people[0].side, "explicit"), lasts=False)
    for subject in _subjects(text, folded, scene):
        if cue := _judge(folded, subject, scene):
            return cue
    if _OUTCOME.search(folded) and not _FIRST_PERSON.search(folded):
        return Cue("joint", Voice(None, None, "joint", "joint"), lasts=False)
    if cue := find_stranger(text, folded):
        return cue
    return NARRATION if _NARRATION.search(folded) and not _FIRST_PERSON.search(folded) else None


def _subjects(text: str, folded: str, scene: Scene) -> Iterator[_Subject]:
    """Yield who heads a clause, in order."""
    named = [
        _Subject(m.start, m.end, "person", Voice(text[m.start : m.end], m.id, m.side, "explicit"))
        for m in find_people(text)
    ]
    named += [
        _Subject(m.start, m.end, "institution", Voice(text[m.start : m.end], None, m.side, "explicit"))
        for m in find_institutions(text)
        if m.side != "joint"
    ]
    for clause in CLAUSE.finditer(folded):
        inside = [s for s in named if clause.start() <= s.start < clause.end()]
        if found := _JOINT_SUBJECT.match(clause.group()):
            start, end = clause.start(), clause.start() + found.end()
            yield _Subject(start, end, "joint", Voice(text[start:end], None, "joint", "joint"))
        elif found := _PRONOUN.match(clause.group()):
            yield _Subject(clause.start(), clause.start() + found.end(), "pronoun", scene.last_subject)
        elif heads := [s for s in inside if _PREFIX.fullmatch(folded, clause.start(), s.start)]:
            yield max(heads, key=lambda s: (s.kind == "person", -s.start))


def _judge(folded: str, subject: _Subject, scene: Scene) -> Cue | None:
    clause_end = CLAUSE.match(folded, subject.end)
    rest = clause_end.group() if clause_end else ""
    tail = folded[subject.end + len(rest) :]
    rest = _TITLED.sub("", rest, count=1) if _TITLED.match(rest) else rest
    lead = _LEAD.match(folded)
    head = lead.end() if lead and lead.end() <= subject.start else 0
    first = _PREFIX.fullmatch(folded, head, subject.start) is not None
    if subject.kind == "joint":
        return _judge_joint(folded, rest, first, subject, scene)
    if subject.kind == "institution":
        return _judge_institution(folded, rest, subject, scene)
    if _acts_together(folded, subject):
        return Cue("joint", Voice(subject.voice.speaker, None, "joint", "joint"), lasts=False)
    if re.search(rf"^(?:以[^，]{{0,16}}?)?[^，的]{{0,24}}?(?:{_FIRM})(?!的)", rest) or _later_verb(tail):
        return Cue("speaker", _explicit(subject.voice))
    if not first:
        return None
    if re.match(rf"[^，]{{0,6}}?(?:{_MILD})", rest) and not _FIRST_PERSON.search(folded):
        return Cue("speaker", _explicit(subject.voice))
    told = not scene.carried.side or scene.carried.person == subject.voice.person or _ACTION.match(rest)
    return NARRATION if told and not _FIRST_PERSON.search(folded) else None


def _acts_together(folded: str, subject: _Subject) -> bool:
    """Tell whether a subject and somebody of another side do something jointly."""
    others = [m for m in find_people(folded) if m.start > subject.end and m.side != subject.voice.side]
    if not others or not _WITH.fullmatch(folded, subject.end, others[0].start):
        return False
    return bool(_TOGETHER.match(folded[others[0].end :]))


def _judge_joint(folded: str, rest: str, first: bool, subject: _Subject, scene: Scene) -> Cue | None:
    if _MODAL.match(rest) or (scene.carried.side and _BETWEEN.match(rest)):
        return None
    if re.match(rf"[^，]{{0,12}}?(?<!我们)(?:{_JOINT})(?!的)", rest):
        return Cue("joint", subject.voice)
    if first and _TOGETHER.match(rest) and not _FIRST_PERSON.search(folded):
        return Cue("joint", subject.voice, lasts=False)
    told = not scene.carried.side or _LEADERS.search(subject.voice.speaker or "") or _ACTION.match(rest)
    return NARRATION if first and told and not _FIRST_PERSON.search(folded) else None


def _judge_institution(folded: str, rest: str, subject: _Subject, scene: Scene) -> Cue | None:
    side = subject.voice.side
    speaking = scene.carried.side if scene.carried.side != "joint" else None
    if _MODAL.match(rest) or speaking == side:
        return None
    if speaking and _PERCEIVED.search(folded[: subject.start]):
        return Cue("speaker", subject.voice, lasts=False)
    verbs = _FIRM if speaking else f"{_FIRM}|{_MILD}"
    if re.match(rf"[^，]{{0,8}}?(?:{verbs})", rest):
        return Cue("speaker", subject.voice, lasts=speaking is None)
    return None


def _later_verb(tail: str) -> bool:
    """Tell whether a verb of speech heads a later clause that has no subject of its own: …立场，指出，…"""
    return bool(
        re.search(
            rf"^(?:，[^，。：]{{0,40}})?，(?:并|还|同时|又|也|再次|进一步|多次|\d*多?次|[^，。]{{0,8}}地)*(?:{_FIRM})",
            tail,
        )
    )


def _explicit(voice: Voice) -> Voice:
    return Voice(voice.speaker, voice.person, voice.side, "explicit")
