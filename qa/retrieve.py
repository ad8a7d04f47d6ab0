"""From a question to the passages that may hold its answer: both searches, in each language's own pool, fused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Hit, Span
from index.words import split_words
from qa.library import Library, pool
from qa.match import Unit
from qa.records import Question

_RANK_CONSTANT = 60  # of reciprocal rank fusion, Cormack et al. 2009


def allowed_passages(question: Question, library: Library) -> NDArray[np.bool_]:
    """Return for each passage whether the question's periods and accounts admit it."""
    return np.asarray([_admits(question, passage) for passage in library.store.passages], dtype=np.bool_)


def _admits(question: Question, passage: Span) -> bool:
    origin = passage.section.origin
    if question.accounts and origin.account not in question.accounts:
        return False
    if not question.periods:
        return True
    return origin.date is not None and any(period.holds(origin.date.day) for period in question.periods)


def retrieve_passages(
    question: Question, units: Sequence[Unit], library: Library, allowed: NDArray[np.bool_], limit: int = 12
) -> list[Hit]:
    """Return up to `limit` passages from each search in each language's pool, best first by fused rank.

    Each pool has its own ranks, so that many documents in one language do not bury the few in another.
    """
    vector = library.encoder.encode([question.topic or question.text], "query")[0]
    words = _search_words(units)
    fused: defaultdict[Span, float] = defaultdict(float)
    for language in ("en", "zh"):
        mask = allowed & (library.languages == language)
        if not mask.any():
            continue
        same = language == pool(question.language)
        by_words = library.store.search_words(words, limit, mask)
        by_meaning = library.store.search_meaning(vector, limit, mask)
        for hits, weight in ((by_words, 1.0), (by_meaning, 0.5 if same else 1.0)):
            for rank, hit in enumerate(hits):
                fused[hit.span] += weight / (_RANK_CONSTANT + rank)
    return sorted((Hit(span, score) for span, score in fused.items()), key=lambda hit: -hit.score)


def _search_words(units: Sequence[Unit]) -> list[str]:
    return [word for unit in units for form in unit.forms for word in split_words(form)]
