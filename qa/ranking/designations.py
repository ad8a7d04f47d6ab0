"""Finds where a question says by country and office who somebody is: the French foreign minister, 越南国会主席王庭惠.

Such words tell whose meeting or words are asked for, as a name would, and seldom what about.
"""

from __future__ import annotations

import re

from index.naming.names import find_people
from index.speech.countries import find_countries
from index.words import fold, is_han
from qa.understanding.nations import find_nations, is_bare

_BETWEEN = re.compile(r"(?:['’]s)?(?:\s+[\w’'-]+){0,4}\s+$")  # an English country, and a name after it
_BETWEEN_ZH = re.compile(r"[^，。？、的在和与及跟对向就]{0,14}$")
_LINKS = re.compile(r"\b(?:and|or|with|in|on|at|to|by|from|about|for|did|was|is|does|has)\b")


def find_designations(text: str) -> list[tuple[int, int]]:
    """Return where somebody is called by country and office, from the country to the end of the office or the name."""
    found = [(start, end) for start, end, nation in find_nations(text, fold(text)) if not is_bare(nation)]
    people = find_people(text)
    for country in find_countries(text):
        after = [p for p in people if p.start >= country.end and _leads_to(text[country.end : p.start])]
        found += [(country.start, after[0].start)] if after else []
    return found


def _leads_to(between: str) -> bool:
    """Tell whether only an office stands between a country and a name."""
    if is_han(between) or not between:
        return bool(_BETWEEN_ZH.match(between))
    return bool(_BETWEEN.match(between)) and not _LINKS.search(between.lower())
