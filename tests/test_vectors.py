"""qa.ranking.vectors: remembered vectors are those that the encoder gives."""

from __future__ import annotations

import numpy as np
import pytest

import qa.ranking.vectors
from qa.ranking.vectors import encode_texts
from tests.shelf import make_library

TEXTS = ["grain exports", "粮食贸易", "grain exports", "會談"]


class Counting:
    """Notes what an encoder is asked."""

    def __init__(self, encoder):
        self._encoder = encoder
        self.asked = []

    def encode(self, texts, kind="document"):
        self.asked += texts
        return self._encoder.encode(texts, kind)


@pytest.fixture
def library(corpus):
    library = make_library(corpus)
    library.encoder = Counting(library.encoder)
    return library


def test_every_text_is_encoded_once(library, encoder):
    for texts in (TEXTS, TEXTS[:2], [], ["new", *TEXTS]):
        assert np.array_equal(encode_texts(texts, library), encoder.encode(texts)) or not texts
    assert library.encoder.asked == ["grain exports", "粮食贸易", "會談", "new"]


def test_no_more_is_remembered_than_is_said(library, encoder, monkeypatch):
    monkeypatch.setattr(qa.ranking.vectors, "REMEMBERED", 3)
    for texts in (TEXTS, ["a", "b"], TEXTS):
        assert np.array_equal(encode_texts(texts, library), encoder.encode(texts))


def test_a_library_that_is_gone_leaves_nothing(corpus):
    library = make_library(corpus)
    encode_texts(TEXTS, library)
    assert library in qa.ranking.vectors._known
    before = len(qa.ranking.vectors._known)
    del library
    assert len(qa.ranking.vectors._known) == before - 1
