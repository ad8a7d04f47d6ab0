"""Learns how a question's everyday words are to be moved; `python -m training.everyday` writes them beside the ranker.

From the written pairs of paraphrase_pairs.tsv: a question must find the official sentence that says the same among all
of them, in its own language and in the other. Sentences keep the vectors of the default encoder; parts of them are
asked for too, lest the words as printed be forgotten. Seeded: the same rows and encoder give the same moves.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch import Tensor
from torch.nn import functional
from tqdm import tqdm

from index.embed import DEFAULT_ENCODER
from index.naming.tables import read_rows
from index.static import StaticEncoder
from qa.ranking.everyday import MOVES, pack
from training.rewordings import COLUMNS, PAIRS

STEPS, BATCH, RATE, SCALE = 300, 768, 0.005, 20.0
PARTS = 256  # of a batch, parts of official sentences that ask for the whole
KEPT = (0.25, 0.5, 0.75)  # the shares of a sentence's words that such a part has
HOLD = 0.3  # how much moving a sub-word by a typical vector's length costs
LARGEST = 7  # of the numbers that a move is written in
HELD, SEED = 300, 3

Floats = NDArray[np.float32]
Pieces = NDArray[np.int32]


@dataclass(frozen=True)
class Task:
    """Questions with the numbers of the official texts that answer them, and those texts with their vectors."""

    questions: list[Pieces]
    answers: Tensor
    texts: list[Pieces]
    vectors: Tensor


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
        answers=torch.tensor([number for _, number in (*asked, *told)]),
        texts=encoder.cut(texts),
        vectors=torch.from_numpy(encoder.encode(texts)),
    )


def learn(task: Task, table: Floats, steps: int = STEPS, seed: int = SEED) -> Floats:
    """Return the table with the rows of questions' words moved."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    lengths = np.linalg.norm(table, axis=1)
    typical = float(np.median(lengths[lengths > 0]))
    before, moved = torch.from_numpy(table), torch.nn.Parameter(torch.from_numpy(table.copy()))
    optimizer = torch.optim.Adam([moved], lr=RATE * typical)
    slower = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.01, steps)
    for _ in tqdm(range(steps), desc="learning", unit="step"):
        chosen = torch.from_numpy(random.integers(len(task.questions), size=BATCH - PARTS))
        whole = torch.from_numpy(random.integers(len(task.texts), size=PARTS))
        bags = [*(task.questions[i] for i in chosen.tolist()), *(_part(task.texts[i], random) for i in whole.tolist())]
        pieces, starts = _join(bags)
        sums = functional.embedding_bag(pieces, moved, starts, mode="sum")
        odds = SCALE * functional.normalize(sums, dim=1) @ task.vectors.T
        used = torch.unique(pieces)
        held = (moved[used] - before[used]).square().sum(dim=1).mean() / typical**2
        loss = functional.cross_entropy(odds, torch.cat([task.answers[chosen], whole])) + HOLD * held
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]  # torch leaves it untyped
        optimizer.step()
        slower.step()
    return moved.detach().numpy()


def _part(pieces: Pieces, random: np.random.Generator) -> Pieces:
    kept = pieces[random.random(len(pieces)) < random.choice(KEPT)]
    return kept if len(kept) else pieces


def _join(bags: Sequence[Pieces]) -> tuple[Tensor, Tensor]:
    starts = np.cumsum([0, *map(len, bags[:-1])])
    return torch.from_numpy(np.concatenate(bags).astype(np.int64)), torch.from_numpy(starts)


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
    """Learn, tell what it is worth on rows left out, and write the moves learned from all rows."""
    parser = argparse.ArgumentParser(prog="python -m training.everyday", description=__doc__)
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument(
        "--hold-out", action="store_true", help=f"learn without {HELD} rows, measure on them, write nothing"
    )
    options = parser.parse_args(arguments)
    encoder = StaticEncoder(DEFAULT_ENCODER)
    rows = [tuple(row[column] for column in COLUMNS) for row in read_rows(PAIRS, COLUMNS)]
    table = encoder.table
    if options.hold_out:
        np.random.default_rng(SEED).shuffle(rows)
        learned = learn(make_task(rows[HELD:], encoder), table, options.steps)
        print("as the encoder has it:", find_ranks(rows[:HELD], encoder, table))
        print("moved:", find_ranks(rows[:HELD], encoder, learned))
        return 0
    write_moves(learn(make_task(rows, encoder), table, options.steps) - table, encoder.fingerprint)
    print(f"wrote {MOVES.name}: {len(rows)} rows")
    return 0


if __name__ == "__main__":
    sys.exit(main())
