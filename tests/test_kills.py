"""Builds killed at random moments lose nothing; bench/kills.py does the same a thousand times with the real encoder."""

from __future__ import annotations

from pathlib import Path

import pytest

import index.update
from bench import kills
from tests.corpus import HashingEncoder


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12 on forks beside threads
def test_builds_killed_at_random_moments_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kills, "load_encoder", HashingEncoder)
    monkeypatch.setattr(index.update, "recipe_hash", lambda: "recipe")  # it reads the code, which may be under the pen
    tally = kills.run(10, 7, tmp_path)
    assert (tally.broken, tally.lost, tally.failed, tally.left_over) == (0, 0, 0, 0)
    assert tally.killed == 10
