"""The paper that comes with an index: what it was built from, by what, and whether its files are whole."""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import msgspec

SEEDS = Path(__file__).parent.parent / "seeds"
BUILT = Path(__file__).parent / "built"
FORMAT = 1  # raise it when an index of before can no longer be read
MANIFEST = "manifest.json"
BUILD_COMMAND = "python -m index.build"


class IndexNotUsable(Exception):
    """There is no index that can be read; the message ends in the command that mends it."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in an index's manifest.json; `folder` names the folder beside it that holds the index."""

    format: int
    folder: str
    encoder: str
    fingerprint: str
    recipe: str
    files: dict[str, str]
    skipped: dict[str, str]
    counts: dict[str, int]
    checksums: dict[str, str]


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def folder_hash(paths: list[Path]) -> str:
    """Return one SHA-256 over the names and bytes of `paths`, in the order given."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(f"{path.name}\0{file_hash(path)}\0".encode())
    return digest.hexdigest()


def read_manifest(index: Path) -> Manifest:
    """Return the manifest of the index in folder `index`; raises IndexNotUsable."""
    path = index / MANIFEST
    try:
        manifest = msgspec.json.decode(path.read_bytes(), type=Manifest)
    except FileNotFoundError as exc:
        raise IndexNotUsable(f"There is no index in {index}. Build it with: {BUILD_COMMAND} --index {index}") from exc
    except msgspec.DecodeError as exc:
        raise IndexNotUsable(
            f"{path} cannot be read ({exc}). Build the index anew with: {BUILD_COMMAND} --index {index}"
        ) from exc
    if manifest.format != FORMAT:
        raise IndexNotUsable(
            f"The index in {index} has format {manifest.format}, this version reads format {FORMAT}. "
            f"Build it anew with: {BUILD_COMMAND} --index {index}"
        )
    return manifest


def write_manifest(index: Path, manifest: Manifest) -> None:
    """Make `manifest` the one that counts, in one step: a reader finds the old one or the new one, whole."""
    path = index / MANIFEST
    new = path.with_suffix(f".{os.getpid()}.tmp")
    with new.open("w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, ensure_ascii=False, indent=1)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def check_files(index: Path, manifest: Manifest) -> Path:
    """Return the folder with the index's files after comparing their checksums; raises IndexNotUsable."""
    folder = index / manifest.folder
    for name, checksum in manifest.checksums.items():
        path = folder / name
        if not path.is_file():
            problem = "is missing"
        elif file_hash(path) != checksum:
            problem = "was altered or cut off"
        else:
            continue
        raise IndexNotUsable(f"{path} {problem}. Build the index anew with: {BUILD_COMMAND} --index {index}")
    return folder
