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

from index.naming.forms import PASSED, PASSING, Forms
from index.naming.inflections import cut_words
from index.naming.pairs import Pairs, Part
from index.naming.phrases import EXACT, even
from index.naming.spotted import Line, Spotted
from index.words import is_han

REMEMBERED = 16_384  # lines: a sentence stands in its own text and in what is around its neighbours
REMEMBERED_WHOLE = 1_024  # texts in which a word may run on from one line to the next
T = TypeVar("T", bound=Hashable)


class Spotter(Generic[T]):
    """Words with what they stand for; a word inside a longer known one is not found (war in trade war)."""

    def __init__(self, forms: Forms, things: Sequence[T | None]) -> None:
        """Take words made ready, and what their numbers stand for."""
        self._rows, self._forms = forms.rows, forms.han
        self._lengths, self._printed, self._values = forms.lengths, forms.printed, forms.values
        self._groups, self._things = forms.groups, things
        self._pairs: Pairs[T] = Pairs()
        for parts, number in forms.pairs:
            if (thing := things[number]) is not None:
                self._pairs.add(parts, thing)
        self._alone = frozenset(form for form in self._lengths if len(form) == 1)
        self._line = lru_cache(maxsize=REMEMBERED)(self._read)
        self._whole = lru_cache(maxsize=REMEMBERED_WHOLE)(self._read_whole)

    @classmethod
    def make(cls, entries: Iterable[tuple[str, T | None]]) -> Spotter[T]:
        """Return the spotter of words, each with what it stands for."""
        numbers: dict[T | None, int] = {}
        numbered = [(name, numbers.setdefault(thing, len(numbers))) for name, thing in entries]
        return cls(Forms.make(numbered), list(numbers))

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
        words, squeezed = [word for _, _, word in cut], folded.translate(PASSING)
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
        things = [self._things[number] for number in self._groups[self._values[form]]] if form in self._values else []
        return [thing for thing in things if thing is not None]

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
            row = " ".join(words[at : at + length])
            keys = self._printed.get(row, (row,))
            found += [(start, end, key) for key in keys if _is_printed(key, text[start:end])]
        return found

    def _find_han(self, folded: str) -> list[Part]:
        if not is_han(folded):
            return []
        squeezed = folded.translate(PASSING)
        whole = len(squeezed) == len(folded)
        places = range(len(folded)) if whole else [at for at, char in enumerate(folded) if char not in PASSED]
        begun = enumerate(map(self._lengths.get, map(str.__add__, squeezed, squeezed[1:] + " ")))
        forms = [(at, squeezed[at : at + count]) for at, counts in begun if counts for count in counts]
        forms += [(at, char) for at, char in enumerate(squeezed) if char in self._alone]
        return [(places[at], places[at + len(form) - 1] + 1, form) for at, form in forms if form in self._forms.whole]


def _is_printed(key: str, printed: str) -> bool:
    return not key.endswith(EXACT) or " ".join(printed.split()) == key.removesuffix(EXACT)


def _by_place(part: Part) -> tuple[int, int]:
    return part[0], -part[1]
