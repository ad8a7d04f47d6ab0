"""What the inflected forms of an English word have in common: the plural and every tense; knows no list of words.

The stems of the search are too short for this: import and important have one, and so have internal and international.
"""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+")
SHORTEST = 3  # letters that an inflected word and what is left of it have at least
_TENSE = re.compile(r"(?:(?<!e)ed|(?<=ee)d|ing)$")
_VOWEL = re.compile(r"[aeiouy]")
_SHORT = re.compile(
    r"[^aeiou]*[aeiou][^aeiouwxy]"
)  # loses an e before an ending (plane), else its last letter doubles (plan)
_NO_PLURALS = frozenset({"arms", "customs", "goods", "news", "means", "thing", "king", "bring", "spring", "during"})


@lru_cache(maxsize=65_536)
def uninflected(word: str) -> str:
    """Return what the singular, the plural and the tenses of a folded English word have in common."""
    bare = word.replace(".", "")
    if len(bare) <= SHORTEST or bare in _NO_PLURALS:
        return bare
    bare = re.sub(r"(?<![sui])s$", "", re.sub(r"(?:(?<=[sxz])|(?<=[cs]h))es$", "", bare))
    if (cut := _TENSE.sub("", bare)) != bare and len(cut) >= SHORTEST and _VOWEL.search(cut):
        bare = cut + "e" * (_SHORT.fullmatch(cut) is not None)
    bare = bare if _SHORT.fullmatch(bare[:-1]) else bare.removesuffix("e")
    bare = bare[:-1] + "i" if bare.endswith("y") else bare
    return re.sub(r"([^aeiou])\1$", r"\1", bare)


def cut_words(folded: str) -> list[tuple[int, int, str]]:
    """Return the English words and the numbers of a folded text, uninflected, each with its offsets."""
    return [(*found.span(), uninflected(found[0])) for found in _WORD.finditer(folded)]
