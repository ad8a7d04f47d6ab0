"""How often the side, the speaker and the account of a sentence are right, against labels made by hand.

`report` gives figures for every part; `list_errors` shows what went wrong in a part that may be looked at.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from eval.attribution import HALVES, Case, Guess, Label, find_cases, load_labels
from eval.attribution_texts import write_files
from index.records import Attribution

PARTS = (*HALVES, "fresh")
KINDS: tuple[Attribution, ...] = ("explicit", "carried", "label", "joint", "none")
_HEADER = (
    "| part | owner known by | sentences | side | speaker | account | account's side | nearest name: side | speaker |"
)


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


def report(folders: Iterable[Path], data: Path | None = None) -> str:
    """Return the figures as a Markdown table; `folders` hold the labelled files, `data` the collections."""
    with tempfile.TemporaryDirectory() as place:
        if data and data.is_dir():
            write_files(data, Path(place), {label.file for label in load_labels("fresh")})
        return _report([*folders, Path(place)])


def _report(places: Sequence[Path]) -> str:
    lines = [_HEADER, "|" + "---|" * (_HEADER.count("|") - 1)]
    notes = []
    for half in PARTS:
        cases, lost = find_cases(half, places)
        lines += [_row(half, kind, group) for kind, group in _groups(cases).items()]
        if lost:
            files = len({label.file for label in lost})
            notes.append(f"{half}: {len(lost)} labels in {files} files were not found again and are not counted.")
    return "\n".join([*lines, *notes]) + "\n"


def list_errors(folders: Iterable[Path], part: str = "dev") -> list[str]:
    """Return one line for each sentence of a part that may be looked at whose side or speaker is wrong."""
    wrong = [case for case in find_cases(part, folders)[0] if _owner(case.ours) != _owner(case.label)]
    return [
        f"{case.label.file[:24]} line {case.label.lines[0]}, {case.label.attribution}: {_owner(case.ours)}, "
        f"label {_owner(case.label)}: {case.sentence.text[:60]}"
        for case in wrong
    ]


def _owner(found: Guess | Label) -> str:
    return f"{found.side}/{found.person}"
