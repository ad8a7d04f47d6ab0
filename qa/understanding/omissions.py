"""Which of two accounts a question says leaves something out, and which one tells it; knows nothing of what is held.

find_omission(text) -> Omission | None       "… that China's account leaves out", 中方通稿没写的有哪些
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.naming.names import find_institutions
from index.words import fold
from qa.understanding.tellers import ADJECTIVES
from qa.understanding.texts import READOUT_NOUNS

# Behind the account that lacks something, and before it.
_LACKS = re.compile(
    r"\b(?:leaves? out|left out(?! of)|omits?|omitted(?! from)|skip(?:s|ped)|pass(?:es|ed)? over|(?:is|are|was|were|stays?|stayed|keeps?|kept) silent"
    r"|(?:(?:do|does|did)n['’]t|not) (?:mention|include|say|have|contain|report|raise|carry|cover|touch)|never mentions?)\b"
    r"|(?:没有?|未)(?:提|写|讲|说|出现|列|报道|包括|载|报|收)|(?:没有|没)的|不提|不见于|遗漏|略去|略过|略掉|省略|删去|漏掉|漏了|回避|只字[不未]提"
)
_LACKED_BY = re.compile(
    r"\b(?:not (?:found )?in|missing from|absent from|left out of|omitted from|nowhere in)\b|(?:不在|没有出现在|未出现在|不见于)"
)
# Before the only account that tells something.
_ONLY_IN = re.compile(r"\bonly (?:in )?(?:the )?(?=\w)|(?:只|仅)(?:有|在|出现在|见于)")
# Something is asked for, not whether a thing is left out.
_WHAT = re.compile(r"\b(?:what|which|anything|topics?|points?|name|list)\b|什么|哪些|哪几|何|内容|列出")
Teller = Literal["cn", "us"]  # a side that tells in texts of its own
_PARTING = re.compile(r"[，,;；。？?]")


@dataclass(frozen=True, slots=True)
class Omission:
    """The account that tells something, and the one that lacks it."""

    told: Teller
    lacking: Teller


def find_omission(text: str) -> Omission | None:
    """Return whose account lacks what whose account tells, where `text` asks for that."""
    folded = fold(text)
    named = sorted(_accounts(text))
    if not named or not _WHAT.search(folded) or not any(READOUT_NOUNS.match(folded, end) for _, end, _ in named):
        return None
    lacking = _lacking(folded, named)
    return Omission("us" if lacking == "cn" else "cn", lacking) if lacking else None


def _lacking(folded: str, named: list[tuple[int, int, Teller]]) -> Teller | None:
    if found := _LACKED_BY.search(folded):
        return next((account for start, _, account in named if start >= found.end()), None)
    if found := _ONLY_IN.search(folded):
        told = next((account for start, _, account in named if start >= found.end()), None)
        return None if told is None else "us" if told == "cn" else "cn"
    for found in _LACKS.finditer(folded):
        before = [(end, account) for _, end, account in named if end <= found.start()]
        if before and not _PARTING.search(folded, before[-1][0], found.start()):
            return before[-1][1]
    return None


def _accounts(text: str) -> Iterator[tuple[int, int, Teller]]:
    """Yield where `text` names one of the two sides, whose texts may be meant."""
    for mention in find_institutions(text):
        if mention.side == "cn" or mention.side == "us":
            yield mention.start, mention.end, mention.side
    for side, pattern in ADJECTIVES:
        if side == "cn" or side == "us":
            yield from ((*found.span(), side) for found in pattern.finditer(text))
