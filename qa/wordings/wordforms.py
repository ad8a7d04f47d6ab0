"""The forms of a phrase: its equivalents in the other languages, and where any of them stands in a text.

Chinese is found as a string, quotation marks and white space aside; English at word boundaries, each word by its
stem. Both in any script. Knows nothing of readouts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from index.naming import entries
from index.naming.phrases import EXACT, even
from index.naming.terms import equivalents
from index.words import fold, is_han, split_words

_HAN = "\u3400-\u9fff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_CHARACTERS = re.compile(rf"[{_HAN}]|[0-9]+")
_INSIDE = r"[“”‘’「」『』《》〈〉\"'·\s]*"  # what may stand between two characters of one Chinese phrase
_BETWEEN = r"[^\w\n]{1,3}"  # what parts two English words: "U.S.-China"
_ALPHABET = "a-z0-9\u00c0-\u024f"


@dataclass(frozen=True, slots=True)
class Form:
    """A way to write a phrase; an exact one counts only with its capitals."""

    text: str
    exact: bool = False

    @property
    def is_chinese(self) -> bool:
        """Whether it is written in Chinese characters."""
        return is_han(self.text)


@cache
def _name_rows() -> tuple[tuple[str, ...], ...]:
    rows = [person.names for person in entries.load_people()] + [event.names for event in entries.load_events()]
    rows += [place.names for place in entries.load_places()]
    rows += [title.names for title in entries.load_offices()]
    return tuple(rows)


def find_forms(phrase: str) -> tuple[Form, ...]:
    """Return the phrase, then its equivalents by the glossary and the gazetteer; forms that differ by script are one.

    Institutions have none: a row of theirs lists everybody who speaks for a side.
    """
    phrase = " ".join(phrase.split())
    wanted = even(phrase)
    names = [row for row in _name_rows() if any(even(name.removesuffix(EXACT)) == wanted for name in row)]
    others = [*equivalents(phrase), *(name for row in names for name in row)]
    forms = {even(phrase): Form(phrase)}
    for other in others:
        text = other.removesuffix(EXACT)
        forms.setdefault(even(text), Form(text, other.endswith(EXACT)))
    return tuple(form for form in forms.values() if _TOKEN.search(even(form.text)))


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return next(iter(split_words(word)), word)


class Finder:
    """Finds one form in texts."""

    def __init__(self, form: Form) -> None:
        self._form = form
        self._tokens = [match[0] for match in _TOKEN.finditer(fold(form.text))]
        self._pattern = re.compile("".join(self._parts()))

    @property
    def words(self) -> tuple[str, ...]:
        """The form's words of letters alone, which stand as words of their own wherever the form stands."""
        return tuple(token for token in self._tokens if len(token) > 1 and token.isascii() and token.isalpha())

    @property
    def characters(self) -> tuple[str, ...]:
        """The form's Chinese characters, each alone, as a quotation mark may part them, and its numbers."""
        return tuple(part for token in self._tokens for part in _CHARACTERS.findall(token))

    def _parts(self) -> Iterator[str]:
        before = None
        for token in self._tokens:
            han = is_han(token)
            if before is not None:
                yield _INSIDE if han or before else _BETWEEN
            yield token if han else rf"(?<![{_ALPHABET}])({_loosen(token)})(?![{_ALPHABET}])"
            before = han

    def may_stand_in(self, folded: str) -> bool:
        """Tell whether a text, by its folded form, has words like the form's; `find` tells which are the form."""
        return self._pattern.search(folded) is not None

    def find(self, text: str, folded: str) -> Iterator[tuple[int, int]]:
        """Give the offsets of the form in `text`, whose folded form is `folded`."""
        words = [token for token in self._tokens if not is_han(token)]
        for match in self._pattern.finditer(folded):
            exact = not self._form.exact or text[match.start() : match.end()] == self._form.text
            if exact and all(_stem(w) == _stem(found) for w, found in zip(words, match.groups(), strict=True)):
                yield match.span()


def _loosen(word: str) -> str:
    """Return a pattern of every word that may have the stem of `word`: endings change, what is before them does not."""
    if len(word) < 3 or not word.isalpha() or not word.isascii():
        return re.escape(word)
    stem = _stem(word)
    kept = stem.rstrip("iey")
    return f"{re.escape(kept if len(kept) > 1 else stem[:2])}[{_ALPHABET}]*"
