"""The stored run: which questions were right when it was made, to be compared with question by question."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from eval.answers import AnswerScore
from eval.metrics import paired_difference

OUTCOMES: dict[str, Callable[[AnswerScore], float]] = {
    "right": lambda score: float(score.right),
    "first_right": lambda score: float(score.first_right),
}


def write_stored(scores: Sequence[AnswerScore], path: Path) -> None:
    """Write the outcome of every question to `path`."""
    rows = {name: {score.question.id: of(score) for score in scores} for name, of in OUTCOMES.items()}
    path.write_text(json.dumps(rows, indent=0) + "\n", encoding="utf-8")


def compare_stored(scores: Sequence[AnswerScore], path: Path) -> list[str]:
    """Return a line for every outcome that is surely worse than in the stored run: its interval lies below nought.

    Only questions of both runs are compared.
    """
    if not path.is_file():
        return []
    stored: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    lines = []
    for name, of in OUTCOMES.items():
        both = [score for score in scores if score.question.id in stored[name]]
        figure = paired_difference(
            [of(score) for score in both],
            [stored[name][score.question.id] for score in both],
            [score.question.group for score in both],
        )
        if figure.high < 0:
            between = f"95 % interval {100 * figure.low:.1f} to {100 * figure.high:.1f}"
            lines.append(f"{name} is {100 * figure.value:.1f} points from the stored run ({between})")
    return lines
