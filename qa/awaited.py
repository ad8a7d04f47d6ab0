"""Whether the meeting at a place that a question names is only announced in what is held.

"The next round will be held in Atlanta" tells nothing of what came out there. Knows nothing of topics or scores.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from index.records import Span
from index.words import fold
from qa.forms import forms_of
from qa.held import may_hold_any
from qa.library import Library
from qa.placed import find_meeting_places, meetings_at
from qa.records import Question

_MOST = 100  # passages that are looked through
_ASKS_AHEAD = re.compile(
    r"\b(?:will|next|plan\w*|upcoming|scheduled|invit\w+|expect\w*|due|agenda)\b|将|下一?[次轮届]|计划|拟|邀请|预[定计]|议程"
)
_AHEAD = re.compile(
    r"\b(?:will|next|shall|plans?|planned|upcoming|look(?:s|ed|ing)? forward|expects?|expected|invit\w+)\b"
    r"|将|下一?[次轮届]|期待|拟|定于|邀请"
)


def is_awaited(question: Question, library: Library) -> bool:
    """Tell whether a question asks of a meeting at a place that every sentence held puts ahead."""
    if question.events or question.form in ("when", "where") or _ASKS_AHEAD.search(fold(question.text)):
        return False
    places = [place.id for place in find_meeting_places(question.text)]
    if not places or any(meetings_at([place], "", library) for place in places):
        return False
    told = [sentence for place in places for sentence in _naming(forms_of(place), library)]
    return bool(told) and all(_AHEAD.search(fold(sentence.text)) for sentence in told)


def _naming(forms: Sequence[str], library: Library) -> list[Span]:
    """Return the sentences that hold one of the names of a place."""
    names = [fold(form) for form in forms]
    numbers = np.flatnonzero(may_hold_any(library, names)).tolist()[:_MOST]
    sentences = (s for number in numbers for s in library.sentences_in(library.store.passages[number]))
    return [s for s in sentences if any(name in fold(s.text) for name in names)]
