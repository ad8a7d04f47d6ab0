"""From files to entries and their columns: read, split, attributed, by several processes where there are many files.

Knows nothing of an index.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from index.attribute import attribute_sentences
from index.columns import Columns
from index.origins.catalog import Catalog
from index.read import Skipped, UnreadableFile, read_file
from index.receipt import Inferred, find_inferred
from index.records import Entry, Origin, Readout
from index.split import find_groups, split_passages, split_sentences
from index.words import split_words

CHUNK = 32  # files that a process reads at a time
SEVERAL_FROM = 128  # files; for fewer, starting processes takes longer than reading
MOST_JOBS = 8
Progress = Callable[[str, int, int], None]  # a stage's name, how much of it is done, how much there is


def tell_nobody(stage: str, done: int, total: int) -> None:
    """Take a word about progress and leave it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What was read of some files: the columns, each passage's text, what was inferred and what was skipped."""

    columns: Columns
    texts: tuple[str, ...]
    inferred: tuple[Inferred, ...]
    skipped: tuple[Skipped, ...]


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


def read_batch(seeds: Path, names: Sequence[str], catalog: Catalog) -> Batch:
    """Return what stands in the files named, which must be in ascending order."""
    entries, skipped = [], []
    for name in names:
        try:
            entries.append(make_entry(read_file(seeds / name, name, catalog)))
        except UnreadableFile as exc:
            skipped.append(Skipped(name, str(exc)))
    return Batch(
        columns=Columns.make(entries),
        texts=tuple(passage.in_context for entry in entries for passage in entry.passages),
        inferred=tuple(f for e in entries for f in find_inferred(e.readout, catalog.get(e.readout.name, Origin()))),
        skipped=tuple(skipped),
    )


def read_batches(
    seeds: Path, names: Sequence[str], catalog: Catalog, tell: Progress = tell_nobody, jobs: int | None = None
) -> list[Batch]:
    """Return what stands in the files named, in batches, in the order of the names."""
    ordered = sorted(names)
    chunks = [ordered[at : at + CHUNK] for at in range(0, len(ordered), CHUNK)]
    jobs = jobs or min(MOST_JOBS, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 4)
    read = _read_at_once if jobs > 1 and len(names) >= SEVERAL_FROM else _read_in_turn
    found: dict[int, Batch] = {}
    done = 0
    tell("reading", 0, len(names))
    for number, batch in read(seeds, chunks, catalog, jobs):
        found[number] = batch
        done += len(chunks[number])
        tell("reading", done, len(names))
    return [found[number] for number in range(len(chunks))]


def _read_in_turn(
    seeds: Path, chunks: Sequence[Sequence[str]], catalog: Catalog, jobs: int
) -> Iterator[tuple[int, Batch]]:
    for number, names in enumerate(chunks):
        yield number, read_batch(seeds, names, catalog)


def _read_at_once(
    seeds: Path, chunks: Sequence[Sequence[str]], catalog: Catalog, jobs: int
) -> Iterator[tuple[int, Batch]]:
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)
    try:
        futures = {
            pool.submit(read_batch, seeds, names, {n: catalog[n] for n in names if n in catalog}): number
            for number, names in enumerate(chunks)
        }
        for future in as_completed(futures):
            yield futures[future], future.result()
    except BrokenProcessPool as exc:
        raise OSError(
            "A process that read files was ended, perhaps for want of memory. Build again with --jobs 1."
        ) from exc
    finally:
        pool.shutdown(cancel_futures=True)


def _end_with_parent() -> None:
    """Have this process end when the one that started it is killed."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)
