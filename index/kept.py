"""Keeps what is made of files until one of them changes; knows nothing of what the files hold.

What is made of a file is kept beside it in __pycache__, as Python keeps what it makes of a module: plain data, checked
against the files, the code that knows their words and itself. Where nothing can be written it is made anew each time.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
import opencc
from xxhash import xxh3_128

from index.manifest import checksum

FOLDER = "__pycache__"
CODE = (*sorted((Path(__file__).parent / "naming").glob("*.py")), Path(__file__).with_name("words.py"))
Made = TypeVar("Made")


def keep(name: str, files: Sequence[Path], kind: type[Made], make: Callable[[], Made]) -> Made:
    """Return what `make` makes of `files`, from beside the first where it was made of the very same."""
    path = files[0].parent / FOLDER / f"{name}.msgpack"
    source = _hash_source(files)
    if (data := _read(path, source)) is not None:
        with suppress(msgspec.DecodeError):  # of the same files by code that kept other records
            return msgspec.msgpack.decode(data, type=kind)
    made = make()
    _write(path, source, msgspec.msgpack.encode(made))
    return made


def _hash_source(files: Sequence[Path]) -> bytes:
    """Return the hash of all that decides what is made of files."""
    return xxh3_128(" ".join([_hash_code(), *map(checksum, files)]).encode()).digest()


@cache
def _hash_code() -> str:
    return " ".join([opencc.__version__, *map(checksum, CODE)])


def _read(path: Path, source: bytes) -> memoryview | None:
    """Return what is kept at `path`; None where there is nothing, or it is damaged or was made of something else."""
    try:
        kept = memoryview(path.read_bytes())
    except OSError:
        return None
    return kept[len(source) :] if kept[: len(source)] == _sign(source, kept[len(source) :]) else None


def _sign(source: bytes, data: memoryview | bytes) -> bytes:
    digest = xxh3_128(source)
    digest.update(data)
    return digest.digest()


def _write(path: Path, source: bytes, data: bytes) -> None:
    """Keep `data` at `path` in one step, where that can be."""
    new = path.with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        path.parent.mkdir(exist_ok=True)
        try:
            new.write_bytes(_sign(source, data) + data)
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
