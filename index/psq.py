"""Search by words across languages: each word of a question is translated by the encoder's own table.

Probabilistic structured queries (Darwish and Oard, 2003): BM25 in which a question's word counts as often as its
nearest words of the documents do, weighted by their likeness. Knows texts by their number only.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lexicon import STOP_WORDS, Lexicon, Word
from index.static import StaticEncoder
from index.translation import Table, Translation, Translator

K1, B = 0.9, 0.75
FILE = "tokens.npz"

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Postings:
    """Which texts hold each term how often: term t's are places starts[t] to starts[t + 1]."""

    starts: NDArray[np.int64]
    texts: NDArray[np.int32]
    counts: Floats
    lengths: Floats

    def place(self, term: int) -> slice:
        """Return where a term's texts stand."""
        return slice(int(self.starts[term]), int(self.starts[term + 1]))


class TokenIndex:
    """The words of all texts with their postings and translations."""

    def __init__(self, translator: Translator, postings: Postings) -> None:
        self.translator = translator
        self.postings = postings
        self.lexicon = translator.lexicon
        self.terms = translator.terms
        self.numbers = translator.numbers
        self.translate = translator.translate
        self.likeness = translator.likeness
        mean = max(1.0, float(postings.lengths.mean())) if len(postings.lengths) else 1.0
        self._norms: Floats = np.asarray(K1 * (1 - B + B * postings.lengths / mean), dtype=np.float32)

    @classmethod
    def build(cls, texts: Sequence[str], encoder: StaticEncoder) -> TokenIndex:
        """Index the words of the texts; a text's number is its place."""
        lexicon = Lexicon(encoder)
        numbers: dict[Word, int] = {}
        rows = [
            [numbers.setdefault(word, len(numbers)) for word in words if word.spelling not in STOP_WORDS]
            for words in lexicon.split(texts)
        ]
        translator = Translator(lexicon, list(numbers))
        translator.prepare()
        return cls(translator, _post(rows, len(numbers)))

    def save(self, folder: Path) -> None:
        """Write the words, postings and prepared translations into the folder."""
        posted, table = self.postings, self.translator.table
        arrays = {
            "pieces": np.array([piece for word in self.terms for piece in word.pieces], dtype=np.int32),
            "sizes": np.array([len(word.pieces) for word in self.terms], dtype=np.int32),
            "starts": posted.starts,
            "texts": posted.texts,
            "counts": posted.counts,
            "lengths": posted.lengths,
        }
        if table is not None:
            arrays |= {"near": table.terms, "likeness": table.likeness}
        np.savez(folder / FILE, **arrays)  # type: ignore[arg-type]  # numpy's stub takes the names for allow_pickle

    @classmethod
    def load(cls, folder: Path, encoder: StaticEncoder) -> TokenIndex:
        """Read what was saved; the encoder must be the one it was built with."""
        lexicon = Lexicon(encoder)
        with np.load(folder / FILE, allow_pickle=False) as arrays:
            pieces, ends = arrays["pieces"].tolist(), np.cumsum(arrays["sizes"]).tolist()
            postings = Postings(arrays["starts"], arrays["texts"], arrays["counts"], arrays["lengths"])
            table = Table(arrays["near"], arrays["likeness"]) if "near" in arrays else None
        words = [tuple(pieces[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
        terms = [Word(lexicon.spell(word), word) for word in words]
        return cls(Translator(lexicon, terms, table), postings)

    def question_words(self, question: str) -> list[Word]:
        """Return the words of a question that say something, each once."""
        words = dict.fromkeys(self.lexicon.split([question])[0])
        return [word for word in words if word.spelling not in STOP_WORDS]

    def _frequency(self, translation: Translation) -> float:
        starts = self.postings.starts
        return float(translation.shares @ (starts[translation.terms + 1] - starts[translation.terms]))

    def rarity(self, word: Word) -> float:
        """Return the weight of a word by how few texts hold it or a translation; a word held nowhere weighs most."""
        return _rarity(self._frequency(self.translate(word)), len(self.postings.lengths))

    def scores(self, question: str) -> Floats:
        """Return one score per text: 0 where no word of the question is met, translated or not."""
        total = np.zeros(len(self.postings.lengths), dtype=np.float32)
        for word in self.question_words(question):
            translation = self.translate(word)
            if len(translation.terms):
                self._add_scores(translation, total)
        return total

    def _add_scores(self, translation: Translation, total: Floats) -> None:
        places = [self.postings.place(term) for term in translation.terms.tolist()]
        texts = np.concatenate([self.postings.texts[place] for place in places])
        counts = np.concatenate(
            [share * self.postings.counts[place] for share, place in zip(translation.shares, places, strict=True)]
        )
        pooled = np.bincount(texts, counts, len(total)).astype(np.float32)
        weight = translation.trust * _rarity(self._frequency(translation), len(total)) * (K1 + 1)
        total += np.float32(weight) * pooled / (pooled + self._norms)


def _rarity(frequency: float, size: int) -> float:
    frequency = min(frequency, size)
    return math.log1p((size - frequency + 0.5) / (frequency + 0.5))


def _post(rows: list[list[int]], width: int) -> Postings:
    size = max(1, len(rows))
    texts = np.repeat(np.arange(len(rows), dtype=np.int64), [len(row) for row in rows])
    terms = np.array([term for row in rows for term in row], dtype=np.int64)
    pairs, counts = np.unique(terms * size + texts, return_counts=True)
    starts = np.searchsorted(pairs // size, np.arange(width + 1))
    lengths = np.array([len(row) for row in rows], dtype=np.float32)
    return Postings(starts, (pairs % size).astype(np.int32), counts.astype(np.float32), lengths)
