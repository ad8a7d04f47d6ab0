"""Quotations in several stretches: those with ellipses, and those pieced together from places far apart.

Knows nothing of near wordings.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from index.records import Span
from qa.library import Library
from qa.verifying.concordance import Concordance
from qa.verifying.letters import find_bounds, is_long, letters, split_tokens
from qa.verifying.places import SHOWN, Stretch, locate, make_place, sort_hits
from qa.verifying.verdicts import Claim, Piece, Place, Segment

_CLAUSE = re.compile(r"[，。！？；：、,.!?;:\n—–][\s”’」』)）\"]*(?!\d)")
MAX_CLAUSES, MAX_READ = 40, 200
CLOSE = 15  # tokens between pieces that are one place with words left out, not two places


def find_elided(claim: Claim, concordance: Concordance, library: Library, within: Collection[int]) -> tuple[Place, ...]:
    """Return where all segments of a claim stand in their order, in one article, the closest together."""
    rows = [_find_all(claim, segment, concordance, within) for segment in claim.segments]
    places: list[Place] = []
    for readout in dict.fromkeys(stretch.held.readout for stretch in rows[0]):
        chains = [_chain(first, rows[1:]) for first in rows[0] if first.held.readout is readout]
        whole = min((c for c in chains if c), key=lambda chain: chain[-1].end - chain[0].start, default=None)
        if whole and _may_be_elided(claim, whole, library):
            gaps = tuple(Span(readout, before.end, after.start) for before, after in pairwise(whole))
            stretch = Stretch(whole[0].held, whole[0].start, whole[-1].end)
            places.append(make_place(stretch, claim, library, left_out=gaps))
    return tuple(places[:SHOWN])


def _find_all(claim: Claim, segment: Segment, concordance: Concordance, within: Collection[int]) -> list[Stretch]:
    words = claim.text[segment.start : segment.end]
    hits = sort_hits(concordance.find(letters(words), within), claim, concordance)[:MAX_READ]
    return [stretch for hit in hits if not (stretch := locate(hit, words, concordance)).is_cut]


def _chain(first: Stretch, rows: Sequence[Sequence[Stretch]]) -> list[Stretch]:
    """Return the stretches that follow `first` nearest, one of each row, in its article; none where one is missing."""
    chain, section = [first], first.held.readout.section_at(first.start)
    for row in rows:
        after = [s for s in row if s.held is chain[-1].held and chain[-1].end <= s.start and s.end <= section.end]
        if not after:
            return []
        chain.append(min(after, key=lambda stretch: stretch.start))
    return chain


def _may_be_elided(claim: Claim, chain: Sequence[Stretch], library: Library) -> bool:
    """Tell whether each stretch is long enough to be known again, or all stand in one sentence."""
    if all(is_long(claim.text[s.start : s.end]) for s in claim.segments):
        return True
    sentences = library.sentences_of(chain[0].held.readout)
    return any(s.start <= chain[0].start and chain[-1].end <= s.end for s in sentences)


def find_pieces(claim: Claim, concordance: Concordance, library: Library, within: Collection[int]) -> tuple[Piece, ...]:
    """Return the pieces, each a row of whole clauses, of which a claim is stitched together; none where any is new."""
    clauses = [clause for segment in claim.segments for clause in _clauses(claim.text, segment)]
    pieces: list[tuple[Segment, list[Stretch]]] = []
    while clauses and len(clauses) <= MAX_CLAUSES:
        for count in range(len(clauses), 0, -1):
            segment = Segment(clauses[0].start, clauses[count - 1].end)
            if is_long(claim.text[segment.start : segment.end]) and (
                found := _find_all(claim, segment, concordance, within)
            ):
                pieces.append((segment, found))
                clauses = clauses[count:]
                break
        else:
            return ()
    if clauses or len(pieces) < 2 or _stand_close(pieces):
        return ()
    return tuple(
        Piece(segment, tuple(make_place(s, claim, library, quoted=segment) for s in _prefer(found, pieces)[:SHOWN]))
        for segment, found in pieces
    )


def _clauses(text: str, segment: Segment) -> list[Segment]:
    ends = [match.end() for match in _CLAUSE.finditer(text, segment.start, segment.end)]
    bounds = [segment.start, *ends, segment.end]
    rows = [split_tokens(text, start, end) for start, end in pairwise(bounds) if start < end]
    return [Segment(*find_bounds(text, row)) for row in rows if row]


def _stand_close(pieces: Sequence[tuple[Segment, list[Stretch]]]) -> bool:
    """Tell whether the pieces follow one another in one document with a few words between: then words are missing."""
    for first in pieces[0][1]:
        chain = _chain(first, [found for _, found in pieces[1:]])
        gaps = [split_tokens(first.held.readout.text, a.end, b.start) for a, b in pairwise(chain)]
        if chain and all(len(gap) <= CLOSE for gap in gaps):
            return True
    return False


def _prefer(found: list[Stretch], pieces: Sequence[tuple[Segment, list[Stretch]]]) -> list[Stretch]:
    """Return places with those first whose document holds most of the pieces."""
    held = [{stretch.held.readout.name for stretch in row} for _, row in pieces]
    return sorted(found, key=lambda stretch: -sum(stretch.held.readout.name in names for names in held))
