"""What a run is made with; the same settings on the same text make the same encoder."""

from __future__ import annotations

from dataclasses import dataclass

from training.batches import Plan
from training.vocabulary import Sizes


@dataclass(frozen=True, slots=True)
class Settings:
    """Steps, rates and seeds of a run, and whether a fifth of the glossary is left out to be measured on."""

    steps: int = 5000
    dimensions: int = 256
    rate: float = 0.01
    last_rate: float = 0.0
    mean_from: float = 1.0
    warm_up: int = 100
    scale: float = 20.0
    seed: int = 0
    seed_of_start: int = 0
    threads: int = 3
    hold_out: bool = False
    plan: Plan = Plan()
    sizes: Sizes = Sizes()
