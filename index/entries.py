"""From files to entries ready to be stored: read, split, attributed, their words listed; knows nothing of an index."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from index.attribute import attribute_sentences
from index.origins.catalog import Catalog
from index.read import Skipped, UnreadableFile, read_file
from index.records import Entry, Readout
from index.split import find_groups, split_passages, split_sentences
from index.words import split_words

Progress = Callable[[str, int, int], None]  # a stage's name, how much of it is done, how much there is


def tell_nobody(stage: str, done: int, total: int) -> None:
    """Take a word about progress and leave it."""


def make_entry(readout: Readout) -> Entry:
    """Split a readout, say who speaks in it, and list its passages' words."""
    passages = tuple(split_passages(readout))
    return Entry(
        readout=readout,
        passages=passages,
        sentences=tuple(attribute_sentences(readout, split_sentences(readout))),
        groups=tuple(find_groups(readout)),
        words=tuple(tuple(split_words(passage.in_context)) for passage in passages),
    )


def read_entries(
    seeds: Path, names: Sequence[str], catalog: Catalog, tell: Progress = tell_nobody
) -> tuple[list[Entry], list[Skipped]]:
    """Return the entries of the files named, and the files that could not be read."""
    entries, skipped = [], []
    for done, name in enumerate(names):
        tell("reading", done, len(names))
        try:
            entries.append(make_entry(read_file(seeds / name, name, catalog)))
        except UnreadableFile as exc:
            skipped.append(Skipped(name, str(exc)))
    tell("reading", len(names), len(names))
    return entries, skipped
