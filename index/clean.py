"""From published text to articles of plain paragraphs; knows nothing of dates, publishers or files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from index.articles import CLOSING, Article, Node, split_articles
from index.header import split_header
from index.layout import Paragraph, Shape, continues, is_finished, is_stopped, join_pieces, measure_shape, opens_speech
from index.leads import find_dateline, split_headline, strip_dateline
from index.marks import ends_caption, find_mark
from index.markup import Line, measure_width, normalise, strip_markup, tidy
from index.questions import mark_questions
from index.records import Dropped

_LIST_NUMBER = re.compile(r"[（(]?\d{1,3}[）).．、]+\s*")
_BOLD, _PLAIN = 7, 8  # levels of headings that no heading mark tells


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file's text as articles, what its head states, and what was left out."""

    header: dict[str, str]
    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...]


def clean_text(text: str) -> Cleaned:
    """Return the articles of a published text, and each thing left out with its line and reason."""
    text = normalise(text)
    header, head, count = split_header(text)
    lines, dropped = strip_markup(text[len(head) :], count + 1)
    dropped += [Dropped(number, tidy(line), "front matter") for number, line in enumerate(head.split("\n"), 1) if tidy(line)]
    nodes = _Joiner().join(_drop_contents(_mark(lines)))
    articles = tuple(_finish(article) for article in split_articles(nodes, titled="title" in header))
    dropped += [note for article in articles for note in article.notes]
    return Cleaned(
        header,
        tuple(article for article in articles if article.paragraphs),
        tuple(sorted(dropped, key=lambda note: note.line)),
    )


def _mark(lines: Iterable[Line]) -> list[tuple[Line, str | None]]:
    """Give each line the reason to drop it, None for text."""
    marked: list[tuple[Line, str | None]] = []
    running: str | None = None  # what an earlier line began and did not end
    for line in lines:
        if line.level or (line.gap and running == "caption"):
            running = None
        reason = None if line.level else find_mark(line.text) or _go_on(running, line)
        if reason == "caption":
            running = None if ends_caption(line.text) else reason
        else:
            running = reason if reason == "related links" else None
        marked.append((line, reason))
    return marked


def _go_on(running: str | None, line: Line) -> str | None:
    if running == "caption" or (running == "related links" and not is_stopped(line.text)):
        return running
    alone = line.links and measure_width(line.text) <= 40 and not is_stopped(line.text)
    return "link" if alone else None


def _drop_contents(marked: list[tuple[Line, str | None]]) -> list[tuple[Line, str | None]]:
    """Drop the list of contents: a part whose numbered lines repeat the headings of the file."""
    headings = {_letters(line.text) for line, _ in marked if line.level or line.bold}
    starts = [place for place, (line, _) in enumerate(marked) if line.level] + [len(marked)]
    for start, end in zip(starts, starts[1:], strict=False):
        part = [line for line, _ in marked[start + 1 : end]]
        numbered = [line for line in part if _LIST_NUMBER.match(line.text)]
        known = [line for line in numbered if _letters(_LIST_NUMBER.sub("", line.text, count=1)) in headings]
        if len(numbered) >= 3 and len(known) * 2 >= len(numbered):
            marked[start:end] = [(line, reason or "contents list") for line, reason in marked[start:end]]
    return marked


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text)


@dataclass
class _Joiner:
    """Joins the lines of one file to paragraphs, what was dropped standing between them."""

    nodes: list[Node] = field(default_factory=list)
    held: list[Line] = field(default_factory=list)
    passed: list[Node] = field(default_factory=list)  # page marks: a paragraph may go on behind them
    begun: bool = False  # the article has prose already

    def join(self, marked: Sequence[tuple[Line, str | None]]) -> list[Node]:
        shape = measure_shape([line for line, reason in marked if not reason])
        for line, reason in marked:
            if reason:
                self._drop(Dropped(line.number, " ".join((line.text, *line.links)), reason), shape)
            elif self.held and continues(shape, self.held[-1], line, self.begun or find_dateline(self.held[0].text) > 0):
                self.held.append(line)
            else:
                self._flush(shape)
                self.held.append(line)
                self.begun = self.begun and not 0 < line.level < _BOLD
        self._flush(shape)
        return self.nodes

    def _drop(self, note: Dropped, shape: Shape) -> None:
        if note.reason == "page mark":
            self.passed.append(note)
            return
        self._flush(shape)
        self.nodes.append(note)
        self.begun = self.begun and note.reason not in CLOSING

    def _flush(self, shape: Shape) -> None:
        if self.held:
            level = self._find_level(shape)
            self.nodes.append(Paragraph(join_pieces(self.held), "heading" if level else "prose", level))
            told = is_stopped(self.held[-1].text) or len(self.held) > 2 or shape.broken
            self.begun = self.begun or (not level and told)
        self.nodes.extend(self.passed)
        self.held.clear()
        self.passed.clear()

    def _find_level(self, shape: Shape) -> int:
        first, last = self.held[0], self.held[-1]
        if first.level or is_finished(last.text):
            return first.level
        if first.bold and last.bold:
            return _BOLD
        plain = self.begun and len(self.held) == 1 and not (shape.marked or shape.broken)
        short = first.width <= min(60, shape.width * 3 // 4 or 60) and not re.search(r"[，。；,]", first.text)
        return _PLAIN if plain and short and not opens_speech(first.text) else 0


def _finish(article: Article) -> Article:
    """Take datelines and credits off the paragraphs, a headline off the lead, and mark the questions."""
    paragraphs: list[Paragraph] = []
    notes = list(article.notes)
    for paragraph in article.paragraphs:
        if paragraph.kind == "heading":
            paragraphs.append(paragraph)
            continue
        rest, taken = strip_dateline(paragraph)
        notes += taken
        if rest:
            leads = not any(before.kind == "prose" for before in paragraphs)
            paragraphs += split_headline(rest) if leads else (rest,)
    title = article.title
    if not title and paragraphs and paragraphs[0].kind == "heading":
        title = paragraphs[0].text
    return replace(article, title=title, paragraphs=mark_questions(paragraphs), notes=tuple(notes))
