"""What an unmarked line above a text is: a title, a publisher, a place, a person, or the way to another text."""

from __future__ import annotations

import re

from index.cleaning.chars import CJK, measure_width
from index.cleaning.leads import find_dateline
from index.cleaning.paragraphs import Paragraph
from index.cleaning.shape import is_finished
from index.origins.publishers import is_publisher

_HEAD_WIDTH = 240  # columns; a longer unfinished paragraph is prose cut short
_MATTER_WIDTH = 80  # columns; a longer line under a title is a second title
_HAN = re.compile(f"[{CJK}]")
_INNER_END = re.compile(r"[。！？]|[a-z)]{2}[.!?]\s+[A-Z]")
# 'The following is the White House statement:' leads from one text to another.
_INTRODUCED = re.compile(
    r"(?:以下[为為是]|下面是|附[：:]?)[^。，]{0,30}"
    r"(?:全文|声明|聲明|新闻稿|新聞稿|通稿|讲话|講話|文字[实實][录錄]|通[报報])[^。]{0,12}[：:]?|"
    r"[^。，]{2,30}(?:声明|聲明|新闻稿|新聞稿|通稿|全文)(?:全文)?如下[：:]|"
    r"(?:The following is|Following is|Below is|Here is) (?:the |a )?"
    r".{0,90}(?:statement|readout|text|transcript|release)\b.{0,60}|"
    r"(?:FULL TEXT|Full text|全文)[：: ].{0,90}"
)
_MASTHEAD = re.compile(
    r"中[华華]人民共和[国國](?:[驻駐].{2,14}(?:使[馆館]|[总總]领事[馆館]|代表[团團])|外交部|商[务務]部|[国國]防部|[国國][务務]院)|"
    r"(?!.*\bBriefing with\b)(?:The )?(?:U\.S\. )?"
    r"(?:Embassy|Consulate|Ministry|Department|Office|Bureau) [\w’',&. -]{2,80}|"
    r"(?i:Statements? and Releases?|Briefing Room|(?:Immediate |Press |News )?Releases?|Media Note|Readouts?|News|"
    r"(?:Press )?Statements?|Fact Sheets?|Remarks|Speech(?:es)?|Transcripts?|Foreign Policy|National Security|"
    r"Statements & Releases|Speeches & Remarks)"
)
_PLACE = re.compile(r"[^.]{2,30}\b(?:[A-Z]\.){2,}")  # Washington, D.C.
_SIGNED = re.compile(  # a person and an office
    r"(?:[A-Z][\w.’'-]*\s){1,4}[A-Z][\w.’'-]*,\s[^.]*\b(?:Secretary|Spokesperson|Minister|President|Director|Advis[eo]r|"
    r"Ambassador|Representative|Chair\w*|Envoy|Coordinator|Premier|Counsel\w*|Official|Chief|Administrator)\b[^.]*"
)


def introduces(text: str) -> bool:
    """Tell whether the text leads to another one: 'The following is the White House statement:'."""
    return bool(_INTRODUCED.fullmatch(text))


def is_head(paragraph: Paragraph) -> bool:
    """Tell whether an unmarked paragraph may be a title or stand between a title and its text."""
    text = paragraph.text
    if paragraph.kind == "heading" or find_dateline(text):
        return False
    if introduces(text) or _PLACE.fullmatch(text):
        return True
    whole = not is_finished(text) and not _INNER_END.search(text) and text[-1] not in "，、,|"
    return whole and measure_width(text) <= _HEAD_WIDTH


def is_matter(text: str, *, below_title: bool) -> bool:
    """Tell whether such a line is no title but a publisher, a person's name, a place or a kind of text."""
    if below_title and not _HAN.search(text) and measure_width(text) <= _MATTER_WIDTH:
        return True
    return is_publisher(text) or any(pattern.fullmatch(text) for pattern in (_MASTHEAD, _SIGNED, _PLACE))
