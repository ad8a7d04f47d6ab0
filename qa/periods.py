"""The candidates of a question about several periods: those of each period by themselves, as if it alone were asked.

Knows nothing of how a sentence is scored or chosen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from qa.extract import Candidates, find_candidates
from qa.library import Library
from qa.ranking.match import Unit
from qa.ranking.ranker import Ranker
from qa.records import Question
from qa.retrieve import allowed_passages, retrieve_passages


def find_in_each_period(
    question: Question, units: Sequence[Unit], library: Library, ranker: Ranker, absent: float = 0.0
) -> Candidates:
    """Return the candidates of `question`, of each period in turn where it asks what changed between several.

    One year's sentences are not passed over for another's that say more.
    """
    apart = question.form == "change" and len(question.periods) > 1
    asked = [replace(question, form="position", periods=(p,)) for p in question.periods] if apart else [question]
    found = []
    for each in asked:
        passages = retrieve_passages(each, units, library, allowed_passages(each, library))
        found.append(find_candidates(each, units, passages, library, ranker, absent))
    return merge(found)


def merge(found: Sequence[Candidates]) -> Candidates:
    """Return the candidates of several searches together, best first, each sentence once."""
    if len(found) == 1:
        return found[0]
    rows = [(hit, row) for each in found for hit, row in zip(each.hits, each.features, strict=True)]
    best = {hit.span: (hit, row) for hit, row in sorted(rows, key=lambda pair: pair[0].score)}
    kept = sorted(best.values(), key=lambda pair: -pair[0].score)
    features = np.asarray([row for _, row in kept]) if kept else np.zeros((0, 0), dtype=np.float32)
    return Candidates(tuple(hit for hit, _ in kept), features)
