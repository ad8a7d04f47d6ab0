"""Characters: which are Chinese, how wide they are, and what is evened out; knows nothing of lines or words."""

from __future__ import annotations

import re
import unicodedata

CJK = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = CJK + "\u3000-\u303f\uff00-\uff60\uffe0-\uffe6"

_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe0e\ufe0f\U000e0000-\U000e0fff]"
)
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_DIGIT_GAP = re.compile(rf"(?<=\d)[ ]+(?=[{WIDE}])|(?<=[{WIDE}])[ ]+(?=\d)")
_WIDE_CHAR = re.compile(f"[{WIDE}“”‘’—…·]")


def normalise(text: str) -> str:
    """Return the text in NFC with line ends of one kind and nothing invisible in it."""
    text = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", _INVISIBLE.sub("", text)))


def tidy(text: str) -> str:
    """Return one line with single spaces, and none between a digit and a Chinese character."""
    return _DIGIT_GAP.sub("", " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", text)).split()))


def measure_width(text: str) -> int:
    """Return the columns that the text takes: two for a Chinese character."""
    if text.isascii():
        return len(text)
    return sum(2 if _WIDE_CHAR.match(char) else not unicodedata.combining(char) for char in text)
