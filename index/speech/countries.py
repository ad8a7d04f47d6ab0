"""The countries and groupings that a text names, by name, people or side (越方), and the offices beside them.

It knows nothing of sentences, and which countries are spoken for is for others to find.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from index.kept import keep
from index.naming.entries import FOLDER, load_places
from index.naming.names import Mention
from index.naming.phrases import Phrases, even
from index.naming.tables import read_rows
from index.words import fold, is_han

_TABLE = FOLDER / "countries.tsv"
_LONGER = re.compile(r"[法案向式针程便块米位略寸糖]")  # 新方法: no side
# Offices that one person of a country holds, whatever it is called there; the narrow ones first.
RANKS: dict[str, str] = {
    "deputy head": r"副总理|副首相|\b(?:deputy prime minister|vice premier)\b",
    "vice president": r"副总统|国家副主席|\bvice president\b",
    "deputy foreign": r"副外长|外交部副部长|外务次官|外交次官|外务副大臣|\b(?:vice|deputy) foreign minister\b",
    "foreign": r"外长|外交部部?长|外交大臣|外务大臣|外相|\bforeign (?:affairs )?(?:minister|secretary)\b|\bexternal affairs minister\b"
    r"|\bminister (?:of|for) (?:[\w ]{0,14}\b)?(?:foreign|external) affairs\b",
    "defense": r"国防部部?长|防长|国防大臣|防卫大臣|防卫相|\bdefen[cs]e minister\b|\bminister (?:of|for) (?:national )?defen[cs]e\b",
    "finance": r"财政部部?长|财长|财务大臣|\bfinance minister\b",
    "parliament": r"议长|(?:国会|议会|杜马|参议院|众议院|国民议会|大呼拉尔)(?:第一)?(?:副)?(?:主席|议长)"
    r"|\b(?:national assembly|parliament|parliamentary|duma|senate)\b[\w' ]{0,12}\b(?:chair\w*|speaker|president)\b|\bspeaker of\b",
    "council": r"(?:理事会|委员会)主席|\bpresident of the european (?:council|commission)\b|\beuropean (?:council|commission) president\b",
    "secretary general": r"(?<!副)秘书长|\bsecretary[- ]general\b",
    "party": r"总书记|第一书记|\bgeneral secretary\b|\bfirst secretary\b",
    "crown": r"王储|\bcrown prince\b",
    "monarch": r"国王|女王|天皇|埃米尔|大公|\b(?:king|queen|emperor|emir|sultan)\b",
    "head": r"总理|首相|\bprime minister\b|\bpm\b(?!\.)|\bpremier\b|\bchancellor\b|\btaoiseach\b",
    "state": r"总统|国家主席|\bpresident\b",
    "ambassador": r"大使|\bambassador\b",
}  # fmt: skip
OFFICE = "|".join(RANKS.values())


@dataclass(frozen=True, slots=True)
class Country:
    """A country or a grouping by the id of its place, and every name of it, of its people and of its side."""

    id: str
    names: tuple[str, ...]


@cache
def load_countries() -> dict[str, Country]:
    """Return the countries by their ids."""
    rows = keep("countries", [_TABLE, FOLDER / "places.tsv"], tuple[Country, ...], _read)
    return {country.id: country for country in rows}


def _read() -> tuple[Country, ...]:
    places = {place.id: place.names for place in load_places()}
    rows = read_rows(_TABLE, ("place", "names"))
    return tuple(
        Country(r["place"], tuple(dict.fromkeys((*places.get(r["place"], ()), *r.names("names"))))) for r in rows
    )


@cache
def _phrases() -> Phrases[str]:
    return Phrases([(name, country.id) for country in load_countries().values() for name in country.names])


@cache
def _short() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of 韩总统 or 法外长, and the countries by their first character there."""
    first = {n[0]: c.id for c in load_countries().values() for n in map(fold, c.names) if len(n) == 2 and n[1] == "方"}
    return re.compile(rf"(?<![\u4e00-\u9fff])[{''.join(first)}](?=总统|总理|首相|外长|外相|防长|财长|国王)"), first


def find_countries(text: str) -> list[Mention]:
    """Return the countries that `text` names, in order."""
    folded = fold(text)
    found = [Mention(*row, "other") for row in _phrases().find(text) if not _is_word(folded, row.start, row.end)]
    if is_han(text):
        pattern, first = _short()
        found += [Mention(m.start(), m.end(), first[m.group()], "other") for m in pattern.finditer(folded)]
    return sorted(found, key=lambda mention: mention.start)


def _is_word(folded: str, start: int, end: int) -> bool:
    """Tell whether what looks like a side is part of a word: 新方法."""
    return folded[start:end].endswith("方") and end - start == 2 and bool(_LONGER.match(folded, end))


def ranks_in(text: str) -> frozenset[str]:
    """Return the offices that `text` names, a narrow one hiding the wider ones inside it."""
    rest, found = even(text), set()
    for rank, pattern in RANKS.items():
        rest, times = re.subn(pattern, " ", rest)
        if times:
            found.add(rank)
    return frozenset(found)
