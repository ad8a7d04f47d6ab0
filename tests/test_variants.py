"""qa.ranking.variants: a term is found in the singular too, and turned round with "of"."""

from __future__ import annotations

import pytest

from qa.ranking.variants import find_variants


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("rare earth export licences", ["rare earth"]),
        ("Soybean purchases and supply chain security", ["Soybean", "supply chain"]),
        ("a subsidy", ["subsidy"]),
        ("rare earths", []),  # found as it is printed
        ("they talk of custom and arm", []),  # no singular of talks, customs, arms
        ("稀土", []),
        ("freedom of the press and control of arms", ["freedom of the press", "control of arms"]),
        ("one of the talks", []),
    ],
)
def test_terms_put_otherwise(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end] for m in find_variants(text)] == found
