"""Times the search by translated words over many passages: python -m bench.encoder_lexical --data DIR [--passages N].

DIR holds articles as JSON lines with "text" (.jsonl or .jsonl.gz), of which the passages are pieces.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np

from index.embed import DEFAULT_ENCODER
from index.naming.terms import load_terms
from index.psq import TokenIndex
from index.static import StaticEncoder

LENGTH = 400
ASK = "What did the two sides say about {} and {} in 2023?"
QUESTIONS = 500


def read_passages(path: Path) -> Iterator[str]:
    """Yield pieces of equal length of a file's articles."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for text in (json.loads(line)["text"] for line in lines):
            yield from (text[at : at + LENGTH] for at in range(0, len(text), LENGTH))


def passages(data: Path, size: int) -> list[str]:
    """Return so many passages, as many from each file."""
    paths = sorted(data.glob("*.jsonl*"))
    each = -(-size // len(paths))
    return [text for path in paths for text in islice(read_passages(path), each)][:size]


def main() -> None:
    """Print the times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--passages", type=int, default=10_000)
    arguments = parser.parse_args()
    texts = passages(arguments.data, arguments.passages)
    begun = time.perf_counter()
    index = TokenIndex.build(texts, StaticEncoder(DEFAULT_ENCODER))
    built = time.perf_counter() - begun
    with tempfile.TemporaryDirectory() as folder:
        index.save(Path(folder))
        size = sum(path.stat().st_size for path in Path(folder).iterdir())
        begun = time.perf_counter()
        index = TokenIndex.load(Path(folder), StaticEncoder(DEFAULT_ENCODER))
        loaded = time.perf_counter() - begun
    terms = [term.en[0] for term in load_terms()] + [term.hans[0] for term in load_terms()]
    times = []
    for number in range(QUESTIONS):
        question = ASK.format(terms[number % len(terms)], terms[(7 * number + 1) % len(terms)])
        begun = time.perf_counter()
        index.scores(question)
        times.append(1000 * (time.perf_counter() - begun))
    sys.stdout.write(f"{len(texts)} passages, {len(index.terms)} words: built in {built:.1f} s, {size / 1e6:.1f} MB, ")
    sys.stdout.write(
        f"loaded in {loaded:.2f} s; a question {np.median(times):.2f} ms, 95 %: {np.quantile(times, 0.95):.2f}\n"
    )


if __name__ == "__main__":
    main()
