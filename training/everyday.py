"""Learns how a question's everyday words are to be moved; `python -m training.everyday` writes them beside the ranker.

From the written pairs of paraphrase_pairs.tsv: a question must find the official sentence that says the same among
thousands, in its own language and in the other. And from the questions of dev, which must find their right sentences
among their candidates. Sentences keep the vectors of the default encoder; parts of official ones are asked for too,
lest the words as printed be forgotten. Seeded: the same rows, questions and encoder give the same moves.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.numpy import save_file

from index.embed import DEFAULT_ENCODER
from index.naming.tables import read_rows
from index.static import StaticEncoder
from qa.ranking.everyday import MOVES, pack
from training.asked import make_asked
from training.moves import STEPS, Floats, Task, learn
from training.parts import add_parts, collect_all
from training.rewordings import COLUMNS, PAIRS

LARGEST = 7  # of the numbers that a move is written in
HELD, SHUFFLED = 300, 3


def read_task(encoder: StaticEncoder) -> Task:
    """Return the task of all written pairs."""
    return make_task(_rows(), encoder)


def _rows() -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in COLUMNS) for row in read_rows(PAIRS, COLUMNS)]


def make_task(rows: Sequence[tuple[str, ...]], encoder: StaticEncoder) -> Task:
    """Return the task of rows as in COLUMNS: each question asks for the official text of both languages."""
    texts = [text for row in rows for text in (row[1], row[3])]
    numbers = range(len(rows))
    asked = [
        (row[place], 2 * n + other)
        for n, row in zip(numbers, rows, strict=True)
        for place in (0, 2)
        for other in (0, 1)
    ]
    told = [
        (row[place], 2 * n + other) for n, row in zip(numbers, rows, strict=True) for place, other in ((1, 1), (3, 0))
    ]
    return Task(
        questions=encoder.cut([text for text, _ in (*asked, *told)]),
        answers=np.asarray([number for _, number in (*asked, *told)]),
        texts=encoder.cut(texts),
        vectors=torch.from_numpy(encoder.encode(texts)),
    )


def write_moves(moves: Floats, fingerprint: str, path: Path = MOVES) -> None:
    """Write the rows that are moved, in four bits a number, with the fingerprint of the encoder that they belong to."""
    pieces = np.flatnonzero(np.abs(moves).max(axis=1) > 0).astype(np.int32)
    factors = (np.abs(moves[pieces]).max(axis=1) / LARGEST).astype(np.float16)
    numbers = np.rint(moves[pieces] / factors[:, None]).clip(-LARGEST, LARGEST).astype(np.int8)
    save_file(
        {"pieces": pieces, "moves": pack(numbers), "factors": factors}, path, metadata={"fingerprint": fingerprint}
    )
    path.chmod(0o644)


def find_ranks(rows: Sequence[tuple[str, ...]], encoder: StaticEncoder, table: Floats) -> dict[str, float]:
    """Return the mean reciprocal rank of the official text that an everyday one asks for, in percent."""
    found = {}
    for name, asked, told in (("en", 0, 1), ("zh", 2, 3), ("en-zh", 0, 3), ("zh-en", 2, 1)):
        sums = np.stack([table[pieces].sum(axis=0) for pieces in encoder.cut([row[asked] for row in rows])])
        likeness = sums @ encoder.encode([row[told] for row in rows]).T
        ranks = (likeness >= likeness.diagonal()[:, None]).sum(axis=1)
        found[name] = round(100 * float((1 / ranks).mean()), 1)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Learn, tell what it is worth on rows left out, and write the moves learned from all rows and questions."""
    parser = argparse.ArgumentParser(prog="python -m training.everyday", description=__doc__)
    parser.add_argument("--steps", type=int, default=STEPS)
    add_parts(parser)
    parser.add_argument(
        "--hold-out", action="store_true", help=f"learn without {HELD} rows, measure on them, write nothing"
    )
    options = parser.parse_args(arguments)
    encoder, rows = StaticEncoder(DEFAULT_ENCODER), _rows()
    table = encoder.table
    asked = make_asked(collect_all(options.readouts, options.releases), encoder)
    if options.hold_out:
        np.random.default_rng(SHUFFLED).shuffle(rows)
        learned = learn(make_task(rows[HELD:], encoder), table, asked, options.steps)
        print("as the encoder has it:", find_ranks(rows[:HELD], encoder, table))
        print("moved:", find_ranks(rows[:HELD], encoder, learned))
        return 0
    write_moves(learn(make_task(rows, encoder), table, asked, options.steps) - table, encoder.fingerprint)
    print(f"wrote {MOVES.name}: {len(rows)} rows, {len(asked.questions)} questions")
    return 0


if __name__ == "__main__":
    sys.exit(main())
