"""Chinese words by jieba, whose dictionary is read as far as the text at hand needs it; knows no other language.

jieba itself reads all 349,000 words before the first is cut, and keeps a cache of them in a folder open to everybody.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from pathlib import Path
from typing import cast

import jieba

DICTIONARY = Path(jieba.__file__).with_name("dict.txt")
TOTAL = 60_101_967  # the sum of all counts of jieba 0.42's dictionary
FIRST = "\n一 ".encode()  # from here on its lines are in the order of their first characters
DOMAIN_COUNT = 200  # what a word of the field counts at least: enough to hold it together


class Segmenter(jieba.Tokenizer):  # type: ignore[misc]  # jieba has no types
    """A jieba.Tokenizer that reads the words that begin with a character when it first meets that character."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        """Take the words of the field that `words` names for words."""
        super().__init__()
        self.total = TOTAL
        self.initialized = True
        self._read: set[str] = set()
        self._words: dict[str, list[str]] = {}
        for word in words:
            self._words.setdefault(word[0], []).append(word)
        with DICTIONARY.open("rb") as file:
            self._lines = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._start = self._lines.find(FIRST) + 1

    def get_DAG(self, sentence: str) -> dict[int, list[int]]:  # noqa: N802  jieba's name
        """Return which words begin at each character, as jieba does."""
        for char in set(sentence) - self._read:
            self._read_words(char)
        return cast(dict[int, list[int]], super().get_DAG(sentence))

    def _read_words(self, char: str) -> None:
        fields = self._lines[self._find(char) : self._find(chr(ord(char) + 1))].decode().split()
        counts = dict(zip(fields[::3], map(int, fields[1::3]), strict=True))  # each line a word, its count and its kind
        for word in self._words.get(char, ()):
            counts[word] = max(DOMAIN_COUNT, counts.get(word, 0))
        begun = {word[:end] for word in counts for end in range(1, len(word))}
        self.FREQ.update(dict.fromkeys(begun - counts.keys(), 0))  # the beginning of a word, no word itself
        self.FREQ.update(counts)
        self._read.add(char)

    def _find(self, char: str) -> int:
        """Return where the lines begin whose first character is `char` or comes after it."""
        wanted = char.encode()
        low, high = self._start, len(self._lines)
        while low < high:
            line = self._lines.rfind(b"\n", low, (low + high) // 2) + 1 or low
            if self._lines[line : line + len(wanted)] < wanted:
                after = self._lines.find(b"\n", line) + 1
                low = after or len(self._lines)
            else:
                high = line
        return low
