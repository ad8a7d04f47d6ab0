"""qa.live.LiveLibrary: a new index is taken over while questions are asked, and a broken one is not."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from index.manifest import read_manifest
from index.update import update_index
from qa.library import Library
from qa.live import LiveLibrary
from tests.corpus import HashingEncoder


def names(library: Library) -> list[str]:
    return [entry.readout.name for entry in library.store.entries]


ALL = ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]


@pytest.fixture
def live(seeds_folder: Path, tmp_path: Path, encoder: HashingEncoder) -> LiveLibrary:
    update_index(seeds_folder, tmp_path / "index", encoder)
    return LiveLibrary(tmp_path / "index", encoder)


def wait_for(live: LiveLibrary, held: list[str]) -> None:
    end = time.monotonic() + 20
    while names(live.current()) != held and time.monotonic() < end:
        time.sleep(0.01)
    assert names(live.current()) == held


def test_a_new_index_is_taken_over_and_a_library_in_hand_stays(
    live: LiveLibrary, seeds_folder: Path, encoder: HashingEncoder
) -> None:
    in_hand = live.current()
    assert live.current() is in_hand
    (seeds_folder / "chengdu.txt").unlink()
    update_index(seeds_folder, live.index, encoder)
    wait_for(live, ALL[1:])
    assert names(in_hand) == ALL
    assert live.current().encoder is in_hand.encoder
    assert live.problem == ""


def test_who_waits_gets_the_newest(live: LiveLibrary, seeds_folder: Path, encoder: HashingEncoder) -> None:
    (seeds_folder / "chengdu.txt").unlink()
    update_index(seeds_folder, live.index, encoder)
    assert names(live.refresh()) == ALL[1:]
    assert live.refresh() is live.current()


@pytest.mark.parametrize("damage", ["manifest", "files", "gone"])
def test_an_index_that_cannot_be_used_leaves_the_old_one(
    damage: str, live: LiveLibrary, seeds_folder: Path, encoder: HashingEncoder
) -> None:
    manifest = live.index / "manifest.json"
    if damage == "manifest":
        manifest.write_text("{", encoding="utf-8")
    elif damage == "gone":
        manifest.unlink()
    else:
        folder = live.index / read_manifest(live.index).folder
        next(path for path in folder.rglob("*") if path.is_file()).write_bytes(b"")
        manifest.write_bytes(manifest.read_bytes() + b"\n")
    assert names(live.refresh()) == ALL
    assert "python -m index.build" in live.problem
    (seeds_folder / "chengdu.txt").unlink()
    update_index(seeds_folder, live.index, encoder)
    assert names(live.refresh()) == ALL[1:]
    assert live.problem == ""


def test_whoever_asks_during_updates_finds_one_whole_index(
    live: LiveLibrary, seeds_folder: Path, encoder: HashingEncoder
) -> None:
    text = (seeds_folder / "chengdu.txt").read_text(encoding="utf-8")
    seen: set[tuple[str, ...]] = set()
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            library = live.current()
            held = names(library)
            hits = library.store.search_words(["气候"], 5)
            assert {hit.span.readout.name for hit in hits} <= set(held)
            assert len(library.languages) == len(library.store.passages)
            seen.add(tuple(held))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(5):
        (seeds_folder / "chengdu.txt").unlink()
        update_index(seeds_folder, live.index, encoder)
        wait_for(live, ALL[1:])
        (seeds_folder / "chengdu.txt").write_text(text, encoding="utf-8")
        update_index(seeds_folder, live.index, encoder)
        wait_for(live, ALL)
    done.set()
    for thread in threads:
        thread.join()
    assert seen == {tuple(ALL), tuple(ALL[1:])}
