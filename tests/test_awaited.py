"""qa.awaited: what is only announced is no meeting of which anything is told."""

from __future__ import annotations

from datetime import date

import pytest

from qa.awaited import is_awaited
from qa.library import Library
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.fixture(scope="module")
def library() -> Library:
    texts = [
        make_readout("a.txt", "双方举行磋商。\n下一轮磋商将在亚特兰大举行。", language="zh-Hans", day=date(2031, 9, 3)),
        make_readout("b.txt", "They met in Lisbon. The next talks will be held in Lisbon.", day=date(2031, 5, 1)),
        make_readout("c.txt", "The sides met. They recalled the Dalian consultations.", day=date(2031, 6, 1)),
    ]
    return make_library(texts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What came out of the Atlanta round?", True),
        ("在亚特兰大举行的会谈达成了什么？", True),
        ("亞特蘭大磋商有什麼成果？", True),
        ("在亞特蘭大的第五輪磋商有什麼成果？", True),
        ("When is the Atlanta round?", False),
        ("亚特兰大的下一轮磋商谈什么？", False),
        ("What were they expected to sign off on in Atlanta?", False),
        ("What came out of the Lisbon talks?", False),  # held
        ("What came out of the Dalian talks?", False),  # told of
        ("What came out of the Oslo talks?", False),  # named nowhere: others tell that
    ],
)
def test_a_meeting_that_is_only_announced(text: str, expected: bool, library: Library) -> None:
    assert is_awaited(understand_question(text), library) is expected
