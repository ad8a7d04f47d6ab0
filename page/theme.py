"""The look: Gradio's plainest theme on the colours of assets/page.css, with fonts of the reader's own machine alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import gradio as gr

STYLES = sorted((Path(__file__).parent / "assets").glob("*.css"))  # page.css comes first
SANS = ("system-ui", "Segoe UI", "Helvetica Neue", "Noto Sans", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC")
MONO = ("ui-monospace", "SFMono-Regular", "Consolas", "Noto Sans Mono")
COLOURS = {
    "body_background_fill": "var(--paper)",
    "background_fill_primary": "var(--paper)",
    "background_fill_secondary": "var(--panel)",
    "block_background_fill": "var(--paper)",
    "body_text_color": "var(--ink)",
    "body_text_color_subdued": "var(--faint)",
    "border_color_primary": "var(--rule)",
    "input_background_fill": "var(--panel)",
    "input_placeholder_color": "var(--faint)",
    "button_primary_background_fill": "var(--accent)",
    "button_primary_text_color": "var(--paper)",
    "color_accent": "var(--accent)",
}


def make_theme() -> gr.themes.Base:
    """Return the theme; light and dark are told apart in page.css."""
    both: dict[str, Any] = {**COLOURS, **{f"{name}_dark": value for name, value in COLOURS.items()}}
    del both["color_accent_dark"]
    return gr.themes.Base(font=SANS, font_mono=MONO).set(**both)


def make_head() -> str:
    """Return the style sheets as an element of the page's head: Gradio rewrites what it is given as css."""
    return f"<style>{''.join(path.read_text(encoding='utf-8') for path in STYLES)}</style>"
