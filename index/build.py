"""The stages in order, from a folder of readouts to an index on disk; `python -m index.build`."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path

from tqdm import tqdm

from index.attribute import attribute_sentences
from index.embed import DEFAULT_ENCODER, Encoder, load_encoder, load_translator
from index.manifest import (
    BUILT,
    FORMAT,
    SEEDS,
    IndexNotUsable,
    Manifest,
    file_hash,
    folder_hash,
    read_manifest,
    write_manifest,
)
from index.read import Skipped, list_files, read_folder
from index.records import Entry, Readout
from index.split import find_groups, split_passages, split_sentences
from index.store import LocalStore
from index.words import split_words

HERE = Path(__file__).parent


def recipe_hash() -> str:
    """Return one hash over the code and data that turn a file into an entry: another recipe, another index."""
    return folder_hash([path for pattern in ("**/*.py", "**/*.tsv", "*.txt") for path in sorted(HERE.glob(pattern))])


def encoder_address(encoder: Encoder) -> str:
    """Return what load_encoder needs to load `encoder` again; empty for the default one."""
    folder = getattr(encoder, "folder", None)
    return "" if folder == DEFAULT_ENCODER else str(folder or encoder.name)


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


def build_index(seeds: Path, encoder: Encoder, *, progress: bool = False) -> tuple[LocalStore, list[Skipped]]:
    """Return a store of all readouts in folder `seeds`, and the files that could not be read."""
    readouts, skipped = read_folder(seeds)
    entries = [make_entry(readout) for readout in tqdm(readouts, "reading", unit="file", disable=not progress)]
    texts = [passage.in_context for entry in entries for passage in entry.passages]
    vectors = encoder.encode(texts, "document")
    store = LocalStore(vectors.shape[1], load_translator(encoder))
    store.add(entries, vectors)
    return store, skipped


def list_hashes(seeds: Path) -> dict[str, str]:
    """Return the hash of every file in folder `seeds` that an index of it depends on."""
    return {path.relative_to(seeds).as_posix(): file_hash(path) for path in list_files(seeds)}


def is_current(index: Path, seeds: Path, encoder: Encoder) -> bool:
    """Tell whether the index was built from just these files, by this encoder and this recipe."""
    try:
        manifest = read_manifest(index)
    except IndexNotUsable:
        return False
    made = (manifest.fingerprint, manifest.recipe, manifest.files)
    return made == (encoder.fingerprint, recipe_hash(), list_hashes(seeds)) and (index / manifest.folder).is_dir()


def save_index(store: LocalStore, skipped: list[Skipped], index: Path, seeds: Path, encoder: Encoder) -> Manifest:
    """Write the store beside the index that serves now, then put it in its place in one step."""
    index.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="index-", dir=index))
    store.save(folder)
    written = sorted(path for path in folder.rglob("*") if path.is_file())
    for path in written:
        with path.open("rb") as file:
            os.fsync(file.fileno())
    manifest = Manifest(
        format=FORMAT,
        folder=folder.name,
        encoder=encoder_address(encoder),
        fingerprint=encoder.fingerprint,
        recipe=recipe_hash(),
        files=list_hashes(seeds),
        skipped={skip.name: skip.reason for skip in skipped},
        counts={"documents": len(store.entries), "passages": len(store.passages)},
        checksums={path.relative_to(folder).as_posix(): file_hash(path) for path in written},
    )
    write_manifest(index, manifest)
    for old in index.glob("index-*"):
        if old.name != folder.name:
            shutil.rmtree(old, ignore_errors=True)
    return manifest


def main(arguments: list[str] | None = None) -> int:
    """Build the index named on the command line unless it is up to date."""
    parser = argparse.ArgumentParser(prog="python -m index.build", description=__doc__)
    parser.add_argument("--seeds", type=Path, default=SEEDS, help="the folder of readouts (default: seeds)")
    parser.add_argument("--index", type=Path, default=BUILT, help="where the index goes (default: index/built)")
    parser.add_argument("--encoder", help="a sentence-transformers model by name or path (default: index/encoder)")
    options = parser.parse_args(arguments)
    if not options.seeds.is_dir():
        parser.error(f"{options.seeds} is not a folder. Name the folder of readouts with --seeds.")
    encoder = load_encoder(options.encoder)
    if is_current(options.index, options.seeds, encoder):
        print(f"The index in {options.index} is up to date.")
        return 0
    store, skipped = build_index(options.seeds, encoder, progress=True)
    for skip in skipped:
        print(f"Skipped {skip.name}: {skip.reason}", file=sys.stderr)
    if not store.entries:
        print(f"No readout could be read in {options.seeds}; the old index stays.", file=sys.stderr)
        return 1
    counts = save_index(store, skipped, options.index, options.seeds, encoder).counts
    print(f"Built {options.index}: {counts['documents']} documents, {counts['passages']} passages.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
