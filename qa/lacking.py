"""Whether quotations lack the kind of thing a question asks for: the thing counted, or the one thing mentioned."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from index.records import Span
from qa.counted import counts
from qa.library import Library
from qa.ranking.context import text_around
from qa.ranking.match import CONTENT, Unit, holds, matched
from qa.records import Question
from qa.unheld import is_held, said_otherwise

NEAR = 0.45  # how much of it must stand near a quotation


def lacks_asked(question: Question, units: Sequence[Unit], quotes: Sequence[Span], library: Library) -> bool:
    """Tell whether no quotation counts what is to be counted, or names the one thing whose mention is asked for."""
    if question.form == "number":
        return not any(counts(question, units, sentence) for sentence in quotes)
    asked = [unit for unit in units if unit.weight >= CONTENT and not unit.person]
    everywhere = np.ones(len(library.store.passages), dtype=np.bool_)
    if question.form != "mention" or len(asked) != 1 or not is_held(asked[0], library, everywhere):
        return False
    return not any(_near(asked[0], text_around(sentence, library)) for sentence in quotes)


def _near(unit: Unit, text: str) -> bool:
    return matched([unit], text)[0] >= NEAR or any(holds(text, word) for word in said_otherwise(unit.printed))
