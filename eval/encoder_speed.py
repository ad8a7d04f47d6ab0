"""How fast an encoder loads and encodes, in a process of its own: python -m eval.encoder_speed NAME --data DIR."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")
PASSAGE = "xquad.en.json"
SECONDS = 2.0


def measure(name: str | None, data: Path, threads: int | None) -> dict[str, float]:
    """Return seconds to load, and questions and passages a second, with so many threads (None: all)."""
    environment = dict(os.environ)
    for variable in THREADS:
        environment.pop(variable, None)
        if threads is not None:
            environment[variable] = str(threads)
    command = [sys.executable, "-m", "eval.encoder_speed", "--data", str(data), *([name] if name else [])]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def time_encoder(name: str | None, data: Path) -> dict[str, float]:
    """Load the encoder and encode questions and passages of both languages for some seconds."""
    begun = time.perf_counter()
    from index.embed import load_encoder  # the import is part of what is timed

    encoder = load_encoder(name)
    encoder.encode(["word"], "query")
    loaded = time.perf_counter() - begun
    from eval.encoder_sets import read_questions

    sets = [read_questions(data, f"xquad.{language}.json") for language in ("zh", "en")]
    questions = [question.text for asked in sets for question in asked.questions]
    passages = [passage for asked in sets for passage in asked.passages]
    return {
        "load": loaded,
        "questions": _rate(lambda texts: encoder.encode(texts, "query"), questions),
        "passages": _rate(lambda texts: encoder.encode(texts, "document"), passages),
    }


def _rate(work: Callable[[list[str]], object], texts: list[str]) -> float:
    """Return texts a second; each round's texts are new, as an encoder may remember what it has cut into sub-words."""
    work(texts)
    rounds, spent = 0, 0.0
    while spent < SECONDS:
        rounds += 1
        new = [f"{text} {rounds}" for text in texts]
        begun = time.perf_counter()
        work(new)
        spent += time.perf_counter() - begun
    return rounds * len(texts) / spent


def main() -> None:
    """Print the figures as one line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("encoder", nargs="?")
    parser.add_argument("--data", type=Path, required=True)
    arguments = parser.parse_args()
    sys.stdout.write(json.dumps(time_encoder(arguments.encoder, arguments.data)) + "\n")


if __name__ == "__main__":
    main()
