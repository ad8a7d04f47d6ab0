"""Help with a text in another language: the glossary's terms in it, each with its name in the reader's language.

The words of the text stay as they are; a gloss is an attribute beside them.
"""

from __future__ import annotations

from functools import lru_cache

from index.naming.terms import Term, TermMention, find_terms
from index.records import Language
from index.words import find_starts, is_han
from page.elements import Child, Markup, element, join
from page.names import to_traditional


def is_foreign(written: Language, read: Language) -> bool:
    """Tell whether what is written in one language needs help for readers of the other."""
    return (written == "en") != (read == "en")


@lru_cache(maxsize=4_096)  # the same sentences and titles are shown again and again
def show_glossed(text: str, written: Language, read: Language, stops: bool = True) -> Markup:
    """Return `text` with its terms marked where it is written in another language than the reader's.

    Where the keyboard `stops` at terms, it stops once at each.
    """
    if not is_foreign(written, read):
        return join(text)
    parts: list[Child] = []
    end, seen = 0, set[str]()
    for mention in _find_whole(text):
        words, name = text[mention.start : mention.end], _name(mention.term, read)
        stop = 0 if stops and name not in seen else None
        parts += [text[end : mention.start], element("span", words, class_="term", tabindex=stop, data_gloss=name)]
        end = mention.end
        seen.add(name)
    return join(*parts, text[end:])


def _find_whole(text: str) -> list[TermMention]:
    """Return the terms of a text that begin where a word does: there is no dollar in 中美元首, no premier in 副总理."""
    found = find_terms(text)
    starts = find_starts(text) if found and is_han(text) else None
    return [mention for mention in found if starts is None or mention.start in starts]


def _name(term: Term, language: Language) -> str:
    if language == "en":
        return term.en[0]
    if language == "zh-Hans":
        return term.hans[0]
    return term.hant[0] if term.hant else to_traditional(term.hans[0])
