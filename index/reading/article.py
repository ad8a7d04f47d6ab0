"""Which blocks of a web page are its article, and why the others are not; knows nothing of what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING

from index.cleaning.chars import measure_width
from index.cleaning.leads import find_dateline
from index.cleaning.marks import find_mark
from index.cleaning.patterns import words_of
from index.reading.blocks import Block
from index.reading.parts import name_part

if TYPE_CHECKING:
    from lxml.etree import _Element

_MOST = 0.4  # of a page's prose; what holds more is no side matter, whatever it is called
_NEARLY_ALL = 0.85  # of a page's prose: so much lies in its article
_PROSE_WIDTH = 40  # columns; a shorter block is no paragraph of prose
_LEAVES = words_of("p li dt dd h1 h2 h3 h4 h5 h6 blockquote pre")  # paragraphs, whatever their length
_NOTE_WIDTH = 100  # columns; a longer text above a dateline is an article too
_STOP = re.compile(r"[。！？；，,.!?;:：][”’」』）)\"]*")
_LINKED = 0.6  # of its characters; a block with more in links is a list of links
_TOLD = frozenset({"time stamp", "source note", "place and time", "byline"})  # what dates or signs it
_NEAR = 12  # blocks above or below the article in which such a note is its own
_ELEMENTS = 30_000  # of a page; the same
_SLICE = 400_000  # characters; on a longer page only its structure tells


def choose_blocks(root: _Element, blocks: Sequence[Block], title: str | None) -> list[str | None]:
    """Return for each block the reason to leave it out, None for the article's."""
    sizes = [_weigh(block) for block in blocks]
    reasons = _find_parts(blocks, sizes)
    article = _find_article(blocks, [0 if reason else size for size, reason in zip(sizes, reasons, strict=True)])
    for place, block in enumerate(blocks):
        heads = block.level == 1 and (not reasons[place] or reasons[place] in ("page head", "link list"))
        if heads and title and _letters(block.text) and _letters(block.text) in _letters(title):
            reasons[place] = None
        elif not reasons[place] and article is not None and article not in block.around:
            reasons[place] = "around the article"
        elif not reasons[place] and block.linked >= _LINKED * len(block.text) and not block.level:
            reasons[place] = "link list"
    reasons = _trim(root, blocks, reasons, sizes, title)
    return _keep_notes(blocks, reasons)


def _keep_notes(blocks: Sequence[Block], reasons: list[str | None]) -> list[str | None]:
    """Keep what stands near the article and says when or by whom it was published; cleaning notes it."""
    kept = [place for place, reason in enumerate(reasons) if reason is None]
    if not kept:
        return reasons
    for place in range(max(0, kept[0] - _NEAR), min(len(blocks), kept[-1] + _NEAR)):
        near = reasons[place] in ("around the article", "below the article", "page head", "buttons")
        if near and find_mark(blocks[place].text[:200]) in _TOLD:
            reasons[place] = None
    return reasons


def _weigh(block: Block) -> int:
    """Return how much prose a block holds: the columns of its words that are no links."""
    width = measure_width(block.text)
    if width < _PROSE_WIDTH or not _STOP.search(block.text):
        return 0
    return width - min(width, block.linked * 2)


def _find_parts(blocks: Sequence[Block], sizes: Sequence[int]) -> list[str | None]:
    """Return the reason of each block that stands in a part of the page which says what it is."""
    held: Counter[_Element] = Counter()
    for block, size in zip(blocks, sizes, strict=True):
        held.update(dict.fromkeys(block.around, size))
    most = sum(sizes) * _MOST
    known: dict[_Element, str | None] = {}
    reasons: list[str | None] = []
    for block in blocks:
        found = None
        for element in block.around:
            if element not in known:
                known[element] = None if held[element] > most else name_part(element)
            found = found or known[element]
        reasons.append(found)
    return reasons


