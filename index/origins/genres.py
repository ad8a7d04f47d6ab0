"""Whose text a readout of people in no table is, by its kind and by how it introduces them; knows no publishers.

A side's own text calls its own officials by their office alone (国家主席…, Secretary …), the others by their country.
"""

from __future__ import annotations

import re

from index.naming.names import find_people, find_places, place_side
from index.records import Account
from index.words import fold

_LEAD = 600  # characters in which a text introduces its people
_OFFICE = (
    r"(?:(?:Vice )?President|(?:Deputy |Under |Assistant )?Secretary(?! General|-General)"
    r"(?: of (?:State|Defense|War|the Treasury|Commerce|Energy|Agriculture|Homeland Security))?"
    r"|National Security Advis[eo]r)"
)
_NAME = r"(?P<name>[A-Z][\w.-]+(?: [A-Z][\w.-]+){0,3})"
# An office of the kind that the United States has, and behind it what makes the title that of a text of its own.
_OWNED = (
    re.compile(
        rf"(?:Readout (?:[Oo]f|[Ff]rom)|(?:Opening )?Remarks (?:[Bb]y|of)|(?:Press )?Statement (?:[Bb]y|of|from)"
        rf"|Press (?:Briefing|Conference|Gaggle) (?:[Bb]y|[Ww]ith)) {_OFFICE} {_NAME}"
    ),
    re.compile(rf"{_OFFICE} {_NAME}(?:[’']s (?:Meeting|Call|Travel|Visit|Trip|Virtual)| (?i:at|and|with|before)\b)"),
)
_KIND = re.compile(
    r"FACT SHEET:|Background Press (?:Call|Briefing)\b|Department Press Briefing\b"
    r"|Readout (?:of|from) .{0,40}\b(?:United States|U\.S\.)[-–](?:China|PRC)\b"
)
_AMERICAN = re.compile(
    r"\b[Tt]he United States\b|\bU\.S\.|\bAmericans?\b|\b(?i:senior administration official)|\battributable to\b"
    r"|\bWashington\b|^THE PRESIDENT:|\([Aa]s interpreted\.?\)|\b[AP]\.M\. [A-Z]{3,4}\b",
    re.MULTILINE,
)
_OF_COUNTRY = r"(?: of (?:the )?[A-Z][^,.;\n]{2,40})?"
_OTHER = re.compile(r"\b(?:with|by|of|and|to)\b")  # begins the next name
# China's officials by their office alone, at the head of a clause.
_HEAD_ZH = r"(?:(?<![\u4e00-\u9fff])|(?<=[日午晚晨间电的]))"
_OWN_ZH = re.compile(
    rf"{_HEAD_ZH}(?:国家主席|国家副主席|国务院(?:副)?总理|中共中央政治局(?:常)?委员|中共中央总书记)(?=[\u4e00-\u9fff、])"
)
_MINISTER_ZH = re.compile(
    rf"{_HEAD_ZH}(?:外交部|国防部|商务部|财政部)(?:副?部)?长(?!吴钊燮|林佳龙|顾立雄)(?=[\u4e00-\u9fff]{{2}})"
)
_OUR_SIDE_ZH = re.compile(r"中方")
# A newspaper's own correspondent, or Taiwan's own bodies.
_NOT_OFFICIAL_ZH = re.compile(
    r"本报|专讯|综合报|中央社|联合新闻网|编译|台北报|总统府|陆委会|中华民国|共同社|据[^，。]{2,8}报道"
)


def find_account_of_genre(title: str, text: str, around: str = "") -> Account | None:
    """Return whose text a readout of people in no table is; None where its kind or its words leave that open.

    `around` is what cleaning left out of it: datelines, times, notes.
    """
    lead = f"{title}\n{text[:_LEAD]}"
    all_of_it = f"{around[:_LEAD]}\n{lead}"
    if _is_chinese(fold(all_of_it), fold(text)):
        return "cn"
    return "us" if _is_american(title, lead, f"{all_of_it}\n{text}") else None


def _is_chinese(lead: str, text: str) -> bool:
    if _NOT_OFFICIAL_ZH.search(lead):
        return False
    return bool(_OWN_ZH.search(lead) or (_MINISTER_ZH.search(lead) and _OUR_SIDE_ZH.search(text)))


def _is_american(title: str, lead: str, text: str) -> bool:
    owned = next((found for pattern in _OWNED if (found := pattern.match(title))), None)
    if owned is None and not _KIND.match(title):
        return False
    if owned and (find_people(owned.group()) or _is_abroad(owned["name"].split()[-1], lead)):
        return False
    return bool(_AMERICAN.search(text))


def _is_abroad(surname: str, lead: str) -> bool:
    """Tell whether a text introduces somebody as another country's: Kenyan President …, President … of Kenya."""
    surname = re.escape(re.sub(r"[’']s$", "", surname))
    for found in re.finditer(rf"(?P<before>(?:\b[\w.’']+ ){{0,6}}){surname}(?P<after>{_OF_COUNTRY})", lead):
        own = _OTHER.split(found["before"])[-1]
        if any(place_side(m.id) not in (None, "us") for m in (*find_places(own), *find_places(found["after"]))):
            return True
    return False
