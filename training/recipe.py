"""Reads the stages that the encoder is made in, and goes through them; each is kept, so that a cut run goes on.

Knows stages and what they start from, not how a table learns.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable
from dataclasses import asdict, dataclass, fields, replace
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training.batches import Plan
from training.finish import typical
from training.prepare import CACHE, cached, digest
from training.settings import Settings

RECIPE = Path(__file__).parent / "recipe.toml"
OF_PLAN = {field.name for field in fields(Plan)}
OF_STAGE = {"name", "start", "steps", "rate", "last_rate", "mean_from", "warm_up", "scale", "seed"} | OF_PLAN

Floats = NDArray[np.float32]
Learn = Callable[[Settings, Floats | None], Floats]
MadeOf = Callable[[Settings], str]


class BadRecipeError(ValueError):
    """A recipe that cannot be followed; the message names the file and the cure."""


@dataclass(frozen=True, slots=True)
class Stage:
    """One run: its settings, and the stages whose mean it starts from (none: the decomposition)."""

    name: str
    settings: Settings
    start: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipe:
    """The stages in order, and those whose mean is the encoder."""

    stages: tuple[Stage, ...]
    mean: tuple[str, ...]

    def shortened(self, steps: int) -> Recipe:
        """Return the recipe with `steps` steps in all, the stages in proportion."""
        share = steps / sum(stage.settings.steps for stage in self.stages)
        return replace(self, stages=tuple(_shortened(stage, share) for stage in self.stages))


def _shortened(stage: Stage, share: float) -> Stage:
    own = stage.settings
    steps, warm_up = math.ceil(own.steps * share), math.ceil(own.warm_up * min(1, share))
    return replace(stage, settings=replace(own, steps=steps, warm_up=warm_up))


def _stage(row: dict[str, Any], base: Settings, path: Path) -> Stage:
    if unknown := set(row) - OF_STAGE:
        raise BadRecipeError(f"{path}: '{min(unknown)}' is no setting of a stage; use {', '.join(sorted(OF_STAGE))}")
    own = {key: value for key, value in row.items() if key not in ("name", "start")}
    plan = replace(base.plan, **{key: own.pop(key) for key in OF_PLAN & set(own)})
    own["seed"] = base.seed + own.get("seed", 0)
    return Stage(row["name"], replace(base, plan=plan, **own), tuple(row.get("start", ())))


def read_recipe(path: Path, base: Settings) -> Recipe:
    """Return the stages of a file; what a stage does not set is as in `base`, and its seed is added to that."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    stages = tuple(_stage(row, base, path) for row in table["stage"])
    known: list[str] = []
    for stage in stages:
        if missing := set(stage.start) - set(known):
            raise BadRecipeError(f"{path}: '{stage.name}' starts from '{min(missing)}'; put that stage before it")
        known.append(stage.name)
    if missing := set(table["mean"]) - set(known):
        raise BadRecipeError(f"{path}: the mean names '{min(missing)}'; name stages of the file")
    return Recipe(stages, tuple(table["mean"]))


def mean_of(tables: list[Floats]) -> Floats:
    """Return the mean of tables, each at its typical length."""
    return np.asarray(sum(map(typical, tables)) / np.float32(len(tables)), dtype=np.float32)


def follow(recipe: Recipe, learn: Learn, made_of: MadeOf, cache: Path = CACHE) -> Floats:
    """Return the mean that the recipe names; `made_of` names a stage's text, `learn` makes its table."""
    tables: dict[str, Floats] = {}
    keys: dict[str, str] = {}
    for stage in recipe.stages:
        settings = asdict(replace(stage.settings, threads=1))
        keys[stage.name] = digest(made_of(stage.settings), settings, [keys[name] for name in stage.start])
        start = mean_of([tables[name] for name in stage.start]) if stage.start else None
        path = cache / f"stage-{stage.name}-{keys[stage.name]}.npy"
        table = cached(path, partial(learn, stage.settings, start))
        tables[stage.name] = np.asarray(table, dtype=np.float32)
    return mean_of([tables[name] for name in recipe.mean])
