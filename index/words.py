"""Words for search, the same at build and at question time; knows nothing of readouts or questions."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import accumulate

import opencc
import Stemmer

from index.segment import Segmenter

# A word of Latin letters or digits (inner points, hyphens and apostrophes part words), or a run of Han characters.
_RUN = re.compile(r"[a-z]\.(?:[a-z]\.)+|[a-z]+|\d+(?:[.,]\d+)*%?|[\u3400-\u9fff\U00020000-\U0003ffff]+")
_LONE = re.compile("[\ud800-\udfff]")
_ACCENTED = re.compile(r"[\u00c0-\u024f\u1e00-\u1eff]")
SHORT, FOLDED = 600, 8192  # texts no longer than this are remembered, and so many of them
NAME = 12  # characters of a Chinese name or term: how these are cut is remembered
_HAN = re.compile(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("t2s")


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


@cache
def _segmenter() -> Segmenter:
    from index.naming.terms import domain_words  # late: terms fold their own phrases with this module

    return Segmenter(domain_words())


@cache
def _plain_letters() -> dict[int, str]:
    """Return the letter without its marks for every Latin letter that has some."""
    letters = (chr(code) for block in (range(0xC0, 0x250), range(0x1E00, 0x1F00)) for code in block)
    bases = {ord(letter): unicodedata.normalize("NFD", letter)[0] for letter in letters}
    decomposed = {code: base.lower() for code, base in bases.items() if base.isascii()}
    return decomposed | {ord(letter): base for letter, base in zip("øØłŁđĐħĦıðÐ", "oollddhhidd", strict=True)}


def _lower(char: str) -> str:
    lower = char.lower()
    return lower if len(lower) == 1 else char


def fold(text: str) -> str:
    """Return `text` in Simplified characters, lower case and without accents, so that each offset still holds."""
    if text.isascii():
        return text.lower()
    return _fold_short(text) if len(text) <= SHORT else _fold(text)


def _fold(text: str) -> str:
    if _LONE.search(text):  # half a character, which no converter takes
        text = _LONE.sub("\ufffd", text)
    simplified = _converter().convert(text)
    if len(simplified) != len(text):  # no known entry changes length; a surprise must not shift offsets
        simplified = "".join(c if len(c := _converter().convert(char)) == 1 else char for char in text)
    if _ACCENTED.search(simplified):
        simplified = simplified.translate(_plain_letters())
    lower = simplified.lower()
    return lower if len(lower) == len(text) else "".join(_lower(char) for char in simplified)


_fold_short = lru_cache(maxsize=FOLDED)(_fold)


def is_han(text: str) -> bool:
    """Tell whether `text` holds a Chinese character."""
    return _HAN.search(text) is not None


def split_words(text: str) -> list[str]:
    """Return the search words of `text`: folded, Chinese cut in jieba's search mode, English stemmed."""
    words: list[str] = []
    for run in _RUN.findall(fold(unicodedata.normalize("NFC", text))):
        if is_han(run[0]):
            words.extend(_cut_name(run) if len(run) <= NAME else _segmenter().cut_for_search(run))
        else:
            words.append(_stem(run))
    return words


def find_starts(text: str) -> set[int]:
    """Return the offsets at which words begin: 美元 does not begin one in 中美元首."""
    return set(accumulate(map(len, _segmenter().cut(fold(text), HMM=False)), initial=0))


@lru_cache(maxsize=FOLDED)
def _cut_name(run: str) -> tuple[str, ...]:
    return tuple(_segmenter().cut_for_search(run))


@lru_cache(maxsize=FOLDED)
def _stem(run: str) -> str:
    """Return the search word of a run of Latin letters or digits."""
    if run[0].isdigit():
        return run.replace(",", "")
    return _stemmer().stemWord(run.replace(".", "")) if len(run) > 2 else run
