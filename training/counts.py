"""Counts words for the vocabulary: Chinese ones as jieba cuts them, English ones in lower case, numbers, characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from multiprocessing import get_context

import jieba
from tokenizers import normalizers

from training.charsmap import character_map, compile_map
from training.sources import Source, read_texts

RUN = re.compile(r"([\u3400-\u9fff\U00020000-\U000323af]+)|([^\W\d_\u3400-\u9fff]+)|(\d+)")
SAMPLE = 150_000  # texts of one source; more changes no count that matters
CHUNK = 2000


class WordCounts:
    """How often each Chinese word, Chinese character, English word and number stands in a text."""

    def __init__(self) -> None:
        self.chinese: Counter[str] = Counter()
        self.characters: Counter[str] = Counter()
        self.english: Counter[str] = Counter()
        self.numbers: Counter[str] = Counter()

    def tables(self) -> tuple[Counter[str], ...]:
        """Return the four tables, always in the same order."""
        return self.chinese, self.characters, self.english, self.numbers

    def add(self, other: WordCounts, factor: float) -> None:
        """Add another count, weighted."""
        for mine, theirs in zip(self.tables(), other.tables(), strict=True):
            for word, count in theirs.items():
                mine[word] += count * factor  # type: ignore[assignment]  # weighted counts are fractions


_map: normalizers.Precompiled | None = None


def _start_worker(words: list[str]) -> None:
    global _map
    _map = normalizers.Precompiled(compile_map(character_map()))
    jieba.setLogLevel(60)
    for word in words:
        jieba.add_word(word)


def count_texts(texts: Iterable[str]) -> WordCounts:
    """Count the words of some texts; the worker must have been started."""
    assert _map is not None
    counts = WordCounts()
    for text in texts:
        for han, latin, digits in RUN.findall(_map.normalize_str(text)):
            if han:
                counts.chinese.update(jieba.cut(han))
                counts.characters.update(han)
            elif latin:
                counts.english[latin] += 1
            else:
                counts.numbers[digits] += 1
    return counts


def _chunks(source: Source, size: int) -> Iterable[list[str]]:
    rows = sum(1 for _ in read_texts(source))
    chunk: list[str] = []
    for text in read_texts(source, every=max(1, rows // size)):
        chunk.append(text)
        if len(chunk) == CHUNK:
            yield chunk
            chunk = []
    yield chunk


def count_sources(sources: list[Source], words: list[str], workers: int) -> WordCounts:
    """Count the words of all sources that have a weight; `words` are ones jieba shall keep whole."""
    total = WordCounts()
    with get_context("spawn").Pool(workers, _start_worker, (words,)) as pool:
        for source in sources:
            if source.count > 0:
                part = WordCounts()
                for counts in pool.imap(count_texts, _chunks(source, SAMPLE)):
                    part.add(counts, 1)
                total.add(part, source.count)
    return total
