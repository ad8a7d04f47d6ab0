"""How well the program finds the sentence that answers: `python -m eval.sentences --data DIR`, over XQuAD's passages.

Every passage is a document; the conditions of readouts (days, sides, events) are left out, all else is as served:
three searches, the features, the ranker. BM25 over the same sentences stands beside it.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from tqdm import tqdm

from eval.encoder_sets import Question as Asked
from eval.encoder_sets import QuestionSet, read_questions
from eval.encoder_tasks import ndcg_and_first
from index.build import build_index
from index.embed import load_encoder
from index.records import Language, Span
from qa.extract import find_candidates
from qa.library import Library
from qa.ranking.ranker import Ranker, load_ranker
from qa.ranking.units import find_units
from qa.records import Question
from qa.retrieve import absent_share, allowed_passages, find_absent, retrieve_passages

DEPTH = 10  # of nDCG
SETS: dict[str, Language] = {"xquad.zh.json": "zh-Hans", "xquad.en.json": "en"}


def build_library(asked: QuestionSet) -> Library:
    """Return the passages as a library, one document each, in their order."""
    encoder = load_encoder()
    with tempfile.TemporaryDirectory() as folder:
        for number, passage in enumerate(asked.passages):
            text = " ".join(passage.split("\n"))
            (Path(folder) / f"{number:04d}.txt").write_text(text, encoding="utf-8")
        return Library(build_index(Path(folder), encoder)[0], encoder)


def search_sentences(text: str, language: Language, library: Library, ranker: Ranker) -> list[Span]:
    """Return the sentences that may answer `text`, best first, as the program ranks them."""
    question = Question(text, language, text)
    units = find_units(question, library)
    allowed = allowed_passages(question, library)
    passages = retrieve_passages(question, units, library, allowed)
    absent = absent_share(units, find_absent(question, units, library, allowed))
    return [hit.span for hit in find_candidates(question, units, passages, library, ranker, absent).hits]


def rank_of_right(found: Sequence[Span], asked: Asked) -> int:
    """Return the place, from 1, of the sentence that holds the start of the answer, or one beyond DEPTH."""
    name = f"{asked.passage:04d}.txt"
    places = (i for i, s in enumerate(found, 1) if s.readout.name == name and s.start <= asked.start < s.end)
    return next(places, DEPTH + 1)


def measure(
    folder: Path, name: str, language: Language, most: int, ranker: Ranker | None = None
) -> tuple[float, float]:
    """Return nDCG@10 and how often the first sentence is right, times 100."""
    asked = read_questions(folder, name)
    library = build_library(asked)
    questions = asked.questions[:most] if most else asked.questions
    bar = tqdm(questions, name, unit="question")
    ranks = [
        rank_of_right(search_sentences(each.text, language, library, ranker or load_ranker()), each) for each in bar
    ]
    return ndcg_and_first(np.asarray(ranks))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures of both languages."""
    parser = argparse.ArgumentParser(prog="python -m eval.sentences", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of the public sets")
    parser.add_argument("--most", type=int, default=0, metavar="N", help="ask the first N questions only")
    options = parser.parse_args(arguments)
    for name, language in SETS.items():
        ndcg, first = measure(options.data, name, language, options.most)
        print(f"{name}: nDCG@{DEPTH} {ndcg:.1f}, first right {first:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
