"""The plain pipeline of the tutorials: chunks, one encoder, faiss, and the three nearest chunks quoted whole.

It knows no language, year or speaker, cleans nothing, and never refuses; it stands here to be measured against.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

import faiss
import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from eval.answers import Answer
from eval.retrieval import Text
from eval.sources import Source, strip_markup
from index.embed import Encoder

CHUNK = 500
OVERLAP = 50
TOP = 3


class TopChunks:
    """An index of whole chunks, asked by cosine alone."""

    def __init__(self, sources: Iterable[Source], encoder: Encoder) -> None:
        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        texts = [(source.name, strip_markup(source.raw)) for source in sources]
        self.texts = [Text(name, chunk) for name, text in texts for chunk in splitter.split_text(text)]
        self._encoder = encoder
        vectors = encoder.encode([text.words for text in self.texts], "document")
        self._index = faiss.IndexFlatIP(vectors.shape[1])
        self._index.add(vectors)

    def rank(self, question: str, limit: int) -> list[tuple[Text, float]]:
        """Return the `limit` nearest chunks with their cosines."""
        vector = np.asarray(self._encoder.encode([question], "query"), dtype=np.float32)
        scores, rows = self._index.search(vector, limit)
        return [(self.texts[row], float(score)) for row, score in zip(rows[0], scores[0], strict=True) if row >= 0]

    def search(self, question: str) -> Sequence[Text]:
        """Return chunks, nearest first."""
        return [text for text, _ in self.rank(question, 20)]

    def ask(self, question: str) -> Answer:
        """Return the three nearest chunks in the form of an answer."""
        begun = time.perf_counter()
        quotes = [
            {"document": text.document, "text": text.words, "score": score} for text, score in self.rank(question, TOP)
        ]
        return {"question": question, "found": True, "quotes": quotes, "seconds": time.perf_counter() - begun}
