"""What shows a day, as one line of words: written where days are found, read back for readers of other languages.

Knows nothing of how a day is found.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

Place = Literal[
    "front matter",
    "file name",
    "heading",
    "address",
    "dateline",
    "source note",
    "time stamp",
    "URL",
    "link",
    "head matter",
    "byline",
    "place and time",
]
_PLACES = "front matter|file name|heading|address|dateline|source note|time stamp|URL|link|head matter|byline"
_PLACED = re.compile(rf"(?:(.*?); )?({_PLACES}|place and time): (.*)", re.DOTALL)
_YEAR = re.compile(r"(?:(.*?); )?year inferred from “(.*)”", re.DOTALL)
_CLOCK = re.compile(r"(.*), published (\d{4}-.*)", re.DOTALL)


class Proof(NamedTuple):
    """Words that show a day or a part of it, and of what kind they are: `words` of the text itself, or a place."""

    kind: Place | Literal["words", "year", "clock", "published"]
    words: str


def write_year(words: str) -> str:
    """Return that the year is inferred from these words."""
    return f"year inferred from “{words}”"


def write_clock(clock: str, moment: str) -> str:
    """Return the hour printed above a transcript and the moment of its publication."""
    return f"{clock}, published {moment}"


def read_evidence(evidence: str) -> tuple[Proof, ...]:
    """Return what stands in a line of evidence; one that was written by hand is words alone."""
    if found := _YEAR.fullmatch(evidence):
        return (*_words(found[1]), Proof("year", found[2]))
    if found := _CLOCK.fullmatch(evidence):
        return Proof("clock", found[1]), Proof("published", found[2])
    if found := _PLACED.fullmatch(evidence):
        return (*_words(found[1]), Proof(found[2], found[3]))  # type: ignore[arg-type]
    return _words(evidence)


def _words(text: str | None) -> tuple[Proof, ...]:
    return (Proof("words", text),) if text else ()
