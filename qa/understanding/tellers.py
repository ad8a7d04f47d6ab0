"""In whose account a question wants its answer: "according to the Chinese side"; knows nothing of what is held."""

from __future__ import annotations

import re

from index.naming.names import account_of, find_institutions, find_people, find_places, find_publishers
from index.records import Account, Side
from index.words import is_han
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
# What a side put out: its own texts are asked for.
_WHAT = re.compile(r"\b(?:what|anything|something|whatever)\b[^,?]*$")
_PUBLISHED = re.compile(
    r"(?:\s+(?:side|government|(?:foreign )?ministry|department|itself|has|have|had|ever)){0,3}\s+(?:publish(?:ed)?|releas(?:e|ed)|issued?|put out|post(?:ed)?|print(?:ed)?)\b(?! sanctions)"
    r"|[^，,。？?]{0,14}?(?:发布|公布|刊发|刊登|发出)(?:了|过|的)"
)
_AND = re.compile(r"\s*(?:and|or|vs\.?|与|和|、)\s*(?:the\s+)?")


def find_tellers(text: str, folded: str) -> dict[int, Account]:
    """Return where a side is named only as the one whose account tells: "according to the Chinese side", 据中方介绍."""
    found: dict[int, Account] = {}
    for mention in find_institutions(text):
        account = account_of(text[mention.start : mention.end])
        if account and mention.side == account and _SPEAKS_IN_TEXTS.search(folded[mention.start : mention.end]):
            found[mention.start] = account
        place = find_places(text[mention.start : mention.end])
        tells = TELLER_BEFORE.search(folded[: mention.start]) and not POSITION_NOUNS.match(folded[mention.end :])
        if mention.side in ("cn", "us") and not place and tells:
            found[mention.start] = mention.side
    for start, end, account in find_publishers(text):
        if account in ("cn", "us") and TELLER_BEFORE.search(folded[:start]) and not POSITION_NOUNS.match(folded[end:]):
            found[start] = account
    for person in find_people(text):
        tells = TELLER_BEFORE.search(folded[: person.start]) and not POSITION_NOUNS.match(folded[person.end :])
        if person.side in ("cn", "us") and tells:
            found[person.start] = person.side
    for side, pattern in ADJECTIVES:
        for named in pattern.finditer(text):
            place = find_places(named.group())  # in Beijing: where something was said
            tells = TELLER_BEFORE.search(folded[: named.start()]) and not POSITION_NOUNS.match(folded[named.end() :])
            if side in ("cn", "us") and not place and tells:
                found[named.start()] = side
    return found


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
