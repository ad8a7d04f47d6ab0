"""From marked-up text to plain lines: HTML and Markdown taken off; knows nothing of what a line means."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, replace

from index.records import Dropped

CJK = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
WIDE = CJK + "\u3000-\u303f\uff00-\uff60\uffe0-\uffe6"

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\ufe0e\ufe0f]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WHOLE = (
    (re.compile(r"<!--.*?-->|<!DOCTYPE[^<>]*>", re.S | re.I), "HTML comment"),
    (re.compile(r"<(script|style|noscript)\b.*?</\1\s*>", re.S | re.I), "HTML script"),
    (re.compile(r"<(title)\b.*?</\1\s*>", re.S | re.I), "HTML title"),
    (re.compile(r"<(figcaption)\b.*?</\1\s*>", re.S | re.I), "caption"),
)
_BLOCK_TAG = (
    r"</?(?:p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|tbody|thead|section|article|header|footer|blockquote|figure|"
    r"html|body|head|title|main|nav|dl|dt|dd|pre)\b[^<>]*>"
)
_BREAK = re.compile(_BLOCK_TAG, re.I)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>")
_PARAGRAPH_TAG = re.compile(r"<(/?)(?:p|li|h[1-6]|dd|dt|td)\b", re.I)
_OPEN_HEADING = re.compile(r"<h([1-6])\b", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_BOLD_WHOLE = re.compile(r"\s*(?:<(strong|b)\b[^<>]*>(?:(?!</\1>).)*</\1\s*>|\*\*[^*]+\*\*|__[^_]+__)\s*", re.I | re.S)
_HEADING = re.compile(rf"\s{{0,3}}(#{{1,6}})(?:\s+|(?=[{WIDE}]))(?=[^\s#])")
_HEADING_TAIL = re.compile(r"\s+#+\s*$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = re.compile(r"\s*[-*+•●■▪‣·]\s+(?=\S)(?!\d+\s*[-–—]\s*$)")
_IMAGE = re.compile(r"!\[([^\]\n]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"(?<!\\)\[([^\]\n]+)\]\((\S+?)(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|___|__|(?<![\w*])\*(?!\s)|(?<!\w)_(?!\s))(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_DIGIT_GAP = re.compile(rf"(?<=\d)[ ]+(?=[{WIDE}])|(?<=[{WIDE}])[ ]+(?=\d)")
_WIDE_CHAR = re.compile(f"[{WIDE}“”‘’—…·]")
_INDENT = re.compile("[ \t]*\u3000{2}|[ \u00a0\t]{4}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text without markup, its place in the file, and what the markup told of it."""

    number: int
    text: str
    level: int = 0  # of a marked heading, 1 to 6; 0 where nothing marks it as one
    opens: bool = False  # begins a paragraph, whatever stands before
    gap: bool = False  # a blank line stands before
    runs: bool = False  # stands in the same HTML paragraph as the line before
    bold: bool = False
    trail: bool = False  # white space stands behind it in the file
    width: int = 0  # columns that it takes in the file
    links: tuple[str, ...] = ()


def normalise(text: str) -> str:
    """Return the text in NFC with line ends of one kind and nothing invisible in it."""
    text = _SURROGATE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return unicodedata.normalize("NFC", _CONTROL.sub(" ", _INVISIBLE.sub("", text)))


def tidy(text: str) -> str:
    """Return one line with single spaces, and none between a digit and a Chinese character."""
    return _DIGIT_GAP.sub("", " ".join(text.split()))


def measure_width(text: str) -> int:
    """Return the columns that the text takes: two for a Chinese character."""
    return sum(2 if _WIDE_CHAR.match(char) else not unicodedata.combining(char) for char in text)


