"""The eval's questions with their gold, checked against the documents at load; knows nothing of answers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from eval.sources import Place, Source, short_hash
from index.records import Language, Side

Part = Literal["dev", "held"]
Need = Literal["any", "all"]

HERE = Path(__file__).parent
SEED_FILES = (HERE / "questions.jsonl", HERE / "questions.held.jsonl")
READOUT_FILES = (HERE / "questions.readouts.jsonl", HERE / "questions.readouts.held.jsonl")
# Written last, in words of its own, and read by nobody who works on the program; may be absent.
SEED_FRESH = (HERE / "questions.fresh.jsonl",)
READOUT_FRESH = (HERE / "questions.readouts.fresh.jsonl",)


class WrongGoldError(Exception):
    """A question file does not fit its documents; the message lists every misfit."""


@dataclass(frozen=True, slots=True)
class Gold:
    """Words of a document that answer a question: where they stand, and which part of the answer they give."""

    file: str
    places: tuple[Place, ...]
    item: int = 0


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """One question, what answers it, and what must not be quoted for it.

    `need` is "all" where every item of the gold must be quoted; `also` is right to quote but not asked for.
    """

    id: str
    group: str
    language: Language
    kind: str
    text: str
    part: Part
    answerable: bool
    trap: str | None = None
    need: Need = "any"
    gold: tuple[Gold, ...] = ()
    also: tuple[Gold, ...] = ()
    forbidden_years: frozenset[int] = frozenset()
    forbidden_sides: frozenset[Side] = frozenset()

    @property
    def items(self) -> frozenset[int]:
        """The parts that the whole answer has."""
        return frozenset(gold.item for gold in self.gold)


def find_gold(row: Mapping[str, Any], sources: Mapping[str, Source]) -> Gold:
    """Return the place of one gold row: by its words, or by lines, offset and hash; raises WrongGoldError."""
    name, item = row["file"], row.get("item", 0)
    source = sources.get(name)
    if source is None:
        raise WrongGoldError(f"{name}: no such document")
    if "quote" in row:
        places = source.locate(row["quote"])
        if not places:
            raise WrongGoldError(f"{name}: does not hold {row['quote']!r}")
        return Gold(name, places, item)
    text, base = source.lines(*row["lines"])
    start, length = row["at"]
    if short_hash(text[start : start + length]) != row["sha256"]:
        raise WrongGoldError(f"{name}: lines {row['lines']} at {row['at']} hold other words than were marked")
    return Gold(name, ((base + start, base + start + length),), item)


def read_question(row: Mapping[str, Any], sources: Mapping[str, Source]) -> EvalQuestion:
    """Return one row of a question file as a question; raises WrongGoldError."""
    gold = tuple(find_gold(each, sources) for each in row["gold"])
    if row["answerable"] != bool(gold):
        raise WrongGoldError(f"{row['id']}: a question has gold if and only if it is answerable")
    forbid = row.get("forbid", {})
    return EvalQuestion(
        id=row["id"],
        group=row["group"],
        language=row["language"],
        kind=row["kind"],
        text=row["question"],
        part=row["part"],
        answerable=row["answerable"],
        trap=row.get("trap"),
        need=row.get("need", "any"),
        gold=gold,
        also=tuple(find_gold(each, sources) for each in row.get("also", ())),
        forbidden_years=frozenset(forbid.get("years", ())),
        forbidden_sides=frozenset(forbid.get("sides", ())),
    )


def read_rows(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the rows of question files, in order."""
    return [
        json.loads(line)
        for path in paths
        if path.is_file()
        for line in path.read_text(encoding="utf-8").splitlines()
        if line
    ]


def load_questions(paths: Iterable[Path], sources: Mapping[str, Source]) -> list[EvalQuestion]:
    """Return the questions of `paths` with their gold found in `sources`; raises WrongGoldError with every misfit."""
    questions: list[EvalQuestion] = []
    wrong: list[str] = []
    for row in read_rows(paths):
        try:
            questions.append(read_question(row, sources))
        except WrongGoldError as error:
            wrong.append(f"{row['id']}: {error}")
    wrong.extend(_misfits(questions))
    if wrong:
        raise WrongGoldError("\n".join(wrong))
    return questions


def _misfits(questions: Sequence[EvalQuestion]) -> list[str]:
    seen: dict[str, Part] = {}
    wrong = [f"{q.id}: its group is in both parts" for q in questions if seen.setdefault(q.group, q.part) != q.part]
    ids = [question.id for question in questions]
    return wrong + sorted({f"{each}: this id is used twice" for each in ids if ids.count(each) > 1})
