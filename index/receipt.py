"""What a build did: the record that it hands back, as text and as JSON; knows nothing of how an index is made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import NamedTuple

from index.prints import Duplicate
from index.read import Skipped
from index.records import Language, Origin, Readout

SHOWN = 20  # names of each kind in the text form; the JSON form has all


class Inferred(NamedTuple):
    """Something that a document does not state of itself: what, the value taken (empty for none), and from what."""

    name: str
    what: str
    value: str
    evidence: str
    told: tuple[tuple[Language, str], ...] = ()  # the evidence in the languages in which somebody wrote it down


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a build added, changed, removed, kept and left out, and what a person should look at."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    duplicates: tuple[Duplicate, ...] = ()
    inferred: tuple[Inferred, ...] = ()
    documents: int = 0
    passages: int = 0
    seconds: float = 0.0
    whole: str = ""  # why everything was built anew; empty where only what is new was
    dry_run: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was or would be done."""
        return not (self.added or self.changed or self.removed or self.whole)

    def to_json(self) -> str:
        """Return the receipt as one JSON object."""
        return json.dumps(
            asdict(self)
            | {
                "duplicates": [pair._asdict() for pair in self.duplicates],
                "inferred": [found._asdict() for found in self.inferred],
            },
            ensure_ascii=False,
        )

    def to_text(self) -> str:
        """Return the receipt as lines to read."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        verb = "Would be " if self.dry_run else ""
        if self.whole:
            yield f"{verb}{'built' if verb else 'Built'} anew: {self.whole}."
        for kind in ("added", "changed", "removed"):
            names: tuple[str, ...] = getattr(self, kind)
            if names:
                yield from _list(f"{verb}{kind if verb else kind.capitalize()}", names)
        yield from _list("Skipped", [skip.reason for skip in self.skipped])
        yield from _list("Near-duplicates", [f"{p.one} and {p.other} share {p.share:.0%}" for p in self.duplicates])
        yield from _list("Inferred, to be looked at", [_tell(found) for found in self.inferred])
        counts = f"{self.documents} documents, {self.passages} passages"
        yield f"{counts}; {len(self.unchanged)} documents unchanged; {self.seconds:.1f} s."


def _list(heading: str, lines: tuple[str, ...] | list[str]) -> Iterator[str]:
    if not lines:
        return
    yield f"{heading} ({len(lines)}):"
    yield from (f"  {line}" for line in lines[:SHOWN])
    if len(lines) > SHOWN:
        yield f"  … and {len(lines) - SHOWN} more (--json names all)"


def _tell(found: Inferred) -> str:
    return f"{found.name}: {found.what} {found.value or 'unknown'} ({found.evidence})"


def find_inferred(readout: Readout, stated: Origin) -> tuple[Inferred, ...]:
    """Return what was inferred of a document; `stated` is what its catalog entry says."""
    return tuple(dict.fromkeys([*_find_days(readout), *_find_accounts(readout, stated)]))


def _find_days(readout: Readout) -> Iterator[Inferred]:
    for section in readout.sections:
        day = section.origin.date
        if day is None:
            yield Inferred(readout.name, "date", "", "nothing tells; write it in catalog.toml")
        elif day.source == "inferred":
            yield Inferred(readout.name, "date", day.day.isoformat(), day.evidence, day.told)


def _find_accounts(readout: Readout, stated: Origin) -> Iterator[Inferred]:
    if stated.account:
        return
    for section in readout.sections:
        account, publisher = section.origin.account, section.origin.publisher
        if account is None:
            yield Inferred(readout.name, "account", "", "nothing tells; write it in catalog.toml")
        else:
            yield Inferred(readout.name, "account", account, publisher or section.origin.title or "")
