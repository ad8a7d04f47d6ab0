"""Checks a run of small inputs: reads its files one by one, makes one index of them, asks it what is asked."""

from __future__ import annotations

import signal
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType

from bench.asked import check_question, check_verdict, check_wording, make_library
from bench.invariants import read_entry
from bench.small import Asked, is_asked, make_asked, make_small_file
from index.embed import Encoder
from index.records import Entry
from qa.library import Library

BATCH = 50  # inputs that share an index
SLOW = 5.0  # seconds of the processor; a small input that takes longer is a fault


class TookLong(BaseException):
    """An input was not done with in time; no library between here and there may take it for an error of its own."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What was wrong with the input of a number; faults with the same key are taken for the same."""

    number: int
    key: str
    text: str


@dataclass
class Tally:
    """How many inputs of each kind and outcome there were, and what was wrong."""

    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    @property
    def inputs(self) -> int:
        """How many inputs there were."""
        return self.kinds.total()

    def __iadd__(self, other: Tally) -> Tally:
        self.kinds += other.kinds
        self.faults += other.faults
        return self

    def watch(self, number: int, kind: str, check: Callable[[], str]) -> None:
        """Run the check of one input and note its outcome."""
        try:
            with _limited(SLOW):
                outcome = check()
        except (Exception, TookLong) as problem:  # noqa: BLE001  every fault is what is looked for
            place = traceback.extract_tb(problem.__traceback__)[-1]
            self.faults.append(Fault(number, _key(problem, place), traceback.format_exc(limit=-6)))
            outcome = "at fault"
        self.kinds[f"{kind} {outcome}"] += 1


def _key(problem: BaseException, place: traceback.FrameSummary) -> str:
    return f"{type(problem).__name__} {place.filename}:{place.lineno} {str(problem).partition(':')[0][:60]}"


@contextmanager
def _limited(seconds: float) -> Iterator[None]:
    def end(signum: int, frame: FrameType | None) -> None:
        raise TookLong(f"more than {seconds} s")

    signal.signal(signal.SIGVTALRM, end)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def fuzz_batch(numbers: Sequence[int], bases: Sequence[str], encoder: Encoder) -> Tally:
    """Check the inputs of these numbers together."""
    tally = Tally()
    entries: list[Entry] = []
    for number in numbers:
        if not is_asked(number):
            file = make_small_file(number, bases)
            tally.watch(number, file.kind, lambda: _read(file.name, file.data, entries))  # noqa: B023  run at once
    asked = [number for number in numbers if is_asked(number)]
    if asked:
        library = make_library(entries, encoder)
        sentences = [sentence for entry in entries for sentence in entry.sentences]
        for number in asked:
            made = make_asked(number, sentences, bases)
            tally.watch(number, made.kind, lambda: _ask(made, library))  # noqa: B023  run at once
    return tally


def _read(name: str, data: bytes, entries: list[Entry]) -> str:
    entry = read_entry(name, data)
    if entry is None:
        return "refused"
    entries.append(entry)
    return "read"


def _ask(asked: Asked, library: Library) -> str:
    if asked.kind == "verify":
        check_verdict(asked.text, library, asked.held)
    elif asked.kind == "wording":
        check_wording(asked.text, library)
    else:
        check_question(asked.text, library, [asked.before] if asked.before else [])
    return "asked"
