"""The head of a file: YAML front matter or `key: value` lines; knows nothing of the text below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

import yaml

_FENCED = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.S)
_KEYS = {
    "title": "title",
    "headline": "title",
    "标题": "title",
    "標題": "title",
    "题目": "title",
    "date": "date",
    "event_date": "event_date",
    "日期": "date",
    "时间": "date",
    "時間": "date",
    "发布时间": "date",
    "發布時間": "date",
    "published": "date",
    "published_at": "date",
    "pubdate": "date",
    "published_time": "published_time",
    "url": "url",
    "link": "url",
    "source_url": "url",
    "canonical_url": "url",
    "permalink": "url",
    "链接": "url",
    "連結": "url",
    "网址": "url",
    "網址": "url",
    "publisher": "publisher",
    "source": "publisher",
    "site": "publisher",
    "site_name": "publisher",
    "来源": "publisher",
    "來源": "publisher",
}
_PAIR = re.compile(r"([A-Za-z_ -]{2,20}|[\u4e00-\u9fff]{2,4})\s*[:：]\s*(.*)")


def split_header(text: str) -> tuple[dict[str, str], str, int]:
    """Return what the head of the file states, the head itself, and the number of its lines."""
    fenced = _FENCED.match(text)
    if fenced:
        values = _read_yaml(fenced.group(1))
        if values is not None:
            return values, fenced.group(), fenced.group().count("\n")
    return _split_pairs(text)


def _read_yaml(block: str) -> dict[str, str] | None:
    try:
        loaded = yaml.safe_load(block)
    except (yaml.YAMLError, ValueError, RecursionError):  # ValueError: an impossible date such as 2021-02-31
        pairs = [match for line in block.split("\n") if (match := _PAIR.fullmatch(line.strip()))]
        loaded = {match.group(1): match.group(2) for match in pairs}
    return _known(loaded) if isinstance(loaded, Mapping) else None


def _known(values: Mapping[object, object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in values.items():
        name = _KEYS.get(str(key).strip().lower().replace(" ", "_").replace("-", "_"))
        if name and isinstance(value, str | int | date | datetime):
            text = " ".join(str(value).split())
            is_link = text.startswith(("http://", "https://"))
            name = "url" if is_link and name == "publisher" else name
            if text:
                found.setdefault(name, text)
    return found


def _split_pairs(text: str) -> tuple[dict[str, str], str, int]:
    """Read `key: value` lines that open the file and end at a blank line; at least two must be known."""
    lines = text.split("\n")
    start = next((place for place, line in enumerate(lines) if line.strip()), len(lines))
    pairs: dict[object, object] = {}
    for end, line in enumerate(lines[start:], start):
        match = _PAIR.fullmatch(line.strip())
        if not match:
            if line.strip() or len(_known(pairs)) < 2:
                break
            head = "\n".join(lines[:end]) + "\n"
            return _known(pairs), head, end
        pairs[match.group(1)] = match.group(2)
    return {}, "", 0
