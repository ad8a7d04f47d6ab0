"""Every sentence held that uses a phrase, and the documents that were searched for it; knows nothing of charts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from weakref import WeakKeyDictionary

from index.columns import ACCOUNTS, NO_DAY, NONE
from index.pack import read_text
from index.records import Account, Section, Span
from index.words import fold
from qa.library import Library, bare_words
from qa.wordings.places import find_documents
from qa.wordings.wordforms import Finder, Form, find_forms


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a form stands: offsets into the readout's text, and which of the forms it is."""

    start: int
    end: int
    form: int


@dataclass(frozen=True, slots=True)
class Use:
    """A sentence that uses the phrase, where, and the same sentence of the same day and voice in other files."""

    sentence: Span
    marks: tuple[Mark, ...]
    also_in: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """One article that was searched: in which document, whose account, of which day."""

    document: str
    account: Account | None
    day: date | None


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase, its forms, those that are left out, the sentences that use it by date, and what was searched."""

    phrase: str
    forms: tuple[Form, ...]
    ignored: tuple[int, ...]
    uses: tuple[Use, ...]
    searched: tuple[Article, ...]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The sentences, in order."""
        return tuple(use.sentence for use in self.uses)

    @property
    def documents(self) -> int:
        """How many documents were searched."""
        return len({article.document for article in self.searched})


_folded: WeakKeyDictionary[Library, dict[int, str]] = WeakKeyDictionary()
_searched: WeakKeyDictionary[Library, tuple[Article, ...]] = WeakKeyDictionary()


def _list_searched(library: Library) -> tuple[Article, ...]:
    """Return the articles of all documents; none is unpacked for it."""
    if library not in _searched:
        columns = library.store.columns
        rows = columns.passages.values
        told = sorted(
            set(zip(columns.passages.owners.tolist(), rows["account"].tolist(), rows["day"].tolist(), strict=True))
        )
        _searched[library] = tuple(
            Article(columns.names[number], None if account == NONE else ACCOUNTS[account], _day(day))
            for number, account, day in told
        )
    return _searched[library]


def _day(ordinal: int) -> date | None:
    return None if ordinal == NO_DAY else date.fromordinal(ordinal)


def find_wording(phrase: str, library: Library, ignored: Sequence[int] = ()) -> Wording:
    """Return where a phrase and its equivalents are used; `ignored` are the numbers of forms that do not count."""
    forms = find_forms(phrase)
    finders = [(number, Finder(form)) for number, form in enumerate(forms) if number not in ignored]
    found: list[Use] = []
    for number in find_documents([finder for _, finder in finders], library):
        folded = _fold_text(number, library)
        if any(finder.may_stand_in(folded) for _, finder in finders):
            entry = library.store.entries[number]
            found += _assign(entry.sentences, find_marks(entry.readout.text, folded, finders))
    uses = sorted(_join_same(found), key=_by_date)
    return Wording(phrase, forms, tuple(sorted(set(ignored))), tuple(uses), _list_searched(library))


def _fold_text(number: int, library: Library) -> str:
    """Return a document's text in one script; it is made once."""
    texts = _folded.setdefault(library, {})
    if number not in texts:
        texts[number] = fold(read_text(library.store.columns.packed, number))
    return texts[number]


def find_marks(text: str, folded: str, finders: Sequence[tuple[int, Finder]]) -> list[Mark]:
    """Return where the forms stand in a text, in order; of those that overlap the longest."""
    found = [Mark(start, end, number) for number, finder in finders for start, end in finder.find(text, folded)]
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda mark: (mark.start - mark.end, mark.start)):
        if all(mark.end <= other.start or other.end <= mark.start for other in kept):
            kept.append(mark)
    return sorted(kept, key=lambda mark: mark.start)


def _assign(sentences: Sequence[Span], marks: Sequence[Mark]) -> Iterator[Use]:
    """Give the sentences that hold marks whole, with them."""
    starts = [sentence.start for sentence in sentences]
    by_sentence: dict[int, list[Mark]] = {}
    for mark in marks:
        place = bisect_right(starts, mark.start) - 1
        if place >= 0 and mark.end <= sentences[place].end:
            by_sentence.setdefault(place, []).append(mark)
    for place, inside in by_sentence.items():
        yield Use(sentences[place], tuple(inside))


def _join_same(uses: Sequence[Use]) -> Iterator[Use]:
    """Give each sentence once, however many files print it: a text that is reprinted was said once."""
    same: dict[tuple[object, ...], list[Use]] = {}
    for use in uses:
        origin = use.sentence.section.origin
        day = origin.date.day if origin.date else None
        key = (bare_words(use.sentence), use.sentence.voice.side, origin.account, day)
        same.setdefault(key if day else (id(use),), []).append(use)
    for first, *others in same.values():
        inside = [other.sentence for other in others if other.sentence.readout.name != first.sentence.readout.name]
        yield Use(first.sentence, first.marks, tuple(inside))


def _by_date(use: Use) -> tuple[date, str, int]:
    known = use.sentence.section.origin.date
    return known.day if known else date.max, use.sentence.readout.name, use.sentence.start


def day_of(section: Section) -> date | None:
    """Return the day an article tells of, if that is known."""
    return section.origin.date.day if section.origin.date else None
