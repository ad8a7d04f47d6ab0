"""The records of a verification: what is claimed, where its words stand, how they differ; imports no stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from index.records import Hit, Language, Side, Span
from qa.verifying.letters import Difference

# verbatim; apart from print (`Place.differences`); with words left out at its ellipses; pieced together from places
# that do not follow one another; other words than the nearest held; nothing like it held.
VerdictKind = Literal["verbatim", "apart", "elided", "stitched", "differs", "not_held"]
EditKind = Literal["changed", "missing", "added"]
SpeakerMatch = Literal["as_claimed", "another", "untold"]
CautionKind = Literal["before", "left_out", "two_speakers", "question", "date"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the text given, by offsets."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What is shown: the text as given, the stretches to be verified, and who is said to have said them, and when.

    The stretches follow one another, an ellipsis between each two. `named` are the words that name the speaker, `dates`
    the numbers beside them: a year, a month, a day.
    """

    text: str
    language: Language
    segments: tuple[Segment, ...]
    named: str = ""
    person: str | None = None
    side: Side | None = None
    dates: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Caution:
    """Something a reader must know beside the words: its kind and the words of the source that it is about."""

    kind: CautionKind
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand: from the first to the last of them, what an ellipsis leaves out, what differs in print."""

    span: Span
    differences: tuple[Difference, ...] = ()
    left_out: tuple[Span, ...] = ()
    speaker: SpeakerMatch | None = None
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a quotation that is stitched together, and where it stands."""

    segment: Segment
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One difference in wording: offsets in the source and in the text given.

    `missing` words stand in the source alone, `added` ones in the text given alone.
    """

    kind: EditKind
    held: Segment
    quoted: Segment


@dataclass(frozen=True, slots=True)
class Comparison:
    """The nearest wording held: its span, every difference, and the share of words that are the same."""

    place: Place
    edits: tuple[Edit, ...]
    similarity: float


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is held of a quotation that was shown.

    `count` is how many places hold it, of which `places` are the first; `meaning` holds sentences with other words.
    """

    claim: Claim
    kind: VerdictKind
    documents: int
    count: int = 0
    places: tuple[Place, ...] = ()
    pieces: tuple[Piece, ...] = ()
    nearest: Comparison | None = None
    meaning: tuple[Hit, ...] = ()
    seconds: float = 0.0

    @property
    def held(self) -> bool:
        """Tell whether the words stand in a source as they are quoted, print and marked ellipses aside."""
        return self.kind in ("verbatim", "apart", "elided")

    @property
    def near_places(self) -> tuple[Place, ...]:
        """Where the words stand, or where they do not the nearest to them."""
        return self.places or ((self.nearest.place,) if self.nearest else ())

    @property
    def speaker(self) -> SpeakerMatch | None:
        """Whether the speaker claimed says it anywhere, or what is nearest; None where no speaker is claimed."""
        told = {place.speaker for place in self.near_places}
        return next((match for match in ("as_claimed", "another", "untold") if match in told), None)
