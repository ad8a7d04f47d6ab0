"""Reads the public sets that encoders are measured on: SQuAD-like questions over passages, and parallel lines.

Knows the sets' shapes, not what is done with them.
"""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

WHERE = """The sets are not part of this project. Put them into one folder under these names (.gz or plain):
  xquad.zh.json, xquad.en.json       github.com/google-deepmind/xquad (CC BY-SA 4.0)
  cmrc2018_dev.squad.json            github.com/ymcui/cmrc2018 (CC BY-SA 4.0)
  DRCD_dev.json                      github.com/DRCKnowledgeTeam/DRCD (CC BY-SA 3.0)
  ntrex.newstest2019-src.eng.txt, ntrex.newstest2019-ref.zho-CN.txt, ntrex.newstest2019-ref.zho-TW.txt
                                     github.com/MicrosoftTranslator/NTREX (CC BY-SA 4.0)"""
NTREX = {"en": "src.eng", "Hans": "ref.zho-CN", "Hant": "ref.zho-TW"}


@dataclass(frozen=True, slots=True)
class Question:
    """A question, the number of the passage that answers it, and where in it the answer starts."""

    id: str
    text: str
    passage: int
    start: int


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Passages, each once, and the questions over them."""

    name: str
    passages: tuple[str, ...]
    questions: tuple[Question, ...]

    def unique_questions(self) -> tuple[Question, ...]:
        """Return the questions without those whose words occurred before, as MTEB counts them."""
        return tuple({question.text: question for question in reversed(self.questions)}.values())[::-1]


def _open(folder: Path, name: str) -> str:
    for path in (folder / name, folder / f"{name}.gz"):
        if path.exists():
            data = path.read_bytes()
            return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8")
    raise FileNotFoundError(f"{folder} lacks {name}.\n{WHERE}")


def read_questions(folder: Path, name: str) -> QuestionSet:
    """Read a SQuAD-like file."""
    passages: dict[str, int] = {}
    questions = []
    data: list[dict[str, Any]] = json.loads(_open(folder, name))["data"]
    for article in data:
        for paragraph in article["paragraphs"]:
            number = passages.setdefault(paragraph["context"], len(passages))
            for row in paragraph["qas"]:
                start = int(row["answers"][0]["answer_start"])
                questions.append(Question(str(row["id"]), row["question"].strip(), number, start))
    return QuestionSet(name, tuple(passages), tuple(questions))


def read_parallel(folder: Path) -> dict[str, list[str]]:
    """Read NTREX: the same lines in English, Simplified and Traditional Chinese."""
    lines = {key: _open(folder, f"ntrex.newstest2019-{part}.txt").splitlines() for key, part in NTREX.items()}
    if len({len(rows) for rows in lines.values()}) != 1:
        raise ValueError(f"the NTREX files in {folder} differ in length; get them again.\n{WHERE}")
    return lines
