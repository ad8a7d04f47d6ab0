"""index.watch: each change of a folder is followed by one update; what goes wrong ends nothing."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest

from index import watch
from index.receipt import Receipt
from index.update import update_index
from tests.corpus import HashingEncoder


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "SETTLED", 50)
    monkeypatch.setattr(watch, "POLLED", 200)


def test_changes_are_followed_and_troubles_told(seeds_folder: Path, tmp_path: Path, encoder: HashingEncoder) -> None:
    stop = Event()
    trouble = False

    def update() -> Receipt:
        if trouble:
            raise OSError("No space left on device")
        return update_index(seeds_folder, tmp_path / "index", encoder)

    found = watch.watch_folder(seeds_folder, update, stop)
    first = next(found)
    assert isinstance(first, Receipt)
    assert len(first.added) == 3
    (seeds_folder / "new.txt").write_text("The two sides met in Geneva on May 11, 2025.\n", encoding="utf-8")
    second = next(found)
    assert isinstance(second, Receipt)
    assert (second.added, second.removed) == (("new.txt",), ())
    trouble = True
    (seeds_folder / "new.txt").unlink()
    assert str(next(found)) == "No space left on device"
    trouble = False
    third = next(found)
    assert isinstance(third, Receipt)
    assert third.removed == ("new.txt",)
    stop.set()
    assert list(found) == []
