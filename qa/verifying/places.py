"""From words found in the concordance to places: the exact span, its speaker, and what a reader must know of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from index.records import NOBODY, Span, Voice
from qa.library import Library
from qa.verifying.concordance import Concordance, Lettered, Occurrence
from qa.verifying.edges import cut_after, cut_before, negates, turning_before
from qa.verifying.letters import find_bounds, is_long, split_tokens, tell_differences
from qa.verifying.verdicts import Caution, Claim, Place, Segment, SpeakerMatch

MAX_HITS, MAX_READ, SHOWN = 10_000, 100, 20  # places counted, looked at, and returned


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words found: a document, and the offsets of the first and behind the last of them."""

    held: Lettered
    start: int
    end: int

    @property
    def whole(self) -> tuple[int, int]:
        """The offsets together with what must not be cut off: a negation before, the rest of a number."""
        limit = self.held.readout.section_at(self.start).start
        statement = is_long(self.held.plain[self.start : self.end])
        start = cut_before(self.held.plain, self.start, limit, statement=statement)
        return start, cut_after(self.held.plain, self.end)

    @property
    def is_cut(self) -> bool:
        """Tell whether a negation or a part of a number was cut off."""
        return self.whole != (self.start, self.end)

    @property
    def in_one_article(self) -> bool:
        """Tell whether all of it stands in the same article."""
        readout = self.held.readout
        return readout.section_at(self.start) is readout.section_at(self.end - 1)


def locate(hit: Occurrence, words: str, concordance: Concordance) -> Stretch:
    """Return the offsets of an occurrence of `words`."""
    held, tokens = concordance.document(hit.document), len(split_tokens(words))
    first = held.token_at(hit.position)
    return Stretch(held, *find_bounds(held.readout.text, held.tokens[first : first + tokens]))


def sort_hits(hits: Iterable[Occurrence], claim: Claim, concordance: Concordance) -> list[Occurrence]:
    """Return occurrences in the claim's script first, then by date; undated ones last."""

    def key(hit: Occurrence) -> tuple[bool, date, int, int]:
        readout = concordance.readout(hit.document)
        day = readout.origin.date
        return readout.language != claim.language, day.day if day else date.max, hit.document, hit.position

    return sorted(islice(hits, MAX_HITS), key=key)


def make_place(
    stretch: Stretch, claim: Claim, library: Library, *, quoted: Segment | None = None, left_out: tuple[Span, ...] = ()
) -> Place:
    """Return the place of words found; where `quoted` are the same words, with what differs in print."""
    readout = stretch.held.readout
    spoken = _voices(stretch, library)
    span = Span(readout, stretch.start, stretch.end, spoken[0] if spoken else NOBODY)
    differences = tell_differences(span.text, claim.text[quoted.start : quoted.end]) if quoted else ()
    cautions = (*_cautions(stretch, span, claim, spoken), *_left_out_cautions(stretch, left_out))
    return Place(span, differences, left_out, match_speaker(claim, span.voice), cautions)


def match_speaker(claim: Claim, voice: Voice) -> SpeakerMatch | None:
    """Return whether words are said by the one who is claimed to say them; None where nobody is."""
    if not claim.named:
        return None
    if claim.person and voice.person:
        return "as_claimed" if claim.person == voice.person else "another"
    if voice.side is None or claim.side is None:
        return "untold"
    if claim.side != voice.side:
        return "another"
    return "untold" if claim.person else "as_claimed"


def _cautions(stretch: Stretch, span: Span, claim: Claim, spoken: Sequence[Voice]) -> Iterator[Caution]:
    readout, held = span.readout, stretch.held
    turning = turning_before(held.plain, span.start, span.section.start)
    if turning < span.start:
        yield Caution("before", readout.text[turning : span.start].strip())
    names = {voice.person or voice.speaker or voice.side: voice.speaker or voice.side for voice in spoken}
    if len(named := [name for name in names.values() if name]) > 1:
        yield Caution("two_speakers", " · ".join(named))
    if readout.block_at(span.start).kind == "question":
        yield Caution("question", "")
    day = span.section.origin.date
    if day and not _may_be_of(day.day, claim, readout.text[span.section.start : span.start]):
        yield Caution("date", day.day.isoformat())


def _may_be_of(day: date, claim: Claim, before: str) -> bool:
    """Tell whether the numbers beside a speaker's name are of this day, or stand in the text before the words."""
    known = {day.year, day.month, day.day, *map(int, re.findall(r"\d{1,4}", before[-300:]))}
    return set(claim.dates) <= known


def _voices(stretch: Stretch, library: Library) -> list[Voice]:
    """Return the voices of the sentences that hold a stretch, in order; none in a heading."""
    sentences = library.sentences_of(stretch.held.readout)
    return [s.voice for s in sentences if s.start < stretch.end and stretch.start < s.end]


def _left_out_cautions(stretch: Stretch, left_out: Iterable[Span]) -> Iterator[Caution]:
    for gap in left_out:
        plain = stretch.held.plain[gap.start : gap.end]
        if negates(plain) and not set("。！？!?\n") & set(plain):
            yield Caution("left_out", gap.text.strip())
