"""The wording held that is nearest to a quotation, by its words, and the sentences nearest to it by their meaning."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np

from index.records import Hit, Span
from qa.library import Library, bare_words
from qa.verifying.align import ALIGNED, find_edits, find_nearest, rate_roughly
from qa.verifying.concordance import letter
from qa.verifying.letters import Token, find_bounds, split_tokens
from qa.verifying.places import Stretch, make_place
from qa.verifying.verdicts import Claim, Comparison, Edit, Segment

REFINED, REFINED_LONG = 5, 3  # passages whose nearest stretch is found exactly; of a long quotation
MEANT, MEANING_FLOOR, MEANT_PASSAGES = 3, 0.33, 12  # sentences shown, how near they must be, passages looked through


def find_nearest_wording(claim: Claim, passages: Iterable[Span], library: Library) -> Comparison | None:
    """Return the stretch of the passages, or across their edges, that is nearest in wording; None where nothing is."""
    quoted = [split_tokens(claim.text, segment.start, segment.end) for segment in claim.segments]
    flat = [token for row in quoted for token in row]
    regions = [(passage, _read_around(passage, len(claim.text))) for passage in passages]
    rated = sorted(((rate_roughly(flat, tokens), n) for n, (_, tokens) in enumerate(regions)), key=lambda r: -r[0])
    refined = REFINED if len(flat) <= ALIGNED else REFINED_LONG
    compared = [_compare(claim, quoted, *regions[number], library) for _, number in rated[:refined]]
    found = [comparison for comparison in compared if comparison]
    return min(found, key=lambda comparison: _rank(comparison, claim), default=None)


def compare_cut(claim: Claim, stretches: Iterable[Stretch], library: Library) -> Comparison:
    """Return the comparison of words with the best place that holds them but for what was cut off at their edge."""
    (segment,) = claim.segments
    quoted = split_tokens(claim.text, segment.start, segment.end)
    compared = []
    for cut in stretches:
        whole = Stretch(cut.held, *cut.whole)
        edits = find_edits(quoted, split_tokens(cut.held.readout.text, whole.start, whole.end))
        compared.append(Comparison(make_place(whole, claim, library), edits, 1.0))
    return min(compared, key=lambda comparison: _rank(comparison, claim))


def _rank(comparison: Comparison, claim: Claim) -> tuple[float, bool, bool]:
    """Return what is least for the nearest wording; of equals one by the speaker claimed, then of the script."""
    place = comparison.place
    return -comparison.similarity, place.speaker == "another", place.span.readout.language != claim.language


def _read_around(passage: Span, room: int) -> list[Token]:
    """Return the tokens of a passage and of as much around it as the quotation is long, within its article."""
    section, text = passage.section, passage.readout.text
    return split_tokens(text, max(section.start, passage.start - room), min(section.end, passage.end + room))


def _compare(
    claim: Claim, quoted: Sequence[Sequence[Token]], passage: Span, tokens: Sequence[Token], library: Library
) -> Comparison | None:
    """Return the comparison with one passage; each segment is looked for behind the one before."""
    found = _find_row(quoted, tokens)
    if not found:
        return None
    bounds = [find_bounds(passage.readout.text, tokens[start:end]) for start, end, _ in found]
    alike = sum(near * len(row) for (*_, near), row in zip(found, quoted, strict=True))
    edits: list[Edit] = []
    held = letter(passage.readout)
    whole = [Stretch(held, *bound).whole for bound in bounds]
    for row, (start, end) in zip(quoted, whole, strict=True):
        edits += find_edits(row, split_tokens(passage.readout.text, start, end))
    pairs = list(pairwise(whole))
    gaps = tuple(Span(passage.readout, before[1], after[0]) for before, after in pairs if before[1] < after[0])
    if not edits:  # the segments are so short that they prove nothing apart: what is between them counts
        edits = [_missing(gap, segment) for gap, segment in zip(gaps, claim.segments, strict=False)]
        edits = edits or [
            _ellipsis(pair[0][1], *between) for pair, between in zip(pairs, pairwise(claim.segments), strict=True)
        ]
        gaps = ()
    place = make_place(Stretch(held, whole[0][0], whole[-1][1]), claim, library, left_out=gaps)
    return Comparison(place, tuple(edits), alike / sum(map(len, quoted)))


def _find_row(quoted: Sequence[Sequence[Token]], tokens: Sequence[Token]) -> list[tuple[int, int, float]]:
    """Return the stretch nearest to each segment, in order: the longest first, the others as near it as may be.

    None where one has no room.
    """
    anchor = max(range(len(quoted)), key=lambda number: len(quoted[number]))
    found = {anchor: find_nearest(quoted[anchor], tokens)}
    for number in range(anchor + 1, len(quoted)):
        first = found[number - 1][1]
        start, end, near = find_nearest(quoted[number], tokens[first:])
        found[number] = first + start, first + end, near
    for number in range(anchor - 1, -1, -1):
        last = found[number + 1][0]
        start, end, near = find_nearest(quoted[number][::-1], tokens[:last][::-1])
        found[number] = last - end, last - start, near
    return [found[number] for number in range(len(quoted))] if all(a < b for a, b, _ in found.values()) else []


def _ellipsis(held: int, before: Segment, after: Segment) -> Edit:
    """Return as added an ellipsis that stands where nothing is left out."""
    return Edit("added", Segment(held, held), Segment(before.end, after.start))


def _missing(gap: Span, before: Segment) -> Edit:
    return Edit("missing", Segment(gap.start, gap.end), Segment(before.end, before.end))


def find_meaning(words: str, library: Library) -> tuple[Hit, ...]:
    """Return the sentences held that are nearest in meaning, whatever their language; none where none is near."""
    if not words.strip():
        return ()
    vector = library.encoder.encode([words], "query")[0]
    hits = library.store.search_meaning(vector, MEANT_PASSAGES)
    hits += library.store.search_translated(words, MEANT_PASSAGES)
    # Sentences of the same words are one: a dict keeps the last of them, so they are read from the worst to the best.
    distinct = {bare_words(s): s for hit in reversed(hits) for s in reversed(library.sentences_in(hit.span))}
    sentences = list(distinct.values())
    if not sentences:
        return ()
    scores = library.encoder.encode([sentence.text for sentence in sentences]) @ vector
    best = np.argsort(-scores, kind="stable")[:MEANT]
    return tuple(Hit(sentences[i], float(scores[i])) for i in best if scores[i] >= MEANING_FLOOR)
