"""Texts that say one thing in everyday words and in the field's: the pairs written for training, and the thesaurus.

Training text of this project's own: paraphrase_pairs.tsv holds invented questions and sentences, none from a readout.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from index.naming.phrases import EXACT
from index.naming.related import load_related
from index.naming.tables import read_rows
from training.corpus import Pair

PAIRS = Path(__file__).parent / "paraphrase_pairs.tsv"
COLUMNS = ("plain_en", "formal_en", "plain_zh", "formal_zh")
WRITTEN = 16  # times that a written pair is drawn for each of the thesaurus, which has many more and shorter ones
# Each everyday text beside each formal one, and each of both beside its translation.
BESIDE = ((0, 1), (2, 3), (0, 3), (2, 1), (3, 1), (2, 0))


def _written(path: Path) -> Iterator[Pair]:
    for number, row in enumerate(read_rows(path, COLUMNS)):
        for left, right in BESIDE:
            yield row[COLUMNS[left]], row[COLUMNS[right]], number


def _bare(form: str) -> str:
    return form.removesuffix(EXACT).replace("+", " ")


def _thesaurus(first: int) -> Iterator[Pair]:
    for number, concept in enumerate(load_related(), first):
        same = [_bare(form) for form in concept.same]
        for pair in combinations(same, 2):
            yield *pair, number
        for form in concept.asked:
            for other in same:
                yield _bare(form), other, number


def rewordings(path: Path = PAIRS) -> list[Pair]:
    """Return pairs of texts with the number of what they say, the written ones as often as they are to be drawn."""
    written = list(_written(path))
    first = 1 + max((pair[2] for pair in written), default=-1)
    return [*written * WRITTEN, *_thesaurus(first)]
