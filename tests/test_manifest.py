from dataclasses import replace
from pathlib import Path

import pytest

from index.manifest import FORMAT, IndexNotUsable, Manifest, check_files, checksum, read_manifest, write_manifest


def make_manifest(index: Path) -> Manifest:
    folder = index / "index-1"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "entries.jsonl").write_text("{}\n")
    return Manifest(
        format=FORMAT,
        folder="index-1",
        encoder="encoder",
        fingerprint="f",
        recipe="r",
        files={"a.txt": "0"},
        skipped={},
        counts={"documents": 1},
        checksums={"entries.jsonl": checksum(folder / "entries.jsonl")},
    )


def test_written_and_read_it_is_the_same(tmp_path: Path) -> None:
    manifest = make_manifest(tmp_path)
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert check_files(tmp_path, manifest) == tmp_path / "index-1"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index-1", "manifest.json"]


def test_a_missing_index_names_the_command(tmp_path: Path) -> None:
    with pytest.raises(IndexNotUsable, match="There is no index in .* Build it with: python -m index.build --index"):
        read_manifest(tmp_path)


def test_another_format_is_refused(tmp_path: Path) -> None:
    write_manifest(tmp_path, replace(make_manifest(tmp_path), format=FORMAT + 1))
    with pytest.raises(IndexNotUsable, match=f"format {FORMAT + 1}, this version reads format {FORMAT}.*index.build"):
        read_manifest(tmp_path)


@pytest.mark.parametrize("text", ["", "{", '{"format": 1}', "[]"])
def test_a_broken_manifest_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text)
    with pytest.raises(IndexNotUsable, match="cannot be read .* Build the index anew with"):
        read_manifest(tmp_path)


def test_altered_and_missing_files_are_found(tmp_path: Path) -> None:
    manifest = make_manifest(tmp_path)
    (tmp_path / "index-1" / "entries.jsonl").write_text("{} \n")
    with pytest.raises(IndexNotUsable, match="was altered or cut off"):
        check_files(tmp_path, manifest)
    (tmp_path / "index-1" / "entries.jsonl").unlink()
    with pytest.raises(IndexNotUsable, match="is missing"):
        check_files(tmp_path, manifest)
