"""How common a search word is in general, whatever is held; the table is made by training/frequencies.py."""

from __future__ import annotations

import re
from functools import cache
from math import log
from pathlib import Path

FILE = Path(__file__).with_name("frequencies.tsv")


@cache
def _per_million() -> dict[str, str]:
    return dict(re.findall(r"^(.+)\t(\d.*)$", FILE.read_text(encoding="utf-8"), re.MULTILINE))


def commonness(word: str) -> float:
    """Return how often a search word stands in a million words of its language; 2 for those too rare to be listed."""
    return float(_per_million().get(word, 2.0))


def information(word: str) -> float:
    """Return how much a search word tells, from 0 for the most common to 1 for those too rare to be listed."""
    return min(1.0, max(0.0, 1 - log(commonness(word) / 2) / log(50_000 / 2)))
