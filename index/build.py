"""Build the index of a folder of readouts, or bring it up to date; `python -m index.build`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

from tqdm import tqdm

from index.changes import compare_files, list_keys, read_catalog
from index.embed import Encoder, load_encoder, load_translator
from index.entries import read_batches
from index.manifest import BUILT, SEEDS, IndexNotUsable, read_manifest
from index.read import Skipped
from index.receipt import Receipt
from index.static import BrokenEncoderError
from index.store import LocalStore
from index.update import add_batches, recipe_hash, update_index
from index.watch import watch_folder


def is_current(index: Path, seeds: Path, encoder: Encoder) -> bool:
    """Tell whether the index was built from just these files, by this encoder and this recipe."""
    try:
        manifest = read_manifest(index)
    except IndexNotUsable:
        return False
    made = (manifest.fingerprint, manifest.recipe, manifest.files)
    files = list_keys(seeds, read_catalog(seeds)[0])
    return made == (encoder.fingerprint, recipe_hash(), files) and (index / manifest.folder).is_dir()


def build_index(seeds: Path, encoder: Encoder) -> tuple[LocalStore, list[Skipped]]:
    """Return a store of all readouts in folder `seeds`, and the files that could not be read; writes nothing."""
    catalog, problems = read_catalog(seeds)
    changes = compare_files(list_keys(seeds, catalog), {})
    batches = read_batches(seeds, changes.to_read, catalog)
    store = LocalStore(encoder.encode([], "document").shape[1], load_translator(encoder))
    add_batches(store, changes, batches, encoder)
    return store, [*problems, *(skip for batch in batches for skip in batch.skipped)]


class Bars:
    """Shows how far each stage is, one bar after the other, where the output is a terminal."""

    def __init__(self) -> None:
        self._bar: tqdm[NoReturn] | None = None
        self._stage = ""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Show that `done` of `total` is done in a stage."""
        if self._bar is None or self._stage != stage:
            self.close()
            self._bar, self._stage = tqdm(total=total, desc=stage, disable=None), stage
        self._bar.update(done - self._bar.n)

    def close(self) -> None:
        """End the bar that is shown."""
        if self._bar is not None:
            self._bar.close()


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    parser = argparse.ArgumentParser(prog="python -m index.build", description=__doc__)
    parser.add_argument("--seeds", type=Path, default=SEEDS, help="the folder of readouts (default: seeds)")
    parser.add_argument("--index", type=Path, default=BUILT, help="where the index goes (default: index/built)")
    parser.add_argument("--encoder", help="a sentence-transformers model by name or path (default: index/encoder)")
    parser.add_argument("--dry-run", action="store_true", help="tell what would be done, and write nothing")
    parser.add_argument("--json", action="store_true", help="print what was done as one JSON object")
    parser.add_argument("--watch", action="store_true", help="go on, and update whenever the folder changes")
    parser.add_argument("--jobs", type=int, metavar="N", help="how many processes read files (default: one a core)")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Bring the index named on the command line up to date, and say what was done."""
    parser = make_parser()
    options = parser.parse_args(arguments)
    if not options.seeds.is_dir():
        parser.error(f"{options.seeds} is not a folder. Name the folder of readouts with --seeds.")
    bars = Bars()

    def update() -> Receipt:
        try:
            how = {"dry_run": options.dry_run, "jobs": options.jobs}
            return update_index(options.seeds, options.index, encoder, progress=bars, **how)
        finally:
            bars.close()

    try:
        encoder = load_encoder(options.encoder)
        if options.watch:
            return _watch(options, update)
        _print(update(), options)
    except (IndexNotUsable, BrokenEncoderError, OSError) as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


def _watch(options: argparse.Namespace, update: Callable[[], Receipt]) -> int:
    print(f"Watching {options.seeds} (Ctrl-C ends it)", file=sys.stderr, flush=True)
    problem = ""
    for found in watch_folder(options.seeds, update):
        if isinstance(found, Receipt):
            _print(found, options)
        elif str(found) != problem:
            print(found, file=sys.stderr, flush=True)
        problem = "" if isinstance(found, Receipt) else str(found)
    return 0


def _print(receipt: Receipt, options: argparse.Namespace) -> None:
    head = f"The index in {options.index} is up to date.\n" if receipt.is_empty else ""
    print(receipt.to_json() if options.json else head + receipt.to_text(), flush=True)


if __name__ == "__main__":
    sys.exit(main())
