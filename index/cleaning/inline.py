"""Takes HTML and Markdown off the words of one line; knows nothing of other lines."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from index.cleaning.chars import tidy

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9:-]*(?:\s[^<>]*)?/?>")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKUP = re.compile(f"{_TAG.pattern}|(?P<entity>{_ENTITY.pattern})")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^)\s]{0,2000}(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"(?<!\\)\[([^\]\n]{1,300})\]\(([^\s\[\]]{1,2000}?)(?:\s+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(r"(\*\*\*|\*\*|___|__|(?<![\w*])\*(?!\s)|(?<!\w)_(?!\s))(?=\S)(.{1,2000}?)(?<=\S)\1(?!\w)")
_SIGNS = 1000  # stars and low lines in one line; more are no emphasis
_ESCAPE = re.compile(r"(\\)([!-/:-@\[-`{-~])")


@dataclass(slots=True)
class Inline:
    """The words of a line while markup is taken off them: what was taken, and the addresses of its links."""

    text: str
    taken: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> bool:
        """Take off what the pattern matches at the beginning, and tell whether it did."""
        match = pattern.match(self.text)
        if match:
            self.taken.append(match.group())
            self.text = self.text[match.end() :]
        return match is not None

    def take_end(self, pattern: re.Pattern[str]) -> None:
        """Take off what the pattern finds."""
        self.text = pattern.sub(self._drop, self.text)

    def take_tags(self) -> None:
        """Take off HTML tags, and write entities as the characters they stand for."""
        # In one go: what two pieces around a tag make together is no entity.
        self.text = _MARKUP.sub(lambda match: (self._unescape if match["entity"] else self._drop)(match), self.text)

    def finish(self) -> str:
        """Take off Markdown inside the line, and return its words with single spaces."""
        self.text = _LINK.sub(self._link, _IMAGE.sub(self._drop, self.text))
        if self.text.count("*") + self.text.count("_") <= _SIGNS:
            self.text = _EMPHASIS.sub(self._keep_second, self.text)
        self.text = _ESCAPE.sub(self._keep_second, self.text)
        if self.text.endswith("\\"):  # a line break of Markdown
            self.taken.append("\\")
            self.text = self.text[:-1]
        return tidy(self.text)

    def _drop(self, match: re.Match[str]) -> str:
        self.taken.append(match.group())
        return ""

    def _unescape(self, match: re.Match[str]) -> str:
        self.taken.append(match.group())
        return html.unescape(match.group())

    def _link(self, match: re.Match[str]) -> str:
        self.links.append(match.group(2))
        self.taken.append(f"[]({match.group(2)})")
        return match.group(1)

    def _keep_second(self, match: re.Match[str]) -> str:
        self.taken.append(match.group(1))
        return match.group(2)


def strip_tags(text: str) -> str:
    """Return the words of HTML text on one line."""
    return tidy(html.unescape(_TAG.sub(" ", text)))
