"""qa.ranking.candidates: what gives what is asked for goes first, where it is worth enough."""

from __future__ import annotations

import numpy as np
import pytest

from index.records import Hit, Span
from qa.ranking.candidates import Candidates, of_the_kind, put_in_order, with_the_phrase
from qa.ranking.columns import NAMES
from qa.understand import understand_question
from tests.corpus import make_readout


def candidates(column: str, *rows: tuple[str, float, float]) -> Candidates:
    """Return sentences with their scores and the value of one column."""
    texts = [Span(make_readout(f"{text}.txt", text), 0, len(text)) for text, _, _ in rows]
    features = np.zeros((len(rows), len(NAMES)), dtype=np.float32)
    features[:, NAMES.index(column)] = [value for _, _, value in rows]
    return Candidates(tuple(Hit(t, score) for t, (_, score, _) in zip(texts, rows, strict=True)), features)


@pytest.mark.parametrize(
    ("column", "second", "expected"),
    [
        ("quantity", 0.4, ["b", "a"]),
        ("joint", 0.4, ["b", "a"]),
        ("joint", 0.3, ["a", "b"]),
        ("demands", 0.7, ["b", "a"]),
        ("demands", 0.6, ["a", "b"]),
        ("promises", 0.8, ["a", "b"]),
    ],
)
def test_what_counts_or_agrees_goes_first(column: str, second: float, expected: list[str]) -> None:
    ordered = put_in_order(
        understand_question("双方同意了什么？"), candidates(column, ("a", 0.9, -1), ("b", second, 1))
    )
    assert [hit.span.text for hit in ordered.hits] == expected


def test_what_lacks_the_kind_asked_for_is_left_out() -> None:
    kept = of_the_kind(candidates("type", ("a", 0.9, -1), ("b", 0.5, 1), ("c", 0.4, 0)))
    assert [hit.span.text for hit in kept.hits] == ["b", "c"]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In which texts does “win-win” stand?", ["a", "b", "c"]),
        ("“互利共赢”在哪些文件里出现？", ["a", "b"]),
        ("「互利共贏」2017年到2026年怎麼變？", ["a", "b"]),
        ("“互利共赢”是什么意思？", ["a", "b", "c"]),
        ("《求是》那篇文章列出哪五对关系？", ["a", "b", "c"]),
    ],
)
def test_only_what_holds_the_phrase_is_a_place_of_it(question: str, expected: list[str]) -> None:
    held = candidates("phrases", ("a", 0.9, 1), ("b", 0.5, 0.5), ("c", 0.4, 0))
    assert [hit.span.text for hit in with_the_phrase(understand_question(question), held).hits] == expected
