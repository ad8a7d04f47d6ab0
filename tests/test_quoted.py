"""Certain words are asked for: what is quoted holds them."""

from __future__ import annotations

import numpy as np
import pytest

from index.records import Hit
from qa.extract import Candidates
from qa.quoted import keep_holders
from qa.ranking.columns import NAMES
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library, sentence

LIBRARY = make_library(
    [
        make_readout("a.txt", "The commitment to Japan is ironclad. The alliance with Korea is strong.\n"),
        make_readout("b.txt", "They spoke of the iron-clad commitment to Israel.\n"),
        make_readout("c.txt", "他反对小院高墙。他主张开放合作。\n", language="zh-Hans"),
    ]
)
JAPAN, KOREA, ISRAEL, YARD, OPEN = (
    sentence(LIBRARY, words) for words in ("The commitment", "The alliance", "They spoke", "他反对", "他主张")
)


@pytest.mark.parametrize(
    ("text", "chosen", "kept"),
    [
        ('Which countries were described with the word "ironclad"?', [JAPAN, KOREA], [JAPAN, ISRAEL]),
        ("哪些讲话提到过“小院高墙”？", [OPEN, YARD], [YARD]),
        ("哪些講話提到過「小院高牆」？", [OPEN, YARD], [YARD]),
        ("哪些讲话提到过“小院高墙”？", [OPEN], [OPEN]),  # told in other words
        ('What does "ironclad" mean?', [JAPAN, KOREA], [JAPAN, KOREA]),
    ],
)
def test_only_what_holds_the_words_is_quoted(text: str, chosen, kept) -> None:
    question = understand_question(text)
    hits = tuple(Hit(span, 0.5) for span in (JAPAN, KOREA, ISRAEL, YARD, OPEN))
    candidates = Candidates(hits, np.zeros((len(hits), len(NAMES)), dtype=np.float32))
    found = keep_holders(question, find_units(question, LIBRARY), [Hit(span, 0.9) for span in chosen], candidates)
    assert [hit.span for hit in found] == kept
