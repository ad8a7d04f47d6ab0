"""Fixtures that all tests share; nothing here loads a model or reaches a network."""

from __future__ import annotations

from collections.abc import Iterator
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


@pytest.fixture(scope="module")
def browser() -> Iterator:
    """A Chromium for the tests of one module: two of them cannot be held open side by side."""
    from tests.chromium import open_chromium

    with open_chromium() as chromium:
        yield chromium


@pytest.fixture
def visit(browser, address) -> Iterator:
    """Lets visitors open the page that the module serves at its `address`."""
    from tests.visitor import receive_visitors

    with receive_visitors(browser, address) as visit:
        yield visit
