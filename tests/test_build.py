"""index.build: what is built anew and what is not, and that an index that serves is never lost."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import index.build
import index.manifest
import index.update
from index.build import is_current, main
from index.embed import load_encoder
from index.manifest import IndexNotUsable, read_manifest
from index.store import LocalStore
from index.update import encoder_address, update_index
from qa.library import open_library
from tests.corpus import ENGLISH, HashingEncoder

ROOT = Path(__file__).parent.parent


class OtherEncoder(HashingEncoder):
    name = "other"
    fingerprint = "0" * 64


@pytest.fixture(autouse=True)
def fake_encoder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        index.build, "load_encoder", lambda name: OtherEncoder() if name == "other" else HashingEncoder()
    )


def build(seeds: Path, built: Path, *more: str) -> int:
    return main(["--seeds", str(seeds), "--index", str(built), *more])


def documents(built: Path, encoder: HashingEncoder) -> list[str]:
    return [entry.readout.name for entry in open_library(built, encoder).store.entries]


@pytest.fixture
def built(seeds_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert build(seeds_folder, tmp_path / "index") == 0
    capsys.readouterr()
    return tmp_path / "index"


def test_the_second_build_finds_nothing_to_do(
    seeds_folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = tmp_path / "index"
    assert build(seeds_folder, built) == 0
    assert capsys.readouterr().out.startswith(f"Built anew: There is no index in {built}.\nAdded (3):\n")
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*")}
    assert build(seeds_folder, built) == 0
    assert capsys.readouterr().out.startswith(f"The index in {built} is up to date.\n3 documents, 4 passages; ")
    assert {path: path.stat().st_mtime_ns for path in built.rglob("*")} == before


def test_what_the_manifest_says(built: Path, encoder: HashingEncoder) -> None:
    manifest = read_manifest(built)
    assert manifest.counts == {"documents": 3, "passages": 4}
    assert manifest.fingerprint == encoder.fingerprint
    assert manifest.encoder == "hashing"
    assert sorted(manifest.files) == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]
    assert manifest.skipped == {}
    assert sorted(path.name for path in built.iterdir()) == sorted([manifest.folder, "manifest.json", ".lock"])


def test_the_default_encoder_has_no_address_and_another_has_its_name_or_folder(tmp_path: Path) -> None:
    default = load_encoder()
    assert encoder_address(default) == ""
    assert encoder_address(HashingEncoder()) == "hashing"
    copy = shutil.copytree(default.folder, tmp_path / "copy")  # type: ignore[attr-defined]
    assert encoder_address(load_encoder(str(copy))) == str(copy)


@pytest.mark.parametrize("change", ["altered", "added", "removed", "renamed", "catalogued"])
def test_a_changed_folder_is_built_anew(
    change: str, built: Path, seeds_folder: Path, encoder: HashingEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    file = seeds_folder / "seattle-us.txt"
    if change == "altered":
        file.write_text(ENGLISH.replace("27 million", "28 million"), encoding="utf-8")
    elif change == "added":
        (seeds_folder / "new.txt").write_text("The two sides met in Geneva on May 11, 2025.\n", encoding="utf-8")
    elif change == "removed":
        file.unlink()
    elif change == "renamed":
        file.rename(seeds_folder / "renamed.txt")
    else:
        (seeds_folder / "catalog.toml").write_text('["seattle-us.txt"]\naccount = "us"\n', encoding="utf-8")
    assert not is_current(built, seeds_folder, encoder)
    assert build(seeds_folder, built) == 0
    assert (
        capsys.readouterr().out.splitlines()[0]
        == {
            "altered": "Changed (1):",
            "added": "Added (1):",
            "removed": "Removed (1):",
            "renamed": "Added (1):",
            "catalogued": "Changed (1):",
        }[change]
    )
    assert is_current(built, seeds_folder, encoder)
    held = {
        "altered": ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"],
        "added": ["chengdu.txt", "new.txt", "seattle-cn.txt", "seattle-us.txt"],
        "removed": ["chengdu.txt", "seattle-cn.txt"],
        "renamed": ["chengdu.txt", "renamed.txt", "seattle-cn.txt"],
        "catalogued": ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"],
    }
    assert documents(built, encoder) == held[change]


def test_another_encoder_builds_anew(built: Path, seeds_folder: Path) -> None:
    assert not is_current(built, seeds_folder, OtherEncoder())
    assert build(seeds_folder, built, "--encoder", "other") == 0
    assert read_manifest(built).encoder == "other"
    assert documents(built, OtherEncoder()) == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]


def test_another_recipe_builds_anew(
    built: Path, seeds_folder: Path, encoder: HashingEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index.build, "recipe_hash", lambda: "another")
    monkeypatch.setattr(index.update, "recipe_hash", lambda: "another")
    assert not is_current(built, seeds_folder, encoder)
    receipt = update_index(seeds_folder, built, encoder)
    assert receipt.whole == "texts are read otherwise now"
    assert receipt.added == ("chengdu.txt", "seattle-cn.txt", "seattle-us.txt")


def test_an_index_whose_files_are_gone_is_not_current(built: Path, seeds_folder: Path, encoder: HashingEncoder) -> None:
    shutil.rmtree(built / read_manifest(built).folder)
    assert not is_current(built, seeds_folder, encoder)


def test_an_index_of_another_encoder_is_refused_with_the_command(built: Path) -> None:
    with pytest.raises(IndexNotUsable) as refused:
        open_library(built, OtherEncoder())
    assert str(refused.value) == (
        f"The index in {built} was made by another encoder (hashing). "
        f"Build it anew with: python -m index.build --index {built} --encoder other"
    )


def test_a_default_encoder_that_has_changed_is_mended_by_the_plain_command(
    seeds_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    default = load_encoder()
    update_index(seeds_folder, tmp_path / "index", default)
    monkeypatch.setattr(type(default), "fingerprint", "0" * 64)
    with pytest.raises(IndexNotUsable) as refused:
        open_library(tmp_path / "index")
    assert str(refused.value) == (
        f"The index in {tmp_path / 'index'} was made by another encoder (an earlier default). "
        f"Build it anew with: python -m index.build --index {tmp_path / 'index'}"
    )


@pytest.mark.parametrize(
    ("file", "damage", "problem"),
    [
        ("packed.npy", "altered", "was altered or cut off"),
        ("words.texts.npy", "cut", "was altered or cut off"),
        ("passages.faiss", "altered", "was altered or cut off"),
        ("grams.keys.npy", "missing", "is missing"),
    ],
)
def test_a_damaged_index_is_refused_with_the_command(
    file: str, damage: str, problem: str, built: Path, encoder: HashingEncoder
) -> None:
    path = built / read_manifest(built).folder / file
    whole = path.read_bytes()
    if damage == "missing":
        path.unlink()
    else:
        path.write_bytes(whole[:-10] if damage == "cut" else whole[:-1] + bytes([whole[-1] ^ 1]))
    with pytest.raises(IndexNotUsable) as refused:
        open_library(built, encoder)
    assert str(refused.value) == f"{path} {problem}. Build the index anew with: python -m index.build --index {built}"


def test_a_build_that_breaks_off_leaves_the_old_index(
    built: Path,
    seeds_folder: Path,
    encoder: HashingEncoder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(folder: Path, manifest: object) -> None:
        raise OSError("no space left on device")

    (seeds_folder / "chengdu.txt").unlink()
    with monkeypatch.context() as patch:
        patch.setattr(index.manifest, "write_manifest", fail)
        assert build(seeds_folder, built) == 1
    assert capsys.readouterr().err == "no space left on device\n"
    assert documents(built, encoder) == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]
    assert build(seeds_folder, built) == 0
    assert documents(built, encoder) == ["seattle-cn.txt", "seattle-us.txt"]
    assert len(list(built.glob("index-*"))) == 1


KILLED = """
import os, signal, sys
from pathlib import Path
import index.build, index.manifest, index.store
from tests.corpus import HashingEncoder

