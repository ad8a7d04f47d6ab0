"""Help with a text in another language: the glossary's terms in it, each with its name in the reader's language.

The words of the text stay as they are; a gloss is an attribute beside them.
"""

from __future__ import annotations

from index.naming.terms import Term, find_terms
from index.records import Language
from page.elements import Child, Markup, element, join
from page.names import to_traditional


def show_glossed(text: str, written: Language, read: Language) -> Markup:
    """Return `text` with its terms marked where it is written in another language than the reader's."""
    if (written == "en") == (read == "en"):
        return join(text)
    parts: list[Child] = []
    end = 0
    for mention in find_terms(text):
        gloss = element(
            "span", text[mention.start : mention.end], class_="term", tabindex=0, data_gloss=_name(mention.term, read)
        )
        parts += [text[end : mention.start], gloss]
        end = mention.end
    return join(*parts, text[end:])


def _name(term: Term, language: Language) -> str:
    if language == "en":
        return term.en[0]
    if language == "zh-Hans":
        return term.hans[0]
    return term.hant[0] if term.hant else to_traditional(term.hans[0])
