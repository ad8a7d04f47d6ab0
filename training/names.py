"""Names that must be whole pieces: cut into characters, a foreign name is lost among everyday words.

Names come from jieba's dictionary, which marks transliterated ones, and from the dictionary that is trained on.
"""

from __future__ import annotations

import re
from pathlib import Path

import jieba

from training.sources import Source, read_rows

TRANSLITERATED = "nrt"  # jieba's tag
CHINESE_NAME = re.compile(r"[\u4e00-\u9fff]{2,5}")
SHORTEST_ENTRY = 3  # shorter entries are mostly places and offices of China
ENGLISH_NAME = re.compile(r"[A-Z][a-z]+")
CHINESE_GEOGRAPHY = re.compile(
    r"county|district|township|prefecture|city|dynasty|[ -]town|mountain|surname|abbr|China", re.I
)


def transliterated_names() -> list[str]:
    """Return the transliterated foreign names of jieba's dictionary."""
    path = Path(jieba.__file__).parent / "dict.txt"
    rows = (line.split(" ") for line in path.read_text(encoding="utf-8").splitlines())
    return [word for word, _, tag in rows if tag == TRANSLITERATED and CHINESE_NAME.fullmatch(word)]


def dictionary_names(source: Source) -> list[str]:
    """Return the entries whose first meaning is a name, but for the many places within China."""
    names = []
    for _, simplified, glosses in read_rows(source.path, "dict"):
        meaning = glosses.split("/")[0]
        is_name = len(simplified) >= SHORTEST_ENTRY and CHINESE_NAME.fullmatch(simplified)
        if is_name and ENGLISH_NAME.match(meaning) and not CHINESE_GEOGRAPHY.search(meaning):
            names.append(simplified)
    return names


def whole_names(sources: list[Source]) -> list[str]:
    """Return all names that must be whole, each once."""
    names = transliterated_names()
    for source in sources:
        if source.kind == "dict" and source.use == "train":
            names += dictionary_names(source)
    return list(dict.fromkeys(names))
