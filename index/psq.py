"""Search by words across languages: each word of a question is translated by the encoder's own table.

Probabilistic structured queries (Darwish and Oard, 2003): BM25 in which a question's word counts as often as its
nearest words of the documents do, weighted by their likeness. Knows texts by their number only.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.lexicon import STOP_WORDS, Lexicon, Word
from index.near import NOTHING, Table
from index.postings import Postings, rarity
from index.static import StaticEncoder
from index.translation import Translation, Translator
from index.vocabulary import Vocabulary, piece_key

K1, B = 0.9, 0.75
NAME, KEYS, NEAR = "tokens", "tokens.words", "tokens.near"
FILE = f"{KEYS}.npy"

Floats = NDArray[np.float32]


class TokenIndex:
    """The words of all texts with their postings and translations; a term's number is its place in the vocabulary."""

    def __init__(
        self, lexicon: Lexicon, vocabulary: Vocabulary, postings: Postings, table: Table | None = None
    ) -> None:
        self.lexicon = lexicon
        self.vocabulary = vocabulary
        self.postings = postings
        self.translator = Translator(lexicon, vocabulary, table)
        self.translate = self.translator.translate
        self._norms = postings.norms(K1, B)

    @classmethod
    def build(cls, texts: Sequence[str], encoder: StaticEncoder) -> TokenIndex:
        """Index the words of the texts; a text's number is its place."""
        return cls.scan(texts, Lexicon(encoder)).prepare()

    @classmethod
    def scan(cls, texts: Sequence[str], lexicon: Lexicon) -> TokenIndex:
        """Index the words of the texts without preparing their translations."""
        said = [[word for word in words if word.spelling not in STOP_WORDS] for words in lexicon.split(texts)]
        keys = {word: piece_key(word.pieces) for words in said for word in words}
        rows = [np.array([keys[word] for word in words], dtype=np.uint64) for words in said]
        return cls(lexicon, Vocabulary.make(list(keys)), Postings.make(rows))

    def prepare(self) -> TokenIndex:
        """Return the index with the table of translations, where that pays."""
        return TokenIndex(self.lexicon, self.vocabulary, self.postings, self.translator.prepare())

    @classmethod
    def join(cls, parts: Sequence[TokenIndex], numbers: Sequence[NDArray[np.int64]], size: int) -> TokenIndex:
        """Return the index of `size` texts from several parts, as Postings.join does; the first may have a table."""
        postings = Postings.join([part.postings for part in parts], numbers, size)
        vocabulary = Vocabulary.join([part.vocabulary for part in parts], postings.keys)
        joined = cls(parts[0].lexicon, vocabulary, postings)
        before = parts[0].translator.table
        if before is None:
            return joined.prepare()
        moved = postings.find(parts[0].vocabulary.keys)
        return cls(joined.lexicon, vocabulary, postings, joined.translator.prepare(before, moved))

    def save(self, folder: Path) -> None:
        """Write the words, postings and prepared translations into the folder."""
        self.vocabulary.save(folder, KEYS)
        self.postings.save(folder, NAME)
        if self.translator.table is not None:
            self.translator.table.save(folder, NEAR)

    @classmethod
    def load(cls, folder: Path, encoder: StaticEncoder) -> TokenIndex:
        """Read what was saved; the encoder must be the one it was built with."""
        vocabulary, postings = Vocabulary.load(folder, KEYS), Postings.load(folder, NAME)
        return cls(Lexicon(encoder), vocabulary, postings, Table.load(folder, NEAR))

    def question_words(self, question: str) -> list[Word]:
        """Return the words of a question that say something, each once."""
        words = dict.fromkeys(self.lexicon.split([question])[0])
        return [word for word in words if word.spelling not in STOP_WORDS]

    def text_terms(self, texts: Sequence[str]) -> list[NDArray[np.int64]]:
        """Return the terms that stand in each text, each once."""
        rows = [list(dict.fromkeys(words)) for words in self.lexicon.split(texts)]
        places = self.vocabulary.find([word for words in rows for word in words])
        found = np.split(places, np.cumsum([len(words) for words in rows])[:-1]) if rows else []
        return [terms[terms != NOTHING] for terms in found]

    def near_words(self, word: Word) -> list[tuple[str, float]]:
        """Return the words held that a word may stand for, itself among them, and their likeness."""
        found = self.translate(word)
        return [
            (self.vocabulary.word(self.lexicon, term).spelling, like)
            for term, like in zip(found.terms.tolist(), found.likeness.tolist(), strict=True)
        ]

    def _frequency(self, translation: Translation) -> float:
        starts = self.postings.starts
        return float(translation.shares @ (starts[translation.terms + 1] - starts[translation.terms]))

    def rarity(self, word: Word) -> float:
        """Return the weight of a word by how few texts hold it or a translation; a word held nowhere weighs most."""
        return rarity(self._frequency(self.translate(word)), len(self.postings.lengths))

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
        weight = translation.trust * rarity(self._frequency(translation), len(total)) * (K1 + 1)
        total += np.float32(weight) * pooled / (pooled + self._norms)
