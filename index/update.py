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
from index.entries import Progress, read_entries, tell_nobody
from index.manifest import (
    FORMAT,
    IndexNotUsable,
    Manifest,
    check_files,
    file_hash,
    folder_hash,
    lock_index,
    read_manifest,
    replace_index,
)
from index.origins.catalog import Catalog
from index.read import Skipped, list_refused
from index.receipt import Receipt, find_inferred
from index.records import Entry, Origin
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
    seeds: Path, index: Path, encoder: Encoder, *, progress: Progress | None = None, dry_run: bool = False
) -> Receipt:
    """Bring the index in folder `index` up to date with folder `seeds`, in one step for those who read it.

    Raises IndexNotUsable where nothing can be built, OSError where a folder cannot be read or written; the index of
    before then goes on serving. With `dry_run` nothing is written.
    """
    if not seeds.is_dir():
        raise NotADirectoryError(f"{seeds} is not a folder. Name the folder of readouts with --seeds.")
    tell = progress or tell_nobody
    if dry_run:
        return _update(seeds, index, encoder, tell, dry_run)
    with lock_index(index):
        return _update(seeds, index, encoder, tell, dry_run)


def _update(seeds: Path, index: Path, encoder: Encoder, tell: Progress, dry_run: bool) -> Receipt:
    started = time.perf_counter()
    base = open_base(index, encoder)
    catalog, problems = read_catalog(seeds)
    problems += list_refused(seeds)
    keys = list_keys(seeds, catalog)
    changes = compare_files(keys, base.files)
    entries, skipped = read_entries(seeds, changes.to_read, catalog, tell)
    problems += [Skipped(name, why) for name, why in base.skipped.items() if name in changes.same]
    receipt = describe(changes, base, entries, [*problems, *skipped], catalog)
    if not receipt.documents:
        raise IndexNotUsable(f"No readout could be read in {seeds}; the old index stays.")
    told = {skip.name: skip.reason for skip in receipt.skipped}
    if not dry_run and (base.why or keys != base.files or told != base.skipped):
        store = add_entries(base.store, changes, entries, encoder, tell)
        tell("writing", 0, 1)
        save_index(store, told, keys, index, encoder)
        tell("writing", 1, 1)
    return replace(receipt, dry_run=dry_run, seconds=time.perf_counter() - started)


def describe(
    changes: Changes, base: Base, entries: Sequence[Entry], skipped: Sequence[Skipped], catalog: Catalog
) -> Receipt:
    """Return what an update does to the index."""
    held = {entry.readout.name: len(entry.passages) for entry in base.store.entries}
    read = {entry.readout.name: len(entry.passages) for entry in entries}
    gone = {*changes.gone, *changes.altered} - set(read)
    kept = {name: size for name, size in held.items() if name not in gone}
    return Receipt(
        added=tuple(name for name in read if name not in held),
        changed=tuple(name for name in read if name in held),
        removed=tuple(sorted(gone & set(held))),
        unchanged=tuple(name for name in kept if name not in read),
        skipped=tuple(sorted(skipped, key=lambda skip: skip.name)),
        inferred=tuple(f for e in entries for f in find_inferred(e.readout, catalog.get(e.readout.name, Origin()))),
        documents=len(kept | read),
        passages=sum((kept | read).values()),
        whole=base.why,
    )


def add_entries(
    store: LocalStore, changes: Changes, entries: Sequence[Entry], encoder: Encoder, tell: Progress = tell_nobody
) -> LocalStore:
    """Take out of the store what is gone or changed, and put in what was read."""
    texts = [passage.in_context for entry in entries for passage in entry.passages]
    parts = [encoder.encode([], "document")]
    for start in range(0, len(texts), BATCH):
        tell("encoding", start, len(texts))
        parts.append(encoder.encode(texts[start : start + BATCH], "document"))
    tell("encoding", len(texts), len(texts))
    store.remove([*changes.gone, *changes.altered])
    store.add(entries, np.concatenate(parts))
    return store


def save_index(
    store: LocalStore, skipped: Mapping[str, str], files: Mapping[str, str], index: Path, encoder: Encoder
) -> Manifest:
    """Write the store beside the index that serves now, then put it in its place in one step."""

    def make_manifest(folder: Path) -> Manifest:
        written = sorted(path for path in folder.rglob("*") if path.is_file())
        return Manifest(
            format=FORMAT,
            folder=folder.name,
            encoder=encoder_address(encoder),
            fingerprint=encoder.fingerprint,
            recipe=recipe_hash(),
            files=dict(files),
            skipped=dict(skipped),
            counts={"documents": len(store.entries), "passages": len(store.passages)},
            checksums={path.relative_to(folder).as_posix(): file_hash(path) for path in written},
        )

    return replace_index(index, store.save, make_manifest)
