"""Builds the tokenizer from the training text, and turns texts into numbers in bulk; knows nothing of vectors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

from training.charsmap import character_map, compile_map
from training.counts import count_sources
from training.sources import Source
from training.vocabulary import MARK, PAD, UNKNOWN, Sizes, choose_pieces

# "US" is lost among "us" once letters are lower case.
UNITED_STATES = r"(?<![A-Za-z])U\.?S\.?(A\.?)?(?![A-Za-z])"
BATCH = 20_000


def normalizer() -> normalizers.Normalizer:
    """Return the folding of texts: the United States kept from 'us', then the character map."""
    charsmap = normalizers.Precompiled(compile_map(character_map()))
    return normalizers.Sequence([normalizers.Replace(Regex(UNITED_STATES), " usa "), charsmap])


def make_tokenizer(pieces: list[tuple[str, float]]) -> Tokenizer:
    """Return a tokenizer of these pieces: punctuation dropped; Chinese, letters and digits never in one piece."""
    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=1, byte_fallback=False))
    tokenizer.normalizer = normalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r"[^\p{L}\p{N}\p{M}]+"), "removed"),
            pre_tokenizers.Split(Regex(r"\p{Han}+|\p{N}+"), "isolated"),
            pre_tokenizers.Metaspace(prepend_scheme="always", split=False),
        ]
    )
    return tokenizer


def build_tokenizer(sources: list[Source], terms: list[str], sizes: Sizes, workers: int) -> Tokenizer:
    """Count the words of the sources and build the tokenizer; the words of `terms` are whole pieces."""
    fold = normalizers.Precompiled(compile_map(character_map())).normalize_str
    chinese_terms = sorted({fold(term) for term in terms if not re.search("[a-zA-Z ]", term)})
    counts = count_sources(sources, [term for term in chinese_terms if 1 < len(term) <= 4], workers)
    return make_tokenizer(choose_pieces(counts, terms, fold, sizes))


class Tokens:
    """Many texts as numbers of pieces in one flat array; text i is flat[starts[i]:starts[i + 1]]."""

    def __init__(self, flat: NDArray[np.uint16], starts: NDArray[np.int64]) -> None:
        self.flat = flat
        self.starts = starts

    def __len__(self) -> int:
        return len(self.starts) - 1

    def save(self, path: Path) -> None:
        """Write the arrays to an .npz file."""
        np.savez(path, flat=self.flat, starts=self.starts)

    @classmethod
    def load(cls, path: Path) -> Tokens:
        """Read the arrays from an .npz file."""
        with np.load(path, allow_pickle=False) as arrays:
            return cls(arrays["flat"], arrays["starts"])


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    iterator = iter(texts)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def silent_pieces(tokenizer: Tokenizer) -> list[int]:
    """Return the numbers of the pieces that say nothing: padding, the unknown, the bare word mark."""
    vocabulary = tokenizer.get_vocab()
    return [vocabulary[piece] for piece in (PAD, UNKNOWN, MARK)]


def tokenize(tokenizer: Tokenizer, texts: Iterable[str], longest: int = 256) -> Tokens:
    """Return the pieces of each text, without the bare word mark, the unknown and the padding."""
    silent = np.zeros(tokenizer.get_vocab_size(), dtype=bool)
    silent[silent_pieces(tokenizer)] = True
    parts, lengths = [np.zeros(0, dtype=np.uint16)], [np.zeros(1, dtype=np.int64)]
    for batch in _batches(texts):
        ids = [encoding.ids[:longest] for encoding in tokenizer.encode_batch_fast(batch, add_special_tokens=False)]
        flat = np.fromiter(chain.from_iterable(ids), dtype=np.uint16)
        owners = np.repeat(np.arange(len(ids)), [len(row) for row in ids])
        heard = ~silent[flat]
        parts.append(flat[heard])
        lengths.append(np.bincount(owners[heard], minlength=len(ids)))
    return Tokens(np.concatenate(parts), np.cumsum(np.concatenate(lengths)))
