"""Reads a file in a process of its own, which may take only so long and so much memory: some formats can be bombs.

`python -m index.reading.guard` is that process: bytes in, the content as JSON out.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import msgspec

from index.reading.content import Content
from index.reading.pdf import read_pdf

SECONDS = 60  # for one file
MEMORY = 2 * 2**30  # bytes
_REFUSED = 3  # the exit status where the message tells the reason and the cure
_ROOT = Path(__file__).parents[2]


def read_apart(data: bytes) -> Content:
    """Return the content of a PDF file; ValueError with the reason and the cure where it cannot be read in time."""
    cure = "print it to a new PDF, or save its text in a .txt file"
    try:
        done = subprocess.run(
            [sys.executable, "-m", __name__], input=data, capture_output=True, timeout=SECONDS, check=False, cwd=_ROOT
        )
    except subprocess.TimeoutExpired as exc:
        raise ValueError(f"takes longer than {SECONDS} s to read; {cure}") from exc
    if done.returncode == _REFUSED:
        raise ValueError(done.stderr.decode("utf-8", "replace"))
    if done.returncode:
        raise ValueError(f"is broken, or needs more than {MEMORY // 2**30} GB of memory to be read; {cure}")
    return msgspec.json.decode(done.stdout, type=Content)


def limit_memory() -> None:
    """Let this process have no more than MEMORY, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY if most < 0 else min(MEMORY, most), most))


def main() -> int:
    """Read a PDF file from the standard input and write its content as JSON to the standard output."""
    limit_memory()
    try:
        content = read_pdf(sys.stdin.buffer.read())
    except ValueError as exc:
        sys.stderr.buffer.write(str(exc).encode("utf-8", "replace"))
        return _REFUSED
    sys.stdout.buffer.write(msgspec.json.encode(content))
    return 0


if __name__ == "__main__":
    sys.exit(main())
