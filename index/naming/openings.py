"""Where words of several parts stand in a row, or begin at its end; knows of the words nothing but their parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, eq=False)
class Openings:
    """Words that have several parts, and their beginnings: English ones of a row, or Chinese characters.

    `lasts` are the parts that beginnings end with, `longest` is how many parts the longest beginning has.
    """

    joint: str
    whole: set[str] = field(default_factory=set)
    begun: set[str] = field(default_factory=set)
    lasts: set[str] = field(default_factory=set)
    longest: int = 0

    def add(self, parts: Sequence[str]) -> None:
        """Make a word known."""
        self.whole.add(self.joint.join(parts))
        if len(parts) > 1:
            self.begun.update([self.joint.join(parts[:count]) for count in range(1, len(parts))])
            self.lasts.update(parts[:-1])
            self.longest = max(self.longest, len(parts) - 1)

    def at_end(self, parts: Sequence[str]) -> tuple[str, ...]:
        """Return the beginnings of words that a line ends with."""
        if not parts or parts[-1] not in self.lasts:
            return ()
        ends = (self.joint.join(parts[-count:]) for count in range(1, min(self.longest, len(parts)) + 1))
        return tuple(end for end in ends if end in self.begun)

    def go_on(self, begun: Sequence[str], first: str) -> bool:
        """Tell whether one of the beginnings goes on with the first part of the next line."""
        rows = [f"{each}{self.joint}{first}" for each in begun] if first else []
        return any(row in self.begun or row in self.whole for row in rows)

    def find(self, parts: Sequence[str]) -> list[tuple[int, int]]:
        """Return where words begin in a row of parts, and of how many parts they are."""
        found = []
        whole, begun, joint = self.whole, self.begun, self.joint
        for start, row in enumerate(parts):
            length = 1
            if row in whole:
                found.append((start, 1))
            while row in begun and start + length < len(parts):
                row += joint + parts[start + length]
                length += 1
                if row in whole:
                    found.append((start, length))
        return found
