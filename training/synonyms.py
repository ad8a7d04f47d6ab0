"""Words that the dictionary translates alike, drawn together in a table: retrofitting (Faruqui and others, 2015).

Two Chinese words that are seldom in one sentence are learnt only through English; the dictionary says what they share.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, product

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from tokenizers import Tokenizer

from training.corpus import ASIDE, GLOSSES, NO_MEANING, Names
from training.sources import Source, read_rows
from training.tokenizer import silent_pieces
from training.vocabulary import MARK

Floats = NDArray[np.float32]
Pairs = set[tuple[int, int]]

LEADING = re.compile(r"^(to be|to|a|an|the) ")
MOST_WORDS = 8  # more words under one meaning make it a vague one
SYNONYMS, TRANSLATIONS = 0.3, 0.1  # how far two words of Chinese, or a word and its translation, draw each other
LEAST_LIKE = 0.2  # less alike after training, they share another meaning of theirs
ROUNDS = 3


def _meanings(glosses: str) -> list[str]:
    plain = [ASIDE.sub("", gloss).strip().lower() for gloss in glosses.split("/") if not NO_MEANING.search(gloss)]
    return [meaning for meaning in (LEADING.sub("", gloss) for gloss in plain) if meaning]


def _entries(sources: list[Source]) -> Iterator[tuple[str, list[str]]]:
    for source in sources:
        if source.kind == "dict" and source.use == "train":
            for _, simplified, glosses in read_rows(source.path, "dict"):
                yield simplified, _meanings(glosses)


def _pieces(tokenizer: Tokenizer) -> Callable[[str], int | None]:
    """Return the look-up of the piece that a text is, if it is one whole piece."""
    silent = set(silent_pieces(tokenizer))
    mark = tokenizer.token_to_id(MARK)

    @cache
    def piece(text: str) -> int | None:
        ids = [number for number in tokenizer.encode(text, add_special_tokens=False).ids if number != mark]
        return ids[0] if len(ids) == 1 and ids[0] not in silent else None

    return piece


def synonyms(sources: list[Source], names: list[Names], tokenizer: Tokenizer) -> tuple[Pairs, Pairs]:
    """Return the pairs of Chinese pieces with a meaning in common, and of Chinese pieces and their English ones."""
    piece = _pieces(tokenizer)
    words: dict[str, set[str]] = defaultdict(set)
    translated = list(names)
    for chinese_word, meanings in _entries(sources):
        translated.append((meanings[:GLOSSES], [chinese_word]))
        for meaning in meanings:
            words[meaning].add(chinese_word)
    groups = [sorted(group) for group in words.values() if len(group) <= MOST_WORDS]
    groups += [chinese for _, chinese in names]
    within: Pairs = set()
    for group in groups:
        within |= set(combinations(sorted(_known(piece, group)), 2))
    across = {
        pair for english, chinese in translated for pair in product(_known(piece, chinese), _known(piece, english))
    }
    return within, {pair for pair in across if pair[0] != pair[1]}


def _known(piece: Callable[[str], int | None], words: list[str]) -> set[int]:
    return {number for number in map(piece, words) if number is not None}


def _units(rows: Floats) -> Floats:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9), dtype=np.float32)


def _pull(units: Floats, pairs: Pairs, weight: float) -> csr_matrix:
    """Return how far each piece is drawn to each: the more, the more alike they are already."""
    ends = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    likeness = (units[ends[:, 0]] * units[ends[:, 1]]).sum(axis=1)
    ends, likeness = ends[likeness >= LEAST_LIKE], likeness[likeness >= LEAST_LIKE]
    half = csr_matrix((weight * np.sqrt(likeness), (ends[:, 0], ends[:, 1])), shape=(len(units), len(units)))
    return half + half.T


def draw_together(table: Floats, within: Pairs, across: Pairs) -> Floats:
    """Return the table with each piece turned toward its synonyms and translations; lengths stay as they are."""
    own = _units(table)
    pull = _pull(own, within, SYNONYMS) + _pull(own, across, TRANSLATIONS)
    strength = np.asarray(pull.sum(axis=1))
    share = np.minimum(1, strength) / np.maximum(strength, 1e-9)
    turned = own
    for _ in range(ROUNDS):
        turned = np.where(strength > 0, _units(own + share * (pull @ turned)), own)
    return np.asarray(turned * np.linalg.norm(table, axis=1, keepdims=True), dtype=np.float32)
