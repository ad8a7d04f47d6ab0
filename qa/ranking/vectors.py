"""The vectors of held texts, remembered from one question to the next; knows nothing of questions."""

from __future__ import annotations

from collections.abc import Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from qa.library import Library

REMEMBERED = 8_000  # texts of one library: 16 MB at 512 numbers each, and as much for the texts
Vectors = dict[str, NDArray[np.float32]]
_known: WeakKeyDictionary[Library, Vectors] = WeakKeyDictionary()


def encode_texts(texts: Sequence[str], library: Library) -> NDArray[np.float32]:
    """Return one vector of unit length per text of a document; the same sentences may answer many questions."""
    known = _known.setdefault(library, {})
    found = {text: vector for text in texts if (vector := known.get(text)) is not None}
    missing = [text for text in dict.fromkeys(texts) if text not in found]
    fresh = dict(zip(missing, library.encoder.encode(missing, "document"), strict=True))
    if len(known) + len(fresh) > REMEMBERED:
        known.clear()
    known.update(fresh)
    vectors = {**found, **fresh}
    return np.asarray([vectors[text] for text in texts], dtype=np.float32)
