"""The plain words of a question: which they are, how they are also spelt, how much they tell; knows no names."""

from __future__ import annotations

import re
from functools import lru_cache

from index.frequencies import commonness, information
from index.words import fold, is_han, split_words
from qa.understanding.frames import ASKING, STOP_WORDS

UNLISTED = 2.0  # the commonness of a word that the table does not list
MOST_UNLISTED = 0.9  # the most that a Chinese word tells that the table does not list: it may be no word at all
_LATIN_WORD = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+(?:[.,]\d+)*%?")
# A British and an American ending, each tried in the other's place.
_ENDINGS = [
    (re.compile(pattern), other)
    for pattern, other in (
        (r"is(?=(?:e[ds]?|ers?|ing|ations?)$)", "iz"),
        (r"iz(?=(?:e[ds]?|ers?|ing|ations?)$)", "is"),
        (r"our(?=(?:s|ed|ing|able|ers?|al)?$)", "or"),
        (r"or(?=(?:s|ed|ing|able|ers?|al)?$)", "our"),
        (r"tre(?=s?$)", "ter"),
        (r"ter(?=s?$)", "tre"),
        (r"ence(?=s?$)", "ense"),
        (r"ense(?=s?$)", "ence"),
        (r"ogue(?=s?$)", "og"),
        (r"og(?=s?$)", "ogue"),
        (r"amme(?=s?$)", "am"),
        (r"am(?=s?$)", "amme"),
    )
]
_LEAST_RESPELT = 5  # letters: four and for, our and or are no spellings of one word


def plain_words(text: str) -> list[tuple[str, str]]:
    """Return the words of `text` that do not only put the question, as printed (folded) and as searched."""
    folded = ASKING.sub(" ", fold(text))
    words = [(run, word) for run in _LATIN_WORD.findall(folded) if run not in STOP_WORDS for word in split_words(run)]
    words = [(run, word) for run, word in words if word not in STOP_WORDS and len(word) > 1]
    chinese = split_words(re.sub(r"[^\u3400-\u9fff]+", " ", folded))
    parts = {word for word in chinese if any(word != other and word in other for other in chinese)}
    words += [(word, word) for word in chinese if word not in parts and not _is_frame(word)]
    return list(dict.fromkeys(words))


def _is_frame(word: str) -> bool:
    """Tell whether a Chinese word only puts the question: a stop word, or stop words run together (各说)."""
    return word in STOP_WORDS or all(char in STOP_WORDS for char in word) or not is_han(word)


def is_listed(word: str) -> bool:
    """Tell whether a search word is common enough to be listed."""
    return commonness(word) != UNLISTED


@lru_cache(maxsize=4096)
def tells(word: str) -> float:
    """Return how much a search word tells, from 0 to 1; of an unlisted Chinese one the mean of its parts."""
    if is_listed(word) or not is_han(word) or len(word) == 1:
        return information(word)
    parts = [part for part in split_words(word) if part != word] or list(word)
    return min(MOST_UNLISTED, sum(map(tells, parts)) / len(parts))


@lru_cache(maxsize=4096)
def spellings(printed: str) -> tuple[str, ...]:
    """Return an English word's other spellings, American or British, as searched: those that are listed."""
    if is_han(printed) or len(printed) < _LEAST_RESPELT:
        return ()
    others = [pattern.sub(other, printed) for pattern, other in _ENDINGS if pattern.search(printed)]
    words = dict.fromkeys(word for other in others for word in split_words(other))
    return tuple(word for word in words if is_listed(word) and word not in split_words(printed))


def chinese_parts(form: str) -> list[str]:
    """Return the words that a Chinese form begins or ends with: 新能源 and 汽车 of 新能源汽车."""
    words = [word for word in split_words(form) if word != form and len(word) > 1]
    ends = [word for word in words if form.startswith(word) or form.endswith(word)]
    return [word for word in dict.fromkeys(ends) if not _is_frame(word)]
