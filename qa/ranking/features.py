"""What is measured of each sentence that might answer a question: named figures; knows nothing of their weights."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.records import Span
from index.words import fold
from qa.library import Library, pool
from qa.ranking.columns import NAMES
from qa.ranking.concepts import measure_concepts
from qa.ranking.context import Near, find_near
from qa.ranking.everyday import encode_everyday
from qa.ranking.hints import EXPECTED, counted_weight, expected_match, quantity_match
from qa.ranking.kinds import match_kind, voice_match
from qa.ranking.match import Unit, match_all
from qa.ranking.vectors import encode_texts
from qa.records import Question

Floats = NDArray[np.float32]

EMPTY = re.compile(
    r"交换了?意见|进行了?[^，。]{0,12}(?:沟通|交流)|(?:达成|取得|形成)[了一]?(?:多项|一系列|系列|许多|重要|广泛)[^，。：:]{0,8}(?:成果|共识|协议)[^：:]{0,2}$"
    r"|\b(?:exchanged views|(?:held|had) (?:a |an )?[\w, -]{0,60}(?:discussions?|conversations?|meetings?|talks))\b"
)
_ASKS = re.compile(r"[?？][”」』\"]?$")
FUSED_SCALE = 60  # makes the greatest score of one search 1
WORD_LENGTH = 3  # letters that weigh as much as one Chinese character
_MOST_HELD = 2.0  # weight beyond which more tells nothing


def measure_sentences(
    question: Question,
    units: Sequence[Unit],
    sentences: Sequence[Span],
    library: Library,
    absent: float,
    passages: Sequence[tuple[int, float]] = (),
) -> Floats:
    """Return one row a sentence, one column a name of NAMES; `absent` as in NAMES.

    `passages` gives for each sentence the rank and the fused score of the passage that it was found in.
    """
    near = [find_near(sentence, library) for sentence in sentences]
    around = [each.around for each in near]
    texts = [sentence.text for sentence in sentences]
    tables = _table(units, texts), _table(units, around)
    columns = {
        **_measure_meaning(question, sentences, around, library),
        **_measure_words(question, units, sentences, tables),
        **measure_concepts(question, units, tables, (texts, around)),
        **_measure_translated(question, sentences, around, library),
        **_measure_speech(question, units, sentences),
        **_measure_context(units, near),
        **_measure_hints(question, units, sentences),
        "found": _column(1 / (1 + rank) for rank, _ in passages or [(0, 0.0)] * len(sentences)),
        "fused": _column(FUSED_SCALE * score for _, score in passages or [(0, 0.0)] * len(sentences)),
        "absent": np.full(len(sentences), absent),
    }
    return np.stack([np.asarray(columns[name], dtype=np.float32) for name in NAMES], axis=1)


def _measure_meaning(
    question: Question, sentences: Sequence[Span], around: Sequence[str], library: Library
) -> dict[str, NDArray[np.generic]]:
    vectors = encode_texts([*(sentence.text for sentence in sentences), *around], library)
    query = library.encoder.encode([question.topic or question.text], "query")[0]
    meaning, context = np.split(vectors @ query, 2)
    everyday, everyday_context = np.split(
        vectors @ encode_everyday(question.topic or question.text, library.encoder), 2
    )
    same = _same_language(question, sentences).astype(np.float32)
    return {
        "meaning": meaning,
        "context": context,
        "behind": meaning.max() - meaning,
        "everyday": everyday,
        "everyday_context": everyday_context,
        "everyday_behind": everyday.max() - everyday,
        "same_language": same,
        "meaning_across": meaning * (1 - same),
    }


def _same_language(question: Question, sentences: Sequence[Span]) -> NDArray[np.bool_]:
    own = pool(question.language)
    return np.asarray([pool(sentence.readout.language) == own for sentence in sentences], dtype=np.bool_)


def _measure_words(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span], tables: tuple[Floats, Floats]
) -> dict[str, NDArray[np.generic]]:
    weights = _column(unit.weight for unit in units)
    total = float(weights.sum()) or 1.0
    inside, nearby = tables
    words = inside @ weights / total
    named = np.asarray([unit.named for unit in units], dtype=np.bool_)
    known = named | _same_language(question, sentences)[:, None]
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
        "empty": _column(_is_empty(sentence.text) for sentence in sentences),
        "asks": _column(s.voice.side is None and bool(_ASKS.search(s.text)) for s in sentences),
        "length": np.log1p(_column(sizes)),
    }


def _measure_context(units: Sequence[Unit], near: Sequence[Near]) -> dict[str, NDArray[np.generic]]:
    weights = _column(unit.weight for unit in units)
    total = float(weights.sum()) or 1.0
    return {
        "block": _table(units, [each.block for each in near]) @ weights / total,
        "before": _table(units, [each.before for each in near]) @ weights / total,
        "titled": _table(units, [each.title for each in near]) @ weights / total,
    }


def _measure_hints(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span]
) -> dict[str, NDArray[np.generic]]:
    expected = {name: _column(expected_match(name, question, s) for s in sentences) for name in EXPECTED}
    quantity = _column(quantity_match(question, s) for s in sentences)
    return {**expected, "quantity": quantity, "counted": _column(counted_weight(question, units, s) for s in sentences)}


def _column(values: Iterable[float]) -> Floats:
    return np.fromiter(values, dtype=np.float32)


def _table(units: Sequence[Unit], texts: Sequence[str]) -> Floats:
    """Return how far each text holds each unit: texts by units."""
    return np.asarray(match_all(units, texts), dtype=np.float32).reshape(len(texts), len(units))


def _mean(table: Floats) -> Floats:
    """Return the mean of each row, 0 where rows are empty."""
    mean: Floats = table.mean(axis=1) if table.shape[1] else np.zeros(len(table), dtype=np.float32)
    return mean


@lru_cache(maxsize=8_192)
def _is_empty(text: str) -> bool:
    return bool(EMPTY.search(fold(text)))


def _joint_match(question: Question, sentence: Span) -> int:
    if not question.joint:
        return 0
    return 1 if sentence.voice.side == "joint" and not _is_empty(sentence.text) else -1
