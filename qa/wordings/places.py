"""The documents that a phrase may stand in, by the index's postings; none is unpacked for it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.columns import NONE, find_grams
from index.postings import Keys, Postings, word_keys
from index.words import split_words
from qa.library import Library
from qa.wordings.wordforms import Finder

Mask = NDArray[np.bool_]  # of documents


def find_documents(finders: Sequence[Finder], library: Library) -> list[int]:
    """Return the numbers of the documents that may hold one of the forms; none that holds one is missing."""
    found = _list_open(library) if finders else np.zeros(len(library.store.columns.names), dtype=np.bool_)
    for finder in finders:
        found |= _may_hold(finder, library)
    return np.flatnonzero(found).tolist()


def _list_open(library: Library) -> Mask:
    """Return the documents with a sentence in no passage, as journalists' questions are: no postings know its words."""
    sentences = library.store.columns.sentences
    found = np.zeros(len(sentences), dtype=np.bool_)
    found[sentences.owners[sentences.values["passage"] == NONE]] = True
    return found


def _may_hold(finder: Finder, library: Library) -> Mask:
    columns = library.store.columns
    words = word_keys(word for token in finder.words for word in split_words(token))
    characters = np.unique(np.concatenate([words[:0], *(find_grams(part) for part in finder.characters)]))
    found = np.ones(len(columns.names), dtype=np.bool_)
    for postings, keys in ((columns.words, words), (columns.grams, characters)):
        found &= _hold_all(postings, keys, columns.passages.owners, len(columns.names))
    return found


def _hold_all(postings: Postings, keys: Keys, owners: NDArray[np.int64], size: int) -> Mask:
    """Return the documents that hold all words of the keys, in whichever passages."""
    found = np.ones(size, dtype=np.bool_)
    for place in postings.find(keys).tolist():
        holding = np.zeros(size, dtype=np.bool_)
        if place >= 0:
            holding[owners[postings.texts[postings.place(place)]]] = True
        found &= holding
    return found
