"""What must hold of every answer, verdict and wording, whatever is asked of whatever is held."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from index.embed import Encoder, load_translator
from index.records import Entry, Span
from index.store import LocalStore
from qa.answer import answer_question
from qa.library import Library
from qa.show import answer_to_json, show_answer
from qa.verify import show_verdict
from qa.verifying.check import check_quotation
from qa.verifying.letters import letters
from qa.verifying.report import verdict_to_json
from qa.wording import show_wording, wording_to_json
from qa.wordings.timeline import make_timeline
from qa.wordings.uses import find_wording

_WIDTH = 64


class Fault(AssertionError):
    """Something that must hold of every file and does not hold of this one."""


class HashingEncoder:
    """Bag-of-characters vectors by hashing: nothing is learned or loaded."""

    name = "hashing"
    revision: str | None = None
    fingerprint = hashlib.sha256(b"fuzz").hexdigest()

    def encode(self, texts: Sequence[str], kind: Literal["query", "document"] = "document") -> NDArray[np.float32]:
        """Return one unit vector a text."""
        vectors = np.zeros((len(texts), _WIDTH), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, zlib.crc32(word.encode("utf-8", "replace")) % _WIDTH] += 1.0
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return vectors


def require(holds: bool, what: str) -> None:
    """Raise Fault, with what does not hold, unless it does."""
    if not holds:
        raise Fault(what)


def make_library(entries: Sequence[Entry], encoder: Encoder) -> Library:
    """Return the library of entries, built and not saved."""
    texts = [passage.in_context for entry in entries for passage in entry.passages]
    vectors = encoder.encode(texts, "document")
    store = LocalStore(vectors.shape[1], load_translator(encoder))
    store.add(entries, vectors)
    return Library(store, encoder)


def check_question(question: str, library: Library, follows: Sequence[str] = ()) -> None:
    """Raise Fault unless the answer quotes what is held, word for word and in its place, or tells why it does not."""
    answer = answer_question(question, library, follows)
    told = answer_to_json(answer)
    json.dumps(told, ensure_ascii=False).encode()
    show_answer(answer).encode()
    for quote in (*told["quotes"], *told["nearest"]):
        _check_place(quote, library)
    for citation in answer.citations:
        _check_place(_as_json(citation.quote), library)
    numbers = [quote["citation"] for quote in told["quotes"]]
    require(numbers == list(range(1, len(numbers) + 1)), "citations are not numbered in their order")
    grouped = [number for group in told["groups"] for number in group["citations"]]
    require(not grouped or sorted(grouped) == numbers, "a citation in no group, or in two")
    require(told["found"] or bool(told["why"]), "refused without a reason")
    require(not told["found"] or not told["nearest"], "an answer beside what is nearest")


def _as_json(span: Span) -> dict[str, Any]:
    return {"text": span.text, "document": span.readout.name, "start": span.start, "end": span.end}


def _check_place(place: Mapping[str, Any], library: Library) -> None:
    """Raise Fault unless the words of a place stand there in the document as it is held."""
    number = library.store.columns.names.index(place["document"])
    readout = library.store.entries[number].readout
    require(0 <= place["start"] < place["end"] <= len(readout.text), "a span out of range")
    require(readout.text[place["start"] : place["end"]] == place["text"], "a quotation not verbatim")
    lines = list(Span(readout, place["start"], place["end"]).file_lines)
    require(place.get("lines", lines) == lines, "a quotation misplaced")


def check_verdict(text: str, library: Library, held: bool) -> None:
    """Raise Fault unless a verdict's words stand where it says; and where `held`, unless it says that they stand."""
    verdict = check_quotation(text, library)
    json.dumps(verdict_to_json(verdict), ensure_ascii=False).encode()
    "\n".join(show_verdict(verdict)).encode()
    places = [*verdict.places, *(place for piece in verdict.pieces for place in piece.places)]
    for span in [*(place.span for place in places), *(hit.span for hit in verdict.meaning)]:
        _check_place(_as_json(span), library)
    require(not held or verdict.held or not letters(text), f"held and not found: {verdict.kind}")
    if verdict.kind == "verbatim":
        quoted = [verdict.claim.text[each.start : each.end] for each in verdict.claim.segments]
        require(all(letters(quoted[0]) in letters(place.span.text) for place in places), "verbatim, but other words")
    if nearest := verdict.nearest:
        _check_place(_as_json(nearest.place.span), library)
        require(bool(nearest.edits), "nearest, and nothing differs")
        ends = [(edit.held, len(nearest.place.span.readout.text)) for edit in nearest.edits]
        ends += [(edit.quoted, len(verdict.claim.text)) for edit in nearest.edits]
        require(all(0 <= part.start <= part.end <= most for part, most in ends), "a difference out of range")


def check_wording(phrase: str, library: Library) -> None:
    """Raise Fault unless every use of a phrase lies in its sentence and is counted once."""
    wording = find_wording(phrase, library)
    for use in wording.uses:
        _check_place(_as_json(use.sentence), library)
        require(bool(use.marks), "a use without the phrase")
        for mark in use.marks:
            require(use.sentence.start <= mark.start < mark.end <= use.sentence.end, "a mark out of its sentence")
    for by in ("year", "event"):
        timeline = make_timeline(wording, "year" if by == "year" else "event")
        json.dumps(wording_to_json(wording, timeline), ensure_ascii=False).encode()
        show_wording(wording, timeline).encode()
        counted = sorted(number for row in timeline.rows for number in row.uses)
        require(counted == list(range(len(wording.uses))), "a use in no row, or in two")
