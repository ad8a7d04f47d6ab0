"""What is kept of documents in flat arrays, so that all of them can be looked through without unpacking any.

Made from entries, joined from parts, saved and loaded; knows nothing of vectors or of questions.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import get_args

import msgspec
import numpy as np
from numpy.typing import NDArray

from index.pack import pack_rows
from index.postings import GONE, Keys, Postings, word_key, word_keys
from index.prints import find_prints
from index.ragged import Ragged
from index.records import Account, Entry, Language, Side, Span
from index.words import NAME, fold

ACCOUNTS, SIDES, LANGUAGES = get_args(Account), get_args(Side), get_args(Language)
NONE = -1  # no account, side or passage
NO_DAY = 0
NAMES = "names.json"
PASSAGE = np.dtype([("day", "<i4"), ("account", "<i1"), ("language", "<i1")])
SENTENCE = np.dtype([("words", "<u8"), ("person", "<u8"), ("passage", "<i4"), ("side", "<i1")])


@dataclass(frozen=True, eq=False)
class Columns:
    """Documents in the order of their names; passages and sentences in the order of the documents."""

    names: tuple[str, ...]
    packed: Ragged  # bytes a document
    passages: Ragged  # PASSAGE rows a document
    sentences: Ragged  # SENTENCE rows a document; `passage` counts within the document
    prints: Ragged  # keys of text a document, to find near-duplicates
    words: Postings  # of search words, a text is a passage
    grams: Postings  # of Chinese characters and digits, alone and in pairs, a text is a passage

    @classmethod
    def make(cls, entries: Sequence[Entry]) -> Columns:
        """Return the columns of entries, which must stand in the order of their names."""
        return cls(
            names=tuple(entry.readout.name for entry in entries),
            packed=pack_rows(entries),
            passages=Ragged.of([_passages(entry) for entry in entries], np.zeros(0, dtype=PASSAGE)),
            sentences=Ragged.of([_sentences(entry) for entry in entries], np.zeros(0, dtype=SENTENCE)),
            prints=Ragged.of([find_prints(entry.readout.text) for entry in entries], np.zeros(0, dtype=np.uint64)),
            words=Postings.make([word_keys(words) for entry in entries for words in entry.words]),
            grams=Postings.make([find_grams(p.in_context) for entry in entries for p in entry.passages]),
        )

    @classmethod
    def join(cls, parts: Sequence[Columns], gone: frozenset[str] = frozenset()) -> tuple[Columns, Numbers]:
        """Return all documents of the parts, less those of the first part that are gone, in the order of their names.

        Beside them the new numbers of each part's passages.
        """
        names = [name for part in parts for name in part.names]
        kept = [n for n, name in enumerate(names) if n >= len(parts[0].names) or name not in gone]
        order = np.array(sorted(kept, key=names.__getitem__), dtype=np.int64)
        passages = Ragged.join([part.passages for part in parts])
        numbers = _number(passages, order, [len(part.passages.values) for part in parts])
        size = int(passages.sizes[order].sum())
        return cls(
            names=tuple(names[n] for n in order.tolist()),
            packed=Ragged.join([part.packed for part in parts]).take(order),
            passages=passages.take(order),
            sentences=Ragged.join([part.sentences for part in parts]).take(order),
            prints=Ragged.join([part.prints for part in parts]).take(order),
            words=Postings.join([part.words for part in parts], numbers, size),
            grams=Postings.join([part.grams for part in parts], numbers, size),
        ), numbers

    def save(self, folder: Path) -> None:
        """Write everything into a folder."""
        (folder / NAMES).write_bytes(msgspec.json.encode(self.names))
        for name in _RAGGED:
            getattr(self, name).save(folder, name)
        for name in _POSTINGS:
            getattr(self, name).save(folder, name)

    @classmethod
    def load(cls, folder: Path) -> Columns:
        """Return what was saved; documents, prints and postings are read when they are asked for."""
        names = msgspec.json.decode((folder / NAMES).read_bytes(), type=tuple[str, ...])
        packed, prints = (Ragged.open(folder, name) for name in ("packed", "prints"))
        passages, sentences = (Ragged.load(folder, name) for name in ("passages", "sentences"))
        words, grams = (Postings.load(folder, name) for name in _POSTINGS)
        return cls(names, packed, passages, sentences, prints, words, grams)


Numbers = list[NDArray[np.int64]]  # for each part the new number of each of its passages, or GONE
_RAGGED, _POSTINGS = ("packed", "passages", "sentences", "prints"), ("words", "grams")


def _number(passages: Ragged, order: NDArray[np.int64], sizes: list[int]) -> Numbers:
    """Return the new number of every passage once the documents stand in `order`, part by part."""
    numbers = np.full(len(passages.values), GONE, dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(passages.sizes[order])])
    shifts = np.full(len(passages), GONE, dtype=np.int64)
    shifts[order] = starts[:-1]
    owners = passages.owners
    kept = shifts[owners] != GONE
    numbers[kept] = (np.arange(len(numbers)) - passages.starts[owners] + shifts[owners])[kept]
    return np.split(numbers, np.cumsum(sizes)[:-1])


def _passages(entry: Entry) -> NDArray[np.void]:
    language = LANGUAGES.index(entry.readout.language)
    rows = [(_day(span), _code(span.section.origin.account, ACCOUNTS), language) for span in entry.passages]
    return np.array(rows, dtype=PASSAGE)


def _day(span: Span) -> int:
    found = span.section.origin.date
    return found.day.toordinal() if found else NO_DAY


def _code(value: str | None, values: Sequence[str]) -> int:
    return NONE if value is None else values.index(value)


def _sentences(entry: Entry) -> NDArray[np.void]:
    starts = [span.start for span in entry.passages]
    rows = []
    for sentence in entry.sentences:
        number = bisect_right(starts, sentence.start) - 1
        inside = number >= 0 and sentence.start < entry.passages[number].end
        voice = sentence.voice
        speaker = voice.person or fold(voice.speaker or "")
        person = word_key(speaker) if speaker else 0
        passage = number if inside else NONE
        rows.append((word_key(bare_words(sentence)), person, passage, _code(voice.side, SIDES)))
    return np.array(rows, dtype=SENTENCE)


def bare_words(span: Span) -> str:
    """Return a span's letters, digits and characters, folded: equal where only script or punctuation differ."""
    return "".join(char for char in fold(span.text) if char.isalnum())


def squeeze(text: str) -> str:
    """Return a text folded and without white space: where Chinese words are looked for."""
    return "".join(fold(text).split())


def find_grams(text: str) -> Keys:
    """Return the keys of a text's Chinese characters and digits and of each two that stand side by side."""
    return _find_grams_of_name(text) if len(text) <= NAME else _find_grams(text)


def _find_grams(text: str) -> Keys:
    codes = np.frombuffer(squeeze(text).encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    kept = codes == 0x3007  # 〇
    for first, last in ((0x30, 0x39), (0x3400, 0x9FFF), (0x20000, 0x3FFFF)):
        kept |= (codes >= first) & (codes <= last)
    pairs = kept[:-1] & kept[1:]
    keys: Keys = np.sort(np.concatenate([codes[kept], (codes[:-1][pairs] << np.uint64(21)) | codes[1:][pairs]]))
    new = np.diff(keys, prepend=~keys[:1]) != 0  # np.unique would first load numpy's masked arrays
    return np.asarray(keys[new])


_find_grams_of_name = lru_cache(maxsize=4_096)(_find_grams)
