"""What stands before or behind the words of an article in one paragraph: datelines, credits, headlines run in."""

from __future__ import annotations

import re

from index.cleaning.chars import CJK
from index.cleaning.paragraphs import Paragraph
from index.cleaning.patterns import AGENCY, CREDITED, DATE, DAY, REPORTED, REPORTER, any_of
from index.records import Dropped

_CREDITS = rf"(?:[^（）()]{{0,8}}{REPORTER}[^（）()]{{0,40}}|新闻联播|焦点访谈|[^（）()]{{1,12}}[报報][导導道])"
_CREDIT = rf"(?:\s*[（(]{_CREDITS}[）)])?"
_OPENINGS = (
    # 新华社旧金山11月15日电（记者刘华 谭晶晶）
    rf"[（(【〔\[]?(?:据|據)?{AGENCY}[^，。：:（(【]{{0,16}}?{DAY}\s*(?:综合|專|专)?{REPORTED}"
    rf"(?:\s*{REPORTER}[^，。（）()]{{2,20}}(?=[）)]))?{_CREDIT}[）)】〕\]]?(?![，,])",
    # 〔記者張文馨／華盛頓報導〕, （中央社記者江今葉華盛頓15日電）
    rf"[（(【〔\[](?:[^，。（）()【】〔〕]{{0,24}}{REPORTER}[^，。（）()【】〔〕]{{0,30}}?|{AGENCY}[^，。（）()]{{0,24}}?)"
    rf"(?:{REPORTED}|{DAY}\S?)[）)】〕\]]",
    # 舊金山（美聯社）—
    rf"[{CJK}]{{2,8}}[（(][{CJK}]{{1,5}}(?:社|[报報]|[电電])[）)]\s*[-–—]{{1,2}}",
    # 央视网消息（新闻联播）：
    rf"{AGENCY}(?:消息|讯|訊){_CREDIT}(?=[：:（(\s])",
    # BEIJING, Nov. 15 (Xinhua) --, WASHINGTON (Reuters) -
    rf"[A-Z][A-Za-z.'’ ]{{2,30}}(?:/[A-Z][A-Za-z. ]{{2,30}})?,?\s+(?:{DATE}\s*)?"
    r"\([A-Z][A-Za-z .]{1,30}\)\s*[-–—]{1,2}",
    # BEIJING – Today, …; Washington, D.C. — On …
    r"(?:(?=[A-Z.' ]{5})[A-Z]{2,}[A-Z.' ]{1,24}(?:,\s[A-Z][A-Za-z.]{1,14})?\s[-–]{1,2}|"
    r"[A-Z][a-z]+,\s[A-Z][A-Z.]{1,4}\s[-–—]{1,2})\s(?=[A-Z])",
    # WASHINGTON, November 15, 2023 –
    rf"[A-Z]{{2}}[A-Z.' ]{{1,30}},?\s+{DATE}\s*(?:\([A-Z][A-Za-z ./]{{1,30}}\)\s*)?[-–—]{{1,2}}",
)
_OPENING = re.compile(rf"(?:{'|'.join(_OPENINGS)})\s*[：:]?\s*")
_CLOSING = re.compile(
    rf"\s*(?:【纠错】|[■□◆●]$|[（(【\[]\s*(?:{AGENCY}[^（）()。]{{0,50}}|(?:{CREDITED}|{REPORTER}|来源|來源|原标题|原標題)[：:]?[^（）()【】]{{0,40}}|完|完畢|END|End)"
    r"\s*[）)】\]]\s*(?:1\d{6})?|\s(?:Enditem|ENDS?)\s*)+$"  # 1121116: a day of the Republic of China
)
_RUN = re.compile(r"[^，。！？；：,.!?;:]+")
_LONG_RUN = 40  # characters without any mark: no sentence of a readout is so long, a headline run in is
_SHORT_HEAD = 8  # characters; a headline is longer
_OFFICE = any_of(
    "中共中央总书记、? 国家(?:副)?主席 國家(?:副)?主席 国务院(?:副)?总理 國務院(?:副)?總理 全国人大常委会委员长",
    "全國人大常委會委員長 全国政协主席 全國政協主席 国务委员(?:兼外长)? 國務委員(?:兼外長)? 外交部长 外交部長",
    "中共中央政治局(?:常委|常務委員|委员|委員) 美国(?:副)?总统 美國(?:副)?總統 美国国务卿 美國國務卿",
    "美国(?:财政|国防|商务)部长 美國(?:財政|國防|商務)部長 总统 總統",
)
_HERE = any_of("当地时间 當地時間 北京时间 北京時間")
_LEAD = re.compile(
    rf"{_HERE}\s*{DAY}|(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日(?=[上下中晚凌，,在]|{_OFFICE})|"
    rf"{_OFFICE}[{CJK}·]{{2,12}}?(?:{DAY}|今天|今日|昨天|昨日|{_HERE}|在|日前|应邀|應邀)"
)


def find_dateline(text: str) -> int:
    """Return the length of the dateline that opens the paragraph, 0 where there is none."""
    match = _OPENING.match(text)
    return match.end() if match else 0


def strip_dateline(paragraph: Paragraph) -> tuple[Paragraph | None, list[Dropped]]:
    """Return the paragraph without its dateline and closing credit, and what was taken off."""
    text = paragraph.text
    start = find_dateline(text)
    closing = _CLOSING.search(text, start)
    end = closing.start() if closing else len(text)
    dropped = [Dropped(paragraph.lines[0], text[:start].strip(), "dateline")] if start else []
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
    leads = [match.start() for match in _LEAD.finditer(text, _SHORT_HEAD, run.end())]
    if not leads:
        return (paragraph,)
    headline = Paragraph(paragraph.cut(0, leads[-1]), "heading", 1)
    return headline, Paragraph(paragraph.cut(leads[-1], len(text)), paragraph.kind)
