"""What a question sets side by side: the two sides, their texts, several years, or wherever a word stands.

It may only be one of these: 分别 asked of one speaker is about years, not about sides. Knows nothing of what is held.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from index.records import Account, Side
from qa.records import Form, Period
from qa.understanding.frames import LEFT_OUT, SPEECH
from qa.understanding.period import EARLIEST
from qa.understanding.voices import Askee

_SIDE = r"(?:chinese|china|beijing|prc|american|us|u\.s\.|washington|white house|united states)"
_TEXTS = r"(?:readouts?|accounts?|texts?|statements?|versions?|summar(?:y|ies)|press releases?)"
# The texts of both sides are named together.
_BOTH_TEXTS = re.compile(
    rf"\b{_SIDE}(?:['’]s)?(?: own)? (?:and|versus|vs\.?|or) (?:the )?{_SIDE}(?:['’]s)?(?: \w+)? {_TEXTS}\b"
    rf"|\b(?:two|both|each (?:side|government|country)['’]s) (?:\w+ )?{_TEXTS}\b"
    rf"|\b{_TEXTS}\b[^?]*\band what (?:does|did|do|is|was) (?:the )?{_SIDE}(?:['’]s)?\b"
    r"|(?:中美|美中|双方|两国|两边|两方)(?:两边|双方|两国|两方|各自|官方|的|在){0,3}(?:通稿|新闻稿|文稿|声明|文本|说法|版本|稿子|稿件|[记纪]录)"
    r"|[两二](?:份|个|篇)(?:通稿|新闻稿|文稿|声明|文本|稿子|稿件|公报)"
)
# Both sides are named as such, whoever else is.
_BOTH_SIDES = re.compile(
    r"\b(?:both|(?:the )?two|each) (?:\w+ )?(?:sides?|countr(?:y|ies)|governments?|leaders?|presidents?|capitals?|men|delegations?|part(?:y|ies))\b"
    r"|\beach (?:of them|other)\b|\bthey\b"
    r"|[中美][方国](?:政府|官方)?[和与跟同、及](?:中|美)[方国]|双方|两[边方位人]|(?:两国|中美|美中|双边)(?!关系|经贸|贸易|合作|人民|之间|交往|军)|元首|彼此|(?<!其)他们|各方"
)
_SEVERAL_TIMES = re.compile(
    r"\b(?:(?:each|both) (?:time|of the (?:\w+ )?(?:\w+ )?(?:calls|meetings|talks|summits|visits|trips))|(?:two|three|both) (?:\w+ )?(?:calls|meetings|talks|summits|visits|trips))\b"
    r"|[两三四几]次(?:会晤|会谈|通话|会面|访问|访华|访美|见面|讲话)|历次|每次"
)
# Where or when words stand: of several texts each is asked for.
_WHEREVER = re.compile(
    r"\b(?:which|what) (?:years|months|dates|meetings|calls|talks|texts|documents|readouts|accounts|statements|speeches|occasions|summits)\b"
    r"|(?:哪些|哪几)(?:个|次|份|篇|场)?(?:年|月|会|通话|文|场合|讲话|声明|通稿|新闻稿|时候)"
)
_STANDS = re.compile(
    r"\b(?:liken\w*|compar\w+|metaphor\w*|imag(?:e|ery)|appear\w*|turn(?:s|ed)? up|crop\w* up|c[oa]mes? up|featur\w+|figured?|occur\w*|invok\w+)\b"
    r"|比作|比喻|比成|喻为|打比方|出现|字眼|措辞"
)


def compared_form(
    form: Form, folded: str, voices: Sequence[Askee], accounts: Collection[Account], periods: Sequence[Period]
) -> Form:
    """Return the form of a question that sets things side by side, by what they are; `form` where it does not.

    `voices` are those whose words are asked for, `accounts` those whose texts are.
    """
    sides: set[Side] = {voice.side for voice in voices if voice.side in ("cn", "us")}
    if form in ("when", "change", "position", "list") and _WHEREVER.search(folded) and _is_said(folded):
        return "change"
    if form != "each_side":
        plain = form in ("position", "mention", "list", "definition") and not any(voice.person for voice in voices)
        return "each_side" if plain and names_both_texts(folded) else form
    if LEFT_OUT.search(folded):
        return form
    alone = len(sides) == 1 or (not sides and len(accounts) == 1)
    if not alone or _BOTH_SIDES.search(folded) or names_both_texts(folded):
        return form
    return "change" if spans_years(periods) or _SEVERAL_TIMES.search(folded) else "position"


def names_both_texts(folded: str) -> bool:
    """Tell whether the texts of both sides are named together."""
    return bool(_BOTH_TEXTS.search(folded))


def _is_said(folded: str) -> bool:
    return bool(_STANDS.search(folded) or SPEECH.search(folded))


def spans_years(periods: Sequence[Period]) -> bool:
    """Tell whether days of several years are asked about."""
    years = {day.year for period in periods if period.first > EARLIEST for day in (period.first, period.last)}
    return len(years) > 1
