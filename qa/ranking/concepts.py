"""How far a sentence says in other words what a question asks: by the thesaurus; knows nothing of how it is scored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.naming.related import ConceptMention, Held, find_concepts, spot_concepts
from index.words import fold
from qa.ranking.match import Unit
from qa.records import Question

Floats = NDArray[np.float32]
_SOUGHT = 0.5  # the least strength of another word that is searched for
_NAMED, _SAID = 0.5, 0.4  # how much of a topic's name, or how strong another word for it, must stand near a sentence


@lru_cache(maxsize=1_024)
def other_words(text: str, covers: float = 0.0) -> tuple[str, ...]:
    """Return the words, folded, that say the same as what `text` names or something narrower.

    What is named must take up the share `covers` of the text to count.
    """
    named = [mention for mention in find_concepts(text) if mention.end - mention.start >= covers * len(text)]
    words = (word for m in named for word, share in m.concept.others(m.kind).items() if share >= _SOUGHT)
    return tuple(dict.fromkeys(map(fold, words)))


def measure_concepts(
    question: Question, units: Sequence[Unit], tables: tuple[Floats, Floats], texts: tuple[Sequence[str], Sequence[str]]
) -> dict[str, NDArray[np.generic]]:
    """Return the columns of the thesaurus, for sentences and for what stands around them.

    `texts` are the sentences and what stands around each; `tables` tell how far they hold each unit itself.
    """
    topic = question.topic or question.text
    mentions = find_concepts(topic)
    inside, near = tables
    here, there = (
        np.maximum(_strengths(mentions, rows), _printed(topic, units, mentions, table))
        for rows, table in zip(texts, tables, strict=True)
    )
    rarity = np.log((len(there) + 1) / (0.5 + (there > 0).sum(axis=0))).astype(np.float32)
    weights = np.asarray([unit.weight for unit in units], dtype=np.float32)
    total, whole = float(rarity.sum()) or 1.0, float(weights.sum()) or 1.0
    said, said_near = (_spread(topic, units, mentions, table) for table in (here, there))
    return {
        "concepts": here @ rarity / total,
        "concepts_near": there @ rarity / total,
        "concept_best": (here * rarity).max(axis=1, initial=0.0),
        "widely": np.maximum(inside, said) @ weights / whole,
        "widely_near": np.maximum(near, said_near) @ weights / whole,
        "named": _named(units, near, said_near),
    }


def _named(units: Sequence[Unit], near: Floats, said: Floats) -> NDArray[np.bool_]:
    """Tell whether what is asked about by name is named or said near each sentence; of all where it is near none."""
    topics = [column for column, unit in enumerate(units) if unit.topical and not unit.person]
    named = np.any((near[:, topics] >= _NAMED) | (said[:, topics] >= _SAID), axis=1)
    return np.asarray(named if named.any() else np.ones(len(near)), dtype=np.bool_)


def _strengths(mentions: Sequence[ConceptMention], texts: Sequence[str]) -> Floats:
    """Return how far each text says each concept: texts by concepts."""
    table = np.zeros((len(texts), len(mentions)), dtype=np.float32)
    saying: dict[Held, list[tuple[int, float]]] = defaultdict(list)
    for column, mention in enumerate(mentions):
        for held, share in mention.sought.items():
            saying[held].append((column, share))
    for row, found in enumerate(spot_concepts(texts, frozenset(saying)) if saying else ()):
        for held in found:
            for column, share in saying[held]:
                table[row, column] = max(table[row, column], np.float32(share))
    return table


def _printed(topic: str, units: Sequence[Unit], mentions: Sequence[ConceptMention], table: Floats) -> Floats:
    """Return how far each text holds the very words by which each concept is named: those say it best."""
    held = np.zeros((len(table), len(mentions)), dtype=np.float32)
    for column, row in _overlaps(topic, units, mentions):
        held[:, row] = np.maximum(held[:, row], table[:, column])
    return held


def _spread(topic: str, units: Sequence[Unit], mentions: Sequence[ConceptMention], strengths: Floats) -> Floats:
    """Return how far each text says each unit: by the concepts named where the unit stands in the topic."""
    table = np.zeros((len(strengths), len(units)), dtype=np.float32)
    for column, row in _overlaps(topic, units, mentions):
        table[:, column] = np.maximum(table[:, column], strengths[:, row])
    return table


def _overlaps(topic: str, units: Sequence[Unit], mentions: Sequence[ConceptMention]) -> Iterator[tuple[int, int]]:
    """Yield which units and concepts stand at the same place of the topic."""
    folded = fold(topic)
    for column, unit in enumerate(units):
        start = folded.find(fold(unit.printed))
        for row, mention in enumerate(mentions):
            if start >= 0 and start < mention.end and mention.start < start + len(unit.printed):
                yield column, row
