"""From what visitors said of answers to questions for the eval, to be reviewed; `python -m eval.feedback FILE`.

Knows nothing of the documents: what was quoted and called right is gold, the rest is left to the reviewer.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

NEEDED = ("question", "language", "follows", "ignored", "rating", "found", "quotes")


def read_opinions(text: str) -> tuple[list[dict[str, Any]], int]:
    """Return the opinions of a file, and how many of its lines are none."""
    rows: list[dict[str, Any]] = []
    wrong = 0
    for line in filter(str.strip, text.splitlines()):
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if isinstance(row, dict) and all(key in row for key in NEEDED):
            rows.append(row)
        else:
            wrong += 1
    return rows, wrong


def make_questions(opinions: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return one question for each that was asked, in the eval's shape, with the opinions on its answer.

    It has gold, and so is answerable, where its last answer was called right; a reviewer sets the others right.
    """
    asked: dict[str, list[Mapping[str, Any]]] = {}
    for row in opinions:
        key = json.dumps([row["question"], row["follows"], sorted(row["ignored"])], ensure_ascii=False)
        asked.setdefault(key, []).append(row)
    return [_make_question(key, rows) for key, rows in asked.items()]


def _make_question(key: str, rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    last = rows[-1]
    name = f"feedback-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
    quoted = [{"file": quote["file"], "quote": quote["quote"]} for quote in last["quotes"]]
    right = last["rating"] == "up" and last["found"]
    opinions = [{each: row.get(each, "") for each in ("rating", "about", "reason")} for row in rows]
    return {
        "id": name,
        "group": name,
        "language": last["language"],
        "kind": "feedback",
        "question": last["question"],
        "answerable": right,
        "need": "any",
        "gold": quoted if right else [],
        "part": "dev",
        "review": {"opinions": opinions, "quoted": quoted, "follows": last["follows"], "ignored": last["ignored"]},
    }


def main(arguments: list[str] | None = None) -> int:
    """Print the questions of a file of opinions, one JSON object a line."""
    parser = argparse.ArgumentParser(prog="python -m eval.feedback", description=__doc__)
    parser.add_argument("file", type=Path, metavar="FILE", help="the opinions: DIR.feedback.jsonl beside the index")
    path = parser.parse_args(arguments).file
    try:
        rows, wrong = read_opinions(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as problem:
        print(
            f"{path} cannot be read ({problem}). Name the file that the page wrote beside its index.", file=sys.stderr
        )
        return 1
    for question in make_questions(rows):
        print(json.dumps(question, ensure_ascii=False))
    if wrong:
        print(f"{wrong} lines are no opinions and were left out.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
