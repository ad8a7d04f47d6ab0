"""Reads and asks what nobody would write: `python -m bench.fuzz --inputs N [--seed N] [--workers N] [--keep DIR]`.

Nine inputs of ten are files, read, cleaned, split and attributed; a hundred at a time become an index, and every tenth
input is asked of it: a question, a follow-up, a quotation to verify, a phrase. Prints how many there were, of which
kinds, how many files were refused with a cure, and every fault with its number, which makes the same input again.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path

from bench.batch import BATCH, Tally, fuzz_batch
from bench.mutate import load_bases
from bench.small import is_asked, make_small_file
from index.embed import Encoder, load_encoder

_SHARD = 20 * BATCH  # inputs that a process is given at a time
_EVERY = 60.0  # seconds between two reports


@cache
def _tools() -> tuple[list[str], Encoder]:
    tools = load_bases(), load_encoder()
    gc.freeze()  # the tables are looked through at every collection otherwise
    return tools


def run_shard(first: int, end: int) -> Tally:
    """Check the inputs from number `first` to the one before `end`."""
    bases, encoder = _tools()
    tally = Tally()
    for at in range(first, end, BATCH):
        tally += fuzz_batch(range(at, min(at + BATCH, end)), bases, encoder)
    return tally


def run(seed: int, inputs: int, workers: int, keep: Path | None = None) -> Tally:
    """Check inputs from number `seed` on, and tell of faults as they are found."""
    shards = [(at, min(at + _SHARD, seed + inputs)) for at in range(seed, seed + inputs, _SHARD)]
    whole, told = Tally(), time.monotonic()
    with ProcessPoolExecutor(workers) as pool:
        jobs = {pool.submit(run_shard, *shard): shard for shard in shards}
        for job in as_completed(jobs):
            try:
                tally = job.result()
            except BrokenProcessPool:
                print(f"A process was ended by one of the inputs from {jobs[job]} or beside them.", flush=True)
                raise
            _tell(tally, whole, keep)
            whole += tally
            if time.monotonic() - told > _EVERY:
                told = time.monotonic()
                print(f"{whole.inputs:,} inputs, {len(whole.faults)} faults", flush=True)
    return whole


def _tell(tally: Tally, before: Tally, keep: Path | None) -> None:
    known = {fault.key for fault in before.faults}
    for fault in tally.faults:
        if keep:
            _keep(fault.number, fault.text, keep)
        if fault.key not in known:
            known.add(fault.key)
            print(f"input {fault.number}: {fault.text}", flush=True)


def _keep(number: int, text: str, keep: Path) -> None:
    keep.mkdir(parents=True, exist_ok=True)
    with (keep / "faults.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"number": number, "fault": text}) + "\n")
    if not is_asked(number):
        made = make_small_file(number, _tools()[0])
        (keep / f"{number}.{made.name.rsplit('.', 1)[-1]}").write_bytes(made.data)


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz as many inputs as the command line names; 1 where a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000, help="how many (default: 10,000)")
    parser.add_argument("--workers", type=int, default=1, help="processes at once (default: 1)")
    parser.add_argument("--seed", type=int, default=0, help="the number of the first input (default: 0)")
    parser.add_argument("--keep", type=Path, help="a folder for the faults and the files that they were found with")
    options = parser.parse_args(arguments)
    started = time.monotonic()
    tally = run(options.seed, options.inputs, options.workers, options.keep)
    for kind, number in sorted(tally.kinds.items()):
        print(f"{kind}: {number:,}")
    rate = tally.inputs / max(time.monotonic() - started, 0.001)
    distinct = len({fault.key for fault in tally.faults})
    print(
        f"{tally.inputs:,} inputs from number {options.seed} on, {rate:.0f} a second; {len(tally.faults)} faults",
        end="",
    )
    print(f", {distinct} different")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main())
