"""index.update: only what is new is read and encoded, and whatever goes wrong leaves the index of before."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
from numpy.typing import NDArray

import index.entries
import index.manifest
import index.update
from index.manifest import IndexNotUsable, lock_index, read_manifest
from index.receipt import Receipt
from index.update import update_index
from qa.library import open_library
from tests.corpus import ENGLISH, HashingEncoder

NEW = "The two sides met in Geneva on May 11, 2025. They agreed on trade.\n"


class CountingEncoder(HashingEncoder):
    """Counts the texts that it encodes."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = 0

    def encode(self, texts: Sequence[str], kind: Literal["query", "document"] = "document") -> NDArray[np.float32]:
        """Return the vectors, and count."""
        self.texts += len(texts)
        return super().encode(texts, kind)


@pytest.fixture(autouse=True)
def same_recipe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index.update, "recipe_hash", lambda: "recipe")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read, split and tokenised."""
    names: list[str] = []
    make = index.entries.make_entry

    def count(readout):  # type: ignore[no-untyped-def]
        names.append(readout.name)
        return make(readout)

    monkeypatch.setattr(index.entries, "make_entry", count)
    return names


@pytest.fixture
def built(seeds_folder: Path, tmp_path: Path, encoder: HashingEncoder) -> Path:
    update_index(seeds_folder, tmp_path / "index", encoder)
    return tmp_path / "index"


def held(built: Path) -> list[str]:
    return list(open_library(built, HashingEncoder()).store.columns.names)


ALL = ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]


def make_change(change: str, seeds: Path) -> None:
    us = seeds / "seattle-us.txt"
    if change == "added":
        (seeds / "new.txt").write_text(NEW, encoding="utf-8")
    elif change == "altered":
        us.write_text(ENGLISH.replace("27 million", "28 million"), encoding="utf-8")
    elif change == "altered, its time put back":
        before = us.stat()
        us.write_text(ENGLISH.replace("27 million", "28 million"), encoding="utf-8")
        os.utime(us, ns=(before.st_atime_ns, before.st_mtime_ns))
    elif change == "touched":
        os.utime(us, (4e9, 4e9))
    elif change == "removed":
        us.unlink()
    elif change == "catalogued":
        (seeds / "catalog.toml").write_text('["seattle-us.txt"]\naccount = "us"\n', encoding="utf-8")
    elif change == "renamed":
        us.rename(seeds / "renamed.txt")


@pytest.mark.parametrize(
    ("change", "files", "texts"),
    [
        ("none", [], 0),
        ("touched", [], 0),
        ("added", ["new.txt"], 1),
        ("altered", ["seattle-us.txt"], 2),
        ("altered, its time put back", ["seattle-us.txt"], 2),
        ("removed", [], 0),
        ("catalogued", ["seattle-us.txt"], 2),
        ("renamed", ["renamed.txt"], 2),
    ],
)
def test_only_what_changed_is_read_and_encoded(
    change: str, files: list[str], texts: int, built: Path, seeds_folder: Path, read: list[str]
) -> None:
    make_change(change, seeds_folder)
    encoder = CountingEncoder()
    update_index(seeds_folder, built, encoder)
    assert (read, encoder.texts) == (files, texts)


def test_an_index_updated_step_by_step_is_the_index_built_whole(
    built: Path, seeds_folder: Path, tmp_path: Path, encoder: HashingEncoder
) -> None:
    for change in ("added", "altered", "catalogued", "removed"):
        make_change(change, seeds_folder)
        update_index(seeds_folder, built, encoder)
    update_index(seeds_folder, tmp_path / "whole", encoder)
    one, other = read_manifest(built), read_manifest(tmp_path / "whole")
    assert one.checksums == other.checksums
    assert (one.files, one.skipped, one.counts) == (other.files, other.skipped, other.counts)


def test_the_receipt_tells_what_was_done(built: Path, seeds_folder: Path, encoder: HashingEncoder) -> None:
    (seeds_folder / "chengdu.txt").unlink()
    make_change("altered", seeds_folder)
    copy = (seeds_folder / "seattle-cn.txt").read_text(encoding="utf-8")
    (seeds_folder / "copy.txt").write_text(f"转载\n\n{copy}", encoding="utf-8")
    (seeds_folder / "empty.txt").write_bytes(b"")
    would = update_index(seeds_folder, built, encoder, dry_run=True)
    assert held(built) == ALL
    receipt = update_index(seeds_folder, built, encoder)
    for told in (would, receipt):
        assert told.added == ("copy.txt",)
        assert told.changed == ("seattle-us.txt",)
        assert told.removed == ("chengdu.txt",)
        assert told.unchanged == ("seattle-cn.txt",)
        assert [skip.name for skip in told.skipped] == ["empty.txt"]
        assert [pair[:2] for pair in told.duplicates] == [("seattle-cn.txt", "copy.txt")]
        assert {found.name for found in told.inferred} == {"copy.txt", "seattle-us.txt"}
        assert told.documents == 3
        assert told.passages == 4
    assert (would.dry_run, receipt.dry_run) == (True, False)
    assert held(built) == ["copy.txt", "seattle-cn.txt", "seattle-us.txt"]
    again = update_index(seeds_folder, built, encoder)
    assert again.is_empty
    assert [skip.name for skip in again.skipped] == ["empty.txt"]


def test_each_stage_tells_how_far_it_is(seeds_folder: Path, tmp_path: Path, encoder: HashingEncoder) -> None:
    told: list[tuple[str, int, int]] = []
    update_index(seeds_folder, tmp_path / "index", encoder, progress=lambda *word: told.append(word))
    assert list(dict.fromkeys(stage for stage, _, _ in told)) == ["reading", "encoding", "indexing", "writing"]
    assert ("reading", 3, 3) in told
    assert ("encoding", 4, 4) in told


@pytest.mark.slow
def test_many_files_are_read_by_several_processes_alike(tmp_path: Path, encoder: HashingEncoder) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for number in range(130):
        (seeds / f"{number:03d}.txt").write_text(f"{NEW}{number} tons of grain were sold.\n", encoding="utf-8")
    (seeds / "empty.txt").write_bytes(b"")
    receipts = [update_index(seeds, tmp_path / str(jobs), encoder, jobs=jobs) for jobs in (1, 2)]
    assert read_manifest(tmp_path / "1").checksums == read_manifest(tmp_path / "2").checksums
    assert [(r.documents, r.skipped, r.inferred) for r in receipts[1:]] == [
        (r.documents, r.skipped, r.inferred) for r in receipts[:1]
    ]


@pytest.mark.parametrize("trouble", ["disk full", "folder read-only", "no folder"])
def test_trouble_leaves_the_old_index(
    trouble: str, built: Path, seeds_folder: Path, encoder: HashingEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_change("removed", seeds_folder)
    seeds = seeds_folder
    if trouble == "disk full":
        monkeypatch.setattr(index.update.LocalStore, "save", fill_disk)
    elif trouble == "folder read-only":
        monkeypatch.setattr(index.manifest.tempfile, "mkdtemp", refuse)
    else:
        seeds = seeds_folder / "nowhere"
    with pytest.raises(OSError, match="No space left|Read-only|is not a folder"):
        update_index(seeds, built, encoder)
    assert held(built) == ALL
    monkeypatch.undo()
    monkeypatch.setattr(index.update, "recipe_hash", lambda: "recipe")
    update_index(seeds_folder, built, encoder)
    assert held(built) == ALL[:2]
    assert sorted(path.name for path in built.iterdir()) == [
        ".lock",
        read_manifest(built).folder,
        "manifest.json",
    ]


@pytest.mark.parametrize("size", [1_000, 2_050, 4_200])
def test_a_disk_that_fills_at_any_file_leaves_the_old_index(
    size: int, built: Path, seeds_folder: Path, encoder: HashingEncoder
) -> None:
    resource = pytest.importorskip("resource")
    make_change("removed", seeds_folder)
    for number in range(60):  # they make the manifest the largest file
        (seeds_folder / f"{number}.xyz").write_text("nothing")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        with pytest.raises(OSError, match="too large|cannot be written"):
            update_index(seeds_folder, built, encoder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert held(built) == ALL
    assert len(list(built.glob("index-*"))) == 1


def fill_disk(store: object, folder: Path) -> None:
    (folder / "packed.npy").write_bytes(b"half of it")
    raise OSError(28, "No space left on device")


def refuse(**options: object) -> str:
    raise OSError(30, "Read-only file system")


def test_a_file_that_vanishes_while_it_is_read_is_skipped(
    built: Path, seeds_folder: Path, encoder: HashingEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_change("added", seeds_folder)
    listed = index.update.list_keys

    def list_and_remove(seeds: Path, catalog: object) -> dict[str, str]:
        keys = listed(seeds, catalog)  # type: ignore[arg-type]
        (seeds / "new.txt").unlink(missing_ok=True)
        return keys

    monkeypatch.setattr(index.update, "list_keys", list_and_remove)
    assert [skip.name for skip in update_index(seeds_folder, built, encoder).skipped] == ["new.txt"]
    monkeypatch.setattr(index.update, "list_keys", listed)
    assert update_index(seeds_folder, built, encoder).skipped == ()
    assert held(built) == ALL


def test_two_builds_at_once_follow_each_other(built: Path, seeds_folder: Path) -> None:
    receipts: list[Receipt] = []

    def build() -> None:
        receipts.append(update_index(seeds_folder, built, HashingEncoder()))

    make_change("added", seeds_folder)
    threads = [threading.Thread(target=build) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(receipt.added for receipt in receipts) == [(), (), (), ("new.txt",)]
    assert held(built) == ["chengdu.txt", "new.txt", "seattle-cn.txt", "seattle-us.txt"]


def test_who_waits_too_long_for_another_build_is_told(built: Path) -> None:
    begun = time.monotonic()
    with lock_index(built), pytest.raises(IndexNotUsable) as refused, lock_index(built, wait=0.1):
        pass
    assert time.monotonic() - begun < 30
    assert str(refused.value) == (
        f"Another build of {built} has been under way for 0 seconds. Wait for its end, or end it."
    )


def test_what_broken_builds_left_over_is_swept(built: Path, seeds_folder: Path, encoder: HashingEncoder) -> None:
    (built / "index-broken").mkdir()
    (built / "manifest.123.tmp").write_text("{", encoding="utf-8")
    make_change("removed", seeds_folder)
    update_index(seeds_folder, built, encoder)
    names = sorted(path.name for path in built.iterdir())
    assert names == [".lock", read_manifest(built).folder, "manifest.json"]
