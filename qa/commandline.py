"""What the commands that are asked one thing or a file of things have in common: their input, and the index."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from index.manifest import IndexNotUsable
from qa.library import Library, open_library


def read_inputs(parser: argparse.ArgumentParser, one: str | None, batch: Path | None, what: str) -> list[str]:
    """Return the one thing given, or the lines of the file; ends the program with the cure where that cannot be."""
    if (one is None) == (batch is None):
        parser.error(f"Give one {what}, or a file of {what}s with --batch.")
    if batch is None:
        return [one or ""]
    try:
        return [line for line in batch.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
    except (OSError, UnicodeDecodeError) as problem:
        parser.error(f"{batch} cannot be read as UTF-8 text ({problem}). Name a file of one {what} a line.")


def open_or_tell(index: Path) -> Library | None:
    """Return the library of an index; None, and why on the error output, where it cannot be used."""
    try:
        return open_library(index)
    except IndexNotUsable as problem:
        sys.stderr.write(f"{problem}\n")
        return None
