"""The language and script of a text."""

from __future__ import annotations

import re
from functools import cache

import opencc

from index.cleaning.chars import CJK
from index.records import Language

_HAN = re.compile(f"[{CJK}]")
_LATIN = re.compile(r"[A-Za-z]+")


@cache
def _converter(name: str) -> opencc.OpenCC:
    return opencc.OpenCC(name)


def find_language(text: str) -> Language:
    """Return the language that most of the text is in, and for Chinese the script of most characters that differ."""
    han = "".join(_HAN.findall(text))
    if len(han) < len(_LATIN.findall(text)):
        return "en"
    return "zh-Hant" if _count_changes(han, "t2s") > _count_changes(han, "s2t") else "zh-Hans"


def _count_changes(text: str, name: str) -> int:
    return sum(a != b for a, b in zip(text, _converter(name).convert(text), strict=False))
