"""Measures an encoder beside published figures: python -m eval.encoder [NAME_OR_PATH] --data DIR.

Alone, and with the search by translated words; retrieval, sentences, translations, the glossary, size and speed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from eval.encoder_published import BM25, NTREX_F1, SENTENCES_A_SECOND, XQUAD
from eval.encoder_speed import measure
from eval.encoder_tasks import Floats, Task, bitext, glossary_figures, ndcg_and_first, ranks, retrieval_tasks
from index.embed import DEFAULT_ENCODER, Encoder, load_encoder
from index.psq import TokenIndex
from index.static import StaticEncoder

ACROSS_SHARE, WITHIN_SHARE = 0.4, 0.15  # the vectors' part of the fused score
ACROSS = ("en-zh", "zh-en")


def _stretch(scores: Floats) -> Floats:
    low, high = scores.min(axis=1, keepdims=True), scores.max(axis=1, keepdims=True)
    return np.asarray((scores - low) / np.maximum(high - low, 1e-9))


def _figures(scores: Floats, task: Task) -> str:
    return "{:.1f} / {:.1f}".format(*ndcg_and_first(ranks(scores, task.right)))


def retrieval_rows(encoder: Encoder, words: StaticEncoder, data: Path) -> Iterator[list[str]]:
    """Yield for each task: the vectors alone, the translated words alone, both, and BM25 as published or measured."""
    for task in retrieval_tasks(data):
        meaning = encoder.encode(task.questions, "query") @ encoder.encode(task.passages, "document").T
        index = TokenIndex.build(task.passages, words)
        lexical = np.stack([index.scores(question) for question in task.questions])
        share = ACROSS_SHARE if task.name in ACROSS else WITHIN_SHARE
        both = share * _stretch(meaning) + (1 - share) * _stretch(lexical)
        known = "{:.1f} / {:.1f}".format(*BM25[task.name]) if task.name in BM25 else "–"
        yield [task.name, *(_figures(scores, task) for scores in (meaning, lexical, both)), known]


def table(head: list[str], rows: list[list[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _size(name: str | None) -> str:
    folder = DEFAULT_ENCODER if name is None else Path(name)
    size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else 0
    return f"{size / 1e6:.1f} MB" if size else "–"


def speed_rows(name: str | None, data: Path) -> list[list[str]]:
    """Return load time, questions and passages a second, for one thread and for all."""
    rows = []
    for label, threads in (("one", 1), ("all", None)):
        figures = measure(name, data, threads)
        rows.append([label, f"{figures['load']:.2f}", f"{figures['questions']:,.0f}", f"{figures['passages']:,.0f}"])
    return rows


def report(name: str | None, data: Path) -> Iterator[str]:
    """Yield the report, part by part."""
    encoder = load_encoder(name)
    words = encoder if isinstance(encoder, StaticEncoder) else StaticEncoder(DEFAULT_ENCODER)
    yield f"# {encoder.name} ({_size(name)}, fingerprint {encoder.fingerprint[:12]})\n\nnDCG@10 / R@1, times 100.\n"
    head = ["task", "vectors", "translated words", "both", "BM25"]
    yield table(head, list(retrieval_rows(encoder, words, data)))
    yield "\nPublished, XQuAD zh and en:\n"
    published = [[model, f"{a} / {b}", f"{c} / {d}"] for model, (a, b, c, d) in XQUAD.items()]
    yield table(["model", "zh", "en"], published)
    yield "\nTranslation of a line among 1,997 (NTREX), R@1; published: F1 of Hans-en, Hant-en, Hans-Hant\n"
    directions = bitext(encoder.encode, data)
    yield table(list(directions), [[f"{figure:.1f}" for figure in directions.values()]])
    yield "\n" + table(["model", "Hans-en", "Hant-en", "Hans-Hant"], [[m, *map(str, f)] for m, f in NTREX_F1.items()])
    yield "\nThe field's vocabulary: the nearest term of the other language is the right one, %\n"
    yield table(
        ["terms", "en-zh", "zh-en"], [[k, f"{a:.1f}", f"{b:.1f}"] for k, a, b in glossary_figures(encoder.encode)]
    )
    yield "\nSeconds to load, questions and passages a second\n"
    yield table(["threads", "load", "questions", "passages"], speed_rows(name, data))
    yield "\nPublished sentences a second: " + ", ".join(f"{k} {v:,}" for k, v in SENTENCES_A_SECOND.items())


def main() -> None:
    """Print the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("encoder", nargs="?", help="a model's name or folder; without it the one in index/encoder/")
    parser.add_argument("--data", type=Path, required=True, help="the folder with the public sets")
    arguments = parser.parse_args()
    try:
        for part in report(arguments.encoder, arguments.data):
            sys.stdout.write(part + "\n")
            sys.stdout.flush()
    except (FileNotFoundError, ValueError) as error:
        sys.exit(f"eval.encoder: {error}")


if __name__ == "__main__":
    main()
