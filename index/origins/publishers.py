"""Whose text an article is, by the publishers named around it; knows nothing of its content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from index.naming.entries import load_publishers
from index.naming.names import account_of, find_offices, find_people
from index.naming.phrases import EXACT, Phrases
from index.records import Account

_HOST = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?=[/:\s）)]|$)", re.IGNORECASE)
_DOMAIN = re.compile(r"\.?[a-z0-9-]+(?:\.[a-z0-9-]+)*")
_JOINT = re.compile(
    r"Joint (?:Statement|Communiqu[eé]|Declaration|Readout|Vision Statement)|"
    r"[^，。]{0,24}(?:联合|聯合)(?:声明|聲明|公报|公報)(?:[（(]全文[）)])?$",
    re.IGNORECASE,
)
_JOINT_END = re.compile(
    r"^(?!.*\b(?:Remarks|Readout|Briefing|Call)\b).*\bJoint (?:Statement|Communiqu[eé])$", re.IGNORECASE
)
# U.S.-Turkey Joint Statement on …, but no briefing on one; the statement of a group of states.
_JOINT_AMONG = re.compile(
    r"(?!.*\b(?:Remarks|Readout|Briefing|Press|Fact Sheet|Announces|Releases)\b.*Joint)"
    # Each sign belongs to one part alone: what could be read in many ways would be, for minutes.
    r"(?:(?:[A-Z][\w.’']*(?:-[a-z][\w.’']*)*|(?<![–—-])(?:and|of|the|a|&)|,+):?[\s–—-]+){1,10}(?:Joint|JOINT) "
    r"(?:Statement|Communiqu[eé]|Declaration|Vision Statement)\b"
)
_GROUP = re.compile(
    r"(?:Statement (?:of|by) (?:the )?)?(?:The )?(?:G-?7|G-?20|Quad|Troika|AUKUS|NATO|C5\+1|E3)\b"
    r"(?:.*\b(?:Statement|Communiqu[eé]|Declaration)\b|[^:]*(?:Leaders|Ministers)$)"
)
_RELEASED = re.compile(
    r"text of (?:the following|a) (?:joint )?statement (?:was )?(?:released|issued|adopted|agreed)[\w ]* by "
    r"(?:the )?(?:[Gg]overnments|G7|foreign ministers|leaders|[^.]{4,80} and )"
)
_PUBLISHER_LAST = re.compile(r".[|｜_–—-]+\s*([^|｜_–—-]{2,40})$")
_PUBLISHED = re.compile(
    r"([^，。：]{2,24}?)(?:发布|發布|發佈|发表|發表)?的?(?:声明|聲明|新闻稿|新聞稿|通稿|通报|通報|全文)|"
    r"((?:The )?White House|State Department)",
)
# An official's own office publishes such a text.
_GENRE = re.compile(
    r"(?:Readout (?:of|from)|Remarks (?:by|of)|(?:Press )?Statement (?:by|of|from)|"
    r"Press (?:Briefing|Conference|Gaggle) (?:by|with)|"
    r"(?:Deputy |Under )?Secretary [\w. ]+ (?:At|And|With|Before|Remarks|Opening Remarks)\b|"
    r"(?:(?:Deputy |Under )?Secretary|(?:Vice )?President) [\w. ]+[’']s? (?:Meeting|Call|Travel|Visit|Virtual)|"
    r"Background Press Call|Fact Sheet:|(?:Foreign|Defense|Commerce) Ministry Spokesperson|"
    r"(?:\d{4}年\d{1,2}月\d{1,2}日)?(?:外交部|国防部|國防部|商务部|商務部)(?:发言人|發言人|部长|部長))",
    re.IGNORECASE,
)
_MET = re.compile(r"(?<=[’']s) (?:\w+ )?(?:Meeting|Call|Travel|Visit|Talks|Dinner|Conversation|Summit)\b.*?\bwith\b")
_WORDS = re.compile(r"\w")
_LETTERS = re.compile(r"[^a-z]")


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher as a text names it, and whose account its texts are."""

    publisher: str
    account: Account


@cache
def _names() -> Phrases[Account]:
    return Phrases(
        (name, row.account) for row in load_publishers() for name in row.names if not _DOMAIN.fullmatch(name)
    )


def find_source(texts: Iterable[str]) -> Source | None:
    """Return the first publisher that one of the texts names, by its web address or by its name."""
    for text in texts:
        for match in _HOST.finditer(text):
            account = account_of(match.group(1))
            if account:
                return Source(_name_host(match.group(1).lower()), account)
        for found in _names().find(text):
            return Source(text[found.start : found.end].removeprefix("据").removeprefix("據"), found.value)
    return None


def names_publisher(text: str) -> bool:
    """Tell whether most of the text is names of publishers: 'CCTV 新闻联播 (央视网)'."""
    named = sum(len(_WORDS.findall(text[found.start : found.end])) for found in _names().find(text))
    return named * 5 >= len(_WORDS.findall(text)) * 3 > 0


def is_publisher(text: str) -> bool:
    """Tell whether the text is a publisher's name and nothing else."""
    return any((found.start, found.end) == (0, len(text)) and found.value != "joint" for found in _names().find(text))


def find_source_of_title(title: str, *, joint_only: bool = False) -> Source | None:
    """Return whose text a title tells: a joint statement, a publisher named at its end, an official's readout."""
    if _JOINT.match(title) or _JOINT_END.search(title) or _JOINT_AMONG.match(title) or _GROUP.match(title):
        return Source("", "joint")
    if joint_only:
        return None
    for pattern in (_PUBLISHER_LAST, _PUBLISHED):
        match = pattern.search(title)
        if match and (source := find_source([match.group(match.lastindex or 0)])):
            return source
    genre = _GENRE.match(title)
    own = _MET.split(title, maxsplit=1)[0]  # whom its own official met has other readouts
    named = sorted(find_people(own) + find_offices(own), key=lambda mention: mention.start) if genre else []
    side = next((mention.side for mention in named if mention.side), None)
    return Source("", side) if side in ("cn", "us") else None


def find_source_of_lead(lead: str) -> Source | None:
    """Return the source `joint` where a text opens by saying that several governments released it together."""
    return Source("", "joint") if _RELEASED.search(lead) else None


def find_source_of_signature(lines: Iterable[str]) -> Source | None:
    """Return whose text the name of an official above it tells: a line that is a name, an office or both."""
    for line in lines:
        mentions = find_people(line) + find_offices(line)
        named = sum(mention.end - mention.start for mention in mentions)
        side = next((mention.side for mention in mentions if mention.side), None)
        if side in ("cn", "us") and named * 2 > len(line):
            return Source("", side)
    return None


def _name_host(host: str) -> str:
    """Return the publisher's English name where the web address holds it, else the address itself."""
    for row in load_publishers():
        for name in row.names:
            plain = _LETTERS.sub("", name.removesuffix(EXACT).lower().removeprefix("the "))
            if name.isascii() and "." not in name and len(plain) > 2 and plain in host.split("."):
                return name.removesuffix(EXACT)
    whole = host.replace(".", "").replace("-", "")
    for row in load_publishers():
        for name in row.names:
            plain = _LETTERS.sub("", name.removesuffix(EXACT).lower().removeprefix("the "))
            if name.isascii() and "." not in name and len(plain) > 6 and plain in whole:
                return name.removesuffix(EXACT)
    return host
