"""Reads files that are bent at random, and asks about them: `python -m bench.fuzz --minutes N [--seed N] [--keep DIR]`.

Prints how many inputs there were, of which kinds, how many were refused with a cure, and every fault with its seed.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from bench.invariants import check_file
from bench.mutate import load_bases, make_file

QUESTIONS = (
    "What did Xi say about Taiwan?",
    "双方就经贸问题各说了什么？",
    "雙方同意了什麼？",
    "What did each side say about trade in 2023?",
    "When did they meet?",
    "How many tons of soybeans?",
    "谁说的“一个中国”？",
    "\u202e<script>’",
)
ASKED = 0.1  # of all inputs
_SLOW = 5.0  # seconds; a small file that takes longer is a fault
_EVERY = 60.0  # seconds between two reports


def run_one(seed: int, bases: Sequence[str]) -> tuple[str, bool, str | None]:
    """Make the file of a seed and check it: its kind, whether it was read, and the fault if there is one."""
    rng = random.Random(seed)
    name, data = make_file(rng, bases)
    questions = rng.sample(QUESTIONS, 2) if rng.random() < ASKED else ()
    kind = name.rsplit(".", 1)[-1]
    started = time.process_time()
    try:
        read = check_file(name, data, questions)
    except Exception:  # noqa: BLE001  every fault is what is looked for
        return kind, True, traceback.format_exc(limit=-6)
    seconds = time.process_time() - started
    return kind, read, f"took {seconds:.1f} s\n" if seconds > _SLOW else None


def run(seed: int, minutes: float, keep: Path | None) -> tuple[Counter[str], list[tuple[int, str]]]:
    """Check files until the time is over; return counts by kind and outcome, and the faults with their seeds."""
    bases = load_bases()
    counts: Counter[str] = Counter()
    faults: list[tuple[int, str]] = []
    end = time.monotonic() + minutes * 60
    told = time.monotonic()
    while time.monotonic() < end:
        kind, read, fault = run_one(seed, bases)
        counts[f"{kind} {'read' if read else 'refused'}"] += 1
        if fault:
            faults.append((seed, fault))
            _keep(seed, fault, bases, keep)
        seed += 1
        if time.monotonic() - told > _EVERY:
            told = time.monotonic()
            print(f"{sum(counts.values()):,} inputs, {len(faults)} faults", flush=True)
    return counts, faults


def _keep(seed: int, fault: str, bases: Sequence[str], keep: Path | None) -> None:
    print(f"seed {seed}: {fault}", flush=True)
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        name, data = make_file(random.Random(seed), bases)
        (keep / f"{seed}_{name}").write_bytes(data)


def main(arguments: list[str] | None = None) -> int:
    """Fuzz for the time named on the command line; 1 where a fault was found."""
    parser = argparse.ArgumentParser(prog="python -m bench.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0, help="how long (default: 1)")
    parser.add_argument("--workers", type=int, default=1, help="processes at once (default: 1)")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first input (default: 0)")
    parser.add_argument("--keep", type=Path, help="a folder for the files that a fault was found with")
    options = parser.parse_args(arguments)
    seeds = [options.seed + 100_000_000 * worker for worker in range(options.workers)]
    if options.workers == 1:
        results = [run(options.seed, options.minutes, options.keep)]
    else:
        with ProcessPoolExecutor(options.workers) as pool:
            jobs = [pool.submit(run, seed, options.minutes, options.keep) for seed in seeds]
            results = [job.result() for job in jobs]
    counts = sum((found for found, _ in results), Counter[str]())
    faults = [fault for _, found in results for fault in found]
    for kind, number in sorted(counts.items()):
        print(f"{kind}: {number:,}")
    print(f"{sum(counts.values()):,} inputs from seed {options.seed} on, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
