"""The title of a page or a document, without the names of its site and its columns; knows nothing of files."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.cleaning.chars import tidy
from index.cleaning.patterns import words_of
from index.origins.publishers import find_source, is_publisher, names_publisher
from index.reading.blocks import Block

_PART = re.compile(r"\s*(?:\s[|–—-]\s|[|｜»]|\s>\s|_{1,3}|--|\s::\s|(?<=[\u3400-\u9fff”」])[-–](?=[\u3400-\u9fff]))\s*")
_KIND = re.compile(r"^[\[［【](?:视频|視頻|图文|圖文|新闻联播|新聞聯播|组图|組圖|图片|Video)[\]］】]\s*")
_STATE = re.compile("中华人民共和国|中華人民共和國|of the People[’']s Republic of China|United States")
_COLUMN_SIZE = 16  # characters; the name of a column is not longer
_BARS = words_of("_ __ ___ - -- |")  # what parts columns
_LEAST = 4  # characters of a title
_NOT_TITLES = words_of("home news 首页 首頁 新闻 新聞 正文 untitled document index")


def choose_title(named: Sequence[str], headings: Sequence[Block], sites: Sequence[str]) -> str | None:
    """Return the title: the heading that the page's own title begins with, else that title without its site."""
    shown = [_KIND.sub("", block.text) for block in headings]
    for title in named:
        bare = _letters(strip_site(title, sites).rstrip("….").strip())
        for heading in sorted(shown, key=len, reverse=True):
            if len(bare) >= _LEAST and _matches(_letters(heading), bare) and not _is_site(heading, sites):
                return heading
    for title in named:
        bare = strip_site(title, sites)
        if len(bare) >= _LEAST and bare.lower() not in _NOT_TITLES:
            return bare
    first = [
        block for block, text in zip(headings, shown, strict=True) if block.level == 1 and not _is_site(text, sites)
    ]
    return _KIND.sub("", first[0].text) if len(first) == 1 else None


def strip_site(title: str, named: Sequence[str] = ()) -> str:
    """Return the title without the publisher, and without the columns before it."""
    return part_site(title, named)[0]


def part_site(title: str, named: Sequence[str] = (), *, columns: bool = True) -> tuple[str, str | None]:
    """Part the title from the name of its site, None where it has none; `columns`: from those before the site too."""
    title = _KIND.sub("", tidy(title))
    cuts = list(_PART.finditer(title))
    ends = [*(match.start() for match in cuts[1:]), len(title)]
    sites = [place for place, match in enumerate(cuts) if _is_site(title[match.end() : ends[place]], named)]
    if sites:
        cut = cuts[sites[-1]].start()
        site = title[cuts[sites[-1]].end() : ends[sites[-1]]].strip()
        for match in reversed(cuts[: sites[-1]] if columns else []):
            if len(title[match.end() : cut]) > _COLUMN_SIZE or match.group().strip() not in _BARS:
                break
            cut = match.start()
        return title[:cut].strip(), site
    if cuts and _is_site(title[: cuts[0].start()], named):
        return title[cuts[0].end() :].strip(), title[: cuts[0].start()].strip()
    return title, None


def _matches(heading: str, title: str) -> bool:
    """Tell whether one is the other but for a part: a page cuts long titles, and adds to short ones."""
    return bool(heading) and ((heading in title and len(heading) * 2 >= len(title)) or title in heading)


def _is_site(text: str, sites: Sequence[str]) -> bool:
    """Tell whether the text names a site: a publisher, what the page calls its site, or a web address."""
    bare = re.sub(r"[（(].*?[)）]", "", text).strip()
    known = {_letters(site) for site in sites}
    if not bare or is_publisher(bare) or _letters(bare) in known or _letters(text) in known:
        return True
    if names_publisher(_STATE.sub("", text)):
        return True
    source = find_source([text])
    if source is None:
        return False
    rest = _letters(_STATE.sub("", text))
    if not source.publisher.isascii():
        rest = re.sub(r"[a-z]", "", rest)  # 中央社 CNA
    return len(_letters(source.publisher)) * 5 >= len(rest) * 3


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).lower()
