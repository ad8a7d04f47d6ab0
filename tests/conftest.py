"""Fixtures that all tests share; nothing here loads a model or reaches a network."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.records import Readout
from tests.corpus import HashingEncoder, readouts, write_files


@pytest.fixture(scope="session")
def encoder() -> HashingEncoder:
    return HashingEncoder()


@pytest.fixture(scope="session")
def corpus() -> tuple[Readout, Readout, Readout]:
    return readouts()


@pytest.fixture
def seeds_folder(tmp_path: Path) -> Path:
    """A folder with the three readouts as files, without a catalog."""
    return write_files(tmp_path / "seeds")
