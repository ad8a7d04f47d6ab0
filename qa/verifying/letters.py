"""A text as its letters, digits and characters alone, with the way back: what counts when wordings are compared.

Two texts have the same letters where only script, capitals, punctuation, quotation marks or white space differ. Words
stay apart, Chinese characters are joined; a number keeps its point and loses its commas. Knows nothing of readouts.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from index.words import fold

Difference = Literal["script", "capitals", "quotation_marks", "punctuation", "spacing"]
DIFFERENCES: tuple[Difference, ...] = ("script", "capitals", "quotation_marks", "punctuation", "spacing")

_HAN = "\u3005\u3400-\u9fff\U00020000-\U0003ffff"
_HAN_CHAR = re.compile(f"[{_HAN}]")
_OTHER = (
    rf"\d+(?:[.,]\d+)*(?:[^\W\d_{_HAN}]+)?|[a-z]\.(?:[a-z]\.?)+(?![a-z])"
    rf"|[^\W\d_{_HAN}]+(?:'[^\W\d_{_HAN}]+)*\d*|[%‰$€£¥°]"
)
_TOKEN, _RUN = re.compile(f"[{_HAN}]|{_OTHER}"), re.compile(f"[{_HAN}]+|{_OTHER}")
_GLUE = re.compile(rf" (?=[{_HAN}])|(?<=[{_HAN}]) ")
_QUOTES = '"“”„‟«»「」『』《》〈〉＂﹁﹂﹃﹄'
_PAIRS = ("“”", "「」", "『』", "《》", "（）", "()")
_APOSTROPHES = "’‘＇ʼ"
# Characters that opencc simplifies in some words alone: a quotation may be cut out of the word.
_VARIANTS = dict(zip("瞭藉著祇敍妳", "了借着只叙你", strict=True))
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"


@cache
def _plain_chars() -> dict[int, str]:
    """Return for each character the one that stands for it in any script, width and case."""
    chars = [chr(code) for code in range(0x80, 0x10000) if not 0xD800 <= code < 0xE000]
    wide = [unicodedata.normalize("NFKC", char) for char in chars]
    single = [plain if len(plain) == 1 else char for char, plain in zip(chars, wide, strict=True)]
    folded = fold("\n".join(single))[::2]  # apart, so that no two of them make a word
    table = {ord(char): _VARIANTS.get(plain, plain) for char, plain in zip(chars, folded, strict=True)}
    return table | {code: chr(code).lower() for code in range(0x80)} | dict.fromkeys(map(ord, _APOSTROPHES), "'")


@dataclass(frozen=True, slots=True)
class Token:
    """One Chinese character, word, number or sign, in its plain form, with its offsets in the text."""

    plain: str
    start: int
    end: int


def plain_text(text: str) -> str:
    """Return `text` in Simplified characters and lower case, character for character, so that offsets hold."""
    return text.translate(_plain_chars())


def split_tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return what counts of `text` between two offsets, in order."""
    plain = plain_text(text[start:end])
    return [
        Token(m[0] if m[0].isalpha() else _norm(m[0]), start + m.start(), start + m.end())
        for m in _TOKEN.finditer(plain)
    ]


def letters(text: str) -> str:
    """Return what counts of `text` as one string: equal strings have the same wording."""
    return join_tokens([_norm(token) for token in _RUN.findall(plain_text(text))])


def find_bounds(text: str, tokens: Sequence[Token]) -> tuple[int, int]:
    """Return the offsets of the first and behind the last token, together with quotation marks that are torn apart."""
    start, end = tokens[0].start, tokens[-1].end
    for pair in _PAIRS:
        opening, closing = pair[0], pair[1]
        inside = text[start:end]
        if text[end : end + 1] == closing and inside.count(opening) > inside.count(closing):
            end += 1
        elif start and text[start - 1] == opening and inside.count(closing) > inside.count(opening):
            start -= 1
    return start, end


def is_long(text: str) -> bool:
    """Tell whether a text has so many words or characters that it says something: 5 of Chinese, 4 of another."""
    return len(split_tokens(text)) >= (5 if any(map(is_han_char, text)) else 4)


def is_han_char(char: str) -> bool:
    """Tell whether one character is Chinese: it joins what stands beside it."""
    return _HAN_CHAR.match(char) is not None


def join_tokens(tokens: list[str]) -> str:
    """Return tokens as one string, words apart and Chinese characters joined."""
    return _GLUE.sub("", " ".join(tokens))


def _norm(token: str) -> str:
    if token[0].isdigit():
        return token.replace(",", "")
    return token.replace(".", "") if "." in token else token


def tell_differences(held: str, quoted: str) -> tuple[Difference, ...]:
    """Return in what two texts of the same wording differ; none where they are equal character for character."""
    if held == quoted:
        return ()
    found = [kind for kind in DIFFERENCES if _without(held, kind) != _without(quoted, kind)]
    return tuple(found) or ("punctuation",)  # an apostrophe of another shape


def _without(text: str, kept: Difference) -> str:
    """Return `text` with every kind of difference evened out but one."""
    text = re.sub(f"[{_APOSTROPHES}]", "'", text.translate(dict.fromkeys(map(ord, _INVISIBLE))))
    text = re.sub(r"(?<!\w)'|'(?!\w)", '"', text)
    if kept != "quotation_marks":
        text = re.sub(f"[{_QUOTES}]", "", text)
    if kept == "spacing":
        text = re.sub(r"\s+", " ", text.strip())
        return "".join(char for char in plain_text(text) if char.isalnum() or char == " ")
    text = "".join(text.split())
    if kept == "quotation_marks":
        return "".join(char for char in plain_text(text) if char.isalnum() or char in _QUOTES)
    if kept == "punctuation":
        return plain_text(text)
    text = "".join(char for char in text if char.isalnum())
    if kept == "script":
        return text.lower()
    return "".join(plain_text(char) if is_han_char(char) else char for char in text)
