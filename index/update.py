"""From a folder of readouts and the index of before to the index of now: only what is new or changed is read.

Knows the stages in order; nothing of the command line.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from index.changes import Changes, compare_files, list_keys, read_catalog
from index.embed import DEFAULT_ENCODER, Encoder, load_translator
from index.entries import Batch, Progress, read_batches, tell_nobody
from index.manifest import (
    FORMAT,
    IndexNotUsable,
    Manifest,
    check_files,
    checksums,
    folder_hash,
    lock_index,
    read_manifest,
    replace_index,
)
from index.prints import find_duplicates
from index.ragged import Ragged
from index.read import Skipped
from index.receipt import Receipt
from index.store import LocalStore

HERE = Path(__file__).parent
BATCH = 4_096  # passages that are encoded between two words about progress


def recipe_hash() -> str:
    """Return one hash over the code and data that turn a file into an entry: another recipe, another index."""
    return folder_hash([path for pattern in ("**/*.py", "**/*.tsv", "*.txt") for path in sorted(HERE.glob(pattern))])


def encoder_address(encoder: Encoder) -> str:
    """Return what load_encoder needs to load `encoder` again; empty for the default one."""
    folder = getattr(encoder, "folder", None)
    return "" if folder == DEFAULT_ENCODER else str(folder or encoder.name)


@dataclass(frozen=True, slots=True)
class Base:
    """What an update starts from: a store, and the files that it was made of; or an empty store, and why."""

    store: LocalStore
    files: Mapping[str, str]
    skipped: Mapping[str, str]
    why: str


def open_base(index: Path, encoder: Encoder) -> Base:
    """Return the index of before where it can be built on: same recipe, same encoder, whole files."""
    empty = LocalStore(encoder.encode([], "document").shape[1], load_translator(encoder))
    try:
        manifest = read_manifest(index)
        if manifest.fingerprint != encoder.fingerprint:
            return Base(empty, {}, {}, "another encoder")
        if manifest.recipe != recipe_hash():
            return Base(empty, {}, {}, "texts are read otherwise now")
        store = LocalStore.load(check_files(index, manifest), load_translator(encoder))
        return Base(store, manifest.files, manifest.skipped, "")
    except IndexNotUsable as problem:
        return Base(empty, {}, {}, problem.reason)


def update_index(
    seeds: Path,
    index: Path,
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    dry_run: bool = False,
    jobs: int | None = None,
) -> Receipt:
    """Bring the index in folder `index` up to date with folder `seeds`, in one step for those who read it.

    Raises IndexNotUsable where nothing can be built, OSError where a folder cannot be read or written; the index of
    before then goes on serving. With `dry_run` nothing is written; `jobs` is the number of processes that read files.
    """
    if not seeds.is_dir():
        raise NotADirectoryError(f"{seeds} is not a folder. Name the folder of readouts with --seeds.")
    tell = progress or tell_nobody
    if dry_run:
        return _update(seeds, index, encoder, tell, dry_run, jobs)
    with lock_index(index):
        return _update(seeds, index, encoder, tell, dry_run, jobs)


def _update(seeds: Path, index: Path, encoder: Encoder, tell: Progress, dry_run: bool, jobs: int | None) -> Receipt:
    started = time.perf_counter()
    base = open_base(index, encoder)
    catalog, problems = read_catalog(seeds)
    keys = list_keys(seeds, catalog)
    changes = compare_files(keys, base.files)
    batches = read_batches(seeds, changes.to_read, catalog, tell, jobs)
    problems += [Skipped(name, why) for name, why in base.skipped.items() if name in changes.same]
    receipt = describe(changes, base, batches, problems)
    if not receipt.documents:
        raise IndexNotUsable(f"No readout could be read in {seeds}; the old index stays.")
    told = {skip.name: skip.reason for skip in receipt.skipped}
    if not dry_run and (base.why or keys != base.files or told != base.skipped):
        add_batches(base.store, changes, batches, encoder, tell)
        tell("writing", 0, 1)
        save_index(base.store, told, keys, index, encoder)
        tell("writing", 1, 1)
    return replace(receipt, dry_run=dry_run, seconds=time.perf_counter() - started)


def describe(changes: Changes, base: Base, batches: Sequence[Batch], problems: Sequence[Skipped]) -> Receipt:
    """Return what an update does to the index."""
    parts = [batch.columns for batch in batches]
    held, read = set(base.store.columns.names), {name for part in parts for name in part.names}
    gone = {*changes.gone, *changes.altered}
    columns = base.store.columns
    kept = np.array([number for number, name in enumerate(columns.names) if name not in gone], dtype=np.int64)
    names = (*(columns.names[number] for number in kept.tolist()), *(name for part in parts for name in part.names))
    prints = Ragged.join([columns.prints.take(kept), *(part.prints for part in parts)])
    among = np.array([name in read for name in names], dtype=np.bool_)
    new_passages = sum(len(part.passages.values) for part in parts)
    skipped = [*problems, *(skip for batch in batches for skip in batch.skipped)]
    return Receipt(
        added=tuple(sorted(read - held)),
        changed=tuple(sorted(read & held)),
        removed=tuple(sorted((gone - read) & held)),
        unchanged=tuple(sorted(held - gone)),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.name)),
        duplicates=find_duplicates(names, prints, among) if read else (),
        inferred=tuple(found for batch in batches for found in batch.inferred),
        documents=len(names),
        passages=int(columns.passages.sizes[kept].sum()) + new_passages,
        whole=base.why,
    )


def add_batches(
    store: LocalStore, changes: Changes, batches: Sequence[Batch], encoder: Encoder, tell: Progress = tell_nobody
) -> None:
    """Take out of the store what is gone or changed, and put in what was read."""
    texts = [text for batch in batches for text in batch.texts]
    vectors = [encoder.encode([], "document")]
    for start in range(0, len(texts), BATCH):
        tell("encoding", start, len(texts))
        vectors.append(encoder.encode(texts[start : start + BATCH], "document"))
    tell("encoding", len(texts), len(texts))
    tell("indexing", 0, 1)
    store.put([batch.columns for batch in batches], np.concatenate(vectors), texts, [*changes.gone, *changes.altered])
    tell("indexing", 1, 1)


def save_index(
    store: LocalStore, skipped: Mapping[str, str], files: Mapping[str, str], index: Path, encoder: Encoder
) -> Manifest:
    """Write the store beside the index that serves now, then put it in its place in one step."""

    def make_manifest(folder: Path) -> Manifest:
        written = sorted(path.name for path in folder.iterdir())
        return Manifest(
            format=FORMAT,
            folder=folder.name,
            encoder=encoder_address(encoder),
            fingerprint=encoder.fingerprint,
            recipe=recipe_hash(),
            files=dict(files),
            skipped=dict(skipped),
            counts={"documents": len(store.entries), "passages": len(store.passages)},
            checksums=checksums(folder, written),
        )

    return replace_index(index, store.save, make_manifest)
