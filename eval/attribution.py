"""What the program says of each sentence that a person labelled by hand; it knows nothing of questions and answers.

How the labels were made stands in docs/labelling.md.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.sources import short_hash
from index.attribute import attribute_sentences
from index.naming.names import find_people
from index.read import read_folder
from index.records import Account, Attribution, Readout, Side, Span
from index.split import split_sentences

FOLDER = Path(__file__).parent / "attribution"
HALVES = ("dev", "held")


@dataclass(frozen=True, slots=True)
class Label:
    """What a person found for one sentence, and where the sentence stands."""

    file: str
    sha256: str
    start: int
    lines: tuple[int, int]
    key: str
    side: Side | None
    person: str | None
    account: Account | None
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Guess:
    """What a method says of a sentence; a baseline says nothing of the account."""

    side: Side | None
    person: str | None
    account: Account | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A label, the sentence it was found again for, and what each method says of it."""

    label: Label
    sentence: Span
    ours: Guess
    by_account: Side | None
    by_name: Guess


def load_labels(half: str) -> list[Label]:
    """Return the labels of `dev`, `held` or `fresh`."""
    rows = map(json.loads, (FOLDER / f"{half}.jsonl").read_text(encoding="utf-8").splitlines())
    return [Label(**{name: row[name] for name in Label.__slots__} | {"lines": tuple(row["lines"])}) for row in rows]


def pair_labels(labels: Sequence[Label], sentences: Sequence[Span]) -> list[tuple[Label, Span]]:
    """Return the labels of one file with their sentences: the same words, and of these the nearest lines."""
    by_key: dict[str, list[Span]] = defaultdict(list)
    for sentence in sentences:
        by_key[short_hash(sentence.text)].append(sentence)
    pairs = []
    for label in labels:
        same = by_key[label.key]
        if same:
            nearest = min(same, key=lambda span: (abs(span.file_lines[0] - label.lines[0]), span.start))
            same.remove(nearest)
            pairs.append((label, nearest))
        elif around := _find_around(label, pairs, sentences):
            pairs.append((label, around))
    return pairs


def _find_around(label: Label, pairs: Sequence[tuple[Label, Span]], sentences: Sequence[Span]) -> Span | None:
    """Return the sentence that a labelled one is now a part of, by its place behind the label found last."""
    if not pairs:
        return None
    before, span = pairs[-1]
    start = label.start + span.start - before.start
    here = (sentence for sentence in sentences if sentence.start <= start < sentence.end)
    lines = ((sentence, sentence.file_lines) for sentence in here)
    return next((sentence for sentence, (first, last) in lines if first <= label.lines[0] <= last), None)


def find_nearest(sentence: Span) -> Guess:
    """Return the last person named before the sentence in its article, the baseline's speaker."""
    named = find_people(sentence.readout.text[sentence.section.start : sentence.start])
    return Guess(named[-1].side, named[-1].id) if named else Guess(None, None)


def find_cases(half: str, folders: Iterable[Path]) -> tuple[list[Case], list[Label]]:
    """Return the labelled sentences of a half, and the labels whose file or sentence is not there."""
    readouts = {readout.name: readout for folder in folders for readout in read_folder(folder)[0]}
    by_file: dict[str, list[Label]] = defaultdict(list)
    for label in load_labels(half):
        by_file[label.file].append(label)
    cases: list[Case] = []
    lost: list[Label] = []
    for name, labels in by_file.items():
        readout = readouts.get(name)
        found = list(_cases(readout, labels)) if readout and readout.sha256 == labels[0].sha256 else []
        cases += found
        lost += [label for label in labels if not any(case.label is label for case in found)]
    return cases, lost


def _cases(readout: Readout, labels: Sequence[Label]) -> Iterator[Case]:
    """Yield each label with its sentence; where that is cut between two owners, its longest part speaks for it."""
    sentences = split_sentences(readout)
    parts = attribute_sentences(readout, sentences)
    for label, sentence in pair_labels(labels, sentences):
        inside = [part for part in parts if sentence.start <= part.start < sentence.end]
        longest = max(inside, key=lambda part: part.end - part.start)
        account, voice = sentence.section.origin.account, longest.voice
        by_account: Side | None = account if account != "press" else None
        yield Case(label, sentence, Guess(voice.side, voice.person, account), by_account, find_nearest(sentence))
