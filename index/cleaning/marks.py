"""What a line is when it is not the text of a readout: page marks, captions, bylines, sources; knows lines only."""

from __future__ import annotations

import re

from index.cleaning.chars import CJK
from index.cleaning.patterns import AGENCY, CREDITED, DATE, MONTH, REPORTED, REPORTER, any_of

CLOSING = frozenset({"byline", "source note", "URL", "link", "end mark", "related links"})  # what ends an article

_SOURCE = any_of(
    "(?:本文|信息|新闻|新聞|文章|资料|資料)?(?:来源|來源) 出处 出處 稿源 转载自 轉載自 摘自",
    "原文(?:链接|連結|鏈接|地址|網址)? 链接 連結 鏈接 网址 網址",
)
_SOURCE_EN = any_of(
    ["Source", "Via", "Link", "URL", "Permalink"], [r"Originally published(?: at| by| on)?", "Available at"]
)
_STAMP = any_of(
    "更新时间戳? 更新時間戳? 发布时间 發佈時間 發布時間 发表时间 發表時間 时间 時間 日期 更新",
    ["Last updated", "Published", "Updated", "Posted", "Issued", "Released", "Date", "Time"],
)
_CLOCK = r"\d{1,2}[:：时時]\d{2}(?:[:：]\d{2})?[分秒]?"
_WEEKDAY = r"(?:\s*[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?"
_DATE_ZH = rf"(?:\d{{4}}\s*[年./\s-]\s*)?\d{{1,2}}\s*[月./-]\s*\d{{1,2}}\s*[日號号]?{_WEEKDAY}"
_RIGHTS = any_of(
    ["©", "版权所有", "版權所有", "ICP[备備证證]", "公网安备", "许可证号", "許可證號"],
    ["[Cc]opyright", "All [Rr]ights [Rr]eserved"],
    [
        "(?:未[经經]|非[经經])[^，。]{0,12}(?:授[权權]|[许許]可|同意)，?[^。]{0,8}(?:不得|禁止|[请請]勿)",
        "[转轉][载載][请請]注明",
    ],
)
_BUTTON = any_of(
    "打印 列印 关闭 關閉 分享 收藏 字号 字號 字体 字體 返回顶部 返回頂部 返回首页",
    "网站地图 網站地圖 联系我们 聯絡我們 关于我们 關於我們",
    "【字体：.{0,12} 字[号號体體][：:].{0,24} 分享到?[：:].{0,12} 分享至.{0,8} 纠错 糾錯 【中大小】.{0,8}",
    "推荐给朋友.{0,4} 全文打印.{0,10} 微信 微博 扫一扫.{0,20} 分享让更多人看到",
    "点击查看更多 查看更多 阅读全文 閱讀全文 下一页 上一页 下一頁 上一頁",
    [
        "大 中 小",
        "[Pp]rint",
        "(?i:share)(?: this(?: page)?)?(?: on)?\\s?:?",
        "(?i:all news)",
        "(?:Facebook|Twitter|LinkedIn|WhatsApp|Pinterest|Reddit|WeChat|Weibo|Copy [Ll]ink|Mail|RSS)",
        "[Tt]weet",
        "[Ee]mail",
        "[Mm]enu",
        "[Ss]earch",
        "[Ss]ubscribe.{0,40}",
    ],
    ["Skip to (?:main )?content", "Back to top", "Read more", "(?i:for immediate release)", "TAGS", "Tags"],
    ["Official websites use .gov.*", "An official website of the United States [Gg]overnment.*"],
    ["Here.s how (?:you|we) know.*"],
)
_RELATED = any_of(
    "相关(?:新闻|阅读|链接|报道|文章|稿件|专题) 相關(?:新聞|閱讀|連結|報道|報導|文章|專題) 延伸[阅閱][读讀]",
    "推荐阅读 推薦閱讀 热门(?:新闻|推荐) 熱門(?:新聞|推薦)",
    [
        "猜你喜欢",
        "Related (?:Articles|Stories|Content|News|Documents|Posts)",
        "More (?:from|stories)\\b.{0,40}",
        "Read also",
    ],
)

