"""A list that is asked for comes whole: one of several sentences or paragraphs, found at its part."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.records import Group, Hit, Span
from index.words import split_words
from qa.library import Library
from qa.ranking.fragments import leads_in
from qa.records import Question
from qa.understanding.counted_lists import asked_count, names_so_many
from qa.understanding.frames import STOP_WORDS

_NAMES_ALL = 0.1  # how probable a sentence must be that names all things asked for
_ENUMERATION = re.compile(r"[；;].*[；;]|一是.*二是|第一.*第二|(?:包括|即|如下)[：:，]")


def whole_list(question: Question, chosen: list[Hit], library: Library, limit: int, worth: float) -> list[Hit]:
    """Put a list in the place of its part where a list is asked for and the best quotation is part of one.

    A list inside one sentence is quoted with it, beside it only what is `worth` that share of its probability; one of
    several sentences or paragraphs item by item, and then others up to `limit`.
    """
    led = bool(chosen) and leads_in(chosen[0].span.text)
    if not chosen or question.form not in ("list", "definition") and not led:
        return [hit for hit in chosen if not leads_in(hit.span.text)]
    best = chosen[0]
    if question.form == "list" and _ENUMERATION.search(best.span.text):
        return [hit for hit in chosen if hit is best or hit.score > worth * best.score]
    group = next(
        (g for g in library.groups_at(best.span) if g.whole.end > best.span.end or g.whole.start < best.span.start),
        None,
    )
    if group is None and question.form == "list":  # the best may only speak of a list that another introduces
        named = [hit.span for hit in chosen if _asked_words(question) & set(split_words(hit.span.text))]
        group = next((g for span in named for g in library.groups_at(span) if _introduces(span, g)), None)
        group = group or _group_of(asked_count(question.text), chosen, library)
    if group is None or question.form == "definition" and _is_asked_alone(question, best.span, group):
        return chosen
    parts = [library.voiced(part) for part in _parts(group)]
    members = [Hit(part, best.score) for part in parts if part.text.strip()]
    rest = [hit for hit in chosen if not (group.whole.start <= hit.span.start < group.whole.end)]
    return members + rest[: max(0, limit - 1 - len(group.items))]


def _group_of(count: int | None, chosen: Iterable[Hit], library: Library) -> Group | None:
    """Return the list of so many items that the first of `chosen` is part of which is part of one."""
    return next((g for hit in chosen for g in library.groups_at(hit.span) if len(g.items) == count), None)


def name_all(question: Question, chosen: list[Hit], hits: Iterable[Hit], library: Library) -> list[Hit]:
    """Put first the best of `hits` that names as many things as are asked for, where nothing chosen names them."""
    count = asked_count(question.text)
    if not chosen or count is None or any(_names(hit.span, count, library) for hit in chosen):
        return chosen
    asked = _asked_words(question)
    naming = (hit for hit in hits if hit.score >= _NAMES_ALL and names_so_many(hit.span.text, count))
    best = next((hit for hit in naming if asked & set(split_words(hit.span.text))), None)
    return [best, *chosen] if best else chosen


def _names(sentence: Span, count: int, library: Library) -> bool:
    whole = any(len(group.items) == count for group in library.groups_at(sentence))
    return whole or names_so_many(sentence.text, count) or bool(_ENUMERATION.search(sentence.text))


def _parts(group: Group) -> Iterator[Span]:
    """Yield a list's introduction and its items; what only leads in is no part of its own."""
    led = Span(group.whole.readout, group.whole.start, group.items[0].start)
    if leads_in(led.text.strip()):
        yield replace(led, end=group.items[0].end)
    else:
        yield led
        yield group.items[0]
    yield from group.items[1:]


def _asked_words(question: Question) -> set[str]:
    return {word for word in split_words(question.topic) if len(word) > 1 and word not in STOP_WORDS}


def _is_asked_alone(question: Question, part: Span, group: Group) -> bool:
    """Tell whether one item of a list holds what is asked about, and its introduction nothing of it."""
    led = Span(group.whole.readout, group.whole.start, group.items[0].start)
    asked = _asked_words(question)
    held = asked & set(split_words(part.text)) and not asked & set(split_words(led.text))
    return bool(held) and part.start >= group.items[0].start


def _introduces(sentence: Span, group: Group) -> bool:
    return group.whole.start <= sentence.start < group.items[0].start and sentence.end < group.whole.end
