"""Makes the encoder: python -m training.train --data DIR --out DIR [--steps N].

DIR holds parallel/*.tsv (Chinese TAB English), dict/*.tsv (Traditional TAB Simplified TAB glosses parted by /) and
mono/*.jsonl (objects with "title" and "text"), each also as .gz; training/sources.toml says how each is used and
training/recipe.toml in which stages. Finished stages are kept in training/cache: the same command goes on after a cut.
"""

from __future__ import annotations

import argparse
import hashlib
import math
import sys
from collections.abc import Callable
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
from training.prepare import CACHE, Prepared, prepare
from training.pseudo import QuestionMaker
from training.recipe import RECIPE, BadRecipeError, follow, read_recipe
from training.settings import Settings
from training.sources import MalformedRowError
from training.start import carry_over
from training.synonyms import draw_together

SHOWN = 100
START_LENGTH = 4.0  # what rows have grown to after some thousand steps

Floats = NDArray[np.float32]
Watch = Callable[[int, Floats, Mean], None]


def learning_rate(step: int, settings: Settings) -> float:
    """Return the rate at a step: a straight rise, then half a cosine down to the last rate."""
    if step < settings.warm_up:
        return settings.rate * (step + 1) / settings.warm_up
    done = (step - settings.warm_up) / max(1, settings.steps - settings.warm_up)
    return settings.last_rate + (settings.rate - settings.last_rate) * 0.5 * (1 + math.cos(math.pi * done))


def learn(prepared: Prepared, settings: Settings, start: Floats | None = None, watch: Watch | None = None) -> Floats:
    """Return the table after all steps, or its mean over the last; `watch` sees the step, the table and the mean."""
    torch.set_num_threads(settings.threads)
    maker = QuestionMaker.create(prepared.tokenizer, prepared.weights)
    batches = Batches(prepared.corpora, prepared.orders, maker, settings.plan)
    random = np.random.default_rng(settings.seed)
    first = prepared.vectors if start is None else typical(start) * np.float32(START_LENGTH)
    table = Table(first, settings.threads, settings.scale)
    mean = Mean(int(settings.mean_from * settings.steps))
    losses: list[float] = []
    for step in (bar := tqdm(range(settings.steps), desc="training", unit="step")):
        losses.append(table.step(*batches.draw(random), learning_rate(step, settings)))
        mean.add(step, table.weight.numpy())
        if step % SHOWN == 0:
            bar.set_postfix(loss=f"{np.mean(losses[-SHOWN:]):.3f}")
            if watch is not None:
                watch(step, table.weight.numpy(), mean)
    return mean.table(table.weight.numpy())


def finish(table: Floats, prepared: Prepared, seed: int) -> Floats:
    """Return the table with synonyms drawn together, long rows cut and rare words set apart."""
    drawn = shorten(typical(draw_together(table, *prepared.synonyms)))
    return set_apart(drawn, sightings(prepared.corpora, len(table)), prepared.tokenizer, seed)


def make(prepared: Prepared, arguments: argparse.Namespace, settings: Settings, cache: Path = CACHE) -> Floats:
    """Return the encoder's vectors, made as the recipe says."""
    recipe = read_recipe(arguments.recipe, settings)
    if arguments.steps is not None:
        recipe = recipe.shortened(arguments.steps)
    known, known_by = None, ""
    if arguments.start is not None:
        known = carry_over(prepared.vectors, prepared.tokenizer, arguments.start)
        known_by = hashlib.sha256(known.tobytes()).hexdigest()
    table = follow(
        recipe,
        lambda settings, start: learn(prepared, settings, known if start is None else start),
        lambda settings: prepared.made_of(settings) + known_by,
        cache,
    )
    return finish(table, prepared, settings.seed)


def read_arguments(arguments: list[str] | None = None) -> tuple[argparse.Namespace, Settings]:
    """Return the command line's arguments, and the settings that all stages share."""
    known = Settings()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the training text")
    parser.add_argument("--out", type=Path, required=True, help="the folder to write the encoder to")
    parser.add_argument("--eval", type=Path, help="the folder with the public sets; without it DATA/eval, if there")
    parser.add_argument("--recipe", type=Path, default=RECIPE, help="the stages (default: training/recipe.toml)")
    parser.add_argument("--steps", type=int, help="steps of all stages together, in the recipe's proportions")
    parser.add_argument("--start", type=Path, help="an earlier encoder: the first stages go on from its vectors")
    parser.add_argument("--dimensions", type=int, default=known.dimensions)
    parser.add_argument("--seed", type=int, default=known.seed)
    parser.add_argument("--threads", type=int, default=known.threads)
    parser.add_argument("--hold-out", action="store_true", help="leave every fifth glossary term out of training")
    found = parser.parse_args(arguments)
    settings = Settings(dimensions=found.dimensions, seed=found.seed, threads=found.threads, hold_out=found.hold_out)
    return found, settings


def main() -> None:
    """Train, write the encoder and print how it measures."""
    arguments, settings = read_arguments()
    try:
        prepared = prepare(arguments.data, settings)
        table = make(prepared, arguments, settings)
    except (FileNotFoundError, MalformedRowError, BadRecipeError) as error:
        sys.exit(f"training.train: {error}")
    export(table, prepared.tokenizer, arguments.out)
    sets = arguments.eval or arguments.data / "eval"
    if sets.is_dir():
        for part in report(str(arguments.out), sets):
            sys.stdout.write(part + "\n")


if __name__ == "__main__":
    main()
