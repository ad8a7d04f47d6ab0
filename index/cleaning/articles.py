"""From paragraphs to articles: where one ends and the next begins; knows nothing of dates or publishers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from index.cleaning.heads import introduces, is_head, is_matter
from index.cleaning.leads import find_dateline
from index.cleaning.marks import CLOSING
from index.cleaning.paragraphs import Node, Paragraph
from index.records import Dropped

_ENUMERATED = re.compile(
    r"[（(]?[一二三四五六七八九十]{1,3}[、）)．.]|第[一二三四五六七八九十\d]{1,3}[部节節章]|\d{1,2}[.．、）)]\s*\D|[IVX]{1,4}\.\s|——|—\s"
)
_LABEL = re.compile(r"(Q)\s|([^，。,.：:]{1,40})[：:]")


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its title, the heading over several articles, its paragraphs, what was dropped around them."""

    title: str | None
    over: str | None
    paragraphs: tuple[Paragraph, ...]
    notes: tuple[Dropped, ...]


@dataclass
class _Draft:
    heads: list[Paragraph] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    notes: list[Dropped] = field(default_factory=list)
    told: bool = False  # it has prose
    closed: bool = False  # a byline, a source or a link stands behind its prose

    def part_heads(self, levels: Counter[int]) -> tuple[list[str], list[Paragraph]]:
        """Part the headings over several articles from those of this one's title; `levels`: how often each comes."""
        over, heads = [], list(self.heads)
        while len(heads) > 1 and heads[0].level < heads[-1].level < 7 and levels[heads[-1].level] > 1:
            over.append(heads.pop(0).text)
        return over, heads


def split_articles(nodes: Sequence[Node], titled: bool) -> list[Article]:
    """Return the articles of a file; `titled`: its head states a title, so its first lines need not be one."""
    drafts = [_Draft()]
    labels = Counter(map(_find_label, nodes))
    levels = Counter(node.level for node in nodes if isinstance(node, Paragraph))
    followers = _list_followers(nodes)
    for node, following in zip(nodes, followers, strict=True):
        draft = drafts[-1]
        if isinstance(node, Dropped):
            draft.notes.append(node)
            draft.closed = draft.closed or (draft.told and node.reason in CLOSING)
            continue
        speaks = labels[_find_label(node)] > 1 and bool(_find_label(node))
        if draft.told and _begins(draft, node, following, speaks, levels):
            draft = _Draft()
            drafts.append(draft)
        head = not draft.told and following is not None and not speaks and is_head(node)
        _add(draft, node, head, titled and len(drafts) == 1)
    return [_close(draft, levels) for draft in drafts]


def _list_followers(nodes: Sequence[Node]) -> list[Paragraph | None]:
    """Return for each node the next paragraph behind it."""
    found: list[Paragraph | None] = []
    following: Paragraph | None = None
    for node in reversed(nodes):
        found.append(following)
        following = node if isinstance(node, Paragraph) else following
    return found[::-1]


def _find_label(node: Node) -> str:
    """Return the words before the first colon: a speaker, where they come again."""
    match = _LABEL.match(node.text) if isinstance(node, Paragraph) and node.kind != "heading" else None
    return match.group(match.lastindex or 0) if match else ""


def _begins(draft: _Draft, node: Paragraph, following: Paragraph | None, speaks: bool, levels: Counter[int]) -> bool:
    """Tell whether a paragraph behind prose begins another article."""
    if introduces(node.text):
        return following is not None
    dated = following is not None and following.kind == "prose" and find_dateline(following.text) > 0
    if node.kind != "heading":
        headed = (dated or draft.closed) and following is not None and not speaks and is_head(node)
        return find_dateline(node.text) > 0 or headed
    level = min((head.level for head in draft.part_heads(levels)[1]), default=0)
    return not _ENUMERATED.match(node.text) and (draft.closed or dated or node.level <= level)


def _add(draft: _Draft, node: Paragraph, head: bool, titled: bool) -> None:
    if head and (titled or is_matter(node.text, below_title=bool(draft.heads))):
        draft.notes.append(Dropped(node.lines[0], node.text, "head matter"))
        return
    if head:
        node = replace(node, kind="heading", level=1)
    if node.kind == "heading" and not draft.told and _is_title_part(draft, node):
        draft.heads.append(node)
    elif node.kind != "heading":
        draft.told, draft.closed = True, False
    draft.paragraphs.append(node)


def _is_title_part(draft: _Draft, node: Paragraph) -> bool:
    """Tell whether a heading before any prose belongs to the title, not to the first part of the text."""
    return not draft.heads or (node.level < 7 and not re.match(r"[（(]?[一1][、.．）)]", node.text))


def _close(draft: _Draft, levels: Counter[int]) -> Article:
    over, heads = draft.part_heads(levels)
    title = " ".join(head.text for head in heads) or None
    return Article(title, over[0] if over else None, tuple(draft.paragraphs), tuple(draft.notes))
