"""The words by which a question names a side's own text: its readout, its account, 中方通稿; knows no sides.

Chinese patterns are in Simplified characters and are tried on folded text.
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re

_OWN_EN = r"(?:own\s+|side['’]?s?\s+|official\s+|published\s+|public\s+|written\s+)*"
_NOUNS_EN = (
    r"(?:readouts?|accounts?|statements?|version|telling|texts?|documents?|sources|press releases?|transcripts?|reports"
    r"|communiqu[eé]s?|fact sheets?|write-?ups?|(?<=own )(?:report|records?|notes|words)|(?<=official )(?:report|records?|notes))"
)
_OWN_ZH = r"(?:的|官方|方面|自己|自家|自身|单方面?|正式|公开|对外|[那这]边|[那这][一两]?份|[两各]份|\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?)*"
_NOUNS_ZH = r"(?:通稿|新闻稿|声明|公报|稿件|稿子|文稿|版本|说法里|文件|文本|报道|新闻公报|通报|公告|纪要|记录|纪录|官方(?:说法|口径|表述))"
_ON_ZH = r"(?:(?:关于|就|对|针对|有关)[^，,。？?]{1,20})"

# Behind a side: its own text.
READOUT_NOUNS = re.compile(
    rf"(?:\s+(?:government|administration|side))?(?:'s|’s|s’)?\s*{_OWN_EN}{_NOUNS_EN}\b"
    rf"|{_OWN_ZH}{_NOUNS_ZH}"
    rf"|{_OWN_ZH}{_ON_ZH}的(?:官方|正式)*(?:通稿|新闻稿|公报|稿件|稿子|文稿|新闻公报|官方(?:说法|口径|表述))"
    rf"|{_OWN_ZH}{_ON_ZH}?(?:发布|发表|发出|公布|刊发|发|写)的(?![^，,。？?]{{0,8}}联合)[^，,。？?]{{0,16}}?(?:通稿|新闻稿|声明|公报|稿件|版本|文件|文本|消息)"
)
# Before a side whose own texts are asked for.
PUBLISHED_BEFORE = re.compile(
    r"\b(?:readouts?|statements?|texts?|transcripts?|press releases?)\b[^,?]{0,20}\b(?:issued|published|released|put out|written) by (?:the )?$"
)
# Before a side that only tells: its account is asked for.
TELLER_BEFORE = re.compile(
    r"(?:\b(?:according to|per|as told by|(?:going|judging) (?:by|from)|based on) (?:the )?|(?:^|[，,。 ])(?:根据|依据|据|按照|依照|按|依|照))$"
)
# Behind a third country: its own text, whatever it says there.
FOREIGN_TEXT = re.compile(
    r"(?:['’]s)?\s+(?:(?:government|side|foreign ministry|foreign office|embassy|prime minister|president|own|official|published)(?:['’]s)?\s+)*"
    r"(?:readouts?|press releases?|accounts?|versions?|communiqu[eé]s?|write-?ups?)\b(?! of events)"
    rf"|(?:政府|外交部|外务省|大使馆|(?:总统|首相|总理)(?:府|办公室)|发[布表出]?的|公布的)*{_OWN_ZH}(?:发[布表出]?的|公布的)?(?:通稿|新闻稿|公报|稿件|稿子|文稿|新闻公报|版本|通报|官方(?:说法|口径|表述))"
)
