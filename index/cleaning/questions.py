"""Which paragraphs are a journalist's questions; knows labels and numbers, no names of journalists."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from index.cleaning.chars import CJK
from index.cleaning.paragraphs import Paragraph
from index.origins.publishers import is_publisher

_ASKED = re.compile(
    r"(?:Q(?:UESTION)?\s*[:：]|Q\s+(?=\S)|(?:REPORTERS?|PRESS|JOURNALIST|Question|Reporter|Journalist)\s*[:：]|"
    rf"(?:问|問|提问|提問)\s*[:：]|[《》{CJK}A-Z]{{0,16}}(?:记者|記者)(?:提?[问問])?\s*[:：])"
)
_OUTLET = re.compile(r"([A-Z][\w.’' -]{1,40}):\s")
_ANSWERED = re.compile(
    r"(?:[A-Z][A-Z.’'\- ]{1,60}(?:\s?\([A-Za-z ,]+\))?\s*:|A\s*[:：]|Answer\s*:|"
    r"[A-Z][a-z’'-]+(?:\s[A-Z][\w.’'-]*){1,4}\s*:|"
    rf"(?:答|[{CJK}·]{{2,18}})\s*[:：](?=\s*\S))"
)
_SPEECH = re.compile(
    r"(?:说|說|表示|强调|強調|指出|认为|認為|称|稱|道|是|有|为|為|即|包括|如下|问题|方面|以下)\s*[:：]"
)
# A report goes on behind a reporter's piece to camera: 习近平指出，…; a question is no such sentence.
_REPORTS = re.compile(
    rf"[{CJK}·]{{2,12}}?(?:总书记|總書記|主席|总理|總理)?(?:还|還|也)?(?:指出|强调|強調)，(?!.*[？?])"
)
_NUMBERED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|\d{1,2}[.、．]|第[一二三四五六七八九十]{1,2}[、，])[^。]*[？?][”’」』]?$"
)


def mark_questions(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Return the paragraphs, those in which a journalist asks being of kind 'question'."""
    found: list[Paragraph] = []
    asking = False
    labelled = any(_is_answer(paragraph.text) and not _is_asked(paragraph.text) for paragraph in paragraphs)
    for place, paragraph in enumerate(paragraphs):
        text = paragraph.text
        if _is_asked(text):
            asking = True
        elif not labelled or _is_answer(text) or paragraph.kind == "heading" or _REPORTS.match(text):
            asking = False
        numbered = bool(_NUMBERED.match(text)) and place + 1 < len(paragraphs)
        found.append(replace(paragraph, kind="question", level=0) if asking or numbered else paragraph)
    return tuple(found)


def _is_asked(text: str) -> bool:
    outlet = _OUTLET.match(text)
    return bool(_ASKED.match(text)) or (outlet is not None and is_publisher(outlet.group(1)))


def _is_answer(text: str) -> bool:
    label = _ANSWERED.match(text)
    return label is not None and not _SPEECH.search(label.group())
