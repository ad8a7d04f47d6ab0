"""Help with a text in another language: the glossary's terms in it, each with its name in the reader's language.

The words of the text stay as they are; a gloss is an attribute beside them.
"""

from __future__ import annotations

from index.naming.terms import Term, find_terms
from index.records import Language
from page.elements import Child, Markup, element, join
from page.names import to_traditional


def is_foreign(written: Language, read: Language) -> bool:
    """Tell whether what is written in one language needs help for readers of the other."""
    return (written == "en") != (read == "en")


def show_glossed(text: str, written: Language, read: Language, stops: bool = True) -> Markup:
    """Return `text` with its terms marked where it is written in another language than the reader's.

    Where the keyboard `stops` at terms, it stops once at each.
    """
    if not is_foreign(written, read):
        return join(text)
    parts: list[Child] = []
    end, seen = 0, set[str]()
    for mention in find_terms(text):
        words, name = text[mention.start : mention.end], _name(mention.term, read)
        stop = 0 if stops and name not in seen else None
        parts += [text[end : mention.start], element("span", words, class_="term", tabindex=stop, data_gloss=name)]
        end = mention.end
        seen.add(name)
    return join(*parts, text[end:])


def _name(term: Term, language: Language) -> str:
    if language == "en":
        return term.en[0]
    if language == "zh-Hans":
        return term.hans[0]
    return term.hant[0] if term.hant else to_traditional(term.hans[0])
