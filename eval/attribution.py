"""How often the side, the speaker and the account of a sentence are right, against labels made by hand.

`report` gives figures for both halves; `list_errors` shows what went wrong in the half that may be looked at. How the
labels were made stands in docs/labelling.md. It knows nothing of questions and answers.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
KINDS: tuple[Attribution, ...] = ("explicit", "carried", "label", "joint", "none")
_HEADER = (
    "| half | owner known by | sentences | side | speaker | account | account's side | nearest name: side | speaker |"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a person found for one sentence, and where the sentence stands."""

    file: str
    sha256: str
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
    """Return the labels of the half `dev` or `held`."""
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
    return pairs


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
    for label, sentence in pair_labels(labels, attribute_sentences(readout, split_sentences(readout))):
        account, voice = sentence.section.origin.account, sentence.voice
        by_account: Side | None = account if account != "press" else None
        yield Case(label, sentence, Guess(voice.side, voice.person, account), by_account, find_nearest(sentence))


def _share(guesses: Sequence[object], truth: Sequence[object]) -> str:
    right = sum(guess == true for guess, true in zip(guesses, truth, strict=True))
    return f"{right / len(truth):.1%}" if truth else "-"


def _row(half: str, kind: str, cases: Sequence[Case]) -> str:
    sides, people = [case.label.side for case in cases], [case.label.person for case in cases]
    shares = [
        _share([case.ours.side for case in cases], sides),
        _share([case.ours.person for case in cases], people),
        _share([case.ours.account for case in cases], [case.label.account for case in cases]),
        _share([case.by_account for case in cases], sides),
        _share([case.by_name.side for case in cases], sides),
        _share([case.by_name.person for case in cases], people),
    ]
    return f"| {half} | {kind} | {len(cases)} | {' | '.join(shares)} |"


def _groups(cases: Sequence[Case]) -> Mapping[str, list[Case]]:
    groups = {"all": list(cases), "all with an owner": [case for case in cases if case.label.side]}
    return groups | {kind: [case for case in cases if case.label.attribution == kind] for kind in KINDS}


def report(folders: Iterable[Path]) -> str:
    """Return the figures of both halves as a Markdown table; `folders` hold the labelled files."""
    places = list(folders)
    lines = [_HEADER, "|" + "---|" * (_HEADER.count("|") - 1)]
    notes = []
    for half in HALVES:
        cases, lost = find_cases(half, places)
        lines += [_row(half, kind, group) for kind, group in _groups(cases).items()]
        if lost:
            files = len({label.file for label in lost})
            notes.append(f"{half}: {len(lost)} labels in {files} files were not found again and are not counted.")
    return "\n".join([*lines, *notes]) + "\n"


def list_errors(folders: Iterable[Path]) -> list[str]:
    """Return one line for each sentence of the half `dev` whose side or speaker is wrong."""
    wrong = [case for case in find_cases("dev", folders)[0] if _owner(case.ours) != _owner(case.label)]
    return [
        f"{case.label.file[:24]} line {case.label.lines[0]}, {case.label.attribution}: {_owner(case.ours)}, "
        f"label {_owner(case.label)}: {case.sentence.text[:60]}"
        for case in wrong
    ]


def _owner(found: Guess | Label) -> str:
    return f"{found.side}/{found.person}"
