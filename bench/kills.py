"""Kills builds at random moments and asks after each; `python -m bench.kills --kills 1000`.

Every build changes, adds and removes readouts. After a kill the index must open and answer, hold just the documents of
before or those of after, whole, and after all a plain build must bring everything in.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import sys
import tempfile
import time
import traceback
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tqdm import tqdm

from index.embed import Encoder, load_encoder
from index.manifest import IndexNotUsable
from index.update import update_index
from qa.answer import answer_question
from qa.library import Library, open_library
from qa.live import LiveLibrary

TEXT = "The two sides met in Geneva on May {day}, 2025 and agreed to buy {tons} tons of grain.\n\n双方买{tons}吨粮。\n"
MOST = 10  # builds begun for each one to be killed
Ending = Literal["killed", "ended", "broken"]


@dataclass(slots=True)
class Tally:
    """What was counted; a build that is `broken` ended by an error of its own."""

    killed: int = 0
    ended: int = 0
    broken: int = 0
    lost: int = 0
    failed: int = 0
    left_over: int = 0


def change_folder(seeds: Path, rng: random.Random) -> None:
    """Add, change or remove a few readouts."""
    for _ in range(rng.randint(1, 3)):
        path = seeds / f"{rng.randint(0, 11):02d}.txt"
        if path.exists() and rng.random() < 0.4 and len(list(seeds.iterdir())) > 3:
            path.unlink()
        else:
            path.write_text(TEXT.format(day=rng.randint(1, 28), tons=rng.randint(1, 10**9)), encoding="utf-8")


def texts_of(seeds: Path) -> dict[str, str]:
    """Return what a folder holds."""
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(seeds.iterdir())}


def held(library: Library) -> dict[str, str]:
    """Return the text of each document held."""
    return {entry.readout.name: entry.readout.text for entry in library.store.entries}


def same(documents: dict[str, str], files: dict[str, str]) -> bool:
    """Tell whether the documents held are just these files."""
    squeezed = {name: "".join(text.split()) for name, text in files.items()}
    return {name: "".join(text.split()) for name, text in documents.items()} == squeezed


def build_and_kill(seeds: Path, index: Path, encoder: Encoder, after: float) -> Ending:
    """Build in a process of its own, kill it after so many seconds, and tell how it ended."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            update_index(seeds, index, encoder)
            code = 0
        finally:
            if code:
                traceback.print_exc()
            os._exit(code)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "killed"
    return "broken" if os.waitstatus_to_exitcode(status) else "ended"


def run(kills: int, seed: int, folder: Path) -> Tally:
    """Begin builds until so many were killed, and count what was lost."""
    rng, tally = random.Random(seed), Tally()
    seeds, index, encoder = folder / "seeds", folder / "index", load_encoder()
    seeds.mkdir()
    change_folder(seeds, rng)
    begun = time.perf_counter()
    update_index(seeds, index, encoder)
    longest = 1.5 * (time.perf_counter() - begun)
    live, before = LiveLibrary(index, encoder), texts_of(seeds)
    bar = tqdm(total=kills, disable=None)
    while tally.killed < kills and tally.killed + tally.ended + tally.broken < MOST * kills:
        change_folder(seeds, rng)
        after, moment = texts_of(seeds), rng.uniform(0, longest)
        ending = build_and_kill(seeds, index, encoder, moment)
        if ending == "ended":
            longest = max(0.02, 0.8 * longest + 0.2 * moment)  # so that most kills meet a build under way
        else:
            longest *= 1.02
        setattr(tally, ending, getattr(tally, ending) + 1)
        bar.update(tally.killed - bar.n)
        try:
            documents = held(open_library(index, encoder))
            answered = answer_question("How much grain was bought?", live.refresh()).searched.documents
            tally.failed += answered != len(documents) or bool(live.problem)
        except IndexNotUsable:
            tally.failed += 1
            continue
        if same(documents, after):
            before = after
        elif ending != "ended" and same(documents, before):
            continue
        else:
            tally.lost += 1
    update_index(seeds, index, encoder)
    tally.lost += not same(held(open_library(index, encoder)), texts_of(seeds))
    tally.left_over = len([path for path in index.iterdir() if path.name.startswith(("index-", "manifest."))]) - 2
    return tally


def main() -> int:
    """Print what was counted."""
    parser = argparse.ArgumentParser(prog="python -m bench.kills", description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        tally = run(options.kills, options.seed, Path(folder))
    print(f"{tally.killed} builds killed, {tally.ended} ended before, {tally.broken} ended by an error;")
    print(f"{tally.lost} lost documents or mixed indexes,")
    print(f"{tally.failed} failed questions, {tally.left_over} files left over after a plain build")
    return int(bool(tally.broken or tally.lost or tally.failed or tally.left_over))


if __name__ == "__main__":
    sys.exit(main())
