"""Rebuilds an index whenever its folder of readouts changes; knows nothing of what a rebuild does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from watchfiles import watch

from index.manifest import IndexNotUsable
from index.receipt import Receipt

SETTLED = 500  # milliseconds without a change, so that a file is whole when it is read
POLLED = 30_000  # milliseconds after which the folder is compared again, whatever the system told of it


def watch_folder(
    seeds: Path, update: Callable[[], Receipt], stop: Event | None = None
) -> Iterator[Receipt | Exception]:
    """Update now and after every change of folder `seeds`; yield each receipt that is not empty, or what went wrong."""
    yield from _try(update)
    for _ in watch(
        seeds,
        debounce=SETTLED,
        rust_timeout=POLLED,
        yield_on_timeout=True,  # a network folder tells of no change
        stop_event=stop,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        yield from _try(update)


def _try(update: Callable[[], Receipt]) -> Iterator[Receipt | Exception]:
    try:
        receipt = update()
    except (IndexNotUsable, OSError) as problem:
        yield problem
        return
    if not receipt.is_empty:
        yield receipt
