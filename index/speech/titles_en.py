"""Titles and names in English, and the side that a title tells; knows nothing of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index.naming.names import find_places, place_side
from index.records import Side
from index.speech.cues import Scene

_RANK = (
    "Presidents?|Premiers?|Ministers?|Chancellor|King|Queen|Prince|Princess|Emir|Sultan|Pope|Secretary-General|Secretary|Secretaries|Councilor|Councillor|Counselor|Director|Ambassador"
    "|Representative|Commissioner|Chairman|Chairwoman|Chair|Speaker|Senator|Congressman|Congresswoman|Admiral|General|Governor|Mayor|Spokesperson"
    "|Spokesman|Spokeswoman|Advisor|Adviser|Envoy|Member|Commander|Leader|Deputy|Mr\\.?|Ms\\.?|Mrs\\.?|Dr\\.?"
)
_IS_RANK = re.compile(rf"(?:{_RANK})(?=[,’']|$)")
_MODIFIER = (
    "Deputy|Vice|Under|Assistant|Prime|Crown|Acting|Executive|First|Foreign|Defense|State|High|National|Security"
)
_CORE = re.compile(rf"(?:(?:{_MODIFIER})\s+)*(?:{_RANK})(?![\w])")
_WORD = r"(?:(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Gen|Adm|Amb|Sen|Rep|Gov)\.|(?:[A-Z]\.)+|[A-Z][\w’'\-]*|(?:bin|ben|al|de|da|von|van|der)\b)"
RUN = re.compile(
    # within a line: what ends a heading is no part of the name that begins the text below
    rf"(?:[Tt]he\s+|[Hh](?:is|er)\s+(?=Majesty|Excellency|Royal))?{_WORD}(?:[^\S\n]+(?:(?:of|for|to)\s+(?:the\s+)?)?{_WORD})*(?:,?\s+(?:Jr|Sr)\.,?)?"
)
_CHINESE = re.compile(r"\b(?:Chinese|China|PRC|CCP|CPC|Communist|Politburo|Beijing|State Council)\b")
_AMERICAN = re.compile(
    r"\b(?:U\.S|American|United States|US|USA|White House|Treasury|Pentagon|State Department|(?:Defense|Commerce|Justice|Energy) Department|Homeland|Senior Administration|Administration)\b"
)
_DEMONYM = re.compile(
    r"\b(?!(?:Asian|Civilian|Guardian|\w*[sir]man|\w*woman|Human|Parish|English)\b)[A-Z][a-z]+(?:ese|ish|an|ani|aqi|aeli|mani|ench|utch|reek|akh|bek|wiss|pino)\b|\b(?:EU|UN|NATO|ROK|UK|DPRK|European|Saudi|Thai|Czech|Turkish)\b"
)
# Behind an office stands a name, though it ends as a people's does: President Ning Chengyuan.
_NAME_BEHIND = re.compile(
    r"(?:President|Premier|Minister|Secretary|Ambassador|Chairman|Councill?or|Director|Representative|Mr\.?|Ms\.?)"
    r"(?:\s+[A-Z][\w-]+){1,2}"
)
# Offices that the United States does not have, and those that China does not have.
_NOT_US = re.compile(
    r"\b(?:Premier|Prime Minister|Chancellor|King|Queen|Prince|Princess|Emir|Sultan|Pope|Minister|State Councill?or|Foreign Secretary|Secretary[- ]General)\b"
)
# What an office is of: Minister of Foreign Affairs, Minister for National Defense.
_OF_WHAT = re.compile(r"(?:Foreign|National|Public|Homeland|Internal|External|Veterans) |State Security\b")
_OFFICES = {
    "foreign affairs": "foreign minister",
    "national defense": "defense minister",
    "defense": "defense minister",
}
_NOT_CN = re.compile(
    r"\b(?:Senator|Congressman|Congresswoman|National Security Advis[eo]r|Under Secretary|Secretary of \w+|Prime Minister|King|Chancellor|Secretary[- ]General)\b"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A run of capitalised words with a title in it: its offsets, the title, and the name or nothing."""

    start: int
    end: int
    title: str
    name: str

    @property
    def core(self) -> str:
        """The title without country or office: deputy secretary, foreign minister."""
        of_what = re.search(r"Minister (?:of|for) (?:the )?(.+)$", self.title)
        if of_what and (office := _OFFICES.get(of_what[1].lower().replace("defence", "defense"))):
            return office
        return (list(_CORE.finditer(self.title))[-1].group()).lower()


def find_named(text: str) -> Iterator[Named]:
    """Yield the titles with their names in `text`, in order."""
    for run in RUN.finditer(text):
        if named := read_run(run):
            yield named


def read_run(run: re.Match[str]) -> Named | None:
    """Return the title and the name in a run of capitalised words; None where no title is in it."""
    words = list(re.finditer(r"\S+", run.group()))
    ranks = [
        i
        for i, word in enumerate(words)
        if _IS_RANK.match(word.group()) and word.group().rstrip(",") != "General" or (word.group() == "General" and i)
    ]
    if not ranks:
        return None
    last = words[_end_of_title([word.group() for word in words], ranks[-1])]
    title, name = run.group()[: last.end()], run.group()[last.end() :].strip(" ,")
    if not _CORE.search(title):
        return None
    return Named(run.start(), run.end(), title, re.sub(r"(?:’s|'s)$", "", name))


def _end_of_title(words: list[str], rank: int) -> int:
    """Return the number of the title's last word: of Foreign Minister of the Republic of Korea it is Korea."""
    last = rank
    while last + 2 < len(words) and words[last + 1] in ("of", "for", "to"):
        last += 2 + (words[last + 2] == "the")
        last += last + 1 < len(words) and bool(_OF_WHAT.match(" ".join(words[last : last + 2])))
        if words[last].startswith("People") and words[last + 1 : last + 3] == ["Republic", "of"]:
            last += 3
        while last + 1 < len(words) and find_places(" ".join(words[last : last + 2])):
            last += 1
    return min(last, len(words) - 1)


def side_of_stranger(named: Named, scene: Scene) -> Side | None:
    """Return the side of somebody whom no gazetteer knows, by the title and by how the article introduces them."""
    if side := side_of_phrase(named.title):
        return side
    if introduced := scene.cast.strangers.get(named.name.split()[-1]):
        return introduced
    if named.core.endswith("president"):  # those of one's own country are in the gazetteer
        return scene.cast.guest or scene.cast.home
    return side_of_title(named, scene)


def side_of_title(named: Named, scene: Scene) -> Side | None:
    """Return the side that has such an office, of the two sides in the article."""
    foreign = {"us": _NOT_US, "cn": _NOT_CN}.get(scene.cast.home or "")
    return scene.cast.guest or "other" if foreign and foreign.search(named.title) else scene.cast.home


def side_of_phrase(phrase: str) -> Side | None:
    """Return the side that a title or a description tells: PRC Foreign Minister, Japanese officials."""
    if _CHINESE.search(phrase):
        return "cn"
    if _AMERICAN.search(phrase):
        return "us"
    abroad = _DEMONYM.search(_NAME_BEHIND.sub("", phrase)) or any(
        place_side(m.id) == "other" for m in find_places(phrase)
    )
    return "other" if abroad else None
