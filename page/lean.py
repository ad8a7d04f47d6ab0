"""Imports Gradio in half its time; knows nothing of the page."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def without_stubs() -> Iterator[None]:
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
