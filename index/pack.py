"""Entries to JSON lines and back, checked field by field; never pickle. Knows nothing of search."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from index.records import Entry, Group, Readout, Span, Voice

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Row:
    readout: Readout
    passages: tuple[Offsets, ...]
    sentences: tuple[Offsets, ...]
    voices: tuple[Voice, ...]
    groups: tuple[tuple[Offsets, ...], ...]  # the whole first, then its items
    words: tuple[tuple[str, ...], ...]


def _offsets(span: Span) -> Offsets:
    return span.start, span.end


def pack_entries(entries: list[Entry]) -> bytes:
    """Return `entries` as UTF-8 JSON lines."""
    rows = [
        _Row(
            readout=entry.readout,
            passages=tuple(map(_offsets, entry.passages)),
            sentences=tuple(map(_offsets, entry.sentences)),
            voices=tuple(sentence.voice for sentence in entry.sentences),
            groups=tuple(tuple(map(_offsets, (group.whole, *group.items))) for group in entry.groups),
            words=entry.words,
        )
        for entry in entries
    ]
    return msgspec.json.Encoder().encode_lines(rows)


def unpack_entries(data: bytes) -> list[Entry]:
    """Return the entries that `pack_entries` wrote; raises msgspec.DecodeError where the bytes are not theirs."""
    return [_entry(row) for row in msgspec.json.Decoder(_Row).decode_lines(data)]


def _entry(row: _Row) -> Entry:
    readout = row.readout

    def spans(offsets: tuple[Offsets, ...]) -> tuple[Span, ...]:
        return tuple(Span(readout, start, end) for start, end in offsets)

    sentences = tuple(
        Span(readout, start, end, voice) for (start, end), voice in zip(row.sentences, row.voices, strict=True)
    )
    groups = tuple(Group(spans(offsets)[0], spans(offsets)[1:]) for offsets in row.groups)
    return Entry(readout, spans(row.passages), sentences, groups, row.words)