def kill(*arguments, **options):
    os.kill(os.getpid(), signal.SIGKILL)

index.build.load_encoder = lambda name: HashingEncoder()
point = sys.argv.pop(1)
if point == "while the files are written":
    index.store.VectorSearch.save = kill
elif point == "before the manifest":
    index.manifest.write_manifest = kill
elif point == "inside the manifest":
    index.manifest.msgspec.json.format = kill
else:
    index.manifest.shutil.rmtree = kill
sys.exit(index.build.main(sys.argv[1:]))
"""


@pytest.mark.parametrize(
    ("point", "held"),
    [
        ("while the files are written", ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]),
        ("before the manifest", ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]),
        ("inside the manifest", ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]),
        ("before the old files are removed", ["seattle-cn.txt", "seattle-us.txt"]),
    ],
)
def test_a_killed_build_leaves_an_index_that_serves(
    point: str, held: list[str], built: Path, seeds_folder: Path, encoder: HashingEncoder
) -> None:
    (seeds_folder / "chengdu.txt").unlink()
    command = [sys.executable, "-c", KILLED, point, "--seeds", str(seeds_folder), "--index", str(built)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True)
    assert done.returncode == -signal.SIGKILL
    assert documents(built, encoder) == held
    (seeds_folder / "seattle-cn.txt").unlink()
    assert build(seeds_folder, built) == 0
    assert documents(built, encoder) == ["seattle-us.txt"]
    assert [path.name for path in built.glob("index-*")] == [read_manifest(built).folder]


def test_a_reader_that_began_before_a_build_finds_the_new_index(
    built: Path, seeds_folder: Path, encoder: HashingEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    load = LocalStore.load

    def load_late(folder: Path, translator: object = None) -> LocalStore:
        monkeypatch.setattr(LocalStore, "load", load)
        (seeds_folder / "chengdu.txt").unlink()
        build(seeds_folder, built)
        return load(folder)

    monkeypatch.setattr(LocalStore, "load", load_late)
    assert documents(built, encoder) == ["seattle-cn.txt", "seattle-us.txt"]


def test_files_that_cannot_be_read_are_named_and_the_others_indexed(
    seeds_folder: Path, tmp_path: Path, encoder: HashingEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    (seeds_folder / "empty.txt").write_bytes(b"")
    (seeds_folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert build(seeds_folder, tmp_path / "index") == 0
    said = capsys.readouterr()
    assert "\nSkipped (2):\n  empty.txt " in said.out
    assert "\n  picture.txt " in said.out
    assert "\n3 documents, 4 passages; 0 documents unchanged; " in said.out
    assert sorted(read_manifest(tmp_path / "index").skipped) == ["empty.txt", "picture.txt"]
    assert documents(tmp_path / "index", encoder) == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]
    assert is_current(tmp_path / "index", seeds_folder, encoder)


@pytest.mark.parametrize("left", ["nothing", "a file without text"])
def test_a_folder_without_readouts_keeps_the_old_index(
    left: str, built: Path, tmp_path: Path, encoder: HashingEncoder, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    if left != "nothing":
        (empty / "blank.txt").write_text("\n \n", encoding="utf-8")
    assert build(empty, built) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"No readout could be read in {empty}; the old index stays."
    assert documents(built, encoder) == ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]


def test_a_folder_that_does_not_exist_is_named_with_the_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        build(tmp_path / "nowhere", tmp_path / "index")
    assert "nowhere is not a folder. Name the folder of readouts with --seeds." in capsys.readouterr().err
