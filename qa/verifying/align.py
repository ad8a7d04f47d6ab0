"""The stretch of a text that is nearest to some words, and every difference between the two, by tokens.

A token is a Chinese character or a word, so that Chinese is compared by character and English by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from functools import partial

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import partial_ratio_alignment

from qa.verifying.letters import Token
from qa.verifying.verdicts import Edit, EditKind, Segment

ALIGNED = 200  # tokens of a quotation that is aligned with every passage, not only with the likeliest
STEPS = 32  # places tried at first on each side of a stretch
_FIRST_CODE = 0xF0000  # a private plane: each token is one character of its own


def rate_roughly(quoted: Sequence[Token], held: Sequence[Token]) -> float:
    """Return how near the nearest stretch of `held` may be, from 0 to 100, without its exact ends.

    Of many words only how many of them are there at all is counted: aligning them takes long.
    """
    if len(quoted) > ALIGNED:
        there = Counter(token.plain for token in quoted) & Counter(token.plain for token in held)
        return 100 * there.total() / len(quoted)
    found = partial_ratio_alignment(*encode_tokens(quoted, held))
    return found.score if found else 0.0


def find_nearest(quoted: Sequence[Token], held: Sequence[Token]) -> tuple[int, int, float]:
    """Return the stretch of `held` (first and last token) nearest to `quoted`, and how near it is, from 0 to 1."""
    ours, theirs = encode_tokens(quoted, held)
    if not ours or not theirs:
        return 0, 0, 0.0
    found = partial_ratio_alignment(ours, theirs)
    if found is None or not found.score:
        return 0, 0, 0.0
    start, end = (found.dest_start, found.dest_end) if len(ours) <= len(theirs) else (0, len(theirs))
    room = max(4, len(ours) // 3)
    for _ in range(2):
        start = _search(max(0, start - room), min(end, start + room + 1), start, partial(_rate, ours, theirs, end=end))
        after = min(len(theirs), end + room) + 1
        end = _search(max(start + 1, end - room), after, end, partial(_rate, ours, theirs, start))
    return start, end, Levenshtein.normalized_similarity(ours, theirs[start:end])


def _search(first: int, after: int, now: int, rate: Callable[[int], tuple[int, int]]) -> int:
    """Return the best place from `first` on, the nearest to `now` among equals: in strides first, then one by one."""
    stride = max(1, (after - first) // STEPS)
    places = range(first, after)
    coarse = min((rate(at), abs(at - now), at) for at in {*places[::stride], now})[-1]
    fine = range(max(first, coarse - stride), min(after, coarse + stride + 1))
    return min((rate(at), abs(at - now), at) for at in fine)[-1]


def _rate(ours: str, theirs: str, start: int, end: int) -> tuple[int, int]:
    """Return how far two rows are apart, then by how much their lengths differ: a changed last word stays in."""
    return Levenshtein.distance(ours, theirs[start:end]), abs(len(ours) - (end - start))


def find_edits(quoted: Sequence[Token], held: Sequence[Token]) -> tuple[Edit, ...]:
    """Return every difference between two rows of tokens, neighbouring ones as one."""
    ours, theirs = encode_tokens(quoted, held)
    merged: list[tuple[int, int, int, int]] = []
    for step in Levenshtein.opcodes(ours, theirs):
        if step.tag == "equal":
            continue
        our_start, our_end, their_start, their_end = step.src_start, step.src_end, step.dest_start, step.dest_end
        if merged and merged[-1][1] == our_start and merged[-1][3] == their_start:
            our_start, _, their_start, _ = merged.pop()
        merged.append((our_start, our_end, their_start, their_end))
    return tuple(_edit(quoted, held, *bounds) for bounds in merged)


def _edit(quoted: Sequence[Token], held: Sequence[Token], *bounds: int) -> Edit:
    our_start, our_end, their_start, their_end = bounds
    kind: EditKind = "changed" if our_end > our_start and their_end > their_start else "missing"
    if their_end == their_start:
        kind = "added"
    return Edit(kind, _stretch(held, their_start, their_end), _stretch(quoted, our_start, our_end))


def _stretch(tokens: Sequence[Token], start: int, end: int) -> Segment:
    """Return the offsets of some tokens; of none, the place after the token before."""
    if start < end:
        return Segment(tokens[start].start, tokens[end - 1].end)
    place = tokens[start - 1].end if start else tokens[0].start
    return Segment(place, place)


def encode_tokens(*rows: Sequence[Token]) -> list[str]:
    """Return rows of tokens as strings in which equal tokens are the same character."""
    codes: defaultdict[str, str] = defaultdict(lambda: chr(_FIRST_CODE + len(codes)))
    return ["".join(codes[token.plain] for token in row) for row in rows]
