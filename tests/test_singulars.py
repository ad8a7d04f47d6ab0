"""qa.ranking.singulars: a term that the glossary names in the plural is found in the singular too."""

from __future__ import annotations

import pytest

from qa.ranking.singulars import find_singulars


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rare earth export licences", ["rare earth"]),
        ("Soybean purchases and supply chain security", ["Soybean", "supply chain"]),
        ("a subsidy", ["subsidy"]),
        ("rare earths", []),  # found as it is printed
        ("they talk of custom and arm", []),  # no singular of talks, customs, arms
        ("稀土", []),
    ],
)
def test_terms_in_the_singular(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_singulars(text)] == found
