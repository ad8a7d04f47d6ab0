"""From bytes to text: finds the encoding; knows nothing of readouts or files."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF", "a PDF file", "rename it to .pdf"),
    (b"PK\x03\x04", "a zip or Office file", "rename a Word file to .docx, or save its text as UTF-8 in a .txt file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as .docx"),
    (b"{\\rtf", "an RTF file", "save it as .docx"),
    (b"\x89PNG", "an image", "save its text as UTF-8 in a .txt file"),
    (b"\xff\xd8\xff", "an image", "save its text as UTF-8 in a .txt file"),
    (b"\x1f\x8b", "a compressed file", "unpack it"),
)
# The commonest characters of Chinese prose in both scripts: text decoded by the wrong table has few of them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所"
    "民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那"
    "社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通"
    "并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区"
    "强放决西被干做必战先回则任取完举色权约步阿美英中法俄日韩朝台湾习近平拜登特朗普布林肯王毅双元首会晤谈判合作问题和平稳定安全"
    "這個國為來時們對會過說產種後發動學電還兩體當點從業應開無問係關與間樣實現進經條結論統長將見計別鐵軍總設員題灣習雙談環際貿"
    "，。、；：？！“”「」『』（）《》"
)
_LEAST_RATING = 0.1  # of Chinese prose about half is such characters, of a list of names a fifth
_RATED = 200_000  # characters; they tell the encoding
_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")


def decode_text(data: bytes) -> str:
    """Return the text of `data`; ValueError with the reason and the cure where it is not text."""
    if not data.strip():
        raise ValueError("is empty; put the text in it or take it out of the folder")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    for signature, what, cure in _SIGNATURES:
        if data.startswith(signature):
            raise ValueError(f"is {what}, not text; {cure}")
    if b"\0" in data:
        raise ValueError("holds NUL bytes, so it is not text; save it again as UTF-8")
    try:
        return _check_controls(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _check_controls(_decode_unmarked(data))


def _decode_marked(data: bytes, encoding: str) -> str:
    text = data.decode(encoding, errors="replace")
    if not text.strip():
        raise ValueError("is empty; put the text in it or take it out of the folder")
    if "\0" in text:
        raise ValueError("holds NULs, so it is not text; save it again as UTF-8")
    return _check_controls(text)


def _decode_unmarked(data: bytes) -> str:
    candidates = [(_rate(text), text) for text in _decodings(data)]
    if not candidates:
        raise ValueError("is in no encoding known here (UTF-8, UTF-16, GB18030, Big5); save it again as UTF-8")
    rating, text = max(candidates, key=lambda candidate: candidate[0])
    if rating < _LEAST_RATING:
        raise ValueError("does not read as text in UTF-8, GB18030 or Big5; save it again as UTF-8")
    return text


def _decodings(data: bytes) -> list[str]:
    found = []
    for encoding in ("gb18030", "big5", "big5hkscs", "cp950"):
        try:
            found.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    damaged = data.decode("utf-8", errors="replace")
    if damaged.count("\ufffd") <= 1 + len(damaged) // 500:  # a file cut within its last character, a byte lost
        found.append(damaged)
    runs = _HIGH_BYTES.findall(data)
    if all(len(run) <= 2 for run in runs) and sum(map(len, runs)) * 10 < len(data):  # stray quotation marks in English
        found.append(data.decode("cp1252", errors="replace"))
    return found


def _rate(text: str) -> float:
    """Rate 0 to 1 how far the text reads as Chinese or English."""
    text = text[:_RATED]
    wide = [char for char in text if char > "\x7f" and not char.isspace()]
    if not wide:
        return 0.0
    if len(wide) * 10 < len(text):
        return sum(char in "‘’“”–—…éèáíóúñüöä\u00a0£€®©°§" or char in _COMMON for char in text if char > "\x7f") / len(
            wide
        )
    private = sum("\ue000" <= char <= "\uf8ff" for char in wide)  # what a wrong table gives
    return (sum(char in _COMMON for char in wide) - private) / len(wide)


def _check_controls(text: str) -> str:
    controls = sum(char < " " and char not in "\t\n\r\f\v\x1a" for char in text)
    if controls * 20 > len(text):
        raise ValueError("is mostly control characters, so it is not text; save it again as UTF-8")
    return text
