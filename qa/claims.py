"""What one side asks of the other, and what it promises: which sentences state it; knows nothing of scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from index.naming.names import find_institutions, find_places
from index.records import Side, Span
from index.words import fold
from qa.ranking.kinds import voice_match
from qa.ranking.match import CONTENT, Unit, matched
from qa.records import Question

Claim = Literal["demand", "promise"]
NAMED = 0.5  # how much of a topic must stand in a sentence about it

_ASKED: dict[Claim, re.Pattern[str]] = {
    "demand": re.compile(
        r"要求|诉求|敦促(?!了?解)|希望(?:美|中|对)方|要(?:美|中)(?:方|国)|\b(?:demand\w*|call(?:s|ed)? on)\b"
        r"|\b(?:ask|want|urge|press)(?:s|ed)? (?:\w+ ){1,3}to\b|\bmake of (?:the )?(?:us|china|beijing|washington)\b"
    ),
    "promise": re.compile(
        r"承诺了?(?!书)|保证|答应|许诺|\b(?:promis\w+|pledge[sd]?|commit(?:ted)? to|vow\w*)\b",
    ),
}
_OTHER: dict[Side, str] = {
    "cn": r"(?:美方|美国|美国政府|the (?:us|u\.s\.|united states|american side)|washington)",
    "us": r"(?:中方|中国|北京|china|the prc|beijing|the chinese side)",
}
_SOME_SIDE = "[^中我双各对大北南东西地单官，。；]方"  # 越方, 日方
_WISH = (
    r"(?:要求|希望|敦促|督促|呼吁|期待"
    r"|\burge[sd]?|\bcall(?:s|ed)? (?:on|for)|\bask(?:s|ed)?|\bpress(?:es|ed)?|\bwants?|\bhopes?)"
)
_DUTY = r"(?:应当?|应该|要|必须|务必|不要|不得|\bshould|\bmust|\bneeds? to|\bought to|\bhas to)"
_PROMISES = re.compile(
    r"(?:我们?|中方|美方|中国|美国)[^，。；]{0,4}将(?!近)|愿(?!景|望)|承诺|保证|无意|不寻求|不会|不支持|不再|致力于"
    r"|\b(?:we|i|he|she|they|china|the (?:us|united states|prc)) (?:will|would|do(?:es)? not seek|is committed)\b"
    r"|\b(?:pledged?|promised?|committed to|commitment to|reaffirmed)\b"
)


def asked_claim(question: Question) -> Claim | None:
    """Return whether a question asks for one side's demands or promises."""
    if question.form not in ("position", "list") or set(question.sides) not in ({"cn"}, {"us"}):
        return None
    folded = fold(question.text)
    return next((claim for claim, pattern in _ASKED.items() if pattern.search(folded)), None)


def states(claim: Claim, question: Question, sentence: Span) -> bool:
    """Tell whether those who are asked demand something of the other side in `sentence`, or promise something."""
    if voice_match(question, sentence) != 1:
        return False
    text = fold(sentence.text)
    if claim == "promise":
        return bool(_PROMISES.search(text))
    other = _demanded(question, sentence)
    return bool(re.search(rf"{_WISH}\W{{0,2}}(?:\w+\s){{0,2}}{other}|{other}\W{{0,2}}(?:方面|也|都)?{_DUTY}", text))


def _demanded(question: Question, sentence: Span) -> str:
    """Return a pattern of those of whom a demand counts: the other side if a question names it, or whoever is named."""
    own = question.sides[0]
    if re.search(_OTHER[own], fold(question.text)):
        return _OTHER[own]
    text = fold(sentence.text)
    found = [m for m in find_institutions(text) if m.side not in (own, "joint")] + find_places(text)
    named = {re.escape(text[m.start : m.end]) for m in found}
    return rf"(?:{'|'.join([_OTHER[own], _SOME_SIDE, *sorted(named)])})"


def topics_of(question: Question, units: Sequence[Unit]) -> list[Unit]:
    """Return what the question says that the demands or promises are about."""
    words = fold(" ".join(found.group() for p in _ASKED.values() for found in p.finditer(fold(question.text))))
    return [u for u in units if u.weight >= CONTENT and not u.person and fold(u.printed) not in words]


def is_about(topics: Sequence[Unit], sentence: Span) -> bool:
    """Tell whether a sentence names one of the topics that are asked about by name; any does where none is."""
    named = [unit for unit in topics if unit.topical]
    return not named or max(matched(named, sentence.text)) >= NAMED
