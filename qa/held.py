"""What can be told of all passages held at once, by their columns: no document is unpacked for it.

Masks have one flag a passage, in the order of the store's passages. Knows nothing of what answers a question.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from index.columns import ACCOUNTS, NO_DAY, NONE, SIDES, find_grams
from index.postings import Keys, Postings, word_key, word_keys
from index.records import Account, Side
from index.words import fold, is_han, split_words
from qa.forms import event_names, forms_of
from qa.library import Library
from qa.records import Question

Mask = NDArray[np.bool_]
MOST_OPENED = 200  # documents that are unpacked to see where their articles begin


def of_accounts(library: Library, accounts: Collection[Account | None]) -> Mask:
    """Return the passages of these accounts; None stands for those of whose account nothing is known."""
    codes = [NONE if account is None else ACCOUNTS.index(account) for account in accounts]
    return np.isin(library.store.columns.passages.values["account"], codes)


def of_events(library: Library, question: Question) -> Mask:
    """Return the passages of the days of the events asked for, and those that name one of the events."""
    found = may_hold_any(library, event_names(question))
    for period in question.event_periods:
        found |= of_days(library, period.first, period.last)
    return found


def of_days(library: Library, first: date, last: date) -> Mask:
    """Return the passages of events from `first` to `last`, both of them included."""
    days = library.store.columns.passages.values["day"]
    return np.asarray((days >= first.toordinal()) & (days <= last.toordinal()) & (days != NO_DAY))


def undated(library: Library) -> Mask:
    """Return the passages of whose day nothing is known."""
    return np.asarray(library.store.columns.passages.values["day"] == NO_DAY)


def held_years(library: Library) -> list[int]:
    """Return the years of all events held, ascending."""
    return sorted({day.year for day in days_of(library, np.ones(len(library.store.passages), dtype=np.bool_))})


def days_of(library: Library, passages: Mask) -> list[date]:
    """Return the days of the events that the passages are of, ascending."""
    days = np.unique(library.store.columns.passages.values["day"][passages])
    return [date.fromordinal(int(day)) for day in days.tolist() if day != NO_DAY]


def names_of(library: Library, passages: Mask) -> tuple[str, ...]:
    """Return the names of the documents that the passages are of, in order."""
    names = library.store.columns.names
    return tuple(names[number] for number in _documents(library, passages).tolist())


def _documents(library: Library, passages: Mask) -> NDArray[np.intp]:
    starts = library.store.columns.passages.starts
    counts = np.concatenate([[0], np.cumsum(passages)])
    return np.flatnonzero(counts[starts[1:]] > counts[starts[:-1]])


def count_documents(library: Library, passages: Mask) -> dict[Account | None, int]:
    """Return how many documents the passages are of, by account, and under None in all."""
    counts: dict[Account | None, int] = {None: len(_documents(library, passages))}
    of_each = {account: passages & of_accounts(library, [account]) for account in ACCOUNTS}
    return counts | {account: len(_documents(library, of)) for account, of in of_each.items()}


def speaking(library: Library, sides: Collection[Side], people: Collection[str] = ()) -> Mask:
    """Return the passages in which a sentence begins that one of the sides says, or of the sides one of the people."""
    columns = library.store.columns
    rows = columns.sentences.values
    said = np.isin(rows["side"], [SIDES.index(side) for side in sides]) & (rows["passage"] != NONE)
    if people:
        said &= np.isin(rows["person"], np.array([word_key(person) for person in people], dtype=np.uint64))
    found = np.zeros(len(columns.passages.values), dtype=np.bool_)
    places = np.flatnonzero(said)
    documents = np.searchsorted(columns.sentences.starts, places, side="right") - 1
    found[columns.passages.starts[documents] + rows["passage"][places]] = True
    return found


def naming(library: Library, sides: Collection[Side], people: Sequence[str]) -> Mask:
    """Return the passages of documents in which one of `people` speaks or is named."""
    named = speaking(library, sides, people) | may_hold_any(
        library, [fold(n) for p in people for n in forms_of(p) or (p,)]
    )
    documents = np.zeros(len(library.store.columns.names), dtype=np.bool_)
    documents[_documents(library, named)] = True
    return np.repeat(documents, library.store.columns.passages.sizes)


def took_part(library: Library, people: Sequence[str]) -> Mask:
    """Return the passages of articles whose title or opening names all of `people`.

    Of other articles those that name them all, and the next after each.
    """
    together = np.ones(len(library.store.passages), dtype=np.bool_)
    for person in people:
        together &= may_hold_any(library, [fold(name) for name in forms_of(person)])
    found, rows = together.copy(), library.store.columns.passages
    starts, documents = rows.starts, _documents(library, together).tolist()
    if len(documents) > MOST_OPENED:  # of many, whether the first passage of a document names them all
        opening = np.append(together, False)[starts[:-1]] & (rows.sizes > 0)
        return found | np.repeat(opening, rows.sizes)
    for document in documents:
        first, after = int(starts[document]), int(starts[document + 1])
        if together[first:after].all():
            continue
        opened: dict[int, bool] = {}  # whether an article's first passage names them all, by where it starts
        for number in range(first, after):
            start = library.store.passages[number].section.start
            goes_on = start in opened and together[number - 1]
            found[number] |= opened.setdefault(start, bool(together[number])) or goes_on
    return found


def may_hold(library: Library, form: str) -> Mask:
    """Return the passages that hold all the words of a form, or in Chinese all its pairs of characters.

    No passage that holds the form is missing; some may hold its parts only.
    """
    if is_han(form):
        return may_hold_digits(library, [form])
    return _hold_all(library.store.columns.words, word_keys(split_words(form)))


def may_hold_any(library: Library, forms: Iterable[str]) -> Mask:
    """Return the passages that may hold one of the forms."""
    found = np.zeros(len(library.store.passages), dtype=np.bool_)
    for form in forms:
        found |= may_hold(library, form)
    return found


def may_hold_digits(library: Library, numbers: Iterable[str]) -> Mask:
    """Return the passages that hold all pairs of digits (and Chinese characters) of one of the numbers."""
    found = np.zeros(len(library.store.passages), dtype=np.bool_)
    for number in numbers:
        keys = find_grams(number)
        pairs = keys[keys >= 1 << 21]
        found |= _hold_all(library.store.columns.grams, pairs if len(pairs) else keys)
    return found


def _hold_all(postings: Postings, keys: Keys) -> Mask:
    found = np.zeros(len(postings.lengths), dtype=np.bool_)
    places = postings.find(keys)
    if not len(places) or (places < 0).any():
        return found
    rarest_first = sorted(places.tolist(), key=postings.frequency)
    texts = postings.texts[postings.place(rarest_first[0])]
    for place in rarest_first[1:]:
        texts = np.intersect1d(texts, postings.texts[postings.place(place)], assume_unique=True)
    found[texts] = True
    return found
