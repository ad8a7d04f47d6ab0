"""In whose account a question wants its answer: "according to the Chinese side"; knows nothing of what is held."""

from __future__ import annotations

import re

from index.naming.names import Mention, account_of, find_institutions, find_people, find_places, find_publishers
from index.records import Account, Side
from index.words import fold, is_han
from qa.understanding.frames import POSITION_NOUNS
from qa.understanding.texts import PUBLISHED_BEFORE, READOUT_NOUNS, TELLER_BEFORE

ADJECTIVES: list[tuple[Side, re.Pattern[str]]] = [
    ("cn", re.compile(r"\b(?:chinese|china|prc|beijing)\b", re.IGNORECASE)),
    (
        "us",
        re.compile(
            r"\b(?:american|(?<!latin )(?<!north )(?<!south )(?<!central )america|united states|u\.s\.(?!-)|washington|white house"
            r"|us(?=\s+(?:side|position|stance|government|readout|account|statement|president|demand|concern|documents?|texts?|sources|transcript|version|reports|official (?:text|document|readout|statement|account|version|record))))",
            re.IGNORECASE,
        ),
    ),
]
# A house whose words are its own texts; a ministry speaks for its side, and others tell what it says.
_SPEAKS_IN_TEXTS = re.compile(r"white house|白宫")
# Where something was: what did he say at the White House, 在白宫说了什么
_VISITED = re.compile(r"(?:\b(?:at|in|to|visit(?:ed|ing|s)?)\s+(?:the\s+)?|[在到访赴抵]|访问|抵达)$")
# What a side put out: its own texts are asked for.
_WHAT = re.compile(r"\b(?:what|anything|something|whatever)\b[^,?]*$")
_PUBLISHED = re.compile(
    r"(?:\s+(?:side|government|(?:foreign )?ministry|department|itself|has|have|had|ever)){0,3}\s+(?:publish(?:ed)?|releas(?:e|ed)|issued?|put out|post(?:ed)?|print(?:ed)?)\b(?! sanctions)"
    r"|[^，,。？?]{0,14}?(?:发布|公布|刊发|刊登|发出)(?:了|过|的)"
)
_AND = re.compile(r"\s*(?:and|or|vs\.?|与|和|、)\s*(?:the\s+)?")
_SIDE = r"(?:中方|中国|北京|beijing|china|the chinese side)"
_AND_SIDE = re.compile(rf"\s*(?:and|versus|vs\.?|与|和|跟|、)\s*(?:the\s+)?{_SIDE}")
_SIDE_AND = re.compile(rf"{_SIDE}\s*(?:and|versus|vs\.?|与|和|跟|、)\s*(?:the\s+)?$")


def find_tellers(text: str, folded: str) -> dict[int, Account]:
    """Return where a side is named only as the one whose account tells: "according to the Chinese side", 据中方介绍."""
    institutions = find_institutions(text)
    named: list[tuple[int, int, Side | Account | None]] = [(m.start, m.end, m.side) for m in institutions]
    named += [(*m.span(), side) for side, pattern in ADJECTIVES for m in pattern.finditer(text)]
    named = [row for row in named if not find_places(text[row[0] : row[1]])]  # in Beijing: where something was said
    named += [(m.start, m.end, m.side) for m in find_people(text)]
    named += find_publishers(text)
    found: dict[int, Account] = {m.start: m.side for m in institutions if m.side in ("cn", "us") and _is_house(text, m)}
    for start, end, side in named:
        tells = TELLER_BEFORE.search(folded[:start]) and not POSITION_NOUNS.match(folded[end:])
        if side in ("cn", "us") and tells:
            found[start] = side
    return found


def _is_house(text: str, mention: Mention) -> bool:
    """Tell whether a house is named whose words are its own texts, and not beside the other side's."""
    printed, folded = text[mention.start : mention.end], fold(text)
    if (
        _VISITED.search(folded[: mention.start])
        or _AND_SIDE.match(folded, mention.end)
        or _SIDE_AND.search(folded[: mention.start])
    ):
        return False
    return account_of(printed) == mention.side and bool(_SPEAKS_IN_TEXTS.search(fold(printed)))


def asked_accounts(text: str, folded: str) -> dict[tuple[int, int], Account]:
    """Return whose texts are asked for and where that is said: "the White House readout", 中方通稿."""
    found: dict[tuple[int, int], Account] = {}
    mentions: list[tuple[int, int, Side | Account | None]] = [(m.start, m.end, m.side) for m in find_institutions(text)]
    mentions += [(*m.span(), side) for side, pattern in ADJECTIVES for m in pattern.finditer(text)]
    mentions += find_publishers(text)
    beside = ""  # the Chinese and American readouts
    for start, end, side in sorted(mentions, key=lambda mention: mention[0], reverse=True):
        noun = READOUT_NOUNS.match(folded, end)
        told = noun or PUBLISHED_BEFORE.search(folded[:start])
        told = told or (is_han(text) or _WHAT.search(folded[:start])) and _PUBLISHED.match(folded[end:])
        joined = beside and _AND.fullmatch(folded[end : len(folded) - len(beside)])
        if side in ("cn", "us") and (told or joined):
            teller = TELLER_BEFORE.search(folded[:start])
            found[teller.start() if teller else start, noun.end() if noun else end] = side
            beside = folded[start:]
    return dict(sorted(found.items()))
