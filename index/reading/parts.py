"""What part of a web page an element says to be: navigation, footer, notice; knows nothing of its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_PARTS = {
    "nav": "navigation",
    "menu": "navigation",
    "footer": "footer",
    "aside": "side column",
    "form": "form",
    "dialog": "notice",
    "button": "button",
    "label": "form",
    "fieldset": "form",
    "figcaption": "caption",
}
_ROLES = {
    "navigation": "navigation",
    "banner": "page head",
    "contentinfo": "footer",
    "complementary": "side column",
    "search": "form",
    "dialog": "notice",
    "alertdialog": "notice",
    "form": "form",
    "menu": "navigation",
}
_NAMES = (
    (
        "navigation",
        r"nav|navbar|navigation|breadcrumbs?|crumbs?|menu|submenu|pager|pagination|skip-?links?|sitemap|wz|dqwz",
    ),
    ("footer", r"footer|foot|copyright|bottom|colophon"),
    ("notice", r"cookies?|consent|gdpr|modal|popup|overlay|banner|disclaimer"),
    ("subscription note", r"subscri\w*|newsletters?|signup|sign-up|mailing-?list|email-?signup"),
    ("buttons", r"share|sharing|social|sns|toolbar|tools|print|bdshare\w*|addtoany\w*|a2a|qrcode|ewm|fontsize|zihao"),
    (
        "related links",
        r"related|recommend\w*|more-?news|read-?next|xgxw|xiangguan|relnews|hot-?news|ranking|tags?|post-?nav\w*",
    ),
    ("comments", r"comments?|respond|pinglun|disqus"),
    ("side column", r"sidebar|side-?bar|widget|rail"),
    ("advertisement", r"ads?|advert\w*|banner-?ad|guanggao|sponsor\w*"),
)
_NAMED = tuple((reason, re.compile(rf"(?:^|[\s_-])(?:{names})(?:$|[\s_-])", re.I)) for reason, names in _NAMES)


def name_part(element: _Element) -> str | None:
    """Return what part of a page an element says to be, None where it may be its article."""
    if element.tag in ("html", "body", "main", "article"):
        return None
    role = (element.get("role") or "").lower()
    reason = _ROLES.get(role) or _PARTS.get(element.tag)
    if reason:
        return reason
    if element.tag == "header" and not any(parent.tag in ("main", "article") for parent in element.iterancestors()):
        return "page head"
    named = f"{element.get('class') or ''} {element.get('id') or ''}"[:400]
    return next((reason for reason, pattern in _NAMED if pattern.search(named)), None) if named.strip() else None
