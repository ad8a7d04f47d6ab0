"""qa.ranking.designations: country and office say who somebody is, and count little beside what is asked."""

from __future__ import annotations

import pytest

from qa.ranking.designations import find_designations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Was the tax raised with the French foreign minister?", ["the French foreign minister"]),
        ("What did the president of Brazil say about forests?", ["the president of Brazil"]),
        ("越南国会主席怎么谈香港？", ["越南国会主席"]),
        ("愛爾蘭總理談到牛肉出口嗎？", ["愛爾蘭總理"]),
        ("What did they say about France and Iran?", []),
        ("双方怎么谈伊朗核问题？", []),
    ],
)
def test_somebody_is_called_by_country_and_office(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in find_designations(text)] == found
