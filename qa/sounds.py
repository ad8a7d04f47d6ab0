"""Whether a Chinese name and a Latin one sound alike: 哈特韦尔 and Hartwell, 储怀谦 and Chu Huaiqian.

Compares consonants in their order, and vowels a little; knows nothing of what is held or of who bears a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from index.words import fold

ALIKE = {2: 0.1, 3: 0.13, 4: 0.16, 5: 0.2}  # the most that a pair may differ, by its consonants
_CLOSE = 0.1  # the most that the first sounds may differ
_LEAST = 2  # characters or consonants of a name that can be told by its sound
# Each sound is one letter. A small one is a vowel; what stands for nothing in the other script costs little.
_LATIN = (
    (r"sch|tch|sh|ch|zh|dzh|cz|cs|sz", "S"),
    (r"th", "Z"),
    (r"ph|gh(?=t)", "F"),
    (r"ck|kh|gh|qu|q|k", "K"),
    (r"c(?=[eiy])", "S"),
    (r"c", "K"),
    (r"g(?=[eiy])", "J"),
    (r"g", "G"),
    (r"j", "J"),
    (r"x", "KS"),
    (r"[sz]", "S"),
    (r"[td]", "T"),
    (r"[pb]", "P"),
    (r"f", "F"),
    (r"v", "V"),
    (r"w(?=[aeiouy])", "W"),
    (r"[m]", "M"),
    (r"n", "N"),
    (r"l", "L"),
    (r"r(?=[aeiouy])", "R"),
    (r"r", "r"),
    (r"h(?=[aeiouy])", "H"),
    (r"h|w(?![aeiouy])", ""),
    (r"y(?=[aeiou])", "i"),
    (r"oo|ou", "u"),
    (r"ee|ea|ie|ei|y", "i"),
)
_LATIN_RE = re.compile("|".join(f"({pattern})" for pattern, _ in _LATIN) + r"|[aeiou]")
_INITIALS = {
    **dict.fromkeys(("b", "p"), "P"),
    **dict.fromkeys(("d", "t"), "T"),
    **dict.fromkeys(("g", "k"), "K"),
    **dict.fromkeys(("z", "c", "s", "zh", "ch", "sh", "q", "x"), "S"),
    "j": "J",
    "m": "M",
    "n": "N",
    "l": "L",
    "f": "F",
    "w": "W",
    "h": "H",
    "r": "R",
    "y": "i",
}
_SYLLABLE = re.compile(r"^(zh|ch|sh|[bpmfdtnlgkhjqxzcsrwy])?([a-zü]+?)(ng|n|r)?$")
_NEAR = {
    frozenset(pair): cost
    for cost, pairs in (
        (0.1, ("GK", "VW", "LR", "ZS", "ZT", "FH", "JS", "KJ", "Lr", "GJ", "WF", "VF")),
        (0.4, ("HK", "TS", "TJ", "PV", "PF", "MN", "HG", "PW", "iJ", "HS", "SR", "JR", "WH")),
    )
    for pair in pairs
}
_DROPPED = {"r": 0.05, "R": 0.25, "H": 0.3, "L": 0.6, "W": 0.5, "G": 0.6, "N": 0.6, "V": 0.7}


@lru_cache(maxsize=8192)
def _hear_latin(name: str) -> str:
    plain = re.sub(r"([a-z])\1", r"\1", fold(name))
    return "".join(
        _LATIN[found.lastindex - 1][1] if found.lastindex else found[0] for found in _LATIN_RE.finditer(plain)
    )


def read_out(name: str) -> tuple[str, ...]:
    """Return the syllables of a Chinese name, without tones."""
    from pypinyin import lazy_pinyin  # its tables take a quarter of a second to read, and few questions need them

    return tuple(lazy_pinyin(fold(name)))


@lru_cache(maxsize=8192)
def _hear_chinese(name: str) -> str:
    heard = ""
    for syllable in read_out(name):
        found = _SYLLABLE.match(syllable)
        if syllable == "er":
            heard += "L"
        elif found:
            initial, vowels, coda = found.groups()
            heard += _INITIALS.get(initial or "", "") + vowels.replace("ü", "u")[-2:] + ("N" if coda else "")
    return heard


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if one.islower() and other.islower():
        return 0.2
    return _NEAR.get(frozenset(one + other), 1.4)


def _left(sound: str) -> float:
    return _DROPPED.get(sound, 0.12 if sound.islower() else 1.0)


def sound_alike(latin: str, chinese: str) -> bool:
    """Tell whether a Latin name and a Chinese one, which transcribes it or is transcribed by it, sound alike."""
    one, other = _hear_latin(latin), _hear_chinese(chinese)
    few = min(_count_consonants(one), _count_consonants(other))
    if few < _LEAST or len(chinese) < _LEAST or not _begin_alike(one, other):
        return False
    return _differ(one, other) <= ALIKE[min(few, max(ALIKE))]


def _count_consonants(sounds: str) -> int:
    return sum(char.isupper() for char in sounds)


def _begin_alike(one: str, other: str) -> bool:
    return (_cost(one[0], other[0]) if one[0].isupper() or other[0].isupper() else 0.0) <= _CLOSE


def _differ(one: str, other: str) -> float:
    """Return what it costs to make the sounds of one name of another's, a share of their number."""
    row = [0.0]
    for char in other:
        row.append(row[-1] + _left(char))
    for mine in one:
        last, row = row, [row[0] + _left(mine)]
        for place, char in enumerate(other):
            row.append(min(last[place] + _cost(mine, char), last[place + 1] + _left(mine), row[place] + _left(char)))
    return row[-1] / ((_count_consonants(one + other) + len(one + other)) / 4)


def is_pinyin_of(latin: str, chinese: str) -> bool:
    """Tell whether Latin letters are a Chinese name's own syllables: of it all, or of the surname it begins with."""
    letters = "".join(char for char in fold(latin) if char.isalpha())
    syllables = read_out(chinese)
    return letters in ("".join(syllables), syllables[0])