def strip_markup(text: str, first_line: int = 1) -> tuple[list[Line], list[Dropped]]:
    """Return the lines of normalised text without HTML and Markdown, and what was taken off."""
    dropped: list[Dropped] = []
    for pattern, reason in _WHOLE:
        text = _blank(text, pattern, reason, first_line, dropped)
    tags: dict[int, list[str]] = {}
    lines: list[Line] = []
    opens = gap = inside = False
    for number, raw in enumerate(text.split("\n"), first_line):
        for segment, tag in _segments(raw):
            paragraph = _PARAGRAPH_TAG.match(tag)
            inside = not paragraph.group(1) if paragraph else inside and not tag
            line = _strip_line(number, segment, tag, tags)
            opens = opens or bool(tag)
            if line.text:
                runs = inside and not opens
                lines.append(replace(line, opens=(line.opens or opens) and not runs, gap=gap, runs=runs))
                opens = gap = False
            elif not tag:
                gap = True
    dropped += [Dropped(number, " ".join(found), "markup") for number, found in tags.items()]
    return lines, dropped


def _blank(text: str, pattern: re.Pattern[str], reason: str, first_line: int, dropped: list[Dropped]) -> str:
    def drop(match: re.Match[str]) -> str:
        inner = tidy(html.unescape(_TAG.sub(" ", match.group())))
        dropped.append(Dropped(first_line + text.count("\n", 0, match.start()), inner or match.group()[:80], reason))
        return "\n" * match.group().count("\n") or " "

    return pattern.sub(drop, text)


def _segments(raw: str) -> list[tuple[str, str]]:
    """Split a line at HTML block tags: each piece with the tag before it, '' for the first."""
    found, last, tag = [], 0, ""
    for match in _BREAK.finditer(raw):
        found.append((raw[last : match.start()], tag))
        last, tag = match.end(), match.group()
    found.append((raw[last:], tag))
    return found


def _strip_line(number: int, raw: str, tag: str, tags: dict[int, list[str]]) -> Line:
    taken: list[str] = [tag] if tag else []
    links: list[str] = []
    bold = bool(_BOLD_WHOLE.fullmatch(raw))
    indented = bool(_INDENT.match(raw)) and bool(re.search(f"[{CJK}]", raw))

    def take(match: re.Match[str]) -> str:
        taken.append(match.group())
        return ""

    def take_link(match: re.Match[str]) -> str:
        links.append(match.group(2))
        taken.append(f"[]({match.group(2)})")
        return match.group(1)

    def unescape(match: re.Match[str]) -> str:
        taken.append(match.group())
        return html.unescape(match.group())

    opened = _OPEN_HEADING.match(tag)
    heading = _HEADING.match(raw)
    level = int(opened.group(1)) if opened else len(heading.group(1)) if heading else 0
    text = _ENTITY.sub(unescape, _TAG.sub(take, raw))
    text = _QUOTE.sub(take, text, count=1) if text.lstrip().startswith(">") else text
    bullet = _BULLET.match(text)
    if heading:
        text = _HEADING_TAIL.sub("", _HEADING.sub(take, text, count=1))
    elif bullet:
        text = _BULLET.sub(take, text, count=1)
    text = _LINK.sub(take_link, _IMAGE.sub(take, text))
    text = _EMPHASIS.sub(lambda match: _take_pair(match, taken), text)
    text = _ESCAPE.sub(lambda match: _take_escape(match, taken), text)
    text = tidy(_INVISIBLE.sub("", text).removesuffix("\\"))
    if taken:
        tags.setdefault(number, []).extend(" ".join(part.split()) for part in taken)
    return Line(
        number,
        text,
        level,
        opens=indented or bool(bullet) or bool(level),
        bold=bold,
        trail=raw[-1:].isspace(),
        width=measure_width(raw.strip()),
        links=tuple(links),
    )


def _take_pair(match: re.Match[str], taken: list[str]) -> str:
    taken.append(match.group(1))
    return match.group(2)


def _take_escape(match: re.Match[str], taken: list[str]) -> str:
    taken.append("\\")
    return match.group(1)
