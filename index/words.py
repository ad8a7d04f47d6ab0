"""Words for search, the same at build and at question time; knows nothing of readouts or questions."""

from __future__ import annotations

import logging
import re
import unicodedata
from functools import cache

import jieba
import opencc
import Stemmer

# A word of Latin letters or digits (inner points, hyphens and apostrophes part words), or a run of Han characters.
_RUN = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+(?:[.,]\d+)*%?|[\u3400-\u9fff\U00020000-\U0003ffff]+")
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def _segmenter() -> jieba.Tokenizer:
    from index.naming.terms import domain_words  # late: terms fold their own phrases with this module

    jieba.setLogLevel(logging.WARNING)
    segmenter = jieba.Tokenizer()
    segmenter.initialize()
    for word in domain_words():
        segmenter.add_word(word)
    return segmenter


def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


def fold(text: str) -> str:
    """Return `text` in Simplified characters and lower case, character for character, so that offsets hold."""
    simplified = _converter().convert(text)
    if len(simplified) != len(text):  # no known entry changes length; a surprise must not shift offsets
        simplified = "".join(c if len(c := _converter().convert(char)) == 1 else char for char in text)
    lower = simplified.lower()
    return lower if len(lower) == len(text) else "".join(_lower(char) for char in simplified)


def is_han(text: str) -> bool:
    """Tell whether `text` holds a Chinese character."""
    return _HAN.search(text) is not None


def split_words(text: str) -> list[str]:
    """Return the search words of `text`: folded, Chinese cut in jieba's search mode, English stemmed."""
    words: list[str] = []
    for run in _RUN.findall(fold(unicodedata.normalize("NFC", text))):
        if is_han(run):
            words.extend(_segmenter().cut_for_search(run))
        elif run[0].isdigit():
            words.append(run.replace(",", ""))
        else:
            words.append(_stemmer().stemWord(run.replace(".", "")) if len(run) > 2 else run)
    return words
