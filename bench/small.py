"""Makes many small inputs by number: files of every format, and what is asked of them; the same number, the same input.

Knows nothing of what is checked. Larger files, bent more, are made by `bench.mutate`.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from bench.mutate import bend, break_bytes, make_file, make_pdf_file, make_word_file, pick_words
from index.records import Span

FORMATS: dict[str, int] = {"txt": 40, "md": 20, "html": 24, "docx": 3, "pdf": 2, "large": 1}
Asking = Literal["question", "follow-up", "verify", "wording"]
ASKED: dict[Asking, int] = {"question": 4, "follow-up": 2, "verify": 2, "wording": 2}
_ENCODINGS = ("utf-8",) * 12 + ("utf-8-sig", "gb18030", "big5", "utf-16", "cp1252", "utf-32")
_LENGTHS = (30, 40, 60, 60, 100, 100, 150, 250)  # characters of a text before it is bent
_MOST = 500  # and behind
_STEMS = ("a", "2023-11-15_us_", "2021-11-16_cn_", "习近平", "")
_LINES = (
    "title: {}",
    "date: {}",
    "source: {}",
    "account: {}",
    "url: https://www.mfa.gov.cn/{}",
    "{}: [a",
    "tags: [{}]",
    "{}",
)
_HEADS = (
    "<title>{}</title>",
    "<meta charset=utf-8>",
    "<meta property='article:published_time' content='{}'>",
    "<meta name='author' content='{}'>",
    '<script type=\'application/ld+json\'>{{"headline": "{}"}}</script>',
    "<link rel=canonical href='https://www.state.gov/{}'>",
)
_BLOCKS = (
    "<p>{}</p>",
    "<p>{}</p>",
    "<p>{}</p>",
    "<p>{}",
    "<p><strong>{}</strong></p>",
    "<h1>{}</h1>",
    "<h2>{}</h2>",
    "<div>{}<br>{}</div>",
    "<ul><li>{}</li><li>{}</li></ul>",
    "<nav><a href=/x>{}</a></nav>",
    "<table><tr><td>{}</td><td>{}</td></tr></table>",
    "<div class=footer>{}</div>",
    "<!-- {} -->",
    "<blockquote>{}</blockquote>",
    "<script>{}</script>",
    "<article>{}",
)
_FRAMES = (
    "What did {} say about {}?",
    "When did {} meet {}?",
    "How many {}?",
    "Who said “{}”?",
    "{}就{}说了什么？",
    "双方在{}各说了什么？",
    "雙方就{}同意了什麼？",
    "{}年{}月{}日，谁说的“{}”？",
    "Did {} deny {} after {}?",
    "What changed on {} between 2018 and {}?",
    "那{}呢？",
    "And {}?",
    "还有呢？",
    "{}",
)
_WORDS = (
    "Xi",
    "Biden",
    "Taiwan",
    "台湾",
    "貿易",
    "中方",
    "the U.S. side",
    "2023",
    "11月",
    "Bali",
    "fentanyl",
    "布林肯",
)


@dataclass(frozen=True, slots=True)
class File:
    """A file to be read: its format, its name and its bytes."""

    kind: str
    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: in which way, the words, the question before it, and whether the words stand in a source."""

    kind: Asking
    text: str
    before: str = ""
    held: bool = False


def is_asked(number: int) -> bool:
    """Tell whether the input of a number is something asked; the others are files."""
    return number % 10 == 9


def make_small_file(number: int, bases: Sequence[str]) -> File:
    """Return the file of a number."""
    rng = random.Random(number)
    kind = rng.choices(list(FORMATS), list(FORMATS.values()))[0]
    if kind == "large":
        name, data = make_file(rng, bases)
        return File(kind, f"{number}_{name}", data)
    lines = bend(rng, _take(rng, bases))[:_MOST].split("\n")
    name = f"{rng.choice(_STEMS)}{number}.{kind}"
    if kind == "docx":
        data = make_word_file(rng, lines)
    elif kind == "pdf":
        data = make_pdf_file(rng, lines)
    else:
        makers = {"md": _lead_with_matter, "html": _lay_out}
        text = makers[kind](rng, lines) if kind in makers and rng.random() < 0.8 else "\n".join(lines)
        data = text.encode(rng.choice(_ENCODINGS), "replace")
    return File(kind, name, break_bytes(rng, data) if rng.random() < 0.4 else data)


def _take(rng: random.Random, bases: Sequence[str]) -> str:
    if rng.random() < 0.2:
        return pick_words(rng, rng.choice((1, 3, 8, 16)))
    base = rng.choice(bases)
    start = 0 if rng.random() < 0.1 else rng.randrange(len(base))
    return base[start : start + rng.choice(_LENGTHS)]


def _lead_with_matter(rng: random.Random, lines: list[str]) -> str:
    head = [rng.choice(_LINES).format(_fill(rng, lines)) for _ in range(rng.choice((1, 2, 4)))]
    return "\n".join(["---", *head, rng.choice(("---", "---", "---", "...", "")), *lines])


def _lay_out(rng: random.Random, lines: list[str]) -> str:
    head = "".join(rng.choice(_HEADS).format(_fill(rng, lines)) for _ in range(rng.choice((0, 1, 2, 3))))
    write = str if rng.random() < 0.3 else escape
    body = [rng.choice(_BLOCKS).format(write(line), write(_fill(rng, lines))) for line in lines[:12]]
    return bend(rng, f"<html><head>{head}</head><body>{rng.choice(('', chr(10))).join(body)}</body></html>")[
        : 3 * _MOST
    ]


def _fill(rng: random.Random, lines: Sequence[str]) -> str:
    return rng.choice((rng.choice(lines)[:40], pick_words(rng, 1), rng.choice(_WORDS), "2023-11-15"))


def make_asked(number: int, sentences: Sequence[Span], bases: Sequence[str]) -> Asked:
    """Return what is asked under a number of readouts with these sentences."""
    rng = random.Random(number)
    kind = rng.choices(list(ASKED), list(ASKED.values()))[0]
    taken = rng.choice(sentences).text if sentences else "They met."
    if kind == "verify":
        held = rng.random() < 0.4
        shown = taken if held else bend(rng, taken + rng.choice(("", "…", "……他说，")) + rng.choice(("", taken)))
        return Asked(kind, shown[:1900], held=held and len(taken) <= 1900)
    if kind == "wording":
        start = rng.randrange(len(taken))
        phrase = taken[start : start + rng.choice((1, 2, 4, 8, 20))]
        return Asked(kind, phrase if rng.random() < 0.6 else bend(rng, phrase)[:200])
    return Asked(kind, _make_question(rng, taken), _make_question(rng, taken) if kind == "follow-up" else "")


def _make_question(rng: random.Random, taken: str) -> str:
    frame = rng.choice(_FRAMES)
    words = [rng.choice((rng.choice(_WORDS), taken[:30], pick_words(rng, 1))) for _ in range(frame.count("{}"))]
    question = frame.format(*words)
    return question if rng.random() < 0.6 else bend(rng, question)[: rng.choice((100, 100, 100, 2500))]
