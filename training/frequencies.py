"""Count how common words are in general; `python -m training.frequencies --data DIR` writes index/frequencies.tsv.

Counts come from sentences whose terms allow it (see the data's README); a word's count is per million words of its
language, and rare words are left out.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tqdm import tqdm

from index.frequencies import FILE
from index.words import is_han, split_words

SOURCES = ("parallel/jiyu_example_sentences.tsv.gz", "parallel/tatoeba_cmn_eng.tsv.gz")
LEAST = 4  # per million; a rarer word is left out
LIMIT = 250_000  # pairs of sentences; more changes no weight by a tenth


def read_sentences(data: Path) -> Iterator[str]:
    """Yield the sentences of the sources, both languages of a row in one string."""
    count = 0
    for source in SOURCES:
        with gzip.open(data / source, "rt", encoding="utf-8") as file:
            for line in file:
                if (count := count + 1) > LIMIT:
                    return
                yield line.rstrip("\n").replace("\t", " ")


def main(arguments: list[str] | None = None) -> int:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m training.frequencies", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder of training text")
    options = parser.parse_args(arguments)
    counts = Counter(word for text in tqdm(read_sentences(options.data), total=LIMIT) for word in split_words(text))
    totals = {han: sum(n for word, n in counts.items() if is_han(word) == han) for han in (True, False)}
    rows = [(word, 1e6 * n / totals[is_han(word)]) for word, n in counts.items() if not word[0].isdigit()]
    rows = sorted((row for row in rows if row[1] >= LEAST), key=lambda row: (-row[1], row[0]))
    lines = [f"{word}\t{share:.0f}" for word, share in rows]
    FILE.write_text("\n".join(["word\tper_million", *lines]) + "\n", encoding="utf-8")
    print(f"{len(rows)} words in {FILE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
