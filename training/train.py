"""Makes the encoder: python -m training.train --data DIR --out DIR [--steps N].

DIR holds parallel/*.tsv (Chinese TAB English), dict/*.tsv (Traditional TAB Simplified TAB glosses parted by /) and
mono/*.jsonl (objects with "title" and "text"), each also as .gz; training/sources.toml says how each is used.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from tqdm import tqdm

from eval.encoder import report
from training.batches import Batches
from training.export import export
from training.finish import Mean, set_apart, shorten, sightings, typical
from training.model import Table
from training.prepare import Prepared, prepare
from training.pseudo import QuestionMaker
from training.settings import Settings
from training.sources import MalformedRowError
from training.start import carry_over

SHOWN = 100
START_LENGTH = 4.0  # what rows have grown to after some thousand steps

Watch = Callable[[int, NDArray[np.float32], Mean], None]


def learning_rate(step: int, settings: Settings) -> float:
    """Return the rate at a step: a straight rise, then half a cosine down to the last rate."""
    if step < settings.warm_up:
        return settings.rate * (step + 1) / settings.warm_up
    done = (step - settings.warm_up) / max(1, settings.steps - settings.warm_up)
    return settings.last_rate + (settings.rate - settings.last_rate) * 0.5 * (1 + math.cos(math.pi * done))


def train(prepared: Prepared, settings: Settings, watch: Watch | None = None) -> NDArray[np.float32]:
    """Return the table of vectors after all steps; `watch` is shown the step, the table and its mean."""
    torch.set_num_threads(settings.threads)
    maker = QuestionMaker.create(prepared.tokenizer, prepared.weights)
    batches = Batches(prepared.corpora, prepared.orders, maker, settings.plan)
    random = np.random.default_rng(settings.seed)
    table = Table(_start(prepared, settings), settings.threads, settings.scale)
    mean = Mean(int(settings.mean_from * settings.steps))
    losses: list[float] = []
    for step in (bar := tqdm(range(settings.steps), desc="training", unit="step")):
        losses.append(table.step(*batches.draw(random), learning_rate(step, settings)))
        mean.add(step, table.weight.numpy())
        if step % SHOWN == 0:
            bar.set_postfix(loss=f"{np.mean(losses[-SHOWN:]):.3f}")
            if watch is not None:
                watch(step, table.weight.numpy(), mean)
    return _finish(mean.table(table.weight.numpy()), prepared, settings)


def _start(prepared: Prepared, settings: Settings) -> NDArray[np.float32]:
    if settings.start is None:
        return prepared.vectors
    return typical(carry_over(prepared.vectors, prepared.tokenizer, settings.start)) * np.float32(START_LENGTH)


def _finish(learnt: NDArray[np.float32], prepared: Prepared, settings: Settings) -> NDArray[np.float32]:
    others = [carry_over(prepared.vectors, prepared.tokenizer, folder) for folder in settings.mean]
    table = sum((typical(other) for other in others), typical(learnt))
    seen = sightings(prepared.corpora, len(table))
    return set_apart(shorten(table), seen, prepared.tokenizer, settings.seed)


def read_settings(arguments: list[str] | None = None) -> tuple[argparse.Namespace, Settings]:
    """Return the command line's arguments, and the settings that they make."""
    known = Settings()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the training text")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write the encoder to")
    parser.add_argument("--eval", type=Path, help="the folder with the public sets; without it DATA/eval, if there")
    parser.add_argument("--steps", type=int, default=known.steps)
    parser.add_argument("--dimensions", type=int, default=known.dimensions)
    parser.add_argument("--rate", type=float, default=known.rate)
    parser.add_argument("--last-rate", type=float, default=known.last_rate, help="the rate at the last step")
    parser.add_argument(
        "--mean-from",
        type=float,
        default=known.mean_from,
        help="take the mean of the table from this share of the steps",
    )
    parser.add_argument("--seed", type=int, default=known.seed)
    parser.add_argument("--threads", type=int, default=known.threads)
    parser.add_argument("--hold-out", action="store_true", help="leave every fifth glossary term out of training")
    parser.add_argument("--start", type=Path, help="the folder of an earlier encoder, to go on from its vectors")
    parser.add_argument(
        "--mean",
        type=Path,
        nargs="+",
        default=[],
        help="folders of earlier encoders: write the mean of them and what was learnt",
    )
    parser.add_argument("--questions", type=float, default=known.plan.questions, help="the share of pseudo-questions")
    parser.add_argument("--terms", type=float, default=known.plan.terms, help="the share of batches of the glossary")
    found = parser.parse_args(arguments)
    plan = replace(known.plan, questions=found.questions, terms=found.terms)
    names = ("start", "steps", "dimensions", "rate", "last_rate", "mean_from", "seed", "threads", "hold_out")
    return found, replace(known, plan=plan, mean=tuple(found.mean), **{name: getattr(found, name) for name in names})


def main() -> None:
    """Train, write the encoder and print how it measures."""
    arguments, settings = read_settings()
    try:
        prepared = prepare(arguments.data, settings)
    except (FileNotFoundError, MalformedRowError) as error:
        sys.exit(f"training.train: {error}")
    export(train(prepared, settings), prepared.tokenizer, arguments.out)
    sets = arguments.eval or arguments.data / "eval"
    if sets.is_dir():
        for part in report(str(arguments.out), sets):
            sys.stdout.write(part + "\n")


if __name__ == "__main__":
    main()
