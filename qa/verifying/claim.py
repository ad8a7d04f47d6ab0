"""What a text that somebody shows claims: the words quoted, cut at their ellipses, and who is said to have said them.

Knows nothing of what is held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.naming.names import Mention, find_institutions, find_offices, find_people
from qa.understand import find_language
from qa.verifying.letters import find_bounds, plain_text, split_tokens
from qa.verifying.verdicts import Claim, Segment

_DOTS = r"…+|⋯+|\.{3,}|(?:\. ){2}\.|。{3,}"
_ELLIPSIS = re.compile(rf"(?:[\[(（【]\s?(?:{_DOTS}|(?:……)?略)\s?[\])）】]|{_DOTS})")
_SAYS = (
    r"(?:表示|指出|强调|说(?!服|明|法)|称|认为|重申|宣布|声明|承诺|警告|呼吁|主张|提出|表态|坦言|回应"
    r"|\b(?:said|says|say|stated|told|noted|added|emphasi[sz]ed|stressed|reiterated|underscored|reaffirmed"
    r"|declared|made clear|pointed out|announced|warned|according to|promised|pledged|argued|wrote|remarked)\b)"
)
_WHO, _SAID = r"[^\n。！？!?“「『\"]", rf"{_SAYS}(?:\s*(?:that\b|道|了))?"
_OPEN, _CLOSE = r"[“「『\"]", r"[”」』\"]"
# Nothing but who speaks may stand outside the quotation: 美方支持“台独” is a sentence, not a quotation of 台独.
_FORMS = tuple(
    re.compile(form, re.DOTALL)
    for form in (
        rf"\s*(?P<who>{_WHO}{{1,80}}?{_SAYS}{_WHO}{{0,25}}?(?=[:：]\s*{_OPEN})|{_WHO}{{1,80}}?{_SAID}"
        rf"|{_WHO}{{1,60}}?(?=[:：])|according to {_WHO}{{1,60}}?(?=,))[，,:：]?\s*"
        rf"(?P<said>(?:{_OPEN}.+{_CLOSE}|(?!\s*{_OPEN}).+))",
        rf"\s*{_OPEN}(?P<said>.+?){_CLOSE}[,，]?\s*(?P<who>(?:[—–-]{_WHO}{{1,60}}|{_WHO}{{0,60}}{_SAYS}{_WHO}{{0,40}}))",
    )
)
# Before a name: somebody who is met or spoken to, not the one who speaks.
_MET = re.compile(
    r"(?:会晤|会见|会谈|[对向同与和给见]|\b(?:with|to|meeting|met|told|of)\s(?:[\w.]+\s){0,3})(?:[^，,。]{0,4}(?:总统|主席))?$"
)
# What may stand between a name and a colon where no verb of speech does: a title, a note, a date.
_TITLED = re.compile(
    r"\s*(?:总统|主席|总理|国务卿|外长|部长|发言人|先生|女士|方面)?\s*(?:[（(][^）)]*[）)])?(?:[,，]?\s*(?:\w+\s)?\d[\d\s,./年月日-]*)?\s*"
)
MAX_SEGMENTS = 12  # stretches between ellipses
NEAR_NAME = 8  # tokens before and after a name that may tell when and where it was said
_NUMBER = re.compile(r"\d{1,4}")


def read_words(text: str) -> Claim:
    """Return the claim that the whole of `text` is a quotation."""
    return Claim(text, find_language(text), tuple(_cut(text, 0, len(text))))


def read_claim(text: str) -> Claim | None:
    """Return who is claimed to have said what, or None where `text` names nobody as its speaker."""
    for form in _FORMS:
        found = form.fullmatch(plain_text(text).rstrip(" .。\n"))
        if not found:
            continue
        who, said = text[slice(*found.span("who"))], text[slice(*found.span("said"))]
        speaker, segments = _find_speaker(who), tuple(_cut(text, *found.span("said")))
        marked = re.search(rf"[:：]|{_OPEN}", text[found.end("who") : found.end("said")])
        if speaker and segments and (marked or _is_bare(who, speaker)):
            dates = tuple(int(number) for number in _NUMBER.findall(who))
            person = speaker.id if speaker in find_people(who) else None
            named = who[speaker.start : speaker.end]
            return Claim(text, find_language(said), segments, named, person, speaker.side, dates)
    return None


def _is_bare(who: str, speaker: Mention) -> bool:
    """Tell whether words say no more than who speaks: without quotation marks all else is part of what is shown."""
    before, after = who[: speaker.start], who[speaker.end :]
    return max(len(split_tokens(before)), len(split_tokens(after))) <= NEAR_NAME and not re.search("[,，、]", after)


def _find_speaker(who: str) -> Mention | None:
    """Return the one who speaks in a few words before or after a quotation: nearest before a verb, people first."""
    verb = re.search(_SAYS, plain_text(who))
    for find in (find_people, find_offices, find_institutions):
        mentions = [mention for mention in find(who) if find is find_people or mention.side]
        speaking = [mention for mention in mentions if not _MET.search(plain_text(who)[: mention.start])]
        before = [mention for mention in speaking if verb and mention.end <= verb.start()]
        if mentions and not verb and not _TITLED.fullmatch(plain_text(who), mentions[-1].end):
            return None
        if mentions:
            return (before or (speaking or mentions)[:1])[-1]
    return None


def _cut(text: str, start: int, end: int) -> list[Segment]:
    """Cut a stretch at its ellipses, each part without what stands around its first and last word."""
    rows = [split_tokens(text, *part) for part in _parts(text, start, end)]
    if sum(map(bool, rows)) > MAX_SEGMENTS:  # then the dots leave nothing out
        rows = [split_tokens(text, start, end)]
    return [Segment(*find_bounds(text, tokens)) for tokens in rows if tokens]


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for gap in _ELLIPSIS.finditer(text, start, end):
        yield start, gap.start()
        start = gap.end()
    yield start, end
