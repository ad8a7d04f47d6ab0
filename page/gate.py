"""Bounds how many calls of the endpoints run and wait at once; knows nothing of what they do."""

from __future__ import annotations

import functools
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Any, ParamSpec

import gradio as gr

AT_ONCE, WAITING, PATIENCE = 8, 64, 30.0  # calls that run, calls that wait, and for how many seconds
Parameters = ParamSpec("Parameters")


class Gate:
    """Lets a few calls run and some more wait; refuses the rest with a word to try again."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING, patience: float = PATIENCE) -> None:
        self._running, self._here = BoundedSemaphore(at_once), BoundedSemaphore(at_once + waiting)
        self._patience = patience

    def guard(self, endpoint: Callable[Parameters, dict[str, Any]]) -> Callable[Parameters, dict[str, Any]]:
        """Return the endpoint behind this gate."""

        @functools.wraps(endpoint)
        def guarded(*arguments: Parameters.args, **named: Parameters.kwargs) -> dict[str, Any]:
            if not self._here.acquire(blocking=False):
                raise _busy()
            try:
                if not self._running.acquire(timeout=self._patience):
                    raise _busy()
                try:
                    return endpoint(*arguments, **named)
                finally:
                    self._running.release()
            finally:
                self._here.release()

        return guarded


def _busy() -> gr.Error:
    return gr.Error("Too many calls at once. Try again in a moment.", print_exception=False)
