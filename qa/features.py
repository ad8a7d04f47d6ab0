"""What is measured of each sentence that might answer a question: a dozen named figures; knows nothing of weights."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.names import find_people, find_places
from index.records import Span
from index.words import fold
from qa.library import Library, pool
from qa.match import Unit, matched
from qa.records import Question

NAMES = (
    "meaning",  # cosine of question and sentence
    "context",  # cosine of question and sentence with its neighbours and title
    "words",  # share of the question's weight that stands in the sentence
    "near",  # the same in the sentence, its neighbours and its title
    "rarest",  # whether the weightiest unit stands in the sentence
    "rarest_near",  # whether it stands near
    "missing",  # share of the weight that stands in no candidate at all
    "behind",  # how far the cosine lags behind the best candidate's
    "words_behind",  # how far the share lags behind the best candidate's
    "same_language",
    "meaning_across",  # the cosine, where question and sentence do not share a language
    "voice",  # whether the speaker or side asked for speaks
    "voiceless",  # whether somebody's words are asked for and nobody is known to speak
    "type",  # whether a number, day, place or person stands where one is asked for
    "asks",  # whether the sentence is itself a question
    "length",  # logarithm of the length in words or characters
)

_NUMBER = re.compile(
    r"\d|[一二三四五六七八九十百千万亿两]+(?:个|次|家|种|项|年|天|小时|条|名|位|轮|亿|万|国)|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion)\b"
)
_DAY = re.compile(
    r"\d{1,2}[月日]|\d{4}年?|今年|明年|去年|秋季|春季|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|year|week|month|spring|fall|autumn)\b"
)
_ASKS = re.compile(r"[?？][”」』\"]?$")


def measure_sentences(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span], library: Library
) -> NDArray[np.float32]:
    """Return one row a sentence, one column a name of NAMES."""
    around = [_around(sentence, library) for sentence in sentences]
    texts = [sentence.text for sentence in sentences]
    vectors = library.encoder.encode([*texts, *around], "document")
    query = library.encoder.encode([question.topic or question.text], "query")[0]
    meaning, context = np.split(vectors @ query, 2)
    weights = np.asarray([unit.weight for unit in units], dtype=np.float32)
    total = float(weights.sum()) or 1.0
    inside = np.asarray([matched(units, text) for text in texts], dtype=np.float32).reshape(len(texts), -1)
    nearby = np.asarray([matched(units, text) for text in around], dtype=np.float32).reshape(len(texts), -1)
    words, near = inside @ weights / total, nearby @ weights / total
    rarest = int(weights.argmax()) if len(weights) else None
    same = np.asarray([pool(s.readout.language) == pool(question.language) for s in sentences], dtype=np.float32)
    found = nearby.max(axis=0) if len(weights) else np.zeros(0, dtype=np.float32)
    columns = [
        meaning,
        context,
        words,
        near,
        inside[:, rarest] if rarest is not None else same * 0,
        nearby[:, rarest] if rarest is not None else same * 0,
        same * 0 + (1 - float(found @ weights) / total),
        meaning.max() - meaning,
        words.max() - words,
        same,
        meaning * (1 - same),
        np.asarray([voice_match(question, sentence) == 1 for sentence in sentences]),
        np.asarray([voice_match(question, sentence) == 0 for sentence in sentences]),
        np.asarray([_has_type(question, sentence) for sentence in sentences]),
        np.asarray([bool(_ASKS.search(text)) for text in texts]),
        np.log1p(
            np.asarray([len(text) for text in texts])
            / (3 - 2 * np.asarray([s.readout.language != "en" for s in sentences]))
        ),
    ]
    return np.stack([np.asarray(column, dtype=np.float32) for column in columns], axis=1)


def voice_match(question: Question, sentence: Span) -> int | None:
    """Return 1 where someone asked for speaks, -1 where someone else does, 0 where it is not known; None if nobody is asked for."""
    if not question.sides:
        return None
    voice = sentence.voice
    if voice.side is None:
        return 0
    if question.speakers and voice.person:
        return 1 if voice.person in question.speakers else -1
    return 1 if voice.side in question.sides else -1


def _around(sentence: Span, library: Library) -> str:
    before, after = library.neighbours(sentence)
    parts = (sentence.section.origin.title, before and before.text, sentence.text, after and after.text)
    return "\n".join(part for part in parts if part)


def _has_type(question: Question, sentence: Span) -> bool:
    text = sentence.text
    if question.form == "number":
        return bool(_NUMBER.search(fold(text)))
    if question.form == "when":
        return bool(_DAY.search(fold(text)))
    if question.form == "where":
        return bool(find_places(text))
    if question.form == "who":
        return bool(sentence.voice.side) or bool(find_people(text))
    return False
