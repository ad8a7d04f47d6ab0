"""In whose account a question wants its answer: "according to the Chinese side"; knows nothing of what is held."""

from __future__ import annotations

import re

from index.naming.names import account_of, find_institutions, find_places
from index.records import Account, Side
from qa.understanding.frames import POSITION_NOUNS, PUBLISHED_BEFORE, READOUT_NOUNS, TELLER_BEFORE

ADJECTIVES: list[tuple[Side, re.Pattern[str]]] = [
    ("cn", re.compile(r"\b(?:chinese|china|prc|beijing)\b", re.IGNORECASE)),
    (
        "us",
        re.compile(
            r"\b(?:american|united states|u\.s\.(?!-)|washington|white house"
            r"|us(?=\s+(?:side|position|stance|government|readout|account|statement|president|demand|concern)))",
            re.IGNORECASE,
        ),
    ),
]
# A house whose words are its own texts; a ministry speaks for its side, and others tell what it says.
_SPEAKS_IN_TEXTS = re.compile(r"white house|白宫")
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
    for side, pattern in ADJECTIVES:
        for named in pattern.finditer(text):
            place = find_places(named.group())  # in Beijing: where something was said
            tells = TELLER_BEFORE.search(folded[: named.start()]) and not POSITION_NOUNS.match(folded[named.end() :])
            if side in ("cn", "us") and not place and tells:
                found[named.start()] = side
    return found


def asked_accounts(text: str, folded: str) -> tuple[Account, ...]:
    """Return whose texts are asked for: "the White House readout", 中方通稿."""
    accounts: list[Account] = []
    mentions = [(m.start, m.end, m.side) for m in find_institutions(text)]
    mentions += [(*m.span(), side) for side, pattern in ADJECTIVES for m in pattern.finditer(text)]
    beside = ""  # the Chinese and American readouts
    for start, end, side in sorted(mentions, key=lambda mention: mention[0], reverse=True):
        told = READOUT_NOUNS.match(folded[end:]) or PUBLISHED_BEFORE.search(folded[:start])
        joined = beside and _AND.fullmatch(folded[end : len(folded) - len(beside)])
        if side in ("cn", "us") and (told or joined):
            accounts.insert(0, side)
            beside = folded[start:]
    return tuple(dict.fromkeys(accounts))
