"""The program under test, opened for the eval: its answers, and each of its searches by itself."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.answers import Answer
from eval.retrieval import DEPTH, Search, Text
from index.build import main as build_index
from index.records import Hit, Language
from index.words import split_words
from qa.answer import answer_question
from qa.library import Library, open_library
from qa.ranking.units import find_units
from qa.retrieve import allowed_passages, retrieve_passages
from qa.show import answer_to_json
from qa.understand import understand_question

RANK_CONSTANT = 60  # of reciprocal rank fusion as published


@dataclass(frozen=True)
class System:
    """One opened index."""

    library: Library

    @property
    def texts(self) -> list[Text]:
        """Every passage that the searches rank."""
        return [Text(passage.readout.name, passage.text) for passage in self.library.store.passages]

    @property
    def searches(self) -> Mapping[str, Search]:
        """The searches to compare, from the plainest to what answers are made from."""
        return {
            "BM25 alone": lambda question: _texts(self._words(question)),
            "encoder alone": lambda question: _texts(self._meaning(question)),
            "both, plain rank fusion": lambda question: _fuse(self._words(question), self._meaning(question)),
            "+ translated words": lambda question: _fuse(
                self._words(question), self._meaning(question), self._translated(question)
            ),
            "+ pools, weights and filters: as served": self._served,
        }

    @property
    def languages(self) -> dict[str, Language]:
        """The language of every document."""
        return {entry.readout.name: entry.readout.language for entry in self.library.store.entries}

    def ask(self, question: str) -> Answer:
        """Return the answer as the object that `python -m qa.ask --json` prints."""
        return answer_to_json(answer_question(question, self.library))

    def _words(self, question: str) -> list[Hit]:
        return self.library.store.search_words(split_words(question), DEPTH)

    def _meaning(self, question: str) -> list[Hit]:
        return self.library.store.search_meaning(self.library.encoder.encode([question], "query")[0], DEPTH)

    def _translated(self, question: str) -> list[Hit]:
        return self.library.store.search_translated(question, DEPTH)

    def _served(self, text: str) -> Sequence[Text]:
        question = understand_question(text)
        allowed = allowed_passages(question, self.library)
        return _texts(retrieve_passages(question, find_units(question, self.library), self.library, allowed))


def _texts(hits: Iterable[Hit]) -> list[Text]:
    return [Text(hit.span.readout.name, hit.span.text) for hit in hits]


def _fuse(*rankings: Sequence[Hit]) -> list[Text]:
    """Return reciprocal rank fusion of `rankings`, best first."""
    scores: dict[Text, float] = {}
    for ranking in rankings:
        for rank, text in enumerate(_texts(ranking), start=1):
            scores[text] = scores.get(text, 0.0) + 1 / (RANK_CONSTANT + rank)
    return sorted(scores, key=lambda text: -scores[text])


def build_system(folders: Sequence[Path], workplace: Path) -> System:
    """Build an index of all files of `folders` under `workplace` and open it."""
    seeds = folders[0]
    if len(folders) > 1:
        seeds = workplace / "documents"
        seeds.mkdir()
        for path in (path for folder in folders for path in sorted(folder.iterdir()) if path.is_file()):
            shutil.copyfile(path, seeds / path.name)
    index = workplace / "index"
    with contextlib.redirect_stdout(sys.stderr):
        if build_index(["--seeds", str(seeds), "--index", str(index)]):
            raise SystemExit(1)
    return System(open_library(index))
