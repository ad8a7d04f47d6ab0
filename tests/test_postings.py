"""index.postings: BM25 equals bm25s's, and parts joined equal the whole."""

from __future__ import annotations

import bm25s
import numpy as np
import pytest

from index.postings import GONE, Postings, WordSearch, word_keys

TEXTS = [
    ["trade", "and", "trade", "talks"],
    [],
    ["粮食", "贸易", "战", "贸易"],
    ["the", "working", "group", "on", "trade"],
    ["group"],
]


def make(texts: list[list[str]]) -> Postings:
    return Postings.make([word_keys(text) for text in texts])


def assert_same(one: Postings, other: Postings) -> None:
    for name in ("keys", "starts", "texts", "counts", "lengths"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name), name)


@pytest.mark.parametrize("words", [["trade"], ["group", "trade", "trade"], ["贸易", "战", "nowhere"], ["the"]])
def test_scores_are_those_of_bm25s(words: list[str]) -> None:
    theirs = bm25s.BM25()
    theirs.index(TEXTS, show_progress=False)
    known = [word for word in words if word in theirs.vocab_dict]
    ours = WordSearch(make(TEXTS)).scores(words)
    np.testing.assert_allclose(ours, theirs.get_scores(known), rtol=1e-5)


def test_words_held_nowhere_and_texts_there_are_none_of_score_nothing() -> None:
    assert WordSearch(make(TEXTS)).scores(["nowhere"]).tolist() == [0] * 5
    assert WordSearch(make([])).scores(["trade"]).tolist() == []


def test_parts_joined_are_the_whole() -> None:
    parts = [make(TEXTS[:2]), make(TEXTS[2:])]
    assert_same(Postings.join(parts, [np.arange(2), np.arange(2, 5)], 5), make(TEXTS))


def test_texts_change_places_and_leave() -> None:
    joined = Postings.join([make(TEXTS)], [np.array([2, GONE, 0, GONE, 1])], 3)
    assert_same(joined, make([TEXTS[2], TEXTS[4], TEXTS[0]]))
    assert len(joined.keys) < len(make(TEXTS).keys)


def test_saved_and_loaded(tmp_path) -> None:
    make(TEXTS).save(tmp_path, "words")
    assert_same(Postings.load(tmp_path, "words"), make(TEXTS))


def test_a_few_texts_put_in_among_many_are_the_whole() -> None:
    rows = [word_keys([f"w{(7 * text + place) % 50}" for place in range(20)]) for text in range(40)]
    many, few = Postings.make([*rows[:5], *rows[6:]]), Postings.make(rows[5:6])
    numbers = [np.array([n for n in range(40) if n != 5]), np.array([5])]
    joined, whole = Postings.join([many, few], numbers, 40), Postings.make(rows)
    for part in ("keys", "starts", "texts", "counts", "lengths"):
        assert getattr(joined, part).tolist() == getattr(whole, part).tolist()
        assert getattr(joined, part).dtype == getattr(whole, part).dtype
