"""What in a sentence tells who speaks: the records; knows nothing of a language or of the sentences around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from index.records import NOBODY, Side, Voice

CueKind = Literal["speaker", "joint", "narration", "announcement"]


@dataclass(frozen=True, slots=True)
class Cue:
    """Who a sentence says is speaking, and whether those words go on in the sentences after it."""

    kind: CueKind
    voice: Voice = NOBODY
    lasts: bool = True


NARRATION = Cue("narration")


@dataclass(frozen=True, slots=True, eq=False)
class Cast:
    """Who appears in an article: whose text it is, whom it tells of, who holds which title, whom it introduces.

    `guest` is the side of the others in it, `meeting` tells that it reports, for China, what was said at a meeting; `news`
    that it is a report on what others do, where whoever is quoted speaks for one sentence;
    `labels` open more than one of its paragraphs; `people` are known, by each word of their names; `author` wrote what
    the article only reports; `strangers` are in no gazetteer, with the side that their introduction tells;
    `holders` are whom a bare Chinese title may mean; `answerer` answers where a label says only "answer".
    """

    home: Side | None = None
    guest: Side | None = None
    meeting: bool = False
    news: bool = False
    labels: frozenset[str] = frozenset()
    titles: Mapping[str, Voice] = field(default_factory=dict)
    people: Mapping[str, tuple[str, Side | None]] = field(default_factory=dict)
    author: Voice = NOBODY
    strangers: Mapping[str, Side | None] = field(default_factory=dict)
    holders: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    answerer: Voice = NOBODY


@dataclass(frozen=True, slots=True)
class Scene:
    """What the sentences before have settled: who is speaking, who was named last; and who appears at all.

    `last_subject` may be both sides, `last_person` never is. Where `telling`, the one who speaks tells of the others.
    """

    carried: Voice = NOBODY
    last_subject: Voice = NOBODY
    last_person: Voice = NOBODY
    cast: Cast = Cast()
    speech: bool = False  # somebody speaks for himself here: under a label, or in a speech given in full
    telling: bool = False

    def holder(self, title: str) -> Voice | None:
        """Return the voice of whoever holds `title` in this article."""
        titles = self.cast.titles
        longer = (voice for held, voice in titles.items() if held.endswith(f" {title.lower()}"))
        return titles.get(title.lower()) or next(longer, None)
