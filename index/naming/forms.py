"""Known words made ready to be found; knows nothing of texts, nor of what the words stand for but its numbers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from index.naming.inflections import cut_words
from index.naming.openings import Openings
from index.naming.pairs import PAIR
from index.naming.phrases import EXACT, even_all
from index.words import is_han

# What may stand inside a Chinese word: breaks and quotation marks.
PASSED = frozenset(' \t\r\n\u3000\u2028\u2029“”"「」『』《》')
PASSING = dict.fromkeys(map(ord, PASSED))
LONGEST = 255  # characters: no Chinese word has more, and so many fit in a byte


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """Words as they are told apart, by how they are found: `rows` of English words, uninflected, and Chinese ones.

    `lengths` are those of the Chinese words by their first two characters, `printed` the forms of a row that counts
    only with its capitals too. A pair of forms stands for a thing that has a number, a form for one of the `groups` of
    such things.
    """

    rows: Openings = field(default_factory=lambda: Openings(" "))
    han: Openings = field(default_factory=lambda: Openings(""))
    lengths: dict[str, bytes] = field(default_factory=dict)
    printed: dict[str, list[str]] = field(default_factory=dict)
    values: dict[str, int] = field(default_factory=dict)
    groups: list[tuple[int, ...]] = field(default_factory=list)
    pairs: list[tuple[tuple[str, ...], int]] = field(default_factory=list)

    @classmethod
    def make(cls, entries: Iterable[tuple[str, int]]) -> Forms:
        """Return words, each with the number of what it stands for, made ready."""
        forms = cls()
        listed = list(entries)
        names = list(dict.fromkeys([name for name, _ in listed]))
        folded = even_all(names)
        told = {name: forms._take(name, folded[name]) for name in names}  # many stand for several things
        things: dict[str, dict[int, None]] = defaultdict(dict)
        for name, value in listed:
            if len(parts := told[name]) > 1:
                forms.pairs.append((parts, value))
            else:
                things[parts[0]][value] = None
        groups: dict[tuple[int, ...], int] = {}
        forms.values.update({form: groups.setdefault(tuple(values), len(groups)) for form, values in things.items()})
        forms.groups.extend(groups)
        return forms

    def _take(self, name: str, folded: str) -> tuple[str, ...]:
        """Make the parts of `name` known and return them as they are told apart from others."""
        parts = zip(name.split(PAIR), folded.split(PAIR), strict=True)
        return tuple(dict.fromkeys(self._add(part.strip(), even_part.strip()) for part, even_part in parts))

    def _add(self, name: str, folded: str) -> str:
        """Make `name` known and return it as it is told apart from others."""
        form = folded.removesuffix(EXACT)
        if is_han(form):
            form = form if PASSED.isdisjoint(form) else form.translate(PASSING)
            lengths = {*self.lengths.get(form[:2], b""), min(len(form), LONGEST)}
            self.lengths[form[:2]] = bytes(sorted(lengths))
            self.han.add(form)
            return form
        words = [word for _, _, word in cut_words(form)]
        row = " ".join(words)
        key = name if name.endswith(EXACT) else row
        keys = self.printed.get(row, [row] if row in self.rows.whole else [])
        if (keys := keys if key in keys else [*keys, key]) != [row]:
            self.printed[row] = keys
        self.rows.add(words)
        return key
