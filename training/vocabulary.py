"""Chooses the pieces of the tokenizer from word counts, and their scores: known words stay whole."""

from __future__ import annotations

import logging
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import jieba
from tokenizers import Tokenizer, models, pre_tokenizers, trainers

from training.counts import RUN, WordCounts

MARK = "▁"
PAD, UNKNOWN = "<pad>", "<unk>"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"

# A word's score is the logarithm of its share, kept above the sum of any two parts, so that it never falls apart.
RAREST_WORD = -11.0
PART, PART_STEP = -8.0, 0.001
CHARACTER = -13.0
MARK_ALONE = -12.0
REPEATS = 20


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many pieces of each sort the vocabulary holds."""

    characters: int = 5_500
    chinese: int = 24_000
    english: int = 19_000
    parts: int = 3_000
    numbers: int = 500


def _take(counts: Counter[str], size: int) -> dict[str, float]:
    total = sum(counts.values()) or 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return {word: max(RAREST_WORD, math.log(count / total)) for word, count in ranked[:size]}


def _word_parts(counts: Counter[str], whole: dict[str, float], size: int) -> list[str]:
    """Learn the parts that rarer English words are made of, the most useful first."""
    rare = sorted(word for word, count in counts.items() if word not in whole and count >= 2 and word.isascii())
    learner = Tokenizer(models.BPE())
    learner.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=size, initial_alphabet=list(LETTERS), show_progress=False)
    learner.train_from_iterator((word for word in rare for _ in range(min(REPEATS, math.ceil(counts[word])))), trainer)
    return sorted(learner.get_vocab(), key=learner.get_vocab().__getitem__)


def forced_words(terms: list[str], folded: Callable[[str], str], known: dict[str, float]) -> list[str]:
    """Return the words of the field's terms that must be pieces: a Chinese term stays whole unless known words
    of two characters or more make it up."""
    jieba.setLogLevel(logging.WARNING)
    words: dict[str, None] = {}
    for term in terms:
        for han, latin, _ in RUN.findall(folded(term)):
            parts = jieba.lcut(han, HMM=False) if han else []
            if latin:
                words[latin] = None
            elif han and not (len(parts) > 1 and all(len(part) > 1 and part in known for part in parts)):
                words[han] = None
    return [word for word in words if len(word) > 1]


def choose_pieces(
    counts: WordCounts, terms: list[str], folded: Callable[[str], str], sizes: Sizes
) -> list[tuple[str, float]]:
    """Return the pieces with their scores; the first two are padding and the unknown."""
    chinese = _take(Counter({word: n for word, n in counts.chinese.items() if 1 < len(word) <= 8}), sizes.chinese)
    english = _take(Counter({word: n for word, n in counts.english.items() if len(word) > 1}), sizes.english)
    pieces = {PAD: 0.0, UNKNOWN: 0.0, MARK: MARK_ALONE}
    forced = forced_words(terms, folded, chinese)
    pieces |= {word: chinese.get(word, RAREST_WORD) for word in [*chinese, *forced] if not word.isascii()}
    pieces |= {MARK + word: english.get(word, RAREST_WORD) for word in [*english, *forced] if word.isascii()}
    pieces |= {MARK + number: score for number, score in _take(counts.numbers, sizes.numbers).items()}
    for rank, part in enumerate(_word_parts(counts.english, english, sizes.parts)):
        pieces.setdefault(part, PART - PART_STEP * rank)
    for character in _take(counts.characters, sizes.characters):
        pieces.setdefault(character, CHARACTER)
    return [(piece, round(score, 3)) for piece, score in pieces.items()]
