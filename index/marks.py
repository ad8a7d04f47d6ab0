"""What a line is when it is not the text of a readout: page marks, captions, bylines, sources; knows lines only."""

from __future__ import annotations

import re

from index.markup import CJK

_AGENCY = (
    rf"(?:[{CJK}]{{0,4}}(?:社|通訊社|通讯社|新闻网|新聞網|日报|日報|时报|時報|晚报|晚報|央视网|央視網|央视新闻|新华网|新華網|"
    r"中新网|中新網|人民网|人民網|环球网|环球时报|外交部网站|中国政府网|Xinhua|CCTV|CGTN|CNS|AP|AFP|Reuters))"
)
_DAY = r"(?:\d{4}\s*[年./-]\s*)?\d{1,2}\s*[月./-]\s*\d{1,2}\s*[日号號]?"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"

_REASONS = (
    ("page mark", r"[-–—~·.]*\s*(?:第\s*)?\d{1,4}\s*(?:[页頁]|/\s*\d{1,4})?(?:\s*[,，/]?\s*共\s*\d+\s*[页頁])?\s*[-–—~·.]*"),
    ("page mark", r"第\s*[一二三四五六七八九十\d]+\s*[版页頁].{0,20}|[A-Z]\d{1,2}\s*版?.{0,6}|[Pp]age\s+\d+(?:\s*(?:of|/)\s*\d+)?"),
    ("rule", r"[-=*_#~—–·.\s]{3,}|[#*=~]+"),
    ("end mark", r"[（(\[【]?\s*(?:完|END|End|全文完|完畢|完毕)\s*[）)\]】]?|-?\s*30\s*-|E\s*N\s*D"),
    ("URL", r"(?:(?:https?|ftp)://|www\.)\S+|(?:[\w-]+\.)+(?:com|cn|gov|org|net|tw|hk)(?:/\S*)?"),
    (
        "source note",
        r"(?:(?:本文|信息|新闻|新聞|原文|文章|资料|資料|圖文|图文)?(?:资料|資料)?(?:来源|來源|出处|出處|链接|連結|鏈接|網址|网址|地址)|稿源|转载自|轉載自|摘自)"
        r"\s*[：:].*|(?:Source|Via|Link|URL|Originally published(?: at| by| on)?|Retrieved from|Available at|Permalink)\s*:.*",
    ),
    ("source note", r"[（(\[【]\s*(?:来源|來源|资料来源|資料來源|原标题|原標題|Source)\s*[：:].*[）)\]】]"),
    (
        "byline",
        rf"[◆◇●■▲△（(【\[—\-·\s]*(?:综合|綜合|据|據)?\s*{_AGENCY}(?:[、/／\s]*{_AGENCY})*\s*(?:记者|記者)?[^，。,.]{{0,12}}?"
        r"(?:电|電|讯|訊|报道|報道|報導|供稿)?\s*[）)】\]]*",
    ),
    (
        "byline",
        r"[（(【\[◆—\-·\s]*(?:责任?编辑?|責任?編輯?|编辑|編輯|责编|責編|主编|主編|校对|校對|审核|審核|监制|監制|监审|作者|"
        r"记者|記者|通讯员|文字|撰稿|攝影|摄影|圖|图|翻译|翻譯|出品|策划)\s*[／/丨|：:]\s*[^。]{0,60}",
    ),
    ("byline", rf"(?:本[报報台刊社网網]|特[约約派]|实习|實習)?(?:记者|記者)\s*[{CJK}、\s／/]{{2,20}}(?:报道|報道|報導|綜合報導|综合报道)?"),
    ("byline", r"[（(]\s*(?:本[报報台]|[^，。（）()]{0,8})?(?:记者|記者)[^，。（）()]{2,24}[）)]"),
    ("byline", r"(?:By|Editor|Editors|Edited by|Reporting by|Written by|Photo by|Author|Contact)\b\s*:?\s+[A-Z][^.?!]{1,60}"),
    (
        "time stamp",
        r"[（(\[【]?\s*(?:更新时间戳?|更新時間戳?|发布时间|發佈時間|發布時間|发表时间|發表時間|时间|時間|日期|更新|"
        r"Published|Updated|Posted|Last updated|Date|Time)(?:\s+on)?\s*[：:]?\s*[\d年月日時时分秒/.,:：\sTZ+\-–APMapm]*"
        rf"(?:{_MONTH}[\d,\s:APMapm.]*)?(?:[|丨].*)?\s*[）)\]】]?",
    ),
    ("time stamp", rf"{_DAY}(?:\s*[（(]?(?:星期|周|週)[一二三四五六日天][）)]?)?[\sT]*(?:\d{{1,2}}[:：时時]\d{{2}}(?:[:：]\d{{2}})?[分秒]?)?(?:\s*[|丨]?\s*.{{0,40}}(?:来源|來源).{{0,30}})?"),
    ("time stamp", rf"\d{{4}}[-/.年]\d{{1,2}}[-/.月]\d{{1,2}}.{{0,14}}\s(?:来源|來源|[{CJK}]{{1,6}}[报報社网網])[^。]{{0,40}}"),
    ("time stamp", rf"(?:\w+day,?\s+)?(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH}),?\s+\d{{4}}(?:[,|\s]+\d{{1,2}}:\d{{2}}.{{0,16}})?"),
    ("place and time", r"\(?(?:\w+day,?\s+)?\(?\s*(?:at\s+)?\d{1,2}:\d{2}\s*[AaPp]\.?\s?[Mm]\.?(?:\s*[A-Z]{1,4}|\s*\([A-Za-z ]+\)|\s+local time)?\s*\)?\.?"),
    ("place and time", r"\(\s*[A-Z][a-z]+\s+\d{1,2},\s+\d{4}\s*\)"),
    (
        "boilerplate",
        r".{0,30}(?:©|\(c\)\s*\d{4}|[Cc]opyright\b|COPYRIGHT|版权所有|版權所有|All [Rr]ights [Rr]eserved|ICP[备備证證]|公网安备|許可證號|许可证号).{0,120}",
    ),
    (
        "boilerplate",
        r"[【\[（(]?(?:打印|列印|关闭|關閉|分享|收藏|字号|字號|字体|字體|返回顶部|返回頂部|返回首页|网站地图|網站地圖|联系我们|聯絡我們|"
        r"关于我们|關於我們|扫一扫.{0,20}|大\s*中\s*小|微信|微博|点击查看更多|查看更多|阅读全文|閱讀全文|下一页|上一页|下一頁|上一頁|"
        r"[Pp]rint|[Ss]hare(?: this(?: page)?)?|[Tt]weet|[Ee]mail|[Ss]kip to (?:main )?content|[Bb]ack to top|[Mm]enu|[Ss]earch|[Ss]ubscribe.{0,40}|"
        r"Read more|Official websites use \.gov.*|An official website of the United States [Gg]overnment.*|Here.s how you know)"
        r"[】\]）)]?(?:[\s|丨/【】\[\]]*[^。，,.]{0,6})*",
    ),
    ("boilerplate", r"(?:当前位置|您的位置|您现在的位置|目前位置|首页|首頁|Home)\s*[：:>»›/|].{0,100}"),
    ("boilerplate", r"(?:(?:首页|首頁|Home)\s+)?[^。.，,]{1,24}\s*(?:>|»|›)\s*[^。.，,]{1,40}"),
    ("boilerplate", r"(?:地址|电话|電話|传真|傳真|邮编|郵編|邮箱|Tel|Fax|Phone)\s*[：:].{0,80}"),
)
_MARKS = tuple((reason, re.compile(pattern)) for reason, pattern in _REASONS)
_LINKS = re.compile(
    r"相关(?:新闻|阅读|链接|报道|文章)|相關(?:新聞|閱讀|連結|報道|報導|文章)|延伸[阅閱][读讀]|推荐阅读|推薦閱讀|热门(?:新闻|推荐)?|熱門(?:新聞)?|"
    r"猜你喜欢|更多(?:新闻|新聞|报道|報導)|Related (?:Articles|Stories|Content|News|Documents)|More (?:from|on|stories).{0,40}|Read also|Recommended"
)
_CAPTION = re.compile(
    r"[◆◇▲△▼]\s*\S|(?:[左右上下中前]|本|附)?[圖图][一二三四五六七八九十\d]*\s*[為为：:／/]|[（(](?:[左右上下]?[圖图]|Photo|资料图|資料圖)|"
    r"(?:资料|資料)?[圖图]片?(?:说明|說明|来源|來源)?\s*[：:]|资料图|資料圖|\(?(?:File )?[Pp]hoto(?:s|graph)?\s*(?:by|credit|:|/)|[Cc]aption\s*:"
)
_CREDIT = re.compile(
    rf"(?:(?:记者|記者)\s*[{CJK}·、\s]{{2,20}}\s*[摄攝]|[{CJK}]{{1,12}}[／/]?[摄攝]|\((?:Xinhua|AP|AFP|Reuters|Photo)\s*/[^()]*\)|（[^（）]{{0,12}}[摄攝]）)\s*[。.]?[）)]?$"
)
_ENDED = re.compile(r"[。！？!?.][”’」』）)]*$")


def find_mark(text: str) -> str | None:
    """Return why the line is not the text of a readout, or None where it may be."""
    if _LINKS.fullmatch(text):
        return "related links"
    reason = next((reason for reason, pattern in _MARKS if pattern.fullmatch(text)), None)
    return reason or ("caption" if _is_caption(text) else None)


def _is_caption(text: str) -> bool:
    return bool(_CAPTION.match(text)) or (len(text) < 300 and bool(_CREDIT.search(text)))


def ends_caption(text: str) -> bool:
    """Tell whether a caption that runs over several lines ends with this one."""
    return bool(_ENDED.search(text))
