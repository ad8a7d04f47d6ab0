"""What stands before or after the words of an article in one paragraph: datelines, credits, headlines run in."""

from __future__ import annotations

import re

from index.layout import Paragraph
from index.markup import CJK
from index.records import Dropped

_AGENCY = (
    rf"(?:[{CJK}]{{0,4}}?(?:社|通訊社|通讯社|新[闻聞][网網]|日[报報]|[时時][报報]|晚[报報]|新[华華][网網]|人民[网網]|[环環]球[网網]|本[报報]|"
    r"央[视視](?:[网網新][闻聞]?)?|中新[网網]|外交部[网網]站|[总總][台臺]央[视視]))"
)
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
_CREDIT = r"(?:\s*[（(](?:[^（）()]{0,8}(?:记者|記者|新闻联播|作者|實習)[^（）()]{0,40}|新闻联播|焦点访谈|[^（）()]{1,12}[报報][导導道])[）)])?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_OPENING = re.compile(
    rf"(?:"
    rf"[（(【〔\[]?(?:据|據)?{_AGENCY}[^，。：:（(【]{{0,16}}?{_DAY}\s*(?:综合|專|专)?(?:电|電|讯|訊|消息|报道|報道|報導)(?:\s*(?:记者|記者)[^，。（）()]{{2,20}}(?=[）)]))?{_CREDIT}[）)】〕\]]?"
    rf"|[（(【〔\[](?:[^，。（）()【】〔〕]{{0,24}}(?:记者|記者)[^，。（）()【】〔〕]{{0,30}}?|{_AGENCY}[^，。（）()]{{0,24}}?)(?:[报報][导導道]|电|電|讯|訊|{_DAY}\S?)[）)】〕\]]"
    rf"|{_AGENCY}(?:消息|讯|訊){_CREDIT}(?=[：:（(\s])"
    rf"|(?:[A-Z][A-Za-z.'’ ]{{2,30}}(?:/[A-Z][A-Za-z. ]{{2,30}})?,?\s+(?:{_MONTH}\s*\d{{1,2}}(?:,?\s+\d{{4}})?\s*)?\([A-Z][A-Za-z .]{{1,30}}\)\s*[-–—]{{1,2}})"
    rf"|(?:[A-Z]{{2}}[A-Z.' ]{{1,30}},?\s+(?:{_MONTH}\s*\d{{1,2}}(?:,?\s+\d{{4}})?)\s*(?:\([A-Z][A-Za-z ./]{{1,30}}\)\s*)?[-–—]{{1,2}})"
    rf")\s*[：:]?\s*"
)
_CLOSING = re.compile(
    rf"\s*(?:[（(【\[]\s*(?:{_AGENCY}[^（）()。]{{0,50}}|(?:(?:责任?编辑?|責任?編輯?|编辑|編輯|记者|記者|责编|責編|来源|來源|原标题|原標題|作者)[：:]?[^（）()【】]{{0,40}})|完|完畢|END|End)\s*[）)】\]]\s*)+$"
)
_RUN = re.compile(r"[^，。！？；：,.!?;:]+")
_OFFICE = (
    r"(?:中共中央总书记、?)?(?:国家(?:副)?主席|國家(?:副)?主席|国务院(?:副)?总理|國務院(?:副)?總理|全国人大常委会委员长|全國人大常委會委員長|"
    r"全国政协主席|全國政協主席|国务委员(?:兼外长)?|國務委員(?:兼外長)?|外交部长|外交部長|中共中央[^，。\s]{2,16}?(?:委员|委員|主任|书记|書記)|"
    r"美国(?:总统|副总统|国务卿|财政部长|国防部长|商务部长)|美國(?:總統|副總統|國務卿|財政部長|國防部長|商務部長)|总统|總統)"
)
_LEAD = re.compile(
    rf"(?:当地时间|當地時間|北京时间|北京時間)\s*{_DAY}|(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?=[上下中晚凌，,在]|{_OFFICE})|"
    rf"{_OFFICE}[{CJK}·]{{2,12}}?(?:{_DAY}|今天|今日|昨天|昨日|当地时间|當地時間|在|日前|应邀|應邀)"
)
_LONG_RUN = 40  # characters without any mark: no sentence of a readout is so long, a headline run in is


def find_dateline(text: str) -> int:
    """Return the length of the dateline that opens the paragraph, 0 where there is none."""
    match = _OPENING.match(text)
    return match.end() if match else 0


def strip_dateline(paragraph: Paragraph) -> tuple[Paragraph | None, list[Dropped]]:
    """Return the paragraph without its dateline and closing credit, and what was taken off."""
    text = paragraph.text
    start, dropped = find_dateline(text), []
    if start:
        dropped.append(Dropped(paragraph.lines[0], text[:start].strip(), "dateline"))
    closing = _CLOSING.search(text, start)
    end = closing.start() if closing else len(text)
    if closing:
        dropped.append(Dropped(paragraph.lines[1], closing.group().strip(), "byline"))
    pieces = paragraph.cut(start, end)
    return (Paragraph(pieces, paragraph.kind, paragraph.level) if pieces else None), dropped


def split_headline(paragraph: Paragraph) -> tuple[Paragraph, ...]:
    """Split off a headline that runs into the first sentence of an article without a mark."""
    text = paragraph.text
    run = _RUN.match(text)
    if not run or run.end() < _LONG_RUN:
        return (paragraph,)
    leads = [match.start() for match in _LEAD.finditer(text, 8, run.end()) if match.start() >= 8]
    if not leads:
        return (paragraph,)
    headline = Paragraph(paragraph.cut(0, leads[-1]), "heading", 1)
    return headline, Paragraph(paragraph.cut(leads[-1], len(text)), paragraph.kind)
