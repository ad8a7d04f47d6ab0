"""The paper that comes with an index: what it was built from, by what, and whether its files are whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from xxhash import xxh3_128

SEEDS = Path(__file__).parent.parent / "seeds"
BUILT = Path(__file__).parent / "built"
FORMAT = 4  # raise it when an index of before can no longer be read
MANIFEST = "manifest.json"
BUILD_COMMAND = "python -m index.build"
LOCK = ".lock"
SMALL = 1 << 16  # bytes
BLOCK = 1 << 20  # bytes
THREADS = 4  # that compare checksums
WAIT = 600.0  # seconds that a build waits for another one of the same index


class IndexNotUsable(Exception):
    """There is no index that can be read or built; the message ends in what mends it."""

    @property
    def reason(self) -> str:
        """What is wrong, without the cure."""
        return str(self).split(". Build ")[0].rstrip(".")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What stands in an index's manifest.json; `folder` names the folder beside it that holds the index.

    `files` gives for each file that the index was built from the hash of all that its entry depends on.
    """

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
        start = file.read(SMALL)  # most readouts are so small that file_digest's own buffer would cost more
        if len(start) < SMALL:
            return hashlib.sha256(start).hexdigest()
        file.seek(0)
        return hashlib.file_digest(file, "sha256").hexdigest()


def checksum(path: Path) -> str:
    """Return the XXH3 hash of a file's bytes: it tells damage and change apart, twenty times as fast as BLAKE2."""
    digest = xxh3_128()
    with path.open("rb", buffering=0) as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def checksums(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the checksum of each file named that is there."""
    there = [name for name in names if (folder / name).is_file()]
    with ThreadPoolExecutor(THREADS) as threads:
        return dict(zip(there, threads.map(checksum, (folder / name for name in there)), strict=True))


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
    with new.open("wb") as file:
        file.write(msgspec.json.format(msgspec.json.encode(manifest), indent=1))
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)
    _sync(index)


def check_files(index: Path, manifest: Manifest) -> Path:
    """Return the folder with the index's files after comparing their checksums; raises IndexNotUsable."""
    folder = index / manifest.folder
    found = checksums(folder, manifest.checksums)
    for name, known in manifest.checksums.items():
        if found.get(name) == known:
            continue
        problem = "was altered or cut off" if name in found else "is missing"
        raise IndexNotUsable(f"{folder / name} {problem}. Build the index anew with: {BUILD_COMMAND} --index {index}")
    return folder


@contextmanager
def lock_index(index: Path, wait: float = WAIT) -> Iterator[None]:
    """Hold the right to build the index in folder `index`; the system lets it go when the process ends, however."""
    from filelock import FileLock, Timeout  # only a build needs it, and a question should not wait for it

    index.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(index / LOCK, timeout=wait):
            yield
    except Timeout as exc:
        raise IndexNotUsable(
            f"Another build of {index} has been under way for {wait:.0f} seconds. Wait for its end, or end it."
        ) from exc


def replace_index(index: Path, save: Callable[[Path], None], make_manifest: Callable[[Path], Manifest]) -> Manifest:
    """Write an index beside the one that serves now, then put it in its place in one step; sweep what is left over."""
    folder = Path(tempfile.mkdtemp(prefix="index-", dir=index))
    try:
        save(folder)
        for path in folder.rglob("*"):
            _sync(path)
        _sync(folder)
        manifest = make_manifest(folder)
        write_manifest(index, manifest)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    sweep(index, manifest)
    return manifest


def _sync(path: Path) -> None:
    """Have the disk keep a file or a folder before anything says that it is there."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep(index: Path, manifest: Manifest) -> None:
    """Remove what builds that were broken off, or came before, left in folder `index`."""
    for path in index.glob("index-*"):
        if path.name != manifest.folder:
            shutil.rmtree(path, ignore_errors=True)
    for path in index.glob(f"{Path(MANIFEST).stem}.*.tmp"):
        path.unlink(missing_ok=True)
