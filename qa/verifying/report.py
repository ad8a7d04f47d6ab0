"""A verdict in words for people and as one object for programs; knows nothing of how it was found."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from index.records import Language
from qa.show import place_to_json
from qa.verifying.verdicts import Comparison, Edit, Place, Verdict

TEXTS = Path(__file__).with_name("verdict_texts.tsv")
_ONE = re.compile(r"(?<![\d,])1 (place|piece|document)s\b")


@cache
def _load() -> Mapping[tuple[str, str], str]:
    with TEXTS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {(key, row["key"]): text for row in rows for key, text in row.items() if key != "key"}


def tell(language: Language, key: str, **values: object) -> str:
    """Return one text about verdicts in `language`, its {fields} filled."""
    text = _load()[language, key]
    return _ONE.sub(r"1 \1", text.format(**values)) if values else text


def tell_verdict(verdict: Verdict, language: Language) -> str:
    """Return the verdict in one or two sentences: what is held, and whether the speaker is the one claimed."""
    if not verdict.claim.segments:
        return tell(language, "empty")
    sentence = tell(
        language,
        verdict.kind,
        count=verdict.count,
        pieces=len(verdict.pieces),
        edits=len(verdict.nearest.edits) if verdict.nearest else 0,
        documents=verdict.documents,
        differences=tell_print(verdict.places[0], language) if verdict.places else "",
    )
    return (
        " ".join([sentence, *_tell_speaker(verdict, language)])
        if language == "en"
        else sentence + "".join(_tell_speaker(verdict, language))
    )


def _tell_speaker(verdict: Verdict, language: Language) -> Iterator[str]:
    if match := verdict.speaker:
        names = [place.span.voice.speaker or place.span.voice.person for place in verdict.near_places]
        speakers = tell(language, "and").join(dict.fromkeys(filter(None, names))) or tell(language, "nobody")
        yield tell(language, match, named=verdict.claim.named, speakers=speakers)


def tell_print(place: Place, language: Language) -> str:
    """Return in what the print of a place differs from the quotation: script, punctuation."""
    return tell(language, "and").join(tell(language, difference) for difference in place.differences)


def tell_cautions(place: Place, language: Language) -> list[str]:
    """Return what a reader must know of a place, in sentences."""
    return [tell(language, caution.kind, words=caution.words) for caution in place.cautions]


def mark_edits(comparison: Comparison, text: str) -> str:
    """Return the wording held with [-what the quotation lacks-] and {+what it adds+}."""
    held, parts = comparison.place.span, []
    end = held.start
    for edit in comparison.edits:
        gone, new = held.readout.text[edit.held.start : edit.held.end], text[edit.quoted.start : edit.quoted.end]
        parts.append(held.readout.text[end : edit.held.start])
        parts.append((f"[-{gone}-]" if gone else "") + (f"{{+{new}+}}" if new else ""))
        end = edit.held.end
    return "".join([*parts, held.readout.text[end : held.end]])


def verdict_to_json(verdict: Verdict) -> dict[str, Any]:
    """Return the verdict as the object that `python -m qa.verify --json` prints."""
    claim = verdict.claim
    claimed = {"speaker": claim.named, "person": claim.person, "side": claim.side, "dates": list(claim.dates)}
    return {
        "text": claim.text,
        "language": claim.language,
        "quotation": [claim.text[segment.start : segment.end] for segment in claim.segments],
        "claimed": claimed if claim.named else None,
        "verdict": verdict.kind,
        "held": verdict.held,
        "says": tell_verdict(verdict, claim.language),
        "speaker": verdict.speaker,
        "count": verdict.count,
        "places": [_place_to_json(place) for place in verdict.places],
        "pieces": [
            {
                "text": claim.text[piece.segment.start : piece.segment.end],
                "places": [_place_to_json(place) for place in piece.places],
            }
            for piece in verdict.pieces
        ],
        "nearest": _nearest_to_json(verdict.nearest, claim.text) if verdict.nearest else None,
        "meaning": [{**place_to_json(hit.span), "score": round(hit.score, 4)} for hit in verdict.meaning],
        "searched": {"documents": verdict.documents},
        "seconds": round(verdict.seconds, 4),
    }


def _place_to_json(place: Place) -> dict[str, Any]:
    return {
        **place_to_json(place.span),
        "differences": list(place.differences),
        "left_out": [gap.text for gap in place.left_out],
        "speaker_match": place.speaker,
        "cautions": [{"kind": caution.kind, "words": caution.words} for caution in place.cautions],
    }


def _nearest_to_json(nearest: Comparison, text: str) -> dict[str, Any]:
    def edit_to_json(edit: Edit) -> dict[str, Any]:
        held = nearest.place.span.readout.text[edit.held.start : edit.held.end]
        quoted = text[edit.quoted.start : edit.quoted.end]
        return {"kind": edit.kind, "held": held, "quoted": quoted, "start": edit.held.start, "end": edit.held.end}

    marked = mark_edits(nearest, text)
    edits = [edit_to_json(edit) for edit in nearest.edits]
    return {
        **_place_to_json(nearest.place),
        "similarity": round(nearest.similarity, 4),
        "marked": marked,
        "edits": edits,
    }