def _find_article(blocks: Sequence[Block], sizes: Sequence[int]) -> _Element | None:
    """Return the smallest element that holds nearly all of the page's prose."""
    held: Counter[_Element] = Counter()
    depth: dict[_Element, int] = {}
    for block, size in zip(blocks, sizes, strict=True):
        for level, element in enumerate(block.around):
            held[element] += size
            depth[element] = level
    whole = sum(sizes)
    fit = [element for element in held if whole and held[element] >= whole * _NEARLY_ALL and element.tag not in _LEAVES]
    return max(fit, key=lambda element: depth[element], default=None)


def _trim(
    root: _Element, blocks: Sequence[Block], reasons: list[str | None], sizes: Sequence[int], title: str | None
) -> list[str | None]:
    """Leave out prose above the title, what stands behind 'Related', and the ends that trafilatura leaves out."""
    titled = next((place for place, block in enumerate(blocks) if not reasons[place] and _is_title(block, title)), 0)
    for place in range(titled):
        reasons[place] = reasons[place] or ("above the article" if sizes[place] else None)
    _drop_preface(blocks, reasons, sizes, titled)
    _drop_related(blocks, reasons, titled)
    kept = [place for place, reason in enumerate(reasons) if reason is None]
    large = sum(len(block.text) for block in blocks) > _SLICE or sum(1 for _ in root.iter()) > _ELEMENTS
    if not kept or large:
        return reasons
    extracted = _extract(root)
    inside = [place for place in kept if sizes[place] and _letters(blocks[place].text) in extracted]
    if not inside or sum(sizes[place] for place in inside) * 2 < sum(sizes[place] for place in kept):
        return reasons
    # A closing line stands beside the last paragraph: 'Thank you.', '###', a signature.
    beside = blocks[inside[-1]].around[-1].getparent()
    for place in kept:
        if place > inside[-1] and beside not in blocks[place].around:
            reasons[place] = "below the article"
        elif titled < place < inside[0] and sizes[place]:
            reasons[place] = "above the article"
    return reasons


def _drop_preface(blocks: Sequence[Block], reasons: list[str | None], sizes: Sequence[int], titled: int) -> None:
    """Leave out a short note between the title and a dateline: the article begins with the dateline."""
    begin = next((place for place, block in enumerate(blocks) if not reasons[place] and find_dateline(block.text)), 0)
    before = [place for place in range(titled + 1, begin) if sizes[place] and not reasons[place]]
    if sum(sizes[place] for place in before) <= _NOTE_WIDTH:
        for place in before:
            reasons[place] = "above the article"


def _drop_related(blocks: Sequence[Block], reasons: list[str | None], titled: int) -> None:
    """Leave out what stands behind a heading such as 'Related articles', in the same part of the page."""
    part: _Element | None = None
    for place, block in enumerate(blocks):
        if part is not None and part in block.around:
            reasons[place] = reasons[place] or "related links"
        elif place > titled and len(block.text) < _PROSE_WIDTH and find_mark(block.text) == "related links":
            part = block.around[-1].getparent()
            reasons[place] = "related links"


def _is_title(block: Block, title: str | None) -> bool:
    return bool(title) and 0 < block.level < 3 and _letters(block.text) == _letters(title or "")


def _extract(root: _Element) -> frozenset[str]:
    """Return the paragraphs that trafilatura takes for the article, without spaces and marks."""
    import trafilatura
    from lxml import etree

    _ready_stop_words()
    found = trafilatura.bare_extraction(
        etree.tostring(root, encoding="unicode", method="html"), favor_recall=True, include_comments=False
    )
    body = getattr(found, "body", None)
    if body is None:
        return frozenset()
    texts = ("".join(element.itertext()) for element in body.iter())
    lines = (line for text in texts for line in text.split("\n"))
    return frozenset(_letters(line) for line in lines)


@cache
def _ready_stop_words() -> None:
    """Have trafilatura's words of all languages hashed once, not again for every page: that takes 10 ms."""
    from trafilatura import external

    setattr(external, "JT_STOPLIST", _Words(external.jt_stoplist_init()))  # noqa: B010  declared as None


class _Words(tuple[str, ...]):
    """Words that know their hash."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return super().__hash__()


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)
