"""The questions of dev as a task for their words: which candidates answer each; knows nothing of how it is learned.

And what it is worth: the columns of a question whose words were moved without questions of its author, or without any
question that its documents answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial

import numpy as np
import torch
from sklearn.model_selection import GroupKFold

from index.static import StaticEncoder
from qa.ranking.columns import NAMES
from training.moves import Asked, Floats, Pieces, Task, learn
from training.samples import Sample

AUTHORS, DOCUMENTS = 5, 4  # parts of the authors, and of the documents beside the seeds, left out by turns
SIDE_BY_SIDE = 4
MOVED = ("everyday", "everyday_context", "everyday_behind")
Fold = tuple[list[int], list[int]]  # the numbers of the samples learned from, and of those left out


def make_asked(samples: Sequence[Sample], encoder: StaticEncoder) -> Asked:
    """Return the questions of which some candidates are right and some are wrong."""
    telling = [sample for sample in samples if sample.right.any() and not sample.right.all()]
    numbers: dict[str, int] = {}
    for sample in telling:
        for text in sample.texts:
            numbers.setdefault(text, len(numbers))
    shape = len(telling), max((len(sample.texts) for sample in telling), default=0)
    candidates = torch.zeros(shape, dtype=torch.long)
    present, right = torch.zeros(shape, dtype=torch.bool), torch.zeros(shape, dtype=torch.bool)
    for row, sample in enumerate(telling):
        candidates[row, : len(sample.texts)] = torch.tensor([numbers[text] for text in sample.texts])
        present[row, : len(sample.texts)] = True
        right[row, : len(sample.texts)] = torch.from_numpy(sample.right)
    questions = [_cut(sample, encoder) for sample in telling]
    return Asked(questions, torch.from_numpy(encoder.encode(list(numbers))), candidates, present, right)


def move_out_of_fold(samples: Sequence[Sample], task: Task, encoder: StaticEncoder) -> list[Sample]:
    """Return the samples with the columns of MOVED as words moved without them have it.

    A question over the seeds is moved by what other authors ask, and any other by what is asked of other documents: so
    the ranker learns how far such words may be trusted in texts that many have asked about, and in texts that are new.
    """
    folds = list(_folds(samples))
    asked = [make_asked([samples[i] for i in kept], encoder) for kept, _ in folds]
    moved = list(samples)
    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:  # what is slow is done outside of Python's lock
        for (_, left_out), table in zip(folds, pool.map(partial(learn, task, encoder.table), asked), strict=True):
            for i in left_out:
                moved[i] = replace(samples[i], features=_with_moves(samples[i], table, encoder))
    return moved


def _folds(samples: Sequence[Sample]) -> Iterator[Fold]:
    for kept, others in GroupKFold(AUTHORS).split(samples, groups=[sample.author for sample in samples]):
        yield kept.tolist(), [i for i in others.tolist() if not samples[i].documents]
    names = sorted({name for sample in samples for name in sample.documents})
    part_of = {name: number % DOCUMENTS for number, name in enumerate(names)}
    parts = [[part_of[name] for name in sample.documents] for sample in samples]
    for part in range(DOCUMENTS):
        kept = [i for i, own in enumerate(parts) if part not in own]
        yield kept, [i for i, own in enumerate(parts) if own[:1] == [part]]


def _with_moves(sample: Sample, table: Floats, encoder: StaticEncoder) -> Floats:
    vector = table[_cut(sample, encoder)].sum(axis=0)
    vector /= np.linalg.norm(vector) or 1.0
    meaning, context = np.split(encoder.encode([*sample.texts, *sample.around]) @ vector, 2)
    features = sample.features.copy()
    features[:, [NAMES.index(name) for name in MOVED]] = np.stack([meaning, context, meaning.max() - meaning], axis=1)
    return features


def _cut(sample: Sample, encoder: StaticEncoder) -> Pieces:
    return np.concatenate(encoder.cut(encoder.parts(sample.asked)))
