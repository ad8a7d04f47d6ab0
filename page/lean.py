"""Spares Gradio what it does for nothing, at its import and at every event; knows nothing of the page."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import Any


@contextmanager
def lean() -> Iterator[None]:
    """Keep Gradio, while it is imported, from making anew the stub file of each of its components: half its time.

    It makes none of a component that has no source file, so for this long none of them has one.
    """
    find = inspect.getfile

    def hide(thing: Any) -> str:  # noqa: ANN401  as inspect has it
        if isinstance(thing, type) and thing.__module__.startswith("gradio."):
            raise OSError("hidden while Gradio is imported")
        return find(thing)

    inspect.getfile = hide  # type: ignore[assignment]
    try:
        yield
    finally:
        inspect.getfile = find
        _note_missing("matplotlib")  # which Gradio looks for on the disk twice an event


def _note_missing(name: str) -> None:
    """Let an import of a module that is not installed fail at once."""
    if name not in sys.modules and find_spec(name) is None:
        sys.modules[name] = None  # type: ignore[assignment]
