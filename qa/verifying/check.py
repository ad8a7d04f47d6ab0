"""From a quotation that somebody shows to a verdict: the stages in order; shows nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from index.records import Span
from index.splitting.sentences import find_sentences
from index.words import split_words
from qa.library import Library
from qa.verifying.claim import read_claim, read_words
from qa.verifying.concordance import open_concordance
from qa.verifying.letters import letters
from qa.verifying.nearest import compare_cut, find_meaning, find_nearest_wording
from qa.verifying.places import MAX_READ, SHOWN, locate, make_place, sort_hits
from qa.verifying.stitched import find_elided, find_pieces
from qa.verifying.verdicts import Claim, Place, Verdict

_SURROGATE = re.compile("[\ud800-\udfff]")
MAX_LENGTH = 2000  # characters of a quotation
PASSAGES, PARTS, EACH = 20, 8, 5  # passages compared; sentences looked for apart, in so many passages each
NEAR, VERY_NEAR = 0.55, 0.7  # share of words in common: below the second the meaning is looked for too


class TooLongError(ValueError):
    """A quotation is longer than is verified; the message says how long it may be."""


def check_quotation(text: str, library: Library) -> Verdict:
    """Return what is held of a quotation, found where it stands or compared with the nearest wording.

    Raises TooLongError.
    """
    if len(text) > MAX_LENGTH:
        raise TooLongError(f"The quotation has {len(text)} characters; at most {MAX_LENGTH} are verified. Give a part.")
    start = time.perf_counter()
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text)  # half a character: what reads text refuses it
    whole, claim = read_words(text), read_claim(text)
    verdict = _find_held(whole, library)
    if verdict is None and claim:
        verdict = _find_held(claim, library)
    verdict = verdict or _find_near([claim, whole] if claim else [whole], library)
    return replace(verdict, documents=len(library.store.entries), seconds=time.perf_counter() - start)


def _find_held(claim: Claim, library: Library) -> Verdict | None:
    """Return the verdict where the words are held, ellipses honoured, or held but for what was cut off; else None."""
    if not claim.segments:
        return Verdict(claim, "not_held", 0)
    concordance = open_concordance(library)
    words = [claim.text[segment.start : segment.end] for segment in claim.segments]
    likely = concordance.likely(" ".join(words))
    if len(words) > 1:
        elided = find_elided(claim, concordance, library, likely)
        return Verdict(claim, "elided", 0, len(elided), elided) if elided else None
    hits = sort_hits(concordance.find(letters(words[0]), likely), claim, concordance)
    found = [locate(hit, words[0], concordance) for hit in hits[:MAX_READ]]
    whole = [stretch for stretch in found if stretch.in_one_article]
    cut = [stretch for stretch in whole if stretch.is_cut]
    sound = [stretch for stretch in whole if stretch not in cut]
    if sound:
        places = [make_place(stretch, claim, library, quoted=claim.segments[0]) for stretch in sound[:SHOWN]]
        places.sort(key=_as_quoted)
        count = len(hits) - len(found) + len(sound)
        return Verdict(claim, "apart" if places[0].differences else "verbatim", 0, count, tuple(places))
    return Verdict(claim, "differs", 0, nearest=compare_cut(claim, cut[:SHOWN], library)) if cut else None


def _as_quoted(place: Place) -> tuple[bool, int]:
    return place.speaker == "another", len(place.differences)


def _find_near(claims: Sequence[Claim], library: Library) -> Verdict:
    """Return the verdict for words that are not held: stitched together, near to others, or not held at all.

    Of several readings of what is claimed the nearest counts, the first of them where they are as near.
    """
    claim = claims[0]
    if not claim.segments:
        return Verdict(claim, "not_held", 0)
    words = [claim.text[segment.start : segment.end] for segment in claim.segments]
    concordance = open_concordance(library)
    around = {passage.readout.name for part in _split(words) for passage in _search(part, library, EACH)}
    if pieces := find_pieces(claim, concordance, library, concordance.numbered(around)):
        return Verdict(claim, "stitched", 0, pieces=pieces)
    passages = _search(" ".join(words), library, PASSAGES)
    compared = [(each, find_nearest_wording(each, passages, library)) for each in claims]
    near = [(each, found) for each, found in compared if found and found.similarity >= NEAR]
    if near:
        best, nearest = max(near, key=lambda pair: pair[1].similarity)
        meaning = () if nearest.similarity >= VERY_NEAR else find_meaning(" ".join(words), library)
        return Verdict(best, "differs", 0, nearest=nearest, meaning=meaning)
    return Verdict(claim, "not_held", 0, meaning=find_meaning(" ".join(words), library))


def _search(words: str, library: Library, limit: int) -> list[Span]:
    return [hit.span for hit in library.store.search_words(split_words(words), limit)]


def _split(parts: list[str]) -> list[str]:
    """Return the sentences of a quotation, at most PARTS of them."""
    found = [part[start:end] for part in parts for start, end in find_sentences(part)]
    return found[:PARTS]
