"""An index opened for asking: the store, its encoder, and what is told of all its passages without unpacking them."""

from __future__ import annotations

import gc
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.columns import LANGUAGES
from index.columns import bare_words as bare_words  # others take it from here
from index.coverage import Coverer
from index.embed import Encoder, load_encoder, load_translator
from index.manifest import BUILD_COMMAND, IndexNotUsable, check_files, read_manifest
from index.postings import rarity, word_key, word_keys
from index.records import Entry, Group, Language, Readout, Span
from index.store import LocalStore, Store
from index.words import split_words

# How rarely Python looks for cycles: an answer makes and drops thousands of small objects, and no cycle.
COLLECTED = (10_000, 20, 20)
_Opened = tuple[Readout, Entry, list[int]]  # a document with its entry and where its sentences begin


@dataclass(eq=False)
class Library:
    """What can be asked: a store and the encoder that it was built with."""

    store: Store
    encoder: Encoder
    _latest: _Opened | None = field(default=None, init=False, repr=False)

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

    def _open(self, readout: Readout) -> _Opened:
        """Return a document's entry; questions ask of the sentences of one document in a row."""
        latest = self._latest
        if latest is None or latest[0] is not readout:
            entry = self.store.entries[self._documents[readout.name]]
            latest = self._latest = readout, entry, [sentence.start for sentence in entry.sentences]
        return latest

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
        return self._open(readout)[1].sentences

    def sentences_in(self, passage: Span) -> Sequence[Span]:
        """Return the sentences that begin in `passage`."""
        _, entry, starts = self._open(passage.readout)
        return entry.sentences[bisect_left(starts, passage.start) : bisect_left(starts, passage.end)]

    def neighbours(self, sentence: Span) -> tuple[Span | None, Span | None]:
        """Return the sentences before and after, within the same article."""
        _, entry, starts = self._open(sentence.readout)
        sentences, section = entry.sentences, sentence.section
        place = bisect_right(starts, sentence.start) - 1
        around = (sentences[i] if 0 <= i < len(sentences) else None for i in (place - 1, place + 1))
        before, after = (s if s is not None and section.start <= s.start < section.end else None for s in around)
        return before, after

    @cached_property
    def _by_words(self) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
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
        _, entry, starts = self._open(span.readout)
        place = max(0, bisect_right(starts, start) - 1)
        return Span(span.readout, start, max(start, end), entry.sentences[place].voice)

    def groups_at(self, sentence: Span) -> list[Group]:
        """Return the lists that `sentence` is part of, the shortest first."""
        groups = self._open(sentence.readout)[1].groups
        found = [g for g in groups if g.whole.start < sentence.end and sentence.start < g.whole.end]
        return sorted(found, key=lambda group: group.whole.end - group.whole.start)


def pool(language: Language) -> str:
    """Return the pool that a language belongs to: en or zh."""
    return "en" if language == "en" else "zh"


def open_library(index: Path, encoder: Encoder | None = None) -> Library:
    """Return the index in folder `index`, ready to be asked; raises IndexNotUsable.

    Without `encoder` the one that the index was built with is loaded.
    """
    gc.set_threshold(*COLLECTED)
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
