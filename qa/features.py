"""What is measured of each sentence that might answer a question: a dozen named figures; knows nothing of weights."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.names import find_places
from index.records import Span
from index.words import fold
from qa.frames import ATTENDANCE, DURATION, MONEY
from qa.library import Library, pool
from qa.match import Unit, matched
from qa.records import Question

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
    "missing",  # share of the weight that stands in no candidate at all
    "behind",  # how far the cosine lags behind the best candidate's
    "words_behind",  # how far the share lags behind the best candidate's
    "same_language",
    "meaning_across",  # the cosine, where question and sentence do not share a language
    "voice",  # whether the speaker or side asked for speaks
    "voiceless",  # whether somebody's words are asked for and nobody is known to speak
    "type",  # 1 where the number, day, place or attendance that is asked for stands in it, -1 where not, 0 if none is
    "type_alone",  # the same, the more so the less else is asked about
    "joint",  # 1 where what both agreed is asked for and told, -1 where it is asked for and not told
    "asks",  # whether the sentence is itself a question
    "length",  # logarithm of the length in words or characters
)

_NUMBER = re.compile(
    r"\d|[一二三四五六七八九十百千万亿两]+(?:个|次|家|种|项|年|天|小时|条|名|位|轮|亿|万|国|分之)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|billion|third|half)\b"
)
_DAY = re.compile(
    r"\d{1,2}[月日]|\d{4}年?|今年|明年|去年|秋季|春季|\b(?:january|february|march|april|may|june|july|august|september|october"
    r"|november|december|years?|weeks?|months?|spring|fall|autumn)\b"
)
_DURATION = re.compile(
    r"[\d一二三四五六七八九十两半]+个?(?:多)?(?:小时|分钟|天|日|周|个月|年)|\b(?:hours?|minutes?|days?|weeks?|months?)\b"
)
_MONEY = re.compile(r"[亿万]|元|美元|\$|\b(?:dollars?|million|billion|trillion|yuan)\b")
_ATTENDANCE = re.compile(
    r"(?:参加|出席|陪同|在座|与会)|\b(?:attend\w*|participat\w*|accompan\w*|joined by|led by|included representatives|delegation)\b"
)
_ASKS = re.compile(r"[?？][”」』\"]?$")


def measure_sentences(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span], library: Library, absent: float
) -> NDArray[np.float32]:
    """Return one row a sentence, one column a name of NAMES; `absent` as in NAMES."""
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
    kinds = np.asarray([_type_match(question, sentence) for sentence in sentences], dtype=np.float32)
    blocks = [_block_text(sentence) for sentence in sentences]
    block = (
        np.asarray([matched(units, text) for text in blocks], dtype=np.float32).reshape(len(texts), -1)
        @ weights
        / total
    )
    phrases = [i for i, unit in enumerate(units) if unit.printed in question.phrases]
    quoted = inside[:, phrases].mean(axis=1) if phrases else same * 0
    covered = covered_near = same * 0
    if library.coverer:
        covered, covered_near = np.split(library.coverer.shares(question.topic, [*texts, *around]), 2)
    columns = [
        meaning,
        context,
        words,
        near,
        np.minimum(inside @ weights, 2.0),
        np.minimum(nearby @ weights, 2.0),
        block,
        quoted,
        1 - quoted if question.phrases else same * 0,
        inside[:, rarest] if rarest is not None else same * 0,
        nearby[:, rarest] if rarest is not None else same * 0,
        covered,
        covered_near,
        covered.max() - covered,
        same * 0 + absent,
        same * 0 + (1 - float(found @ weights) / total),
        meaning.max() - meaning,
        words.max() - words,
        same,
        meaning * (1 - same),
        np.asarray([voice_match(question, sentence) == 1 for sentence in sentences]),
        np.asarray([voice_match(question, sentence) == 0 for sentence in sentences]),
        kinds,
        kinds / (1 + 3 * float(weights.sum())),
        np.asarray([_joint_match(question, sentence) for sentence in sentences]),
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
    if question.speakers and voice.side in question.sides:
        return 0 if voice.person is None else 1 if voice.person in question.speakers else -1
    return 1 if voice.side in question.sides else -1


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
    return 1 if sentence.voice.side == "joint" else -1


def _type_match(question: Question, sentence: Span) -> int:
    """Return 1 where a sentence holds the kind of thing that is asked for, -1 where it does not, 0 where none is."""
    asked, text = fold(question.text), fold(sentence.text)
    if ATTENDANCE.search(asked):
        return 1 if _ATTENDANCE.search(text) else -1
    if DURATION.search(asked):
        return 1 if _DURATION.search(text) else -1
    if question.form == "number":
        return 1 if (_MONEY if MONEY.search(asked) else _NUMBER).search(text) else -1
    if question.form == "when":
        return 1 if _DAY.search(text) else -1
    if question.form == "where":
        return 1 if find_places(sentence.text) else -1
    return 0
