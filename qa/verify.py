"""Verify a quotation that somebody shows you; `python -m qa.verify "SENTENCE"`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from index.manifest import BUILT
from index.records import Language, Span
from qa.commandline import open_or_tell, read_inputs
from qa.library import Library
from qa.phrases import say, say_place
from qa.verifying.check import MAX_LENGTH, TooLongError, check_quotation
from qa.verifying.report import mark_edits, tell, tell_cautions, tell_print, tell_verdict, verdict_to_json
from qa.verifying.verdicts import Place, Verdict


def main(arguments: list[str] | None = None) -> int:
    """Verify the quotations named on the command line or in a file; returns 3 where one is not held as it stands."""
    parser = argparse.ArgumentParser(prog="python -m qa.verify", description=__doc__)
    parser.add_argument("sentence", nargs="?", help=f"the quotation, at most {MAX_LENGTH} characters; or: Xi said: “…”")
    parser.add_argument("--json", action="store_true", help="print one JSON object a quotation")
    parser.add_argument("--batch", type=Path, metavar="FILE", help="read one quotation a line from FILE")
    parser.add_argument("--index", type=Path, default=BUILT, metavar="DIR", help="the index (default: index/built)")
    options = parser.parse_args(arguments)
    quotations = read_inputs(parser, options.sentence, options.batch, "quotation")
    library = open_or_tell(options.index)
    if library is None:
        return 1
    return max((_verify(quotation, library, options) for quotation in quotations), default=0)


def _verify(quotation: str, library: Library, options: argparse.Namespace) -> int:
    printable = quotation.encode(errors="replace").decode()  # an argument may hold bytes that are no text
    try:
        verdict = check_quotation(printable, library)
    except TooLongError as problem:
        print(problem, file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(verdict_to_json(verdict), ensure_ascii=False))
    else:
        print("\n".join(show_verdict(verdict)))
    return 0 if verdict.held and verdict.speaker != "another" else 3


def show_verdict(verdict: Verdict) -> Iterator[str]:
    """Yield the lines of a verdict for people, in the language of the quotation."""
    language, text = verdict.claim.language, verdict.claim.text
    yield tell_verdict(verdict, language)
    for place in verdict.places:
        yield from _show_place(place, language)
    if verdict.count > len(verdict.places) > 0:
        yield tell(language, "more", count=verdict.count - len(verdict.places))
    for piece in verdict.pieces:
        yield f"\n“{text[piece.segment.start : piece.segment.end]}”"
        yield from _show_place(piece.places[0], language)
    if verdict.nearest:
        yield "\n  " + " ".join(mark_edits(verdict.nearest, text).split())
        yield f"    — {_show_origin(verdict.nearest.place.span, language)}"
        yield f"    {tell(language, 'legend')}"
        yield from (f"    ⚠ {caution}" for caution in tell_cautions(verdict.nearest.place, language))
    if verdict.meaning:
        yield "\n" + tell(language, "meaning")
        for hit in verdict.meaning:
            yield f"  {' '.join(hit.span.text.split())}\n    — {_show_origin(hit.span, language)}"


def _show_place(place: Place, language: Language) -> Iterator[str]:
    yield f"  {' '.join(place.span.text.split())}"
    notes = f" ({tell_print(place, language)})" if place.differences else ""
    yield f"    — {_show_origin(place.span, language)}{notes}"
    yield from (f"    ⚠ {caution}" for caution in tell_cautions(place, language))


def _show_origin(span: Span, language: Language) -> str:
    """Return who speaks in whose account, the day, the document and the lines."""
    origin = span.section.origin
    account = say(f"told_{origin.account}", language) if origin.account else None
    day = origin.date.day.isoformat() if origin.date else say("undated_quote", language)
    inferred = f" ({say('inferred', language)})" if origin.date and origin.date.source == "inferred" else ""
    facts = [
        span.voice.speaker,
        account,
        day + inferred,
        origin.title,
        f"{span.readout.name}, {say_place(span, language)}",
    ]
    return " · ".join(fact for fact in facts if fact)


if __name__ == "__main__":
    sys.exit(main())
