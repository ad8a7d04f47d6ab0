"""The training text as numbers: parallel sentences, dictionary entries, articles; tokenised once and cached.

Knows the shape of each source, not how batches are drawn from it.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.sources import Source, read_articles, read_rows
from training.tokenizer import Tokens, tokenize

ASIDE = re.compile(r"\([^)]*\)|\[[^\]]*\]")
NO_MEANING = re.compile(r"^(CL:|variant of|old variant|see |see also|surname |erhua|Japanese variant)|[\u4e00-\u9fff]")
HAN = re.compile(r"[\u4e00-\u9fff]")
SENTENCE_END = re.compile(r"(?<=[.!?])\s+|\n+")
GLOSSES = 5
SHORTEST = 20


@dataclass(frozen=True, slots=True)
class Corpus:
    """One source: rows of the left and right texts that mean the same, and the group each row belongs to."""

    name: str
    kind: str
    weight: float
    left: Tokens
    right: Tokens
    groups: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.left)


Pair = tuple[str, str, int]
Names = tuple[list[str], list[str]]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))


def read_terms(glossary: Path, *name_tables: Path) -> list[Names]:
    """Return the English and the Chinese names of each glossary term, then of each row of tables of names."""
    names = []
    for row in _table(glossary):
        chinese = [name for key in ("hans", "hant") for name in (row[key] or "").split("|") if name]
        names.append(([name for name in row["en"].split("|") if name], chinese))
    for table in name_tables:
        for row in _table(table):
            parts = [name for name in row["names"].split("|") if name]
            names.append(
                ([name for name in parts if not HAN.search(name)], [name for name in parts if HAN.search(name)])
            )
    return names


def _dictionary_pairs(path: Path) -> Iterator[Pair]:
    for number, (_, simplified, glosses) in enumerate(read_rows(path, "dict")):
        meanings = [ASIDE.sub("", gloss).strip() for gloss in glosses.split("/") if not NO_MEANING.search(gloss)]
        for meaning in [meaning for meaning in meanings if meaning][:GLOSSES]:
            yield simplified, meaning, number


def _article_pairs(path: Path) -> Iterator[Pair]:
    """Yield each sentence of an article beside the article's title."""
    for number, (title, text) in enumerate(read_articles(path)):
        for sentence in SENTENCE_END.split(text):
            if len(sentence) >= SHORTEST:
                yield title, sentence, number


def _pairs(source: Source) -> Iterator[Pair]:
    if source.kind == "mono":
        yield from _article_pairs(source.path)
    elif source.kind == "dict":
        yield from _dictionary_pairs(source.path)
    else:
        for chinese, english in read_rows(source.path, "parallel"):
            yield chinese, english, 0


def _tokenize_pairs(tokenizer: Tokenizer, pairs: Callable[[], Iterator[Pair]]) -> tuple[Tokens, Tokens, list[int]]:
    left = tokenize(tokenizer, (pair[0] for pair in pairs()))
    right = tokenize(tokenizer, (pair[1] for pair in pairs()))
    return left, right, [pair[2] for pair in pairs()]


def load_corpus(source: Source, tokenizer: Tokenizer, cache: Path) -> Corpus:
    """Return a source as numbers, from the cache where this tokenizer has read this file before."""
    stat = source.path.stat()
    key = f"{tokenizer.to_str()}{source.path.name}{stat.st_size}"
    stem = cache / f"{source.name}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"
    stem.parent.mkdir(parents=True, exist_ok=True)
    files = [stem.with_name(f"{stem.name}-{part}.npz") for part in ("left", "right")]
    groups_file = stem.with_name(f"{stem.name}-groups.npy")
    if not groups_file.exists():
        left, right, groups = _tokenize_pairs(tokenizer, lambda: _pairs(source))
        left.save(files[0])
        right.save(files[1])
        np.save(groups_file, np.array(groups, dtype=np.int64))
    groups_read = np.load(groups_file, allow_pickle=False)
    return Corpus(source.name, source.kind, source.weight, Tokens.load(files[0]), Tokens.load(files[1]), groups_read)


def pairs_of_names(names: list[Names]) -> list[Pair]:
    """Return each Chinese name of a term beside each English one."""
    return [(zh, en, number) for number, (english, chinese) in enumerate(names) for zh in chinese for en in english]


def load_pairs(name: str, pairs: list[Pair], tokenizer: Tokenizer) -> Corpus:
    """Return pairs of texts, of which two of one group never stand in one batch."""
    left, right, groups = _tokenize_pairs(tokenizer, lambda: iter(pairs))
    return Corpus(name, "dict", 1.0, left, right, np.array(groups, dtype=np.int64))
