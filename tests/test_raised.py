"""qa.raised: whether what is said to have been raised stands near the quotations."""

from __future__ import annotations

import pytest

from qa.raised import lacks_raised
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import make_library

_EN = "The Secretary thanked the Foreign Minister for efforts to strengthen the truce in Yemen."
_ZH = "双方就农业合作和也门停火交换意见。"


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("Did Blinken bring up the Khashoggi killing with the minister in May 2022?", True),
        ("Did they talk about beef exports when they met?", True),
        ("Was the price of gold ever raised?", True),
        ("What did Blinken tell the minister about beef?", True),
        ("通話談了慰安婦問題嗎？", True),
        ("Did the truce in Yemen come up in the call?", False),
        ("Did Blinken raise Yemen with the minister?", False),
        ("How long did they talk about beef?", False),  # a number
        ("What new forum did they talk about setting up?", False),  # what they talked of stands before
        ("What did they agree?", False),  # nothing is said to be raised
        ("通话时提没提卡舒吉案？", True),
        ("他們有沒有談到牛肉出口？", True),
        ("怎么谈黄金价格？", True),
        ("他们谈没谈也门停火？", False),
        ("他們談到農業合作了嗎？", False),
        ("会谈谈了多久？", False),
        ("会谈达成了什么协议？", False),
    ],
)
def test_what_is_raised(text: str, lacks: bool) -> None:
    library = make_library([make_readout("a.txt", _EN), make_readout("b.txt", _ZH, language="zh-Hans")])
    question = understand_question(text)
    quotes = [sentence for entry in library.store.entries for sentence in entry.sentences]
    assert lacks_raised(question, find_units(question, library), quotes, library) is lacks
    assert not lacks_raised(question, find_units(question, library), [], library)
