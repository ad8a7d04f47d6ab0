"""English terms put otherwise than in the glossary: rare earth for rare earths, freedom of the press for press freedom.

Knows the glossary's English names alone; a name that is another term's is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from index.naming.phrases import Phrases, even, even_all
from index.naming.terms import Term, TermMention, find_terms, load_terms

_NAMES = frozenset({"name", "place", "institution", "office", "diplomacy", "meetings"})  # talks are no talk
_OF = re.compile(r"\b([a-z]+) of (?:the )?([a-z]+)\b")
_NO_PLURAL = re.compile(r"(?:ss|us|is|ics|arms|customs|aids|gas|bases)$")


def find_variants(text: str) -> list[TermMention]:
    """Return the terms that `text` names in the singular, or turned round with "of", and the glossary does not."""
    return [TermMention(*found) for found in _phrases().find(text)] + list(_turned(text))


def _turned(text: str) -> Iterator[TermMention]:
    for found in _OF.finditer(even(text)):
        name = f"{found[2]} {found[1]}"
        for mention in find_terms(name):
            if (mention.start, mention.end) == (0, len(name)):
                yield TermMention(found.start(), found.end(), mention.term)


@cache
def _phrases() -> Phrases[Term]:
    forms = even_all([name for term in load_terms() for name in term.en])
    known = frozenset(forms.values())
    return Phrases((one, term) for one, term in _singulars(forms) if one not in known)


def _singulars(forms: Mapping[str, str]) -> Iterator[tuple[str, Term]]:
    for term in load_terms():
        for form in [forms[name] for name in term.en] if term.topic not in _NAMES else ():
            if form.endswith("ies"):
                yield f"{form[:-3]}y", term
            elif form.endswith("s") and not _NO_PLURAL.search(form):
                yield form[:-1], term
