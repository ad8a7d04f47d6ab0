"""The Documents tab."""

from __future__ import annotations

from page.room import Repaint, Room


def build_documents(room: Room) -> list[Repaint]:
    """Build the tab, and return what of it the language changes."""
    return []
