"""What is measured of each sentence that might answer a question: named figures; knows nothing of their weights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from index.records import Span
from index.words import fold
from qa.kinds import match_kind, voice_match
from qa.library import Library, pool
from qa.match import Unit, matched
from qa.records import Question
from qa.vectors import encode_texts

Floats = NDArray[np.float32]

NAMES = (
    "meaning",  # cosine of question and sentence
    "context",  # cosine of question and sentence with its neighbours and title
    "words",  # share of the question's weight that stands in the sentence
    "near",  # the same in the sentence, its neighbours and its title
    "held",  # the weight that stands in the sentence, not its share
    "held_near",  # the weight that stands near
    "block",  # the share of the question's weight that stands in the paragraph
    "phrases",  # the share of quoted phrases that stand in the sentence, 0 where none is quoted
    "phrases_missing",  # the share that does not
    "rarest",  # whether the weightiest unit stands in the sentence
    "rarest_near",  # whether it stands near
    "covered",  # share of the question's words that stand in the sentence, themselves or translated
    "covered_near",  # the same in the sentence, its neighbours and its title
    "covered_behind",  # how far that share in the sentence lags behind the best candidate's
    "absent",  # share of the weight whose words are known in a language held, and stand in no passage admitted
    "lacking",  # the greatest weight of a unit that is not near although its words are known there, against the greatest
    "missing",  # share of the weight that stands in no candidate at all
    "behind",  # how far the cosine lags behind the best candidate's
    "words_behind",  # how far the share lags behind the best candidate's
    "same_language",
    "meaning_across",  # the cosine, where question and sentence do not share a language
    "voice",  # whether the speaker or side asked for speaks
    "voiceless",  # whether somebody's words are asked for and nobody is known to speak
    "light",  # how little else than speakers, days and events is asked about: 1 for nothing
    "voice_light",  # the same, where who is asked for speaks
    "few",  # how few sentences the question's conditions leave: the inverse root of their number
    "type",  # 1 where the number, day, place or attendance that is asked for stands in it, -1 where not, 0 if none is
    "type_alone",  # the same, the more so the less else is asked about
    "joint",  # 1 where what both agreed is asked for and told, -1 where it is asked for and not told
    "empty",  # whether the sentence only tells that there was talk, or that much was agreed
    "asks",  # whether the sentence is itself a question
    "length",  # logarithm of the length in words or characters
)

EMPTY = re.compile(
    r"交换了?意见|进行了?[^，。]{0,12}(?:沟通|交流)|(?:达成|取得|形成)[了一]?(?:多项|一系列|系列|许多|重要|广泛)[^，。：:]{0,8}(?:成果|共识|协议)[^：:]{0,2}$"
    r"|\b(?:exchanged views|(?:held|had) (?:a |an )?[\w, -]{0,60}(?:discussions?|conversations?|meetings?|talks))\b"
)
_ASKS = re.compile(r"[?？][”」』\"]?$")
WORD_LENGTH = 3  # letters that weigh as much as one Chinese character
_MOST_HELD = 2.0  # weight beyond which more tells nothing


def measure_sentences(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span], library: Library, absent: float
) -> Floats:
    """Return one row a sentence, one column a name of NAMES; `absent` as in NAMES."""
    around = [_around(sentence, library) for sentence in sentences]
    columns = {
        **_measure_meaning(question, sentences, around, library),
        **_measure_words(question, units, sentences, around),
        **_measure_translated(question, sentences, around, library),
        **_measure_speech(question, units, sentences),
        "absent": np.full(len(sentences), absent),
    }
    return np.stack([np.asarray(columns[name], dtype=np.float32) for name in NAMES], axis=1)


def _measure_meaning(
    question: Question, sentences: Sequence[Span], around: Sequence[str], library: Library
) -> dict[str, NDArray[np.generic]]:
    vectors = encode_texts([*(sentence.text for sentence in sentences), *around], library)
    query = library.encoder.encode([question.topic or question.text], "query")[0]
    meaning, context = np.split(vectors @ query, 2)
    same = _column(pool(sentence.readout.language) == pool(question.language) for sentence in sentences)
    return {
        "meaning": meaning,
        "context": context,
        "behind": meaning.max() - meaning,
        "same_language": same,
        "meaning_across": meaning * (1 - same),
    }


def _measure_words(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span], around: Sequence[str]
) -> dict[str, NDArray[np.generic]]:
    weights = _column(unit.weight for unit in units)
    total = float(weights.sum()) or 1.0
    inside = _table(units, [sentence.text for sentence in sentences])
    nearby = _table(units, around)
    words = inside @ weights / total
    known = np.asarray(
        [
            [unit.named or pool(sentence.readout.language) == pool(question.language) for unit in units]
            for sentence in sentences
        ]
    ).reshape(nearby.shape)
    lacking = (1 - nearby) * known * weights
    rarest = [int(weights.argmax())] if len(weights) else []
    phrases = [i for i, unit in enumerate(units) if unit.printed in question.phrases]
    quoted = _mean(inside[:, phrases])
    return {
        "words": words,
        "words_behind": words.max() - words,
        "near": nearby @ weights / total,
        "held": np.minimum(inside @ weights, _MOST_HELD),
        "held_near": np.minimum(nearby @ weights, _MOST_HELD),
        "block": _table(units, [_block_text(sentence) for sentence in sentences]) @ weights / total,
        "phrases": quoted,
        "phrases_missing": (1 - quoted) * bool(phrases),
        "rarest": _mean(inside[:, rarest]),
        "rarest_near": _mean(nearby[:, rarest]),
        "lacking": lacking.max(axis=1, initial=0.0) / float(weights.max(initial=1e-6)),
        "missing": np.full(len(sentences), 1 - float(nearby.max(axis=0) @ weights) / total),
    }


def _measure_translated(
    question: Question, sentences: Sequence[Span], around: Sequence[str], library: Library
) -> dict[str, NDArray[np.generic]]:
    shares = np.zeros(2 * len(sentences), dtype=np.float32)
    if library.coverer:
        shares = library.coverer.shares(question.topic, [*(sentence.text for sentence in sentences), *around])
    covered, covered_near = np.split(shares, 2)
    return {"covered": covered, "covered_near": covered_near, "covered_behind": covered.max() - covered}


def _measure_speech(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span]
) -> dict[str, NDArray[np.generic]]:
    voices = [voice_match(question, sentence) for sentence in sentences]
    light = 1 / (1 + 3 * sum(unit.weight for unit in units))
    kinds = _column(match_kind(question, sentence) for sentence in sentences)
    sizes = [len(s.text) / (WORD_LENGTH if s.readout.language == "en" else 1) for s in sentences]
    return {
        "voice": _column(voice == 1 for voice in voices),
        "voiceless": _column(voice == 0 for voice in voices),
        "light": np.full(len(sentences), light),
        "voice_light": _column((voice == 1) * light for voice in voices),
        "few": np.full(len(sentences), len(sentences) ** -0.5),
        "type": kinds,
        "type_alone": kinds * light,
        "joint": _column(_joint_match(question, sentence) for sentence in sentences),
        "empty": _column(bool(EMPTY.search(fold(sentence.text))) for sentence in sentences),
        "asks": _column(bool(_ASKS.search(sentence.text)) for sentence in sentences),
        "length": np.log1p(_column(sizes)),
    }


def _column(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float32)


def _table(units: Sequence[Unit], texts: Sequence[str]) -> Floats:
    """Return how far each text holds each unit: texts by units."""
    return np.asarray([matched(units, text) for text in texts], dtype=np.float32).reshape(len(texts), len(units))


def _mean(table: Floats) -> Floats:
    """Return the mean of each row, 0 where rows are empty."""
    mean: Floats = table.mean(axis=1) if table.shape[1] else np.zeros(len(table), dtype=np.float32)
    return mean


def _block_text(sentence: Span) -> str:
    block = sentence.readout.block_at(sentence.start)
    return sentence.readout.text[block.start : block.end]


def _around(sentence: Span, library: Library) -> str:
    before, after = library.neighbours(sentence)
    parts = (sentence.section.origin.title, before and before.text, sentence.text, after and after.text)
    return "\n".join(part for part in parts if part)


def _joint_match(question: Question, sentence: Span) -> int:
    if not question.joint:
        return 0
    return 1 if sentence.voice.side == "joint" and not EMPTY.search(fold(sentence.text)) else -1
