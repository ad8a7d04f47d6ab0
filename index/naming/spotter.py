"""Finds known words in a text however English inflects them; knows nothing of what they stand for.

Chinese words are found in every script and across line breaks, English ones in the plural and in every tense. `^`
behind a word asks for its capitals as printed, and `+` joins words that may stand apart, in any order (sell+weapons).
However many words are known, a text is gone through once, and a line that was met of late is not gone through again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from index.naming.inflections import cut_words
from index.naming.openings import Openings
from index.naming.pairs import PAIR, Pairs, Part
from index.naming.phrases import EXACT, even, even_all
from index.naming.spotted import Line, Spotted
from index.words import is_han

# What may stand inside a Chinese word: breaks and quotation marks.
_PASSED = frozenset(' \t\r\n\u3000\u2028\u2029“”"「」『』《》')
_PASSING = dict.fromkeys(map(ord, _PASSED))
REMEMBERED = 16_384  # lines: a sentence stands in its own text and in what is around its neighbours
REMEMBERED_WHOLE = 1_024  # texts in which a word may run on from one line to the next
T = TypeVar("T", bound=Hashable)


class Spotter(Generic[T]):
    """Words with what they stand for; a word inside a longer known one is not found (war in trade war)."""

    def __init__(self, entries: Iterable[tuple[str, T | None]]) -> None:
        self._latin: dict[str, set[str]] = defaultdict(set)  # words in a row, uninflected: how they are told apart
        self._han: set[str] = set()
        self._lengths: dict[str, set[int]] = defaultdict(set)  # by the first two characters
        self._values: dict[str, list[T | None]] = defaultdict(list)
        self._pairs: Pairs[T] = Pairs()
        self._rows, self._forms = Openings(" "), Openings("")
        listed = list(entries)
        names = list(dict.fromkeys([name for name, _ in listed]))
        folded = even_all(names)
        told = {name: self._take(name, folded[name]) for name in names}  # many stand for several things
        for name, value in listed:
            forms = told[name]
            if len(forms) == 1:
                self._values[forms[0]] += [value] * (value not in self._values[forms[0]])
            elif value is not None:
                self._pairs.add(forms, value)
        self._alone = frozenset(form for form in self._han if len(form) == 1)
        self._line = lru_cache(maxsize=REMEMBERED)(self._read)
        self._whole = lru_cache(maxsize=REMEMBERED_WHOLE)(self._read_whole)

    def _take(self, name: str, folded: str) -> tuple[str, ...]:
        """Make the parts of `name` known and return them as they are told apart from others."""
        parts = zip(name.split(PAIR), folded.split(PAIR), strict=True)
        return tuple(dict.fromkeys(self._add(part.strip(), even_part.strip()) for part, even_part in parts))

    def _add(self, name: str, folded: str) -> str:
        """Make `name` known and return it as it is told apart from others."""
        form = folded.removesuffix(EXACT)
        if is_han(form):
            form = form if _PASSED.isdisjoint(form) else form.translate(_PASSING)
            self._han.add(form)
            self._lengths[form[:2]].add(len(form))
            self._forms.add(form)
            return form
        words = [word for _, _, word in cut_words(form)]
        row = " ".join(words)
        key = name if name.endswith(EXACT) else row
        self._latin[row].add(key)
        self._rows.add(words)
        return key

    def find(self, text: str) -> list[Spotted[T]]:
        """Return what the words of `text` stand for, in the order in which they stand."""
        folded = even(text)
        seen = self._see(text, folded, cut_words(folded))
        found = [Spotted(start, end, value) for start, end, form in seen for value in self._stand_for(form)]
        pairs = (Spotted(*pair, apart=True) for pair in self._pairs.find(seen))
        return sorted([*found, *pairs], key=lambda each: each[:2])

    def spot(self, texts: Sequence[str], sought: frozenset[T] | None = None) -> list[frozenset[T]]:
        """Return what the words of each text stand for, or what of the things sought; where they stand is not told."""
        rows = [text.split("\n") for text in texts]
        lines = {line: self._line(line) for line in dict.fromkeys([line for row in rows for line in row])}
        held = {text: line.values if sought is None else line.values & sought for text, line in lines.items()}
        pairs = self._pairs if sought is None else self._pairs.narrow(sought)
        paired = {text for text, line in lines.items() if not pairs.words.isdisjoint(line.paired)}
        spotted = []
        for text, row in zip(texts, rows, strict=True):
            if len(row) > 1 and self._run_on([lines[line] for line in row]):
                found = self._whole(text)
            else:
                found = frozenset().union(*[held[line] for line in row])
                if not paired.isdisjoint(row):
                    found = found.union(value for _, _, value in pairs.find(self._join(lines[line] for line in row)))
            spotted.append(found if sought is None else found & sought)
        return spotted

    def _join(self, lines: Iterable[Line[T]]) -> Iterator[Part]:
        """Yield the parts of pairs that stand in lines, with their offsets in the text that these make up."""
        start = 0
        for line in lines:
            yield from (
                (start + first, start + last, form) for form, each in line.paired.items() for first, last in each
            )
            start += line.size + 1

    def _read_whole(self, text: str) -> frozenset[T]:
        return frozenset([each.value for each in self.find(text)])

    def _read(self, text: str) -> Line[T]:
        folded = even(text)
        cut = cut_words(folded)
        seen = self._see(text, folded, cut)
        paired: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for start, end, form in seen:
            if form in self._pairs.words:
                paired[form].append((start, end))
        words, squeezed = [word for _, _, word in cut], folded.translate(_PASSING)
        return Line(
            size=len(text),
            values=frozenset([value for _, _, form in seen for value in self._stand_for(form)]),
            paired=dict(paired),
            word=words[0] if words else "",
            row=self._rows.at_end(words),
            char=squeezed[:1],
            form=self._forms.at_end(squeezed),
        )

    def _run_on(self, lines: Sequence[Line[T]]) -> bool:
        """Tell whether a word may begin in one of the lines and end in another."""
        row: tuple[str, ...] = ()
        form: tuple[str, ...] = ()
        for line in lines:
            if (row and self._rows.go_on(row, line.word)) or (form and self._forms.go_on(form, line.char)):
                return True
            row, form = line.row if line.word else row, line.form if line.char else form
        return False

    def _stand_for(self, form: str) -> list[T]:
        return [value for value in self._values.get(form, ()) if value is not None]

    def _see(self, text: str, folded: str, cut: Sequence[Part]) -> list[Part]:
        """Return the known words of a text in order, but those inside longer ones."""
        seen: list[Part] = []
        longest = (0, 0)
        for start, end, form in sorted(self._find_latin(text, cut) + self._find_han(folded), key=_by_place):
            if end > longest[1] or (start, end) == longest:
                seen.append((start, end, form))
                longest = (start, end) if form in self._values else longest
        return seen

    def _find_latin(self, text: str, cut: Sequence[Part]) -> list[Part]:
        words = [word for _, _, word in cut]
        found = []
        for at, length in self._rows.find(words):
            start, end = cut[at][0], cut[at + length - 1][1]
            keys = self._latin.get(" ".join(words[at : at + length]), ())
            found += [(start, end, key) for key in keys if _is_printed(key, text[start:end])]
        return found

    def _find_han(self, folded: str) -> list[Part]:
        if not is_han(folded):
            return []
        squeezed = folded.translate(_PASSING)
        whole = len(squeezed) == len(folded)
        places = range(len(folded)) if whole else [at for at, char in enumerate(folded) if char not in _PASSED]
        begun = enumerate(map(self._lengths.get, map(str.__add__, squeezed, squeezed[1:] + " ")))
        forms = [(at, squeezed[at : at + count]) for at, counts in begun if counts for count in counts]
        forms += [(at, char) for at, char in enumerate(squeezed) if char in self._alone]
        return [(places[at], places[at + len(form) - 1] + 1, form) for at, form in forms if form in self._han]


def _is_printed(key: str, printed: str) -> bool:
    return not key.endswith(EXACT) or " ".join(printed.split()) == key.removesuffix(EXACT)


def _by_place(part: Part) -> tuple[int, int]:
    return part[0], -part[1]
