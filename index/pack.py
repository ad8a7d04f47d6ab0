"""Entries to bytes and back, checked field by field, one record a document; never pickle. Knows nothing of search."""

from __future__ import annotations

import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from threading import RLock
from typing import TypeVar
from weakref import WeakValueDictionary

import msgspec
import numpy as np

from index.manifest import BUILD_COMMAND, IndexNotUsable
from index.ragged import Ragged
from index.records import Entry, Group, Language, Origin, Readout, Span, Voice

Offsets = tuple[int, int]
HELD = 512  # documents that are kept unpacked


@dataclass(frozen=True, slots=True)
class _Row:
    readout: Readout
    passages: tuple[Offsets, ...]
    sentences: tuple[Offsets, ...]
    voices: tuple[Voice, ...]
    groups: tuple[tuple[Offsets, ...], ...]  # the whole first, then its items


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is listed: what is known of it beside its words."""

    origin: Origin


@dataclass(frozen=True, slots=True)
class Card:
    """A document as it is listed: all that is known of it beside its words."""

    name: str
    language: Language
    sections: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class _Listed:
    readout: Card


@dataclass(frozen=True, slots=True)
class _Text:
    text: str


@dataclass(frozen=True, slots=True)
class _Read:
    readout: _Text


Part = TypeVar("Part")
_DECODER = msgspec.json.Decoder(_Row)
_CARDS, _TEXTS = msgspec.json.Decoder(_Listed), msgspec.json.Decoder(_Read)


def _offsets(span: Span) -> Offsets:
    return span.start, span.end


def pack_entry(entry: Entry) -> bytes:
    """Return an entry without its words as deflated JSON."""
    row = _Row(
        readout=entry.readout,
        passages=tuple(map(_offsets, entry.passages)),
        sentences=tuple(map(_offsets, entry.sentences)),
        voices=tuple(sentence.voice for sentence in entry.sentences),
        groups=tuple(tuple(map(_offsets, (group.whole, *group.items))) for group in entry.groups),
    )
    return zlib.compress(msgspec.json.encode(row), 1)


def unpack_entry(data: bytes, alive: Readout | None = None) -> Entry:
    """Return the entry that `pack_entry` packed; its spans are of the readout `alive` where that is given.

    Raises msgspec.DecodeError or zlib.error where the bytes are not those of an entry.
    """
    row = _DECODER.decode(zlib.decompress(data))
    readout = alive or row.readout

    def spans(offsets: tuple[Offsets, ...]) -> tuple[Span, ...]:
        return tuple(Span(readout, start, end) for start, end in offsets)

    sentences = tuple(
        Span(readout, start, end, voice) for (start, end), voice in zip(row.sentences, row.voices, strict=True)
    )
    groups = tuple(Group(spans(offsets)[0], spans(offsets)[1:]) for offsets in row.groups)
    return Entry(readout, spans(row.passages), sentences, groups, ())


def read_cards(packed: Ragged) -> Iterator[Card]:
    """Yield what the documents are listed with, in their order; their sentences are not unpacked for it."""
    for number in range(len(packed)):
        yield _decode(packed, number, _CARDS).readout


def read_text(packed: Ragged, number: int) -> str:
    """Return the text of a document; its sentences are not unpacked for it."""
    return _decode(packed, number, _TEXTS).readout.text


def _decode(packed: Ragged, number: int, decoder: msgspec.json.Decoder[Part]) -> Part:
    try:
        return decoder.decode(zlib.decompress(packed[number].tobytes()))
    except (zlib.error, msgspec.DecodeError) as exc:
        raise _altered(number, exc) from exc


def _altered(number: int, problem: Exception) -> IndexNotUsable:
    return IndexNotUsable(
        f"Document {number} of the index was altered while it was in use ({problem}). "
        f"Build the index anew with: {BUILD_COMMAND}"
    )


class Records(Sequence[Entry]):
    """The entries of packed documents, unpacked when they are asked for.

    A readout that anybody still holds is never made a second time, so spans of one document are of one readout.
    """

    def __init__(self, packed: Ragged) -> None:
        self.packed = packed
        self._held: OrderedDict[int, Entry] = OrderedDict()
        self._alive: WeakValueDictionary[int, Readout] = WeakValueDictionary()
        self._lock = RLock()

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self.packed)

    def __getitem__(self, number: int) -> Entry:  # type: ignore[override]  # no slices
        """Return the entry of a document by its number."""
        if not -len(self) <= number < len(self):
            raise IndexError(f"document {number} of {len(self)}")
        number %= len(self)
        with self._lock:
            entry = self._held.get(number)
            if entry is None:
                entry = self._unpack(number)
                self._alive[number] = entry.readout
                self._held[number] = entry
                if len(self._held) > HELD:
                    self._held.popitem(last=False)
            else:
                self._held.move_to_end(number)
            return entry

    def _unpack(self, number: int) -> Entry:
        """Return an entry; raises IndexNotUsable where its bytes, read from the disk only now, are no longer whole."""
        try:
            return unpack_entry(self.packed[number].tobytes(), self._alive.get(number))
        except (zlib.error, msgspec.DecodeError) as exc:
            raise _altered(number, exc) from exc

    def __iter__(self) -> Iterator[Entry]:
        """Yield all entries; each is let go again unless it was held already."""
        for number in range(len(self)):
            yield self[number]

    def adopt(self, number: int, readout: Readout) -> None:
        """Take a readout that is in memory already for that of a document."""
        self._alive[number] = readout

    def alive(self) -> list[Readout]:
        """Return the readouts that somebody holds."""
        return list(self._alive.values())


def pack_rows(entries: Sequence[Entry]) -> Ragged:
    """Return the packed records of entries."""
    rows = [np.frombuffer(pack_entry(entry), dtype=np.uint8) for entry in entries]
    return Ragged.of(rows, np.zeros(0, dtype=np.uint8))
