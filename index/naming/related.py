"""The thesaurus of the field: in which other words a text may say what is asked; knows nothing of questions or ranking.

load_related() -> tuple[Concept, ...]
find_concepts(text) -> tuple[ConceptMention, ...]      the concepts that a question names, with offsets
concepts_of(text) -> frozenset[Held]                   the concepts that a sentence names, each with its word's kind
spot_concepts(texts, sought) -> list                   the same of many texts, for the concepts sought alone
ConceptMention.strength(held) -> float                 how far a sentence that holds them says what is asked, 0 to 0.8
Concept.others(kind) -> dict[str, float]               further words to search for, with what each counts

A word's kind: `same` says the concept, `narrower` a kind or an instance of it, `associated` what goes with it, and
`asked` is too vague to be sought in a text (island for Taiwan): it counts in questions alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from index.kept import keep
from index.naming.forms import Forms
from index.naming.pairs import PAIR
from index.naming.phrases import EXACT, even_all
from index.naming.spotter import Spotter
from index.naming.tables import Row, read_rows
from index.naming.terms import TERMS, terms_by_form

RELATED = Path(__file__).parent.parent / "glossary" / "related.tsv"
NOTHING = "-"  # the concept of words that stand for nothing here and only hide what stands inside them
Kind = Literal["same", "asked", "narrower", "associated"]
KINDS: tuple[Kind, ...] = ("same", "asked", "narrower", "associated")
# What a sentence's word counts for a question's, by their kinds; two narrower words name two different things.
STRENGTHS: dict[tuple[Kind, Kind], float] = {
    ("same", "same"): 0.8,
    ("same", "narrower"): 0.6,
    ("same", "associated"): 0.3,
    ("asked", "same"): 0.7,
    ("asked", "narrower"): 0.5,
    ("asked", "associated"): 0.25,
    ("narrower", "same"): 0.4,
    ("associated", "same"): 0.3,
}


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked and told in several words, by their kinds, in all languages together."""

    id: str
    same: tuple[str, ...]
    asked: tuple[str, ...]
    narrower: tuple[str, ...]
    associated: tuple[str, ...]

    def forms(self, kind: Kind) -> tuple[str, ...]:
        """Return the words of one kind."""
        return {"same": self.same, "asked": self.asked, "narrower": self.narrower, "associated": self.associated}[kind]

    def others(self, kind: Kind = "same") -> dict[str, float]:
        """Return the words to search for where a question has a word of `kind`, with their strengths."""
        words = [(form, STRENGTHS.get((kind, other), 0.0)) for other in KINDS for form in self.forms(other)]
        return {form.removesuffix(EXACT): share for form, share in words if share and PAIR not in form}


class Held(NamedTuple):
    """A concept that a text names, and the kind of the word that names it."""

    concept: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class ConceptMention:
    """A concept named in a question: where, and by which kind of word."""

    start: int
    end: int
    concept: Concept
    kind: Kind

    @property
    def sought(self) -> dict[Held, float]:
        """What a text may hold that says what is asked, and how far it says it."""
        shares = {Held(self.concept.id, kind): STRENGTHS.get((self.kind, kind), 0.0) for kind in KINDS}
        return {held: share for held, share in shares.items() if share}

    def strength(self, held: frozenset[Held]) -> float:
        """Return how far a text that holds these concepts says what is asked, 0 where it does not."""
        return max((share for each, share in self.sought.items() if each in held), default=0.0)


@cache
def load_related() -> tuple[Concept, ...]:
    """Return the concepts of the thesaurus; names that the glossary holds bring its other names with them."""
    rows = [row for row in _rows() if row["concept"] != NOTHING]
    glossary = [form for forms in terms_by_form().values() for term in forms for form in term.forms]
    listed = [name for row in rows for kind in KINDS for name in row.names(kind)]
    folded = even_all([*dict.fromkeys([*glossary, *listed])])
    first: dict[str, int] = {}
    return tuple(_read_concept(row, first, folded) for row in rows)


def _rows() -> Iterator[Row]:
    return read_rows(RELATED, ("concept", *KINDS))


def _read_concept(row: Row, first: dict[str, int], folded: dict[str, str]) -> Concept:
    identity = row["concept"]
    if first.setdefault(identity, row.line) != row.line:
        raise row.error(f"the concept '{identity}' stands in line {first[identity]} too", "write one row for both")
    if not row.names("same"):
        raise row.error(f"'{identity}' has no word of its own", "fill the column same")
    listed = Counter(folded[name] for kind in KINDS for name in row.names(kind))
    if twice := [name for name, times in listed.items() if times > 1]:
        raise row.error(f"'{min(twice)}' stands twice", "keep it in one of the columns")
    taken = set(listed)
    told = [_with_glossary(row.names(kind), taken, folded) for kind in ("same", "narrower", "associated")]
    return Concept(identity, told[0], row.names("asked"), told[1], told[2])


def _with_glossary(names: tuple[str, ...], taken: set[str], folded: dict[str, str]) -> tuple[str, ...]:
    """Return `names` with the glossary's other names of the same things that are not `taken` by another column."""
    terms = [term for name in names for term in terms_by_form().get(folded[name], ())]
    forms = dict.fromkeys(form for term in terms for form in term.forms)
    further = [form for form in forms if folded[form] not in taken]
    taken.update(folded[form] for form in further)
    return (*names, *map(_printed, further))


def _printed(name: str) -> str:
    """Return a name so that an abbreviation (WHO, AI) is found only in capitals."""
    return name + EXACT if name.isascii() and name.isupper() else name


@dataclass(frozen=True, slots=True, eq=False)
class _Thesaurus:
    """What is kept of the table: its words made ready, what their numbers stand for, the concepts by their ids."""

    forms: Forms
    held: list[Held | None]
    concepts: dict[str, msgspec.Raw]  # few are asked for


def _make_thesaurus() -> _Thesaurus:
    concepts = load_related()
    held: list[Held | None] = [Held(concept.id, kind) for concept in concepts for kind in KINDS]
    forms = (concept.forms(kind) for concept in concepts for kind in KINDS)
    entries = [(form, number) for number, each in enumerate(forms) for form in each]
    entries += [(name, len(held)) for row in _rows() if row["concept"] == NOTHING for name in row.names("same")]
    raw = {concept.id: msgspec.Raw(msgspec.msgpack.encode(concept)) for concept in concepts}
    return _Thesaurus(Forms.make(entries), [*held, None], raw)


@cache
def _thesaurus() -> _Thesaurus:
    return keep("related", (RELATED, TERMS), _Thesaurus, _make_thesaurus)


@cache
def _spotter() -> Spotter[Held]:
    return Spotter(_thesaurus().forms, _thesaurus().held)


@cache
def _concept(identity: str) -> Concept:
    return msgspec.msgpack.decode(_thesaurus().concepts[identity], type=Concept)


@lru_cache(maxsize=512)
def find_concepts(text: str) -> tuple[ConceptMention, ...]:
    """Return the concepts that `text` names, in order; one word may name several."""
    found = dict.fromkeys((start, end, held) for start, end, held, _ in _spotter().find(text))
    return tuple(ConceptMention(start, end, _concept(held.concept), held.kind) for start, end, held in found)


def concepts_of(text: str) -> frozenset[Held]:
    """Return the concepts that `text` names; a word that is only asked by has no strength in a text."""
    return _spotter().spot([text])[0]


def spot_concepts(texts: Sequence[str], sought: frozenset[Held]) -> list[frozenset[Held]]:
    """Return which of the concepts sought each text names, as `concepts_of` does."""
    return _spotter().spot(texts, sought)
