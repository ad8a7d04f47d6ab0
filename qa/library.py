"""An index opened for asking: the store, its encoder, and what is counted over its passages once."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log
from pathlib import Path
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from index.coverage import Coverer
from index.embed import Encoder, load_encoder, load_translator
from index.manifest import BUILD_COMMAND, MANIFEST, IndexNotUsable, check_files, read_manifest
from index.records import Group, Language, Readout, Span
from index.static import BrokenEncoderError
from index.store import LocalStore, Store
from index.words import fold, split_words


@dataclass(eq=False)
class Library:
    """What can be asked: a store and the encoder that it was built with."""

    store: Store
    encoder: Encoder

    @cached_property
    def languages(self) -> NDArray[np.str_]:
        """The language of each passage: English or Chinese, whatever the script."""
        return np.asarray([pool(passage.readout.language) for passage in self.store.passages])

    @cached_property
    def coverer(self) -> Coverer | None:
        """What tells how much of a question a text holds, translations counted; None without an encoder's words."""
        return Coverer(self.store.tokens) if self.store.tokens else None

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(word for entry in self.store.entries for words in entry.words for word in set(words))

    @cached_property
    def _sentences(self) -> dict[str, tuple[tuple[Span, ...], list[int]]]:
        return {e.readout.name: (e.sentences, [s.start for s in e.sentences]) for e in self.store.entries}

    @cached_property
    def _groups(self) -> dict[str, tuple[Group, ...]]:
        return {entry.readout.name: entry.groups for entry in self.store.entries}

    def rarity(self, form: str) -> float:
        """Return the inverse document frequency of `form` over passages: of its rarest word, where it has several."""
        words = split_words(form)
        total = len(self.store.passages)
        frequency = min((self._frequency[word] for word in words), default=0)
        return log(1 + (total - frequency + 0.5) / (frequency + 0.5))

    @cached_property
    def greatest_rarity(self) -> float:
        """The inverse document frequency of a word that no passage holds."""
        return log(1 + (len(self.store.passages) + 0.5) / 0.5)

    def sentences_of(self, readout: Readout) -> tuple[Span, ...]:
        """Return all sentences of a readout, in order."""
        return self._sentences[readout.name][0]

    def sentences_in(self, passage: Span) -> Sequence[Span]:
        """Return the sentences that begin in `passage`."""
        sentences, starts = self._sentences[passage.readout.name]
        return sentences[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]

    def neighbours(self, sentence: Span) -> tuple[Span | None, Span | None]:
        """Return the sentences before and after, within the same article."""
        sentences, starts = self._sentences[sentence.readout.name]
        place = bisect_right(starts, sentence.start) - 1
        around = [sentences[i] if 0 <= i < len(sentences) else None for i in (place - 1, place + 1)]
        before, after = (s if s is not None and s.section == sentence.section else None for s in around)
        return before, after

    @cached_property
    def _same_words(self) -> dict[str, list[Span]]:
        same: dict[str, list[Span]] = {}
        for entry in self.store.entries:
            for sentence in entry.sentences:
                same.setdefault(bare_words(sentence), []).append(sentence)
        return same

    def same_words(self, sentence: Span) -> list[Span]:
        """Return all sentences held that have the same words, `sentence` itself among them."""
        return self._same_words.get(bare_words(sentence), [])

    def voiced(self, span: Span) -> Span:
        """Return `span` without white space at its ends, with the voice of the sentence that it begins in."""
        text = span.text
        start, end = span.start + len(text) - len(text.lstrip()), span.end - (len(text) - len(text.rstrip()))
        sentences, starts = self._sentences[span.readout.name]
        place = max(0, bisect_right(starts, start) - 1)
        return Span(span.readout, start, max(start, end), sentences[place].voice)

    def groups_at(self, sentence: Span) -> list[Group]:
        """Return the lists that `sentence` is part of, the shortest first."""
        found = [
            group
            for group in self._groups[sentence.readout.name]
            if group.whole.start < sentence.end and sentence.start < group.whole.end
        ]
        return sorted(found, key=lambda group: group.whole.end - group.whole.start)


def bare_words(span: Span) -> str:
    """Return a span's letters, digits and characters, folded: equal where only script or punctuation differ."""
    return "".join(char for char in fold(span.text) if char.isalnum())


def pool(language: Language) -> str:
    """Return the pool that a language belongs to: en or zh."""
    return "en" if language == "en" else "zh"


def open_library(index: Path, encoder: Encoder | None = None) -> Library:
    """Return the index in folder `index`, ready to be asked; raises IndexNotUsable.

    Without `encoder` the one that the index was built with is loaded.
    """
    manifest = read_manifest(index)
    address = encoder.name if encoder else manifest.encoder
    encoder = encoder or load_encoder(manifest.encoder or None)
    while True:  # a build may put a new index in place between two reads
        try:
            store = LocalStore.load(check_files(index, manifest), load_translator(encoder))
            break
        except (IndexNotUsable, FileNotFoundError, RuntimeError):  # faiss's word for a missing file is the last
            newer = read_manifest(index)
            if newer.folder == manifest.folder:
                raise
            manifest = newer
    if encoder.fingerprint != manifest.fingerprint:
        raise IndexNotUsable(
            f"The index in {index} was made by another encoder ({manifest.encoder or 'an earlier default'}). "
            f"Build it anew with: {BUILD_COMMAND} --index {index}{f' --encoder {address}' if address else ''}"
        )
    return Library(store, encoder)


Mark = tuple[int, int, int] | None  # which manifest there is: file, size and time; the file alone tells two apart


class LiveLibrary:
    """The library of an index that may be replaced while it is asked.

    A question takes one library and keeps it from beginning to end; the next one gets what is newest by then.
    """

    def __init__(self, index: Path, encoder: Encoder | None = None) -> None:
        self.index = index
        self.problem = ""  # why the newest index cannot be taken over; empty where it can
        self._mark = self._find_mark()
        self._library = open_library(index, encoder)
        self._loading = Lock()

    def current(self) -> Library:
        """Return the library to ask now, at once; a newer index is loaded meanwhile and serves once it is there."""
        if self._find_mark() != self._mark and self._loading.acquire(blocking=False):
            Thread(target=self._take_over, name="index", daemon=True).start()
        return self._library

    def refresh(self) -> Library:
        """Wait until the newest index is taken over, and return it; the old one where the newest cannot be used."""
        self._loading.acquire()
        self._take_over()
        return self._library

    def _find_mark(self) -> Mark:
        try:
            stat = (self.index / MANIFEST).stat()
        except OSError:
            return None
        return stat.st_ino, stat.st_size, stat.st_mtime_ns

    def _take_over(self) -> None:
        """Load the newest index and let go of `_loading`; the old one stays where that fails."""
        try:
            mark = self._find_mark()
            if mark == self._mark:
                return
            self._mark = mark  # an index that cannot be used is not tried again until it is replaced
            same = read_manifest(self.index).fingerprint == self._library.encoder.fingerprint
            self._library = open_library(self.index, self._library.encoder if same else None)
            self.problem = ""
        except (IndexNotUsable, BrokenEncoderError, OSError) as problem:
            self.problem = str(problem)
        finally:
            self._loading.release()
