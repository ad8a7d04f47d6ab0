"""Libraries for the tests of qa: readouts whose sentences have the voices given, and the hashing encoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.records import NOBODY, Entry, Readout, Span, Voice
from index.split import find_groups, split_passages, split_sentences
from index.store import LocalStore
from index.words import split_words
from qa.library import Library
from tests.corpus import HashingEncoder

XI = Voice("习近平", "xi-jinping", "cn", "explicit")
BIDEN = Voice("Biden", "biden", "us", "explicit")
CHINA = Voice("中方", None, "cn", "explicit")
BOTH = Voice("The two leaders", None, "joint", "joint")


def make_library(readouts: Sequence[Readout], voices: Mapping[str, Voice] | None = None) -> Library:
    """Return a library of `readouts`; `voices` gives the voice of the sentences that begin with a text."""
    encoder = HashingEncoder()
    entries = [make_entry(readout, voices or {}) for readout in readouts]
    store = LocalStore(encoder.width)
    store.add(entries, encoder.encode([p.in_context for entry in entries for p in entry.passages]))
    return Library(store, encoder)


def make_entry(readout: Readout, voices: Mapping[str, Voice]) -> Entry:
    def voice_of(text: str) -> Voice:
        return next((voice for start, voice in voices.items() if text.startswith(start)), NOBODY)

    passages = tuple(split_passages(readout))
    return Entry(
        readout=readout,
        passages=passages,
        sentences=tuple(replace(s, voice=voice_of(s.text)) for s in split_sentences(readout)),
        groups=tuple(find_groups(readout)),
        words=tuple(tuple(split_words(passage.in_context)) for passage in passages),
    )


def sentence(library: Library, start: str) -> Span:
    """Return the one sentence held that begins with `start`."""
    (found,) = [s for entry in library.store.entries for s in entry.sentences if s.text.startswith(start)]
    return found
