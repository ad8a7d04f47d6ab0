"""Measures an encoder on the public sets: retrieval by cosine, and finding the translation of a line.

Knows vectors and scores only; retrieval figures are nDCG@10 and R@1 with one right passage per question.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from eval.encoder_sets import Question, QuestionSet, read_parallel, read_questions
from index.naming.terms import load_terms

HELD_OUT = 5  # as training.prepare leaves them out
SENTENCE_END = re.compile(r"[。！？]+[”」』）]*|[.!?]+[\"”)\]\d]*\s+(?=[\"“(\[]*[A-Z0-9])")
Floats = NDArray[np.float32]
Encode = Callable[[Sequence[str], Literal["query", "document"]], Floats]


@dataclass(frozen=True, slots=True)
class Task:
    """Questions over passages: which passage answers each; of sentences, `around` are the passages cut."""

    name: str
    questions: tuple[str, ...]
    passages: tuple[str, ...]
    right: NDArray[np.int64]
    around: tuple[str, ...] = ()
    within: NDArray[np.int64] | None = None  # the number in `around` of each sentence's passage


def _task(name: str, questions: Sequence[Question], passages: tuple[str, ...]) -> Task:
    right = np.array([question.passage for question in questions])
    return Task(name, tuple(question.text for question in questions), passages, right)


def _across(name: str, asked: QuestionSet, told: QuestionSet) -> Task:
    """Return the questions of one language over the other's passages, matched by question id."""
    places = {question.id: question.passage for question in told.questions}
    right = np.array([places[question.id] for question in asked.questions])
    return Task(name, tuple(question.text for question in asked.questions), told.passages, right)


def retrieval_tasks(folder: Path) -> list[Task]:
    """Return all retrieval tasks of the folder."""
    chinese, english = (read_questions(folder, f"xquad.{language}.json") for language in ("zh", "en"))
    cmrc, drcd = (read_questions(folder, name) for name in ("cmrc2018_dev.squad.json", "DRCD_dev.json"))
    return [
        _task("zh", chinese.unique_questions(), chinese.passages),
        _task("en", english.unique_questions(), english.passages),
        _across("en-zh", english, chinese),
        _across("zh-en", chinese, english),
        _task("cmrc", cmrc.questions, cmrc.passages),
        _task("drcd", drcd.questions, drcd.passages),
        sentence_task("zh sentences", chinese),
        sentence_task("en sentences", english),
        *(sentence_task(f"{name} sentences", _third(asked)) for name, asked in (("cmrc", cmrc), ("drcd", drcd))),
    ]


def _third(asked: QuestionSet) -> QuestionSet:
    """Return every third question, the second of each three: the first ones chose the shares of in_passages."""
    return replace(asked, questions=asked.questions[1::3])


def sentence_task(name: str, asked: QuestionSet) -> Task:
    """Return the questions over all sentences of the passages: the right one holds the start of the answer."""
    sentences: list[str] = []
    right, within = [], []
    ends: list[list[int]] = []
    for number, passage in enumerate(asked.passages):
        cuts = [match.end() for match in SENTENCE_END.finditer(passage)]
        bounds = [0, *(cut for cut in cuts if cut < len(passage)), len(passage)]
        ends.append([len(sentences), *bounds[1:]])
        sentences += [passage[start:end].strip() for start, end in pairwise(bounds)]
        within += [number] * (len(bounds) - 1)
    for question in asked.questions:
        first, *bounds = ends[question.passage]
        right.append(first + bisect_right(bounds, question.start))
    texts = tuple(question.text for question in asked.questions)
    return Task(name, texts, tuple(sentences), np.array(right), asked.passages, np.array(within))


def ranks(scores: Floats, right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the rank, from 1, of each question's right passage; ties count against it."""
    own = scores[np.arange(len(right)), right]
    return np.asarray((scores >= own[:, None]).sum(axis=1))


def ndcg_and_first(found: NDArray[np.int64]) -> tuple[float, float]:
    """Return nDCG@10 and R@1, times 100."""
    gains = np.where(found <= 10, 1 / np.log2(found + 1), 0.0)
    return 100 * float(gains.mean()), 100 * float((found == 1).mean())


def bitext(encode: Encode, folder: Path) -> dict[str, float]:
    """Return how often the nearest line of the other language is the translation, times 100, per direction."""
    vectors = {key: encode(lines, "document") for key, lines in read_parallel(folder).items()}
    figures = {}
    for source, target in ((a, b) for a in vectors for b in vectors if a != b):
        nearest = (vectors[source] @ vectors[target].T).argmax(axis=1)
        figures[f"{source}-{target}"] = 100 * float((nearest == np.arange(len(nearest))).mean())
    return figures


def glossary_figures(encode: Encode) -> list[tuple[str, float, float]]:
    """Return for all terms, and for the fifth that a second run leaves out, how often the nearest one is right."""
    terms = load_terms()
    groups = [(number % HELD_OUT == 0, term.en, term.hans + term.hant) for number, term in enumerate(terms)]
    return [
        ("all", *_nearest_is_right([(en, zh) for _, en, zh in groups], encode, None)),
        (f"every {HELD_OUT}th", *_nearest_is_right([(en, zh) for _, en, zh in groups], encode, HELD_OUT)),
    ]


def _nearest_is_right(
    groups: list[tuple[tuple[str, ...], tuple[str, ...]]], encode: Encode, every: int | None
) -> tuple[float, float]:
    """Look each term's names up among all names of the other language; one name in two terms is right for both."""
    figures = []
    sides = [[[name.lower() for name in group[side]] for group in groups] for side in (0, 1)]
    for asked, told in (sides, sides[::-1]):
        names = sorted({name for group in told for name in group})
        vectors = encode(names, "document")
        questions = [(name, number) for number, group in enumerate(asked) for name in group[:1]]
        if every is not None:
            questions = [question for question in questions if question[1] % every == 0]
        nearest = (encode([name for name, _ in questions], "query") @ vectors.T).argmax(axis=1)
        right: dict[str, set[str]] = {}
        for one, other in zip(asked, told, strict=True):
            for name in one:
                right.setdefault(name, set()).update(other)
        hits = [names[place] in right[name] for (name, _), place in zip(questions, nearest, strict=True)]
        figures.append(100 * sum(hits) / len(hits))
    return figures[0], figures[1]
