"""The interface's own words in three languages, from texts.tsv; knows nothing of readouts."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from index.records import Language, Unit

LANGUAGES: tuple[Language, ...] = ("en", "zh-Hans", "zh-Hant")
NAMES: Mapping[Language, str] = {"en": "EN", "zh-Hans": "简", "zh-Hant": "繁"}
TABLE = Path(__file__).parent / "texts.tsv"
ONE = re.compile(r"(?<![\d,.])1 (document|passage|sentence)s\b")
TRADITIONAL_PLACES = {"tw", "hk", "mo", "hant"}

# What people ask of the documents in seeds/, one in each language.
EXAMPLES: Mapping[Language, str] = {
    "en": "What did Xi Jinping say about Taiwan in November 2023?",
    "zh-Hans": "旧金山会晤提出的“五根支柱”是哪五根？",
    "zh-Hant": "2026年雙方對「中美建設性戰略穩定關係」怎麼說？",
}

# What people look up in them, one in each language.
PHRASES: Mapping[Language, str] = {"en": "Taiwan independence", "zh-Hans": "不冲突不对抗", "zh-Hant": "合作共贏"}


@cache
def load_texts() -> Mapping[Language, Mapping[str, str]]:
    """Return every interface text by language and key."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {language: {row["key"]: row[language] for row in rows} for language in LANGUAGES}


def say(language: Language, key: str, **values: object) -> str:
    """Return one interface text, its {fields} filled: `say("en", "line", first=3)` is "line 3"."""
    text = load_texts()[language][key].format(**values)
    return ONE.sub(r"1 \1", text) if language == "en" and "1 " in text else text


def choose_language(tag: str) -> Language:
    """Return the interface language nearest to a browser's language tag: zh-HK is Traditional, fr is English."""
    parts = tag.lower().replace("_", "-").split("-")
    if parts[0] != "zh":
        return "en"
    return "zh-Hant" if TRADITIONAL_PLACES & set(parts) and "hans" not in parts else "zh-Hans"


def show_day(language: Language, day: date) -> str:
    """Return a date as the language writes it: 15 November 2023, 2023年11月15日."""
    if language == "en":
        return f"{day.day} {day:%B} {day.year}"
    return f"{day.year}年{day.month}月{day.day}日"


def show_period(language: Language, first: date, last: date) -> str:
    """Return the shortest name of the days from `first` to `last`: 2023, November 2023, or both ends."""
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years:
        years = str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
        return years if language == "en" else f"{years}年"
    whole_month = first.day == 1 and (first.year, first.month) == (last.year, last.month)
    if whole_month and (last + timedelta(days=1)).day == 1:
        return f"{first:%B} {first.year}" if language == "en" else f"{first.year}年{first.month}月"
    if first == last:
        return show_day(language, first)
    return f"{show_day(language, first)} – {show_day(language, last)}"


_PLACES: dict[Unit, tuple[str, str]] = {
    "line": ("line", "lines"),
    "page": ("page", "pages"),
    "paragraph": ("paragraph", "paragraphs"),
}


def show_lines(language: Language, lines: tuple[int, int], unit: Unit = "line") -> str:
    """Return the lines of a file in words: line 3, lines 3–5; or its pages or paragraphs, where it has no lines."""
    first, last = lines
    one, several = _PLACES[unit]
    return say(language, one if first == last else several, first=first, last=last)
