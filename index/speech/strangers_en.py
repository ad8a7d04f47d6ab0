"""People whom no gazetteer knows, as an English text introduces them: by a title, by a country, or as its own side's.

It knows nothing of sentences.
"""

from __future__ import annotations

import re

from index.naming.names import find_people
from index.records import Side
from index.speech.titles_en import Named, find_named, side_of_phrase

_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_OWNER = re.compile(r"[’']s\b.*")
# Behind these a title names whom its own official met, or what the text is about.
_OTHERS = re.compile(r"(?i)\b(?:with|to|and|between|on|for|before|ahead|following|after|about|against|via)\b|:")
_SHORTEST = 2  # letters of a name: Lu


def surname_of(named: Named) -> str:
    """Return the last word of a name, without what it owns and the country that is told behind it."""
    words = _split(named)[0].split()
    return words[-1] if words else ""


def introduce_en(title: str, text: str, home: Side | None) -> dict[str, Side | None]:
    """Return the words of the names that stand behind a title, with the side that the text tells of them somewhere."""
    found: dict[str, Side | None] = {}
    for named in find_named(text):
        name, country = _split(named)
        side = side_of_phrase(named.title) or (side_of_phrase(country) if name and country else None)
        if side:
            found.update({word: side for word in name.split() if len(word) >= _SHORTEST and word not in found})
    own = next(find_named(title), None)
    if own is None or home not in ("cn", "us") or _OTHERS.search(title[: own.start] + own.title):
        return found
    surname = surname_of(own)
    if surname and surname not in found and not find_people(title[own.start : own.end]):
        found.update({word: home for word in _split(own)[0].split()})
    return found


def _split(named: Named) -> tuple[str, str]:
    """Return a name without what it owns, and the country that is told behind it: President … of Kenya."""
    name, *country = _OF.split(_OWNER.sub("", named.name), maxsplit=1)
    return name, country[0] if country else ""
