"""The records that pass between the stages of the index; this module imports nothing of ours.

Offsets count characters of a readout's cleaned text; lines count from 1 in the file as it is on disk. Where a file
has no lines, its pages (PDF) or paragraphs (DOCX) are counted in their place, and the map of its lines says so.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Literal

Account = Literal["cn", "us", "joint", "press"]
Side = Literal["cn", "us", "joint", "other"]
Language = Literal["en", "zh-Hans", "zh-Hant"]
DateSource = Literal["stated", "catalog", "inferred"]
Attribution = Literal["explicit", "carried", "joint", "label", "none"]
BlockKind = Literal["heading", "prose", "question"]
Unit = Literal["line", "page", "paragraph"]


@dataclass(frozen=True, slots=True)
class EventDate:
    """The day an article tells of, where that is known from, and the words or file that show it.

    `told` says the same in the languages in which somebody wrote it down.
    """

    day: date
    source: DateSource
    evidence: str
    told: tuple[tuple[Language, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """What is known of a text beside its words; None where nothing tells."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    account: Account | None = None
    date: EventDate | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a journalist's question: one line of the cleaned text."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Section:
    """One article of a readout: its offsets and what is known of it."""

    start: int
    end: int
    origin: Origin


@dataclass(frozen=True, slots=True)
class LineMap:
    """From offsets of the cleaned text to lines of the file: `lines[i]` holds from `starts[i]` on."""

    starts: tuple[int, ...]
    lines: tuple[int, ...]
    unit: Unit = "line"

    def line_at(self, offset: int) -> int:
        """Return the line of the file that the character at `offset` stands on."""
        return self.lines[bisect_right(self.starts, offset) - 1]


@dataclass(frozen=True, slots=True)
class Dropped:
    """Text that cleaning left out, with its line in the file and the reason."""

    line: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Readout:
    """One file: its cleaned text, the parts of that text, and the way back to the file."""

    name: str
    sha256: str
    text: str = field(repr=False)
    language: Language
    origin: Origin
    sections: tuple[Section, ...] = field(repr=False)
    blocks: tuple[Block, ...] = field(repr=False)
    lines: LineMap = field(repr=False)
    dropped: tuple[Dropped, ...] = field(default=(), repr=False)

    def section_at(self, offset: int) -> Section:
        """Return the section that holds `offset`."""
        return self.sections[max(0, bisect_right(self.sections, offset, key=attrgetter("start")) - 1)]

    def block_at(self, offset: int) -> Block:
        """Return the paragraph, heading or question that holds `offset`."""
        return self.blocks[max(0, bisect_right(self.blocks, offset, key=attrgetter("start")) - 1)]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks in a span: the name as printed, the person's id, whose position it is, how that is known."""

    speaker: str | None = None
    person: str | None = None
    side: Side | None = None
    attribution: Attribution = "none"


NOBODY = Voice()


@dataclass(frozen=True, slots=True)
class Span:
    """A passage, a sentence or a quotation: offsets into a readout's cleaned text, never a copy of it."""

    readout: Readout
    start: int
    end: int
    voice: Voice = NOBODY

    @property
    def text(self) -> str:
        """The verbatim text of the span."""
        return self.readout.text[self.start : self.end]

    @property
    def section(self) -> Section:
        """The article that the span stands in."""
        return self.readout.section_at(self.start)

    @property
    def in_context(self) -> str:
        """The text under its article's title, as it is made searchable."""
        return f"{self.section.origin.title or ''}\n{self.text}"

    @property
    def file_lines(self) -> tuple[int, int]:
        """The first and last line of the file that the span stands on."""
        return self.readout.lines.line_at(self.start), self.readout.lines.line_at(self.end - 1)

    @property
    def unit(self) -> Unit:
        """What `file_lines` counts: lines of the file, or its pages or paragraphs."""
        return self.readout.lines.unit


@dataclass(frozen=True, slots=True)
class Group:
    """A list that belongs together: the span of the whole, its introduction first, and its items in order."""

    whole: Span
    items: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A span found by a search, with its score: higher is better."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A readout ready to be stored: its spans, and for each passage its search words.

    Read back from a store it has no words: the store keeps them as postings.
    """

    readout: Readout
    passages: tuple[Span, ...]
    sentences: tuple[Span, ...]
    groups: tuple[Group, ...]
    words: tuple[tuple[str, ...], ...]
