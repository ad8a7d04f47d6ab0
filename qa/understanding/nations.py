"""Which third countries a question names that may have said something, and through whom; knows nothing of what is held.

find_nations(text, folded) -> list of (start, end, Nation)    "the Spanish prime minister", 越方, 愛爾蘭總理馬丁
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re

from index.naming.names import Mention, find_people, find_places
from index.speech.countries import OFFICE, find_countries, ranks_in
from index.words import fold, is_han
from qa.records import Nation
from qa.understanding.capitals import CAPITALS

_MODIFIER = r"(?:(?:first|then|new|former|current|late|outgoing|acting|visiting)[\s-]+)?"
_OFFICE_EN = re.compile(rf"(?:['’]s?)?\s+{_MODIFIER}(?:{OFFICE})")
_SIDE_EN = re.compile(
    r"(?:['’]s?)?\s+(?:side|government|delegation|leaders?|officials|diplomats|authorities|representatives?)\b"
)
_OFFICE_OF = re.compile(rf"(?:the\s+)?{_MODIFIER}(?:{OFFICE}) of (?:the )?$")
_INSIDE = r"(?:(?![对就在说讲和同跟与向怎如访见问给请由将从谈提，]|希望|认为|表示)[\u4e00-\u9fff·—]){0,14}?"  # 国民议会, 外交部
_OFFICE_ZH = re.compile(rf"{_INSIDE}(?:{OFFICE})(?:兼(?:{OFFICE}|[^，,。？?对就在怎]{{2,14}}?(?:部长|大臣)))*")
_SIDE_ZH = re.compile(r"方面|政府|官方|当局|领导人|代表团|官员|这边|那边|一方")
# A name in no list, between an office and what is asked of its holder.
_NAME_ZH = re.compile(
    r"[\u4e00-\u9fff·]{2,7}?(?=$|\d|[，,。？?：:]|在|对|就|向|跟|同|和|与|怎|如何|说|讲|谈|表示|是|有|的|提|认为|评价|为|给|当时|到底|究竟|希望|要求|强调)"
)
_ASKS = re.compile(
    r"在|对|就|向|跟|同|和|与|怎|如何|说|讲|谈|表|是|有|提|认|评|为|给|以|共|到底|究竟|希|要|强|持|想|愿|访|见|会|通|电|时|期间|之|后|没|曾|还|也|都"
)
_NAME_EN = re.compile(
    r"['’]s(?:\s+[A-Z][\w’'-]+){1,3}(?=\s+(?:say|tell|put|describe|view|think|want|promise|ask|call)\b)"
)
_ONLY_THERE = re.compile(
    r"\b(?:in|at|to|with|on|about|against|towards?|for|into|visit\w*|between|and|(?<!position )(?<!stance )(?<!view )(?<!words )(?<!attitude )of)\s+(?:the\s+)?$"
)
_ADJECTIVE_OF = re.compile(r"\s+(?!(?:say|said|think|want|see|view|put|tell|ask|promise|describe|call|have)\b)[a-z]")
_THING_OF = re.compile(r"(?:的(?!立场|态度|看法|主张|表态|观点|回应|要求|反应|说法|评价|话|意见|诉求|关切|承诺))")


def find_named_nations(text: str) -> list[Nation]:
    """Return the countries with an office that stand before the name of its holder: the Saudi Crown Prince MBS."""
    span_of, folded = _span_zh if is_han(text) else _span_en, fold(text)
    spans = [(country.id, *span_of(text, folded, country)) for country in find_countries(text)]
    named = [
        (c, text[s:e])
        for c, s, e in spans
        if any(e and not text[e : p.start].strip() for p in find_people(text) if p.start >= e)
    ]
    return [Nation(country, tuple(sorted(ranks_in(words))), words) for country, words in named if ranks_in(words)]


def find_nations(text: str, folded: str) -> list[tuple[int, int, Nation]]:
    """Return the countries that `text` names as somebody who may speak, with their offices and names, in order."""
    span_of = _span_zh if is_han(text) else _span_en
    people = find_people(text)
    found = []
    for country in sorted([*find_countries(text), *_capitals(text)], key=lambda mention: mention.start):
        start, end = span_of(text, folded, country)
        named = any(
            start <= p.start and not text[end : p.start].strip() for p in people
        )  # 西班牙首相桑切斯: he is asked
        if end and not named:
            ranks = tuple(sorted(ranks_in(text[start:end])))
            found.append((start, end, Nation(country.id, ranks, text[start:end])))
    return found


def _capitals(text: str) -> list[Mention]:
    """Return the capitals named that may stand for their governments: what does Hanoi say, 莫斯科怎么看."""
    return [Mention(m.start, m.end, CAPITALS[m.id], "other") for m in find_places(text) if m.id in CAPITALS]


def is_bare(nation: Nation) -> bool:
    """Tell whether a country itself is named, without an office of it."""
    return not nation.ranks


def _span_en(text: str, folded: str, country: Mention) -> tuple[int, int]:
    if office := _OFFICE_EN.match(folded, country.end):
        return country.start, office.end()
    if before := _OFFICE_OF.search(folded[: country.start]):
        return before.start(), country.end
    if named := _NAME_EN.match(text, country.end):
        return country.start, named.end()
    if _ONLY_THERE.search(folded[: country.start]):
        return 0, 0
    if side := _SIDE_EN.match(folded, country.end):
        return country.start, side.end()
    adjective = (
        country.end and _is_people(text[country.start : country.end]) and _ADJECTIVE_OF.match(folded, country.end)
    )
    return (0, 0) if adjective else (country.start, country.end)


def _is_people(printed: str) -> bool:
    """Tell whether a country is named by the adjective of its people: Spanish companies are not Spain."""
    return bool(
        re.search(r"(?:i|[^p]an|ese|ish|ench|utch|eek|iss|ic|Thai|Lao|Czech|Saudi)$", printed)
    ) and not re.search(
        r"(?:stan|Iran|Japan|Sudan|Oman|Mali|Chile|Bhutan|Jordan|Azerbaijan|Haiti|Fiji|Brunei|Dubai|Burundi|Malawi|Djibouti)$",
        printed,
    )


def _span_zh(text: str, folded: str, country: Mention) -> tuple[int, int]:
    if office := _OFFICE_ZH.match(folded, country.end):
        end = office.end()
        name = None if _ASKS.match(folded, end) else _NAME_ZH.match(folded, end)
        return country.start, name.end() if name else end
    if side := _SIDE_ZH.match(folded, country.end):
        return country.start, side.end()
    return (0, 0) if _THING_OF.match(folded, country.end) else (country.start, country.end)
