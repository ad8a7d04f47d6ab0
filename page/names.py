"""What the people and events of the gazetteer are called in each interface language."""

from __future__ import annotations

from functools import cache

import opencc

from index.naming.entries import load_events, load_people
from index.naming.phrases import EXACT
from index.records import Language
from index.words import is_han


def find_name(identity: str, language: Language) -> str | None:
    """Return the first name of a person or an event in the script of `language`; None of one that is not known."""
    return show_name(identity, language) if identity in _names() else None


def show_name(identity: str, language: Language) -> str:
    """Return the first name of a person or an event in the script of `language`: xi-jinping is 習近平 in zh-Hant."""
    names = _names().get(identity, (identity,))
    wanted = [name for name in names if is_han(name) == (language != "en")]
    name = (wanted or list(names))[0].removesuffix(EXACT)
    return to_traditional(name) if language == "zh-Hant" else name


def to_traditional(name: str) -> str:
    """Return a name of the interface in Traditional characters; never used on words of a document."""
    return str(_converter().convert(name))


@cache
def _names() -> dict[str, tuple[str, ...]]:
    people = {person.id: person.names for person in load_people()}
    return people | {event.id: event.names for event in load_events()}


@cache
def _converter() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")
