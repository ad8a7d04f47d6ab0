"""Bounds how many calls run and wait at once; knows nothing of what they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

AT_ONCE, WAITING, PATIENCE = 8, 64, 30.0  # calls that run, calls that wait, and for how many seconds


class BusyError(Exception):
    """Too many calls run and wait already."""


class Gate:
    """Lets a few calls run and some more wait; refuses the rest."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING, patience: float = PATIENCE) -> None:
        self._running, self._here = BoundedSemaphore(at_once), BoundedSemaphore(at_once + waiting)
        self._patience = patience

    @contextmanager
    def enter(self) -> Iterator[None]:
        """Hold a place while a call runs; a BusyError where there is none."""
        if not self._here.acquire(blocking=False):
            raise BusyError
        try:
            if not self._running.acquire(timeout=self._patience):
                raise BusyError
            try:
                yield
            finally:
                self._running.release()
        finally:
            self._here.release()
