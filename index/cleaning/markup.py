"""From marked-up text to plain lines: HTML and Markdown taken off; knows nothing of what a line means."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.cleaning.chars import CJK, WIDE, measure_width
from index.cleaning.inline import Inline, strip_tags
from index.records import Dropped

_TAG_END = r"\b[^<>]*>"
# What begins and what ends each: an element's text is no text of the file, or is noted apart.
_WHOLE = (
    ("HTML comment", "<!--", "-->"),
    ("HTML comment", "<!DOCTYPE", ">"),
    *(("HTML script", f"<{tag}{_TAG_END}", rf"</{tag}\s*>") for tag in ("script", "style", "noscript")),
    ("HTML title", f"<title{_TAG_END}", r"</title\s*>"),
    ("caption", f"<figcaption{_TAG_END}", r"</figcaption\s*>"),
)
_ENDS = tuple((reason, re.compile(begin, re.I), re.compile(end, re.I)) for reason, begin, end in _WHOLE)
_BREAK = re.compile(
    r"</?(?:p|div|br|hr|li|ul|ol|h[1-6]|table|tr|td|th|tbody|thead|section|article|header|footer|blockquote|figure|"
    r"html|body|head|main|nav|dl|dt|dd|pre)\b[^<>]*>",
    re.I,
)
_PARAGRAPH_TAG = re.compile(r"<(/?)(?:p|li|h[1-6]|dd|dt|td)\b", re.I)
_HEADING_TAG = re.compile(r"<h([1-6])\b", re.I)
_BOLD = re.compile(r"\s*(?:<(strong|b)\b[^<>]*>(?:(?!</\1>).)*</\1\s*>|\*\*[^*]+\*\*|__[^_]+__)\s*", re.I | re.S)
_HEADING = re.compile(rf"\s{{0,3}}(#{{1,6}})(?:\s+|(?=[{WIDE}]))(?=[^\s#])")
_HEADING_TAIL = re.compile(r"\s+#+\s*$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_BULLET = re.compile(r"\s*[-*+•●■▪‣·]\s+(?=\S)(?!\d+\s*[-–—]\s*$)")
_HAN = re.compile(f"[{CJK}]")
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
    bare: bool = False  # no white space stands before: the line ends inside a tag
    bold: bool = False
    trail: bool = False  # white space stands behind it in the file
    width: int = 0  # columns that it takes in the file
    links: tuple[str, ...] = ()


def strip_markup(text: str, first_line: int = 1) -> tuple[list[Line], list[Dropped]]:
    """Return the lines of normalised text without HTML and Markdown, and what was taken off."""
    dropped: list[Dropped] = []
    for reason, begin, end in _ENDS:
        text = _blank(text, begin, end, Dropped(first_line, "", reason), dropped)
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


def _blank(text: str, begin: re.Pattern[str], end: re.Pattern[str], note: Dropped, dropped: list[Dropped]) -> str:
    """Take out what begins and ends so, each with a note of its own; the lines stay as many as they were."""
    parts: list[str] = []
    done, line = 0, note.line
    while opened := begin.search(text, done):
        closed = end.search(text, opened.end())
        if not closed:
            break  # nothing ends it, nor any other behind it
        whole = text[opened.start() : closed.end()]
        line += text.count("\n", done, opened.start())
        dropped.append(Dropped(line, strip_tags(whole) or whole[:80], note.reason))
        breaks = whole.count("\n")
        parts += [text[done : opened.start()], "\n" * breaks or " "]
        done, line = closed.end(), line + breaks
    return "".join([*parts, text[done:]])


def _segments(raw: str) -> list[tuple[str, str]]:
    """Split a line at HTML block tags: each piece with the tag before it, '' for the first."""
    found, last, tag = [], 0, ""
    for match in _BREAK.finditer(raw):
        found.append((raw[last : match.start()], tag))
        last, tag = match.end(), match.group()
    found.append((raw[last:], tag))
    return found


def _strip_line(number: int, raw: str, tag: str, tags: dict[int, list[str]]) -> Line:
    inline = Inline(raw, [tag] if tag else [])
    heading = _HEADING.match(raw)
    inline.take_tags()
    inline.take(_QUOTE)
    bullet = False
    if heading:
        inline.take(_HEADING)
        inline.take_end(_HEADING_TAIL)
    else:
        bullet = inline.take(_BULLET)
    level = _find_level(heading, tag)
    line = Line(
        number,
        inline.finish(),
        level,
        opens=bullet or bool(level) or bool(_INDENT.match(raw) and _HAN.search(raw)),
        bold=bool(_BOLD.fullmatch(raw)),
        trail=raw[-1:].isspace(),
        width=measure_width(raw.strip()),
        links=tuple(inline.links),
    )
    if inline.taken:
        tags.setdefault(number, []).extend(" ".join(part.split()) for part in inline.taken)
    return line


def _find_level(heading: re.Match[str] | None, tag: str) -> int:
    opened = _HEADING_TAG.match(tag)
    return int(opened.group(1)) if opened else len(heading.group(1)) if heading else 0
