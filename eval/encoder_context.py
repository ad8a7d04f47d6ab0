"""Scores of texts by the program's three searches, and of sentences together with the passage that they stand in.

Knows vectors and words; nothing of what is right. Every search is stretched to 0..1, question by question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.embed import Encoder
from index.postings import Postings, WordSearch, word_keys
from index.psq import TokenIndex
from index.static import StaticEncoder
from index.words import split_words

Floats = NDArray[np.float32]
ACROSS_SHARE, WITHIN_SHARE = 0.4, 0.15  # the vectors' part of the fused score
WORDS_SHARE = 1 / 3  # of the rest, within a language; BM25 across languages is noise


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """The scores of all texts for all questions, a row a question, by each search."""

    meaning: Floats
    words: Floats
    translated: Floats

    def fused(self, across: bool) -> Floats:
        """Return the three together; across languages without the words as they stand."""
        words = 0.0 if across else WORDS_SHARE
        share = ACROSS_SHARE if across else WITHIN_SHARE
        lexical = words * stretch(self.words) + (1 - words) * stretch(self.translated)
        return np.asarray(share * stretch(self.meaning) + (1 - share) * lexical, dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Shares:
    """What each part adds to a sentence's score: its own searches, its passage's, its better neighbour's vector."""

    meaning: float
    words: float
    translated: float
    passage_words: float
    passage_translated: float
    neighbour_meaning: float


# Chosen on every third question of CMRC2018 and DRCD, docs/log.md.
SHARES = Shares(0.1, 0.5, 0.7, 1.6, 1.8, 0.1)
WORDS_ALONE = Shares(
    0.0, 1.2, 0.0, 3.4, 0.0, 0.0
)  # the same for one search: all that words have, all that passages have
TRANSLATED_ALONE = Shares(0.0, 0.0, 1.2, 0.0, 3.4, 0.0)


def stretch(scores: Floats) -> Floats:
    """Return the scores of each row from 0 to 1."""
    low, high = scores.min(axis=1, keepdims=True), scores.max(axis=1, keepdims=True)
    return np.asarray((scores - low) / np.maximum(high - low, 1e-9), dtype=np.float32)


def search(questions: Sequence[str], texts: Sequence[str], encoder: Encoder, words: StaticEncoder) -> Scores:
    """Return the scores of all texts for all questions; `words` translates."""
    meaning = encoder.encode(questions, "query") @ encoder.encode(texts, "document").T
    tokens = TokenIndex.build(texts, words)
    held = WordSearch(Postings.make([word_keys(split_words(text)) for text in texts]))
    return Scores(
        np.asarray(meaning, dtype=np.float32),
        np.stack([held.scores(split_words(question)) for question in questions]),
        np.stack([tokens.scores(question) for question in questions]),
    )


def better_neighbour(scores: Floats, within: NDArray[np.int64]) -> Floats:
    """Return for each sentence the greater score of those before and after it in its passage, 0 where it is alone."""
    same = within[1:] == within[:-1]
    before, after = np.zeros_like(scores), np.zeros_like(scores)
    before[:, 1:] = np.where(same, scores[:, :-1], 0)
    after[:, :-1] = np.where(same, scores[:, 1:], 0)
    return np.maximum(before, after)


def in_passages(sentences: Scores, passages: Scores, within: NDArray[np.int64], shares: Shares = SHARES) -> Floats:
    """Return the scores of sentences with a share of their passage's and neighbours'; `within` names each's passage."""
    meaning = stretch(sentences.meaning)
    own = shares.meaning * meaning + shares.words * stretch(sentences.words)
    own += shares.translated * stretch(sentences.translated) + shares.neighbour_meaning * better_neighbour(
        meaning, within
    )
    around = shares.passage_words * stretch(passages.words) + shares.passage_translated * stretch(passages.translated)
    return np.asarray(own + around[:, within], dtype=np.float32)
