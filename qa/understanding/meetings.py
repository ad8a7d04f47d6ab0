"""Whose meeting, call or visit a question is about: the people who took part, and the words that say so.

    find_meetings(text) -> Meeting       "between Xi and Biden", 布林肯访华期间, 川習會

Knows nothing of what is held: which documents tell of such a meeting is for others to find.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from index.naming.entries import load_people
from index.naming.names import Mention, find_people, find_places
from index.words import fold, is_han
from qa.records import Nation
from qa.understanding.nations import find_nations

_TITLE = (
    r"(?:(?:the|then|former|us|u\.s\.|american|chinese|president|premier|vice|secretary|minister|director|foreign|national|security"
    r"|advis[oe]r|treasury|commerce|state|of|mr\.?|ms\.?|mrs\.?|dr\.?|chairman|climate|special|envoy|his|her|counterpart|leader)\s+)*"
)
_HELD = r"(?:meetings?|calls?|talks?|conversations?|summits?|discussions?|phone calls?|exchanges?|dinner|encounter|sit-?down)"
_AND_EN = re.compile(rf"['’]?s?,?\s+(?:and|&)\s+{_TITLE}|\s*[-–—/]\s*")
_AFTER_PAIR_EN = re.compile(
    rf"['’]?s?\s+(?:(?:first|last|latest|ever|also|both|jointly|together|phone|video|virtual)\s+)*(?:met|meet|sp[eo]ke|speak|talk(?:ed)?|discuss\w*|cover(?:ed)?"
    rf"|agree\w*|decide\w*|settle\w*|sign(?:ed)?|{_HELD})\b|['’]?s?\s+(?:in|at)\s+[^?:]{{2,40}}:"
)
_DASHED_EN = re.compile(rf"\s+(?:\w+\s+)?{_HELD}\b")
_MET_EN = re.compile(
    rf"(?:['’]s?\s+(?:[\w-]+\s+){{0,4}}?{_HELD}\s+(?:[^,?;]{{0,24}}\s)?(?:with|to)\s+"
    r"|\s+(?:(?:last|first|ever|actually|also|privately)\s+){0,2}(?:met|meets?|meeting|receiv(?:e|ed|es|ing)|hosted?|hosting|saw|call(?:ed)? (?:on|with)|talks? with|sat down with|phoned?|telephoned"
    r"|tell|told|ask|asked|warn|warned|urge|urged|assured?|press|pressed)\s+(?:with\s+|by\s+)?"
    r"|[^,?;]{0,60}\b(?:discuss\w*|talk\w*|sp[eo]ke?\w*|meet\w*|met|say|said|rais\w+|bring up|brought up|convey\w*|agree\w*|complain\w*|propos\w+|promis\w+|pledg\w+)\b[^,?;]{0,60}?\s(?:with|to)\s+)"
    rf"{_TITLE}"
)
_VISIT_EN = re.compile(
    r"(?P<visit>['’]s?\s+(?:[\w-]+\s+){0,4}?(?:visit|trip|stay|travels?|tour|stopover)\b(?:\s+(?:to|in|of)\s+(?:the\s+)?)?"
    r"|\s+(?:visit|trip|tour)\b(?:\s+(?:to|in|of)\s+(?:the\s+)?)?"
    r"|\s+(?:visited|visits|visiting|went to|travell?ed to|came to|flew to)\s+)",
    re.IGNORECASE,
)
_OWN_VISIT_EN = re.compile(
    r"\b(?:his|her|their|the (?:secretary|president|premier|minister|advis[oe]r|envoy))(?:['’]s)?\s+(?:[\w-]+\s+){0,3}?(?:visit|trip|stay|travels?|tour)\b(?:\s+(?:to|in)\s+(?:the\s+)?[A-Z][\w.]*(?:\s[A-Z]\w+)?)?"
    r"|\b(?:when|while|as)\s+(?:he|she)\s+(?:was|visited|went|came|travell?ed)(?:\s+(?:to|in))?\b",
    re.IGNORECASE,
)
_TITLE_ZH = r"(?:(?:美国|中国|国家|国务院)?(?:副?总统|副?主席|国务卿|外长|副?总理|财长|部长|防长|特使|先生))?"
_WHEN_ZH = r"(?:在|于)?(?:\d{4}年)?(?:\d{1,2}月份?)?(?:\d{1,2}[日号])?"
_OF_COUNTRY = r"(?:[\u4e00-\u9fff]{2,4}(?:首相|总统|总理|外长|外相)|(?:美国|中国|国家)?)"
_AND_ZH = re.compile(rf"{_TITLE_ZH}(?:和|与|同|跟|及|以及|、){_OF_COUNTRY}{_TITLE_ZH}")
_AFTER_PAIR_ZH = re.compile(
    rf"{_TITLE_ZH}[^，,。？?]{{0,14}}?(?:会晤|会谈|会面|见面|通话|通电话|谈[到过了及]|谈(?=[^，,。？?]{{0,14}}[吗没])|聊|讨论|达成|商定|同意|共识|会见)"
)
_MET_ZH = re.compile(
    rf"{_TITLE_ZH}{_WHEN_ZH}(?:是?(?:哪一?[天日年]|什么时候|何时|几号|几月几[日号]))?(?:在[^，,。？?]{{1,14}}?)?(?:有没有|是否|没有|曾|曾经|怎么|如何|怎样|都){{0,2}}(?:会见|接见|会晤|见到?|告诉|警告|提醒|敦促|要求|请求|承诺|宴请|欢迎|致电)了?(?:美国|中国|国家)?{_TITLE_ZH}"
)
_TO_ZH = re.compile(
    rf"{_TITLE_ZH}{_WHEN_ZH}(?:在[^，,。？?]{{1,14}}?)?(?:有没有|是否|没有|曾|也|怎么|如何){{0,2}}(?:对|向|跟|同|和|与)(?:美国|中国|国家)?{_TITLE_ZH}"
)
_TOLD_ZH = re.compile(
    r"(?!的)[^，,。？?]{0,24}?(?:说|讲|谈到|表示|指出|强调|提[到及出过]|承诺|保证|要求|聊|重申|问|答应|抱怨|抗议)"
)
_BOTH_TALK = re.compile(r"[跟同和与](?:美国|中国|国家)?" + _TITLE_ZH + "$")
_WORDS_ZH = re.compile(r"说|讲|表示|强调|指出|告诉|要求|希望|承诺|表态|表达|怎么看")
_VISIT_ZH = re.compile(
    r"[^，,。？?]{0,10}?(?P<visit>(?:访华|访美|赴华|赴美|来华|访中|访陆|出访|到访|访问|之行|[这此那]趟?行程|之旅)(?:期间|之行|时|的时候|途中)?)"
)
DISCUSSED = re.compile(
    r"\s+(?:discuss(?:ed)?|cover(?:ed)?|talk(?:ed)? (?:about|over))\b|[^，,。？?]{0,12}(?:讨论|商讨|磋商|商谈)"
)
_INITIALS = re.compile(
    r"([\u4e00-\u9fff])([\u4e00-\u9fff])(?:[二两][会人]|会晤|会谈|通话|热线|峰会|视讯|视频|电话|会(?![议见员场所上长]))"
)


@dataclass(frozen=True, slots=True)
class Meeting:
    """Those who took part in what a question is about, and where the question says no more than that.

    `together` are those of whom it is asked what they did with each other; `nations` took part through somebody whom
    the question names by an office alone.
    """

    people: tuple[str, ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    together: tuple[str, ...] = ()
    nations: tuple[Nation, ...] = ()


def find_meetings(text: str) -> Meeting:
    """Return whose meeting, call or visit `text` is about; nobody's where it names none."""
    folded = fold(text)
    officials = {f"{start}": (start, end, nation) for start, end, nation in find_nations(text, folded) if nation.ranks}
    holders = [Mention(start, end, key, "other") for key, (start, end, _) in officials.items()]
    people = sorted([*_named(text, folded), *holders], key=lambda mention: mention.start)
    pairs = _pairs_zh if is_han(text) else _pairs_en
    found = [
        *pairs(folded, people),
        *_visits(text, folded, people),
        *_by_initials(text, folded, people),
        *_talks(folded, people),
    ]
    return Meeting(
        people=tuple(dict.fromkeys(i for each in found for i in each.people if i not in officials)),
        spans=tuple(dict.fromkeys(each.span for each in found if each.span[1] > each.span[0])),
        together=tuple(dict.fromkeys(i for each in found if each.together for i in each.people if i not in officials)),
        nations=tuple(dict.fromkeys(officials[i][2] for each in found for i in each.people if i in officials)),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """People whom one wording joins, where it says no more than that, and whether they are asked about together."""

    people: tuple[str, ...]
    span: tuple[int, int] = (0, 0)
    together: bool = False


def _named(text: str, folded: str) -> list[Mention]:
    quoted = [found.span() for found in re.finditer(r"[“\"「『][^”\"」』]*[”\"」』]", text)]
    return [m for m in find_people(text) if not any(start <= m.start < end for start, end in quoted)]


def _pairs_en(folded: str, people: list[Mention]) -> Iterator[_Found]:
    for one, other in pairwise(people):
        between, after = folded[one.end : other.start], folded[other.end :]
        dashed = re.fullmatch(r"\s*[-–—/]\s*", between) and _DASHED_EN.match(after)
        head = folded[: one.start]
        joined = _AND_EN.fullmatch(between) and (
            _AFTER_PAIR_EN.match(after) or re.search(rf"\b(?:between|{_HELD} (?:of|by))\s+{_TITLE}$", head)
        )
        if dashed or joined or _MET_EN.fullmatch(between) or between == " ":  # xi putin moscow 2023
            yield _Found((one.id, other.id), together=bool(joined))


def _pairs_zh(folded: str, people: list[Mention]) -> Iterator[_Found]:
    for one, other in pairwise(people):
        between, after = folded[one.end : other.start], folded[other.end :]
        joined = _AND_ZH.fullmatch(between) and _AFTER_PAIR_ZH.match(after)
        told = _TO_ZH.fullmatch(between) and (_AFTER_PAIR_ZH.match(after) or _TOLD_ZH.match(after))
        if joined or told or _MET_ZH.fullmatch(between) or between == " ":
            yield _Found((one.id, other.id), together=bool(joined or told and _talked(between, after)))


def _talked(between: str, after: str) -> bool:
    """Tell whether two talked with each other and nobody's words alone are asked for: 布林肯跟印度外长谈了什么."""
    return bool(_BOTH_TALK.search(between) and _AFTER_PAIR_ZH.match(after)) and not _WORDS_ZH.search(after)


def _visits(text: str, folded: str, people: list[Mention]) -> Iterator[_Found]:
    for person in people:
        if found := (_VISIT_ZH if is_han(text) else _VISIT_EN).match(folded, person.end):
            yield _Found((person.id,), _going(text, *found.span("visit")))
    if people and (found := _OWN_VISIT_EN.search(text)):
        yield _Found((people[0].id,), _going(text, *found.span()))


def _talks(folded: str, people: list[Mention]) -> Iterator[_Found]:
    """Yield who discussed something: what is told of a talk need not be told as his."""
    if len(people) == 1 and DISCUSSED.match(folded, people[0].end):
        yield _Found((people[0].id,), together=True)


def _going(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where a visit and the place that somebody went to are named; nowhere without a place."""
    found = [place for place in find_places(text) if place.start <= end and start <= place.end]
    return (min(start, found[0].start), max(end, found[-1].end)) if found else (0, 0)


def _by_initials(text: str, folded: str, people: list[Mention]) -> Iterator[_Found]:
    """Yield the two leaders whom a short name of their meeting gives by the first character of their names."""
    for found in _INITIALS.finditer(folded):
        start, end = found.start(1), found.end(2)
        if any(m.start < end and start < m.end for m in (*people, *find_places(text))):
            continue  # 普丁通話, 斐洛里会晤: the end of a name
        ids = [_initials().get(found[place]) for place in (1, 2)]
        sides = {side for identity, side in filter(None, ids)}
        if sides == {"cn", "us"}:
            yield _Found(tuple(identity for identity, _ in filter(None, ids)), found.span())


@cache
def _initials() -> dict[str, tuple[str, str]]:
    """Return by its first character the first person of the table who has a name that begins so."""
    initials: dict[str, tuple[str, str]] = {}
    for person in load_people():
        for name in filter(is_han, person.names):
            if person.side in ("cn", "us"):
                initials.setdefault(fold(name)[0], (person.id, person.side))
    return initials
