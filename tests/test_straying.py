"""qa.ranking.straying: beside a sentence about what is asked by name, one that names other things does not belong."""

from __future__ import annotations

import pytest

from index.records import Hit, Span
from qa.ranking.straying import strays
from qa.understand import understand_question
from tests.corpus import make_readout


def hit(text: str, score: float) -> Hit:
    readout = make_readout("r.txt", text, language="en" if text.isascii() else "zh-Hans")
    return Hit(Span(readout, 0, len(text)), score)


@pytest.mark.parametrize(
    ("question", "best", "text", "score", "expected"),
    [
        (
            "What did they say about Myanmar?",
            "They discussed Myanmar.",
            "They discussed ASEAN centrality and climate change.",
            0.6,
            True,
        ),
        ("What did they say about Myanmar?", "They discussed Myanmar.", "They will stay in touch.", 0.6, False),
        (
            "What did they say about Myanmar?",
            "They discussed Myanmar.",
            "They discussed Burma and climate change and ASEAN centrality.",
            0.6,
            False,
        ),
        (
            "What did they say about Myanmar?",
            "They discussed Myanmar.",
            "They discussed ASEAN centrality and climate change.",
            0.8,
            False,
        ),
        (
            "What did they say about Myanmar?",
            "They met.",
            "They discussed ASEAN centrality and climate change.",
            0.6,
            False,
        ),
        ("双方怎么谈缅甸？", "双方谈及缅甸。", "双方谈及一个中国原则和气候变化。", 0.6, True),
        ("雙方怎麼談緬甸？", "雙方談及緬甸。", "雙方將保持溝通。", 0.6, False),
    ],
)
def test_what_names_other_things_strays(question: str, best: str, text: str, score: float, expected: bool) -> None:
    assert strays(understand_question(question), hit(best, 0.9), hit(text, score)) is expected
