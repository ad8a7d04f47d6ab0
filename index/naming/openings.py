"""Where words of several parts stand in a row, or begin at its end; knows of the words nothing but their parts."""

from __future__ import annotations

from collections.abc import Sequence


class Openings:
    """The beginnings of words that have several parts: English ones of a row, or Chinese characters."""

    def __init__(self, joint: str) -> None:
        self._joint = joint
        self._open: set[str] = set()  # less than a whole word
        self._whole: set[str] = set()
        self._lasts: set[str] = set()  # the parts that beginnings end with
        self._longest = 0

    def add(self, parts: Sequence[str]) -> None:
        """Make a word known."""
        self._whole.add(self._joint.join(parts))
        if len(parts) > 1:
            self._open.update([self._joint.join(parts[:count]) for count in range(1, len(parts))])
            self._lasts.update(parts[:-1])
            self._longest = max(self._longest, len(parts) - 1)

    def at_end(self, parts: Sequence[str]) -> tuple[str, ...]:
        """Return the beginnings of words that a line ends with."""
        if not parts or parts[-1] not in self._lasts:
            return ()
        ends = (self._joint.join(parts[-count:]) for count in range(1, min(self._longest, len(parts)) + 1))
        return tuple(end for end in ends if end in self._open)

    def go_on(self, begun: Sequence[str], first: str) -> bool:
        """Tell whether one of the beginnings goes on with the first part of the next line."""
        rows = [f"{each}{self._joint}{first}" for each in begun] if first else []
        return any(row in self._open or row in self._whole for row in rows)

    def find(self, parts: Sequence[str]) -> list[tuple[int, int]]:
        """Return where words begin in a row of parts, and of how many parts they are."""
        found = []
        for start, row in enumerate(parts):
            length = 1
            if row in self._whole:
                found.append((start, 1))
            while row in self._open and start + length < len(parts):
                row += self._joint + parts[start + length]
                length += 1
                if row in self._whole:
                    found.append((start, length))
        return found
