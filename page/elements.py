"""HTML in which every text is escaped, because elements are made by `element` alone; knows nothing of readouts."""

from __future__ import annotations

import html
import re
from functools import cache

VOID = {"input", "br", "hr"}
# Characters that no page may hold: lone surrogates cannot be sent, the others do not show or reorder what does.
UNSHOWABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
SPECIAL = re.compile(f"[&<>\"'{UNSHOWABLE.pattern[1:]}")  # most texts hold none of these
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


class Markup(str):
    """HTML that is safe to show."""

    __slots__ = ()


Child = Markup | str | None
Value = str | int | bool | None


def escape(text: str) -> Markup:
    """Return `text` as HTML that shows it character by character; what cannot be shown shows as �."""
    return Markup(html.escape(UNSHOWABLE.sub(REPLACEMENT, text)) if SPECIAL.search(text) else text)


def join(*children: Child) -> Markup:
    """Return the children one after another, texts escaped and None left out."""
    return Markup(
        "".join(child if isinstance(child, Markup) else escape(child) for child in children if child is not None)
    )


def element(tag: str, *children: Child, **attributes: Value) -> Markup:
    """Return one element: `element("p", "a < b", class_="x", data_n=1)` is `<p class="x" data-n="1">a &lt; b</p>`."""
    head = "".join(_attribute(name, value) for name, value in attributes.items())
    if tag in VOID:
        return Markup(f"<{tag}{head}>")
    return Markup(f"<{tag}{head}>{join(*children)}</{tag}>")


def _attribute(name: str, value: Value) -> str:
    if value is None or value is False:
        return ""
    return f" {_print_name(name)}" if value is True else f' {_print_name(name)}="{escape(str(value))}"'


@cache
def _print_name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def web_link(url: str, text: str) -> Markup:
    """Return a link that opens apart, or the text alone where `url` is not a web address."""
    if not re.match(r"https?://[^\s]+$", url, re.IGNORECASE):
        return escape(text)
    return element("a", text, href=url, target="_blank", rel="noopener noreferrer")
