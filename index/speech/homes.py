"""Whose side a text calls "our": by its account, or by what a paper or a ministry in Taiwan writes of itself.

It knows nothing of speakers.
"""

from __future__ import annotations

import re

from index.records import Origin, Side
from index.words import fold

_PUBLISHERS = re.compile(
    r"中央社|中央通讯社|联合新闻网|联合报|自由时报|中国时报|中时|台北时报|中华民国|总统府|central news agency|focus taiwan|taipei times|taiwan news|united daily|\.tw\b"
)
# Offices that only Taiwan's own texts name without saying whose they are.
_SIGNS = (
    re.compile(r"(?<!美国)(?<!韩国)(?<!法国)总统府|presidential office"),
    re.compile(r"陆委会|mainland affairs council"),
    re.compile(r"行政院(?!长)|立法院|executive yuan|legislative yuan"),
    re.compile(r"中华民国|republic of china \(taiwan\)|r\.o\.c\. \(taiwan\)"),
    re.compile(r"国安会|外交部长(?:吴钊燮|林佳龙)|foreign minister (?:joseph wu|lin chia-lung)"),
    re.compile(r"台北\d{0,2}日?[电電]|^taipei,", re.MULTILINE),
)
_LEAST = 2  # signs
# Bodies of the same name on both sides of the strait.
SHARED = re.compile(
    r"外交部|国防部|财政部|教育部|交通部|foreign ministry|ministry of foreign affairs|ministry of national defense|mfa"
)
_MAINLAND = re.compile(r"(?:中国|中共|大陆|北京|china(?:[’']s)?|chinese|beijing(?:[’']s)?)\s*$")


def find_home(origin: Origin, text: str) -> Side | None:
    """Return the side at home in a text: its account's, `other` in a text from Taiwan, None in any other."""
    if origin.account in ("cn", "us"):
        return origin.account
    folded = fold(text)
    told = _PUBLISHERS.search(fold(f"{origin.publisher or ''} {origin.url or ''}"))
    return "other" if told or sum(bool(sign.search(folded)) for sign in _SIGNS) >= _LEAST else None


def side_at_home(name: str, before: str, side: Side | None, home: Side | None) -> Side | None:
    """Return the side of a body named in a text: in one from Taiwan 外交部 is Taiwan's, unless it is called China's."""
    shared = home == "other" and side == "cn" and SHARED.fullmatch(fold(name))
    return "other" if shared and not _MAINLAND.search(fold(before)) else side
