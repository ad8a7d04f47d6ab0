"""The candidates of questions, as the answer path finds them, and which of them are right.

Held questions are never read here.
"""

from __future__ import annotations

import csv
import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from eval.answers import meets
from eval.questions import EvalQuestion, load_questions
from eval.sources import Source, read_sources
from index.build import build_index
from index.embed import Encoder
from index.manifest import SEEDS
from qa.extract import find_candidates
from qa.grounds import is_hopeless
from qa.holders import name_holders
from qa.library import Library
from qa.ranking.columns import NAMES
from qa.ranking.context import text_around
from qa.ranking.ranker import Ranker
from qa.ranking.units import find_units
from qa.retrieve import absent_share, allowed_passages, find_absent, retrieve_passages
from qa.understand import find_language, understand_question

QUESTIONS = Path(__file__).parent.parent / "eval"
PARAPHRASES, PARAPHRASED = Path(__file__).with_name("paraphrases.tsv"), "#"
PLAIN = Ranker(dict.fromkeys(NAMES, 0.0), 0.0, 0.5, 0.5)  # scores nothing: candidates in the order they were found
WRONG = 36  # wrong candidates of a question that are fitted on; the rest teach nothing and take time
REWORDED = 0.5  # how much a question put in other words counts against one as it was asked
_AUTHOR = re.compile(r"(aa|bb|[d-qu-z])r?-")
ALIKE = ("words", "near", "covered", "covered_near", "meaning", "context")


@dataclass(frozen=True, slots=True)
class Sample:
    """The candidates of one question: features, and which of them are right to quote."""

    question: EvalQuestion
    features: NDArray[np.float32]
    right: NDArray[np.bool_]
    paraphrase: bool = False
    asked: str = ""  # what the vectors of the features are of
    texts: tuple[str, ...] = ()  # of the candidates
    around: tuple[str, ...] = ()  # the same with what stands around

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents beside the seeds that answer the question."""
        return tuple(sorted({gold.file for gold in self.question.gold} - _seeds()))

    @property
    def author(self) -> str:
        """The letter with which the groups of an author's part of the questions begin; "" for the first part's."""
        found = _AUTHOR.match(self.question.group)
        return found[1] if found else ""

    @property
    def weight(self) -> float:
        """How much the question counts in a fit."""
        return REWORDED if self.paraphrase else 1.0


def collect_samples(
    library: Library, questions: Sequence[EvalQuestion], sources: dict[str, Source]
) -> Iterator[Sample]:
    """Yield the candidates of every question, as the answer path finds them."""
    for row in questions:
        question = name_holders(understand_question(row.text), library)
        units = find_units(question, library)
        allowed = allowed_passages(question, library)
        passages = retrieve_passages(question, units, library, allowed)
        absent = find_absent(question, units, library, allowed)
        if is_hopeless(question, units, absent, library, allowed):  # refused whatever the ranker says
            continue
        share = absent_share(units, absent)
        candidates = find_candidates(question, units, passages, library, PLAIN, share)
        gold = (*row.gold, *row.also)
        right = [
            any(
                meets(hit.span.readout.name, sources[hit.span.readout.name].locate(hit.span.text), each)
                for each in gold
            )
            for hit in candidates.hits
        ]
        if right:
            texts = [hit.span.text for hit in candidates.hits]
            around = [text_around(hit.span, library) for hit in candidates.hits]
            yield Sample(
                row,
                candidates.features,
                np.asarray(right),
                row.id.endswith(PARAPHRASED),
                question.topic or question.text,
                tuple(texts),
                tuple(around),
            )


@cache
def _seeds() -> frozenset[str]:
    return frozenset(path.name for path in SEEDS.glob("*.txt"))


def paraphrase(questions: Sequence[EvalQuestion]) -> list[EvalQuestion]:
    """Return the questions put in other words, with the gold of the group that they belong to."""
    first = {question.group: question for question in reversed(questions)}
    with PARAPHRASES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row[0] in first]
    return [
        replace(first[group], id=f"{group}.{number}{PARAPHRASED}", text=text, language=find_language(text))
        for number, (group, text) in enumerate(rows)
    ]


def samples_of(folders: list[Path], files: list[Path], encoder: Encoder) -> Iterator[Sample]:
    """Yield the candidates of the questions in `files`, asked of all documents in `folders`."""
    with tempfile.TemporaryDirectory() as together:
        for folder in folders:
            for path in [*folder.glob("*.txt"), *folder.glob("catalog.toml")]:
                shutil.copy(path, together)
        store, _ = build_index(Path(together), encoder)
        library = Library(store, encoder)
        sources = read_sources(folders)
        questions = load_questions(files, sources)
        questions += paraphrase(questions)
        yield from collect_samples(library, questions, sources)


def fitted_on(sample: Sample) -> NDArray[np.intp]:
    """Return the rows of the right candidates and of the wrong ones that are most like the question."""
    alike = sample.features[:, [NAMES.index(name) for name in ALIKE]].sum(axis=1)
    alike[sample.right] = np.inf
    return np.sort(np.argsort(-alike, kind="stable")[: WRONG + int(sample.right.sum())])
