"""Measures an encoder beside published figures: python -m eval.encoder [NAME_OR_PATH] --data DIR.

Alone, and with the search by translated words; retrieval, sentences, translations, the glossary, size and speed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from eval.encoder_context import SHARES, TRANSLATED_ALONE, WORDS_ALONE, in_passages, search
from eval.encoder_published import BM25, NTREX_F1, SENTENCES_A_SECOND, XQUAD
from eval.encoder_speed import measure
from eval.encoder_tasks import Floats, Task, bitext, glossary_figures, ndcg_and_first, ranks, retrieval_tasks
from index.embed import DEFAULT_ENCODER, Encoder, load_encoder
from index.static import StaticEncoder

ACROSS = ("en-zh", "zh-en")


def _figures(scores: Floats, task: Task) -> str:
    return "{:.1f} / {:.1f}".format(*ndcg_and_first(ranks(scores, task.right)))


def retrieval_rows(encoder: Encoder, words: StaticEncoder, data: Path) -> Iterator[list[str]]:
    """Yield for each task: each search alone, all, and BM25 as published or measured by others.

    Sentences have a second row: scored together with the passages that they stand in.
    """
    for task in retrieval_tasks(data):
        own = search(task.questions, task.passages, encoder, words)
        known = "{:.1f} / {:.1f}".format(*BM25[task.name]) if task.name in BM25 else "–"
        scores = (own.meaning, own.words, own.translated, own.fused(task.name in ACROSS))
        yield [task.name, *(_figures(each, task) for each in scores), known]
        if task.within is not None:
            around = search(task.questions, task.around, encoder, words)
            each_way = (WORDS_ALONE, TRANSLATED_ALONE, SHARES)
            figures = [_figures(in_passages(own, around, task.within, shares), task) for shares in each_way]
            yield [f"{task.name}, with their passage", "–", *figures, "–"]


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
    head = ["task", "vectors", "words", "translated words", "all", "BM25, others'"]
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
