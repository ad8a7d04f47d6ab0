"""Serves a page on a free port of this machine for the time of a test."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import app
from page.options import Options


def find_port() -> int:
    """Return a port that is free now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serve(page: app.gr.Blocks, options: Options = Options()) -> Iterator[str]:  # noqa: B008  (frozen)
    """Serve a page and give its address, without the slash at its end."""
    _, url, _ = app.launch(page, replace(options, port=find_port()))
    try:
        yield url.rstrip("/")
    finally:
        page.close(verbose=False)
