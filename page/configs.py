"""What Gradio works out anew for every visitor and is the same for all of them: worked out once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import gradio as gr

ASKED = ("get_config", "api_info", "api_info_as_input", "api_info_as_output", "example_inputs")


def keep_configs(page: gr.Blocks) -> None:
    """Let the blocks of a page that is built give what they are asked for a session from what they gave once.

    A block that an event changes is a new one, which this does not touch.
    """
    for block in page.blocks.values():
        for name in ("get_config",) if getattr(block, "skip_api", True) else ASKED:
            setattr(block, name, _keep(getattr(block, name)()))


def _keep(value: Any) -> Callable[[], Any]:  # noqa: ANN401
    # Gradio writes into the outermost dictionary: a copy of it for each.
    return (lambda: dict(value)) if isinstance(value, dict) else (lambda: value)
