"""Who holds an office, by what the documents print beside it: 财政部长耶伦, Secretary of State Antony Blinken.

A question that asks for the foreign minister's words asks for those of whom a document calls so. Of somebody who is
told to have met somebody, and to have said nothing by himself, what both said together is asked.
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from index.naming.names import find_institutions, find_people, find_places
from index.records import Side, Span
from index.speech.countries import find_countries
from index.words import fold, is_han
from qa.forms import office_forms
from qa.guests import name_met
from qa.held import may_hold_any, speaking, took_part
from qa.library import Library
from qa.nations import ask_nations
from qa.placed import take_places_as_told
from qa.records import FACT_FORMS, Question
from qa.setting import have_met, of_their_meeting
from qa.understanding.meetings import DISCUSSED
from qa.unlisted import called_so

MOST = 300  # passages that are looked through for the name beside an office
_SPOKESMAN = re.compile(r"(?i)press secretary|spokes|发言人|發言人|新闻秘书|新聞秘書")  # whose texts are the side's own
LONGEST = 8  # characters of a name behind an office
REACH = 60  # characters beside a name where its office may stand
# Who is asked for his words: 马塔雷拉对赵乐际说了什么, What did Lenderking say
_SPEAKER_ZH = re.compile(
    r"(?:^|[，,：:。 年月日时])(?P<name>[\u4e00-\u9fff·]{2,8}?)(?=在|对|就|向|跟|同|和|怎么|怎样|如何|说|讲|谈|表示|强调|是怎|有没有|\d)"
    r"(?=[^，,。？?]{0,30}(?:说|讲|谈|表示|强调|指出|评价|看|态度|立场|表态|提到|回应|保证|承诺|答应|主张|要求|呼吁|警告|提出|敦促))"
)
_OFFICE_ZH = re.compile(
    r"(?:^|[，,：:。 年月日时])(?P<office>[\u4e00-\u9fff·]{4,24}?(?:总干事|秘书长|主席|会长|总裁|董事长|部长|大臣|大使|议长|书记|主任|特使|代表|行长|院长|局长|司令))"
    r"(?=对|就|怎|如何|说|讲|在|向|是|有|表)"
)
_NO_NAME = re.compile(r"^[他她它我你您谁双各两哪这那有其本该大]|[们者方国家人员]$|^(?:They|We|You|It|This|That|Both)\b")
_SPEAKER_EN = re.compile(
    r"\b(?:did|does|has|had|do)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:(?:President|Minister|Envoy|Secretary|Ambassador|Chancellor|Speaker)\s+)?"
    r"(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){0,3})\s+(?:say|said|tell|told|describe|put|view|see|think|call|want|ask|stress|note|mention|express|raise|promise|pledge|demand|offer|urge|warn|claim|argue|propose|announce|assure)\b"
)
_SEAMS = " ,，、（("


def name_holders(question: Question, library: Library) -> Question:
    """Return `question` with the people who hold the offices asked for, where a document names any who speak."""
    question = take_places_as_told(question, library)
    question = name_strangers(name_met(ask_nations(question, library), library), library)
    if not question.offices or question.speakers:
        return question
    found = [person for office in question.offices for person in find_holders(office, library)]
    kept = {person: side for person, side in found if not question.sides or side in question.sides}
    spoken = [person for person, side in kept.items() if speaking(library, [side], [person]).any()]
    if not spoken and question.sides in (("cn",), ("us",)) and all(map(_SPOKESMAN.search, question.offices)):
        return replace(question, offices=(), sides=(), accounts=question.accounts or question.sides)
    if not spoken:
        return question
    if DISCUSSED.search(fold(question.text)):  # what is told of a talk need not be told as theirs
        return replace(question, partners=question.partners or tuple(spoken[:1]), sides=(), offices=())
    sides = tuple(dict.fromkeys(kept[person] for person in spoken))
    return replace(question, speakers=tuple(spoken), sides=sides, offices=())


def name_strangers(question: Question, library: Library) -> Question:
    """Return `question` as one for the words of somebody in no list, where it names one who speaks in what is held."""
    given = question.sides not in ((), question.accounts)  # 按中方的说法 names whose text it is, not who speaks
    if given or question.speakers or question.joint or question.form in FACT_FORMS:
        return question
    asked = [(name, (name, *(s.called for s in called_so(name, library)))) for name in _unlisted(question.text)]
    for printed, found in (*((office, (name,)) for office, name in _called_so(question.text, library)), *asked):
        names = tuple(dict.fromkeys(found))
        sides: list[Side] = [side for side in ("other", "us", "cn") if speaking(library, [side], names).any()]
        if sides:
            return replace(question, speakers=names, sides=tuple(sides), topic=_without(question.topic, printed))
    return question


def _called_so(text: str, library: Library) -> Iterator[tuple[str, str]]:
    """Yield an office at the head of a Chinese question with what stands behind the same words in a passage.

    世界知识产权组织总干事怎么说: where a passage prints 世界知识产权组织总干事邓鸿森, whatever may be the name.
    """
    found = _OFFICE_ZH.search(fold(text)) if is_han(text) else None
    if found is None:
        return
    office = found["office"]
    for number in np.flatnonzero(may_hold_any(library, [office])).tolist()[:MOST]:
        _, _, after = fold(library.store.passages[number].text).partition(office)
        people = [m.id for m in find_people(after[:LONGEST]) if m.start == 0]
        yield from ((office, name) for name in (*people, *(after[:end] for end in range(LONGEST, 1, -1))) if after)


def _unlisted(text: str) -> Iterator[str]:
    """Yield what may be the name of somebody who is asked for his words, and is no other name, the longest first."""
    folded = fold(text)
    for found in (_SPEAKER_ZH if is_han(text) else _SPEAKER_EN).finditer(text if not is_han(text) else folded):
        run = found["name"]
        if (
            _NO_NAME.search(run)
            or find_people(run)
            or find_institutions(run)
            or find_countries(run)
            or find_places(run)
        ):
            continue
        shorter = [run[:end] for end in range(len(run), 1, -1)] if is_han(run) else [run, run.split()[-1]]
        yield from dict.fromkeys(map(fold, shorter))


def _without(topic: str, name: str) -> str:
    start = fold(topic).find(name)
    return topic if start < 0 else f"{topic[:start]} {topic[start + len(name) :]}".strip()


def tell_jointly(question: Question, library: Library) -> Question:
    """Return `question` as one for what both sides said, where those asked for met somebody and say nothing alone."""
    if not question.speakers or speaking(library, question.sides, question.speakers).any():
        return question
    people = tuple(dict.fromkeys((*question.speakers, *question.partners)))
    asked = replace(question, sides=("joint",), speakers=(), partners=people, joint=True)
    told = of_their_meeting(asked, library, took_part(library, people))
    return asked if have_met(people, library, told) and (told & speaking(library, ["joint"])).any() else question


def find_holders(office: str, library: Library) -> list[tuple[str, Side]]:
    """Return the people whom a passage calls by an office in any language, with their sides."""
    forms = {fold(office), *map(fold, office_forms(office))}
    numbers = np.flatnonzero(may_hold_any(library, sorted(forms)))[:MOST].tolist()
    called = [person for number in numbers for person in _called(library.store.passages[number], sorted(forms))]
    return list(dict.fromkeys(called))


def _called(passage: Span, forms: Sequence[str]) -> list[tuple[str, Side]]:
    folded = fold(passage.text)
    found = []
    for person in find_people(passage.text):
        before = folded[max(0, person.start - REACH) : person.start].rstrip()
        after = folded[person.end : person.end + REACH].lstrip(_SEAMS).removeprefix("the ")
        if person.side and any(before.endswith(form) or after.startswith(form) for form in forms):
            found.append((person.id, person.side))
    return found
