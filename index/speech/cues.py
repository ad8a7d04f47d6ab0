"""What in a sentence tells who speaks: the records; knows nothing of a language or of the sentences around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.records import NOBODY, Voice

CueKind = Literal["speaker", "joint", "narration"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Who a sentence says is speaking, and whether those words go on in the sentences after it."""

    kind: CueKind
    voice: Voice = NOBODY
    lasts: bool = True


NARRATION = Cue("narration")


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sentences before have settled: who is speaking, who was named last, who holds which title here."""

    carried: Voice = NOBODY
    last_subject: Voice = NOBODY
    titles: tuple[tuple[str, Voice], ...] = ()

    def holder(self, title: str) -> Voice | None:
        """Return the voice of whoever holds `title` in this article."""
        return dict(self.titles).get(title.lower())
