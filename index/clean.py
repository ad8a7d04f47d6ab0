"""From published text to articles of plain paragraphs; knows nothing of dates, publishers or files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from index.cleaning.articles import Article, split_articles
from index.cleaning.layout import join_lines
from index.cleaning.leads import split_headline, strip_dateline
from index.cleaning.paragraphs import Paragraph
from index.cleaning.questions import mark_questions
from index.cleaning.sift import sift_lines
from index.reading.content import Content
from index.reading.plain import parse_text
from index.records import Dropped


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A file's text as articles, what its head states, and what was left out."""

    header: dict[str, str]
    articles: tuple[Article, ...]
    dropped: tuple[Dropped, ...]


def clean_text(text: str) -> Cleaned:
    """Return the articles of a published text, and each thing left out with its line and reason."""
    return clean_content(parse_text(text))


def clean_content(content: Content) -> Cleaned:
    """Return the articles of a file that a reader has read, and each thing left out with its place and reason."""
    nodes = join_lines(sift_lines(content.lines))
    articles = tuple(_finish(article) for article in split_articles(nodes, titled="title" in content.header))
    dropped = [*content.dropped, *(note for article in articles for note in article.notes)]
    return Cleaned(
        dict(content.header),
        tuple(article for article in articles if article.paragraphs),
        tuple(sorted(dropped, key=lambda note: note.line)),
    )


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
