"""English terms in the singular: the glossary names many in the plural only, and "rare earth exports" asks for one.

Knows the glossary's English names alone; a name that is another term's in the singular is left to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from index.naming.phrases import Phrases, even_all
from index.naming.terms import Term, TermMention, load_terms

_NAMES = frozenset({"name", "place", "institution", "office", "diplomacy", "meetings"})  # talks are no talk
_NO_PLURAL = re.compile(r"(?:ss|us|is|ics|arms|customs|aids|gas|bases)$")


def find_singulars(text: str) -> list[TermMention]:
    """Return the terms that `text` names in the singular and the glossary in the plural, in order."""
    return [TermMention(*found) for found in _phrases().find(text)]


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
