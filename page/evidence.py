"""What shows a day, in the interface's language; words of a text stay as they are."""

from __future__ import annotations

from index.origins.evidence import read_evidence
from index.receipt import Inferred
from index.records import EventDate, Language
from page.texts import say

CHINESE: tuple[Language, ...] = ("zh-Hans", "zh-Hant")


def tell_day(language: Language, day: EventDate) -> str:
    """Return where a day is known from, and what shows it."""
    told = dict(day.told)
    nearest = (language, *(CHINESE if language in CHINESE else ()))
    written = next((told[each] for each in nearest if each in told), None)
    return say(language, f"date_{day.source}", evidence=written or tell_evidence(language, day.evidence))


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
    if found.what == "account":
        value = say(language, f"account_{value or 'none'}")
    evidence = tell_evidence(language, found.evidence) if found.value else say(language, "proof_nothing")
    return say(
        language,
        "receipt_found",
        name=found.name,
        what=say(language, f"receipt_{found.what}"),
        value=value or "?",
        evidence=evidence,
    )
