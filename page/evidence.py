"""What shows a day, in the interface's language; words of a text stay as they are."""

from __future__ import annotations

from collections.abc import Sequence

from index.origins.evidence import read_evidence
from index.receipt import Inferred
from index.records import EventDate, Language
from page.texts import say

CHINESE: tuple[Language, ...] = ("zh-Hans", "zh-Hant")


def tell_day(language: Language, day: EventDate) -> str:
    """Return where a day is known from, and what shows it."""
    evidence = _find_told(language, day.told) or tell_evidence(language, day.evidence)
    return say(language, f"date_{day.source}", evidence=evidence)


def _find_told(language: Language, told: Sequence[tuple[Language, str]]) -> str | None:
    """Return what somebody wrote in the language, or in the other Chinese script."""
    written = dict(told)
    nearest = (language, *(CHINESE if language in CHINESE else ()))
    return next((written[each] for each in nearest if each in written), None)


def tell_evidence(language: Language, evidence: str) -> str:
    """Return a line of evidence with the names of places in the language; one written by hand stays as it is."""
    proofs = (
        say(language, f"proof_{proof.kind.lower().replace(' ', '_')}", words=proof.words)
        for proof in read_evidence(evidence)
    )
    return ("; " if language == "en" else "；").join(proofs)


def tell_inferred(language: Language, found: Inferred) -> str:
    """Return what was inferred of a document, and from what."""
    value = found.value
    if found.what == "account" and value:
        value = say(language, f"account_{value}")
    evidence = _find_told(language, found.told) or tell_evidence(language, found.evidence)
    if not found.value:
        evidence = say(language, "proof_nothing")
    return say(
        language,
        "receipt_found",
        name=found.name,
        what=say(language, f"receipt_{found.what}"),
        value=value or "?",
        evidence=evidence,
    )