_PATTERNS: tuple[tuple[str, str], ...] = (
    (
        "page mark",
        r"[-–—~·.]*\s*(?:第\s*)?\d{1,4}\s*(?:[页頁]|/\s*\d{1,4})?(?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?\s*[-–—~·]*",
    ),
    ("page mark", r"第\s*[一二三四五六七八九十\d]+\s*[版页頁].{0,20}|[Pp]age\s+\d+(?:\s*(?:of|/)\s*\d+)?"),
    ("end mark", r"[-#*=~\s]*[#*=~][-#*=~\s]*"),  # before the rule: '###' closes a White House text
    ("rule", r"[-=*_~—–·.\s|:]{3,}|[|｜丨/\\·•]{1,2}"),
    ("end mark", rf"[（(\[【]?\s*{any_of('完 END End 全文完 完畢 完毕 Enditem')}\s*[）)\]】]?|-?\s*30\s*-"),
    ("end mark", r"END\s+\d.{0,20}"),
    ("URL", r"(?:(?:https?|ftp)://|www\.)\S+|(?:[\w-]+\.)+(?:com|cn|gov|org|net|tw|hk)(?:/\S*)?"),
    ("source note", rf"[（(\[【]?\s*{_SOURCE}\s*[：:].{{0,200}}|{_SOURCE_EN}\s*:.{{0,300}}"),
    ("source note", r"《\s*[^《》]{2,12}\s*》\s*[（(][^（）()]{4,30}[版页頁]?\s*[）)]"),
    (
        "byline",
        rf"[◆◇●■▲△（(【\[—\-·\s]*(?:综合|綜合|据|據)?\s*{AGENCY}(?:[、/／\s]+{AGENCY})*(?:\s*{REPORTER}[^，。,.]{{0,12}})?"
        rf"(?:[^，。,.]{{0,8}}{REPORTED})?(?:（[^，。（）]{{1,8}}）)?[：:]?\s*[）)】\]]*",
    ),
    ("byline", rf"[（(【\[◆—\-·\s]*{CREDITED}\s*[／/丨|：:]\s*[^，。？！,.?!]{{0,40}}"),
    ("byline", rf"(?:本[报報台刊社]|特[约約派]|实习|實習)?{REPORTER}\s*[{CJK}、\s／/]{{2,20}}{REPORTED}?"),
    ("byline", rf"[（(〔【](?:[^，。（）()]{{0,8}})?{REPORTER}[^，。（）()]{{2,24}}[）)〕】]"),
    ("byline", r"(?:By|Editors?|Edited by|Reporting by|Written by|Contact)\b\s*:?\s+[A-Z][^.?!]{1,60}"),
    ("time stamp", rf"[（(\[【]?\s*{_STAMP}(?:\s+on)?\s*[：:]?\s*[^。，!?]{{0,16}}\d[^。，!?]{{0,60}}[）)\]】]?"),
    (
        "time stamp",
        rf"[（(]?{_DATE_ZH}[）)]?[\sT]*(?:{_CLOCK}[^，。]{{0,40}})?\s*(?:(?:[|丨]|来源|來源|{AGENCY})[^，。]{{0,40}})?",
    ),
    ("time stamp", rf"(?:\w+day,?\s+)?(?i:{DATE})(?:[,|\s]+\d{{1,2}}:\d{{2}}.{{0,16}})?(?:\s*[|丨])?"),
    (
        "place and time",
        r"\(?(?:\w+day,?\s+)?\(?\s*(?:at\s+)?\d{1,2}:\d{2}\s*[AaPp]\.?\s?[Mm]\.?"
        r"(?:\s*[A-Z]{1,4}|\s*\([A-Za-z ]+\)|\s+local time)?\s*\)?\.?",
    ),
    ("place and time", rf"\(\s*{MONTH}\s+\d{{1,2}},\s+\d{{4}}\s*\)"),
    (
        "place and time",
        r"\((?:The |This )?(?:\w+ )?(?:briefing|conference|interview|meeting|call|remarks)"
        r"[^()]{0,40}\d:\d\d[^()]{0,20}\)",
    ),
    ("boilerplate", rf".{{0,40}}{_RIGHTS}.{{0,120}}"),
    ("boilerplate", rf"[【\[（(]?{_BUTTON}[】\]）)]?(?:[\s|丨/【】\[\]]+[^。，,.\s|丨/【】\[\]]{{0,6}})*"),
    ("boilerplate", r"(?:当前位置|您的位置|您现在的位置|目前位置|首页|首頁|Home)\s*[：:>»›/|].{0,300}"),
    ("boilerplate", r"[^。.，,>]{1,24}\s*(?:>{1,2}|»|›)\s*[^。.，,]{1,40}"),
    ("boilerplate", r"[\w.+-]{1,64}@[\w.-]{3,64}"),
    ("boilerplate", r"(?:地址|电话|電話|传真|傳真|邮编|郵編|邮箱|Tel|Fax|Phone)\s*[：:].{0,80}"),
)
_MARKS = tuple((reason, re.compile(pattern)) for reason, pattern in _PATTERNS)
_LINKS = re.compile(rf"{_RELATED}\s*[：:]?")
_CAPTION = re.compile(
    r"[◆◇▲△▼]\s*\S|(?:[左右上下中前]|本|附)?[圖图][一二三四五六七八九十\d]*\s*[為为：:／/]|"
    r"[（(](?:[左右上下]?[圖图]|Photo|资料图|資料圖)|(?:资料|資料)?[圖图]片?(?:说明|說明|来源|來源)?\s*[：:]|资料图|資料圖|"
    r"\(?(?:File )?[Pp]hoto(?:s|graph)?\s*(?:by|credit|:|/)|[Cc]aption\s*:"
)
_CREDIT = re.compile(
    rf"(?:{REPORTER}\s*[{CJK}·、\s]{{2,20}}\s*[摄攝]|\((?:Xinhua|AP|AFP|Reuters|Photo)\s*/[^()]*\)|[（(][^（）()]{{0,12}}[摄攝][）)])"
    r"\s*[。.]?[）)]?$"
)
_CREDIT_LIMIT = 300  # characters; a longer paragraph is text, whatever its end
_ENDED = re.compile(r"[。！？!?.][”’」』）)]*$")


def find_mark(text: str) -> str | None:
    """Return why the line is not the text of a readout, or None where it may be."""
    if _LINKS.fullmatch(text):
        return "related links"
    reason = next((reason for reason, pattern in _MARKS if pattern.fullmatch(text)), None)
    return reason or ("caption" if _is_caption(text) else None)


def _is_caption(text: str) -> bool:
    return bool(_CAPTION.match(text)) or (len(text) < _CREDIT_LIMIT and bool(_CREDIT.search(text)))


def ends_caption(text: str) -> bool:
    """Tell whether a caption that runs over several lines ends with this one."""
    return bool(_ENDED.search(text))
