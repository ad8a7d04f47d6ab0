"""An index opened for asking: the store, its encoder, and what is told of all its passages without unpacking them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from pathlib import Path
from threading import Lock, Thread

import numpy as np
from numpy.typing import NDArray

from index.columns import LANGUAGES
from index.columns import bare_words as bare_words  # others take it from here
from index.coverage import Coverer
from index.embed import Encoder, load_encoder, load_translator
from index.manifest import BUILD_COMMAND, MANIFEST, IndexNotUsable, check_files, read_manifest
from index.postings import rarity, word_key, word_keys
from index.records import Entry, Group, Language, Readout, Span
from index.static import BrokenEncoderError
from index.store import LocalStore, Store
from index.words import split_words

_start = attrgetter("start")


@dataclass(eq=False)
class Library:
    """What can be asked: a store and the encoder that it was built with."""

    store: Store
    encoder: Encoder

    @cached_property
    def languages(self) -> NDArray[np.str_]:
        """The language of each passage: English or Chinese, whatever the script."""
        pools = np.array([pool(language) for language in LANGUAGES])
        return np.asarray(pools[self.store.columns.passages.values["language"]], dtype=np.str_)

    @cached_property
    def coverer(self) -> Coverer | None:
        """What tells how much of a question a text holds, translations counted; None without an encoder's words."""
        return Coverer(self.store.tokens) if self.store.tokens else None

    @cached_property
    def _documents(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self.store.columns.names)}

    def _entry(self, readout: Readout) -> Entry:
        return self.store.entries[self._documents[readout.name]]

    def rarity(self, form: str) -> float:
        """Return the inverse document frequency of `form` over passages: of its rarest word, where it has several."""
        postings = self.store.columns.words
        places = postings.find(word_keys(split_words(form))).tolist()
        frequency = min((postings.frequency(place) if place >= 0 else 0 for place in places), default=0)
        return rarity(frequency, len(self.store.passages))

    @cached_property
    def greatest_rarity(self) -> float:
        """The inverse document frequency of a word that no passage holds."""
        return rarity(0, len(self.store.passages))

    def sentences_of(self, readout: Readout) -> tuple[Span, ...]:
        """Return all sentences of a readout, in order."""
        return self._entry(readout).sentences

    def sentences_in(self, passage: Span) -> Sequence[Span]:
        """Return the sentences that begin in `passage`."""
        sentences = self._entry(passage.readout).sentences
        first, after = (bisect_left(sentences, place, key=_start) for place in (passage.start, passage.end))
        return sentences[first:after]

    def neighbours(self, sentence: Span) -> tuple[Span | None, Span | None]:
        """Return the sentences before and after, within the same article."""
        sentences = self._entry(sentence.readout).sentences
        place = bisect_right(sentences, sentence.start, key=_start) - 1
        around = [sentences[i] if 0 <= i < len(sentences) else None for i in (place - 1, place + 1)]
        before, after = (s if s is not None and s.section == sentence.section else None for s in around)
        return before, after

    @cached_property
    def _by_words(self) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
        """The keys of all sentences' words, ascending, and the sentences' numbers."""
        keys = np.ascontiguousarray(self.store.columns.sentences.values["words"])
        order = np.argsort(keys, kind="stable")
        return keys[order], order

    def same_words(self, sentence: Span) -> list[Span]:
        """Return all sentences held that have the same words, `sentence` itself among them."""
        words = bare_words(sentence)
        keys, numbers = self._by_words
        key = np.uint64(word_key(words))
        found = map(self._sentence, numbers[np.searchsorted(keys, key) : np.searchsorted(keys, key, "right")].tolist())
        return [span for span in found if bare_words(span) == words]

    def _sentence(self, number: int) -> Span:
        starts = self.store.columns.sentences.starts
        document = int(np.searchsorted(starts, number, side="right")) - 1
        return self.store.entries[document].sentences[number - int(starts[document])]

    def voiced(self, span: Span) -> Span:
        """Return `span` without white space at its ends, with the voice of the sentence that it begins in."""
        text = span.text
        start, end = span.start + len(text) - len(text.lstrip()), span.end - (len(text) - len(text.rstrip()))
        sentences = self._entry(span.readout).sentences
        place = max(0, bisect_right(sentences, start, key=_start) - 1)
        return Span(span.readout, start, max(start, end), sentences[place].voice)

    def groups_at(self, sentence: Span) -> list[Group]:
        """Return the lists that `sentence` is part of, the shortest first."""
        groups = self._entry(sentence.readout).groups
        found = [g for g in groups if g.whole.start < sentence.end and sentence.start < g.whole.end]
        return sorted(found, key=lambda group: group.whole.end - group.whole.start)


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
