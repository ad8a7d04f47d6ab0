"""What a question sets side by side: the two sides, their texts, several years, or wherever a word stands.

It may only be one of these: 分别 asked of one speaker is about years, not about sides. Knows nothing of what is held.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.naming.names import find_institutions, find_people
from index.records import Account, Side
from index.words import fold
from qa.records import Form, Period
from qa.understanding.counted_lists import asked_count
from qa.understanding.frames import LEFT_OUT, SPEECH
from qa.understanding.period import EARLIEST
from qa.understanding.voices import Askee

_SIDE = r"(?:chinese|china|beijing|prc|american|us|u\.s\.|washington|white house|united states)"
_TEXTS = r"(?:readouts?|accounts?|texts?|statements?|versions?|summar(?:y|ies)|press releases?)"
_SIDE_ZH = r"(?:中方|中国|北京|美方|美国|白宫|华盛顿)(?:方面|政府|官方|自己|各自|的)*"
_TEXTS_ZH = r"(?:通稿|新闻稿|文稿|声明|文本|文件|说法|版本?|稿子|稿件|[记纪]录)"
_AND_ZH = r"(?:以?及|和|与|跟|同|、)"
# The texts of both sides are named together.
_BOTH_TEXTS = re.compile(
    rf"\b{_SIDE}(?:['’]s)?(?: own)? (?:and|versus|vs\.?|or) (?:the )?{_SIDE}(?:['’]s)?(?: \w+)? {_TEXTS}\b"
    rf"|\b{_SIDE}(?:['’]s)? {_TEXTS}\W+(?:next to|beside|alongside|against|and|versus|vs\.?|compared (?:with|to)) (?:the )?{_SIDE}\b"
    rf"|\b(?:by|in) the {_SIDE} (?:side|{_TEXTS})[^?]*\bthen (?:by|in) the {_SIDE}\b"
    rf"|\b(?:two|both|each (?:side|government|country)['’]s) (?:\w+ )?{_TEXTS}\b"
    rf"|\b{_TEXTS}\b[^?]*\band what (?:does|did|do|is|was) (?:the )?{_SIDE}(?:['’]s)?\b"
    rf"|(?:中美|美中|双方|两国|两边|两方)(?:两边|双方|两国|两方|各自|官方|的|在){{0,3}}{_TEXTS_ZH}"
    rf"|{_SIDE_ZH}{_TEXTS_ZH}?{_AND_ZH}{_SIDE_ZH}{_TEXTS_ZH}"
    r"|[两二](?:份|个|篇)(?:通稿|新闻稿|文稿|声明|文本|稿子|稿件|公报)"
)
# What is between the two sides: it is spoken about, and names nobody who speaks.
_DEALINGS = r"(?:[^，,。？?对就在怎如]{0,2}关系|[^，,。？?对就在怎如]{0,2}[往交]往|[^，,。？?对就在怎如]{0,2}合作|经[贸济]|贸易|人民|之间|交[流战锋]|军|竞争)"
# Both sides are named as such, whoever else is.
_BOTH_SIDES = re.compile(
    r"\b(?:both|(?:the )?two|each) (?:\w+ )?(?:sides?|countr(?:y|ies)|governments?|leaders?|presidents?|capitals?|men|delegations?|part(?:y|ies))\b"
    r"|\beach (?:of them|other)\b|\bthey\b"
    rf"|{_SIDE_ZH}{_TEXTS_ZH}?{_AND_ZH}{_SIDE_ZH}(?!关系|经贸)"
    rf"|双方(?!的?{_DEALINGS})|两[边方位人]|(?:两国|中美|美中|双边)(?!的?{_DEALINGS})|元首(?!会|外交|通话|峰)|彼此|(?<!其)他们|各方"
)
_MEETINGS = r"(?:calls|meetings|talks|summits|visits|trips)"
_SEVERAL_TIMES = re.compile(
    rf"\b(?:(?:each|both) (?:time|of the (?:\w+ )?(?:\w+ )?{_MEETINGS})|(?:two|three|both) (?:\w+ )?{_MEETINGS})\b"
    r"|[两三四几][次度][^，,。？?]{0,4}(?:会晤|会谈|通话|会面|访问|访华|访美|见面|讲话)|[两三四]次(?:是|都)?(?:怎|如何)|历次|每次"
)
# Years named one after the other, of each of which something is asked: 2017年和2026年分别.
_OF_EACH_YEAR = re.compile(
    r"(?:19|20)\d\d年?[^，,。？?]{0,4}(?:以?及|和|与|、)(?:在)?(?:19|20)\d\d年?[^，,。？?]{0,6}(?:分别|各)"
)
# Where or when words stand: of several texts each is asked for.
_WHEREVER = re.compile(
    r"\b(?:which|what) (?:years|meetings|calls|talks|texts|documents|readouts|accounts|statements|speeches|occasions|summits)\b"
    r"|(?:哪些|哪几)(?:个|次|份|篇|场)?(?:年|月|会|通话|文|场合|讲话|声明|通稿|新闻稿|时候)"
)
_STANDS = re.compile(
    r"\b(?:liken\w*|compar\w+|metaphor\w*|imag(?:e|ery)|appear\w*|turn(?:s|ed)? up|crop\w* up|c[oa]mes? up|featur\w+|figured?|occur\w*|invok\w+|occasions)\b"
    r"|场合|比作|比喻|比成|喻为|打比方|出现|字眼|措辞"
)

# Two countries by their first characters, one of them China or the United States: 中菲两国, 美日领导人.
_THIRD = "[日俄法德英印韩朝菲越泰澳加巴墨沙伊意西新马缅柬哈蒙埃南乌土阿荷波匈塞希葡爱以欧]"
_PAIR = re.compile(
    rf"(?:([中美]){_THIRD}|{_THIRD}([中美]))"
    r"(?=两国|双方|两边|领导人|元首|首脑|外长|防长|总理|总统|高层|各自?|分别|都|关系|通话|会[晤谈面])"
)
_OWN = re.compile(r"中美|美中")


def compared_sides(text: str) -> frozenset[Side]:
    """Return the sides that a question names: of its people, institutions and pairs of countries."""
    folded = fold(text)
    named = {mention.side for mention in (*find_people(text), *find_institutions(text)) if mention.side}
    named |= {"other", "cn" if "中" in found.groups() else "us"} if (found := _PAIR.search(folded)) else set()
    named |= {"cn", "us"} if _OWN.search(folded) else set()
    return frozenset(named - {"joint"})


def compared_form(
    form: Form, folded: str, voices: Sequence[Askee], accounts: Collection[Account], periods: Sequence[Period]
) -> Form:
    """Return the form of a question that sets things side by side, by what they are; `form` where it does not.

    `voices` are those whose words are asked for, `accounts` those whose texts are.
    """
    sides: set[Side] = {voice.side for voice in voices if voice.side in ("cn", "us")}
    if form in ("when", "change", "position", "list") and _WHEREVER.search(folded) and _is_said(folded):
        return "change"
    alone = len(sides) == 1 or (not sides and len(accounts) == 1)
    together = bool(_BOTH_SIDES.search(folded)) or names_both_texts(folded)
    if asked_count(folded) and len(sides) < 2 and (form == "position" or form == "each_side" and not together):
        return "list"  # 五根支柱分别是什么: each of so many things, not each side
    several = spans_years(periods) or bool(_SEVERAL_TIMES.search(folded))
    if form != "each_side":
        return _plain_form(form, folded, any(voice.person for voice in voices), alone and not together)
    nobody = not sides and not accounts and several
    if LEFT_OUT.search(folded) or not (alone or nobody) or together and not _OF_EACH_YEAR.search(folded):
        return form
    return "change" if several else "position"


def _plain_form(form: Form, folded: str, personal: bool, alone: bool) -> Form:
    """Return the form of a question that no word says to ask each side."""
    if form not in ("position", "mention", "list", "definition"):
        return form
    if not personal and names_both_texts(folded):
        return "each_side"
    return "change" if alone and form != "list" and _SEVERAL_TIMES.search(folded) else form


def names_both_texts(folded: str) -> bool:
    """Tell whether the texts of both sides are named together."""
    return bool(_BOTH_TEXTS.search(folded))


def _is_said(folded: str) -> bool:
    return bool(_STANDS.search(folded) or SPEECH.search(folded))


def spans_years(periods: Sequence[Period]) -> bool:
    """Tell whether days of several years are asked about."""
    years = {day.year for period in periods if period.first > EARLIEST for day in (period.first, period.last)}
    return len(years) > 1
