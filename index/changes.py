"""Which files of a folder are new, changed or gone since an index was built; knows nothing of what stands in them.

A file is known by the hash of its bytes and of its catalog entry, never by its time stamp: clocks jump.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from index.manifest import checksum
from index.origins.catalog import FILE as CATALOG
from index.origins.catalog import Catalog, CatalogError, load_catalog
from index.read import Skipped
from index.reading.folder import name_files

UNREADABLE = ""  # the key of a file that cannot be opened


@dataclass(frozen=True, slots=True)
class Changes:
    """The names of a folder's files against those that an index was built from."""

    new: tuple[str, ...]
    altered: tuple[str, ...]
    same: tuple[str, ...]
    gone: tuple[str, ...]

    @property
    def to_read(self) -> tuple[str, ...]:
        """The files that must be read."""
        return tuple(sorted(self.new + self.altered))


def read_catalog(seeds: Path) -> tuple[Catalog, list[Skipped]]:
    """Return a folder's catalog, or none and what is wrong with it."""
    try:
        return load_catalog(seeds / CATALOG), []
    except CatalogError as exc:
        return {}, [Skipped(CATALOG, f"{CATALOG}: {exc}. The files were read without it.")]
    except OSError as exc:
        return {}, [Skipped(CATALOG, f"{CATALOG} cannot be opened ({exc.strerror}); the files were read without it.")]


def list_keys(seeds: Path, catalog: Catalog) -> dict[str, str]:
    """Return for every readout file in folder `seeds` a hash of all that its entry depends on."""
    files = {name: path for name, path in name_files(seeds).items() if path.name != CATALOG}
    keys = {name: _key(path, catalog.get(name)) for name, path in files.items()}
    return {name: key for name, key in keys.items() if key is not None}


def _key(path: Path, stated: object) -> str | None:
    """Return a file's key; None where it vanished after it was listed."""
    try:
        key = checksum(path)
    except FileNotFoundError:
        return None
    except OSError:
        return UNREADABLE
    if stated is None:
        return key
    return f"{key}+{hashlib.sha256(msgspec.json.encode(stated)).hexdigest()[:16]}"


def compare_files(now: Mapping[str, str], before: Mapping[str, str]) -> Changes:
    """Return how the files of now differ from those of before."""
    return Changes(
        new=tuple(name for name in now if name not in before),
        altered=tuple(name for name, key in now.items() if before.get(name, key) != key),
        same=tuple(name for name, key in now.items() if before.get(name) == key),
        gone=tuple(name for name in before if name not in now),
    )
