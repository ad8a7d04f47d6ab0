"""Builds, serves and updates an index of many documents; `python -m bench.large --data DIR [--documents N]`.

DIR holds articles as JSON lines with "title", "date", "source" and "text" (.jsonl or .jsonl.gz). The folder of
documents is assembled at run time and removed at the end. Beside it the bare floor: vectors, a flat faiss index and
bm25s, rebuilt whole.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import bm25s
import faiss
import numpy as np

from index.embed import load_encoder
from index.manifest import BUILD_COMMAND
from index.update import update_index
from index.vectors import VectorSearch
from index.words import split_words
from qa.answer import answer_question
from qa.library import open_library
from qa.live import LiveLibrary

T = TypeVar("T")
QUESTIONS = (
    "What did the {} say about {}?",
    "What was said about {} and {}?",
    "关于{}和{}，双方怎么说？",
    "中方对{}的立场是什么？{}呢？",
)
TOPICS = (
    ["trade", "Ukraine", "climate change", "Taiwan", "human rights", "fentanyl", "North Korea", "vaccines", "energy"],
    ["经贸合作", "台湾问题", "气候变化", "乌克兰", "粮食安全", "数字经济", "人文交流", "一带一路", "疫苗"],
)


def read_articles(data: Path, limit: int) -> Iterator[tuple[str, str]]:
    """Yield names and texts of documents, each file's articles in turn, the last file's filling up."""
    count = 0
    for path in sorted(data.glob("*.jsonl*")):
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines):
                if (count := count + 1) > limit:
                    return
                row = json.loads(line)
                head = f"title: {row['title']}\ndate: {row['date']}\npublisher: {row['source']}\n"
                yield f"{row['date']}-{path.name[:5]}-{number:05d}.txt", f"{head}\n{row['text']}\n"


def assemble(data: Path, folder: Path, documents: int) -> list[tuple[str, str]]:
    """Write so many documents into a folder; return ten more that are not written yet."""
    folder.mkdir()
    *written, _ = [*read_articles(data, documents + 10), ("", "")]
    for name, text in written[:documents]:
        (folder / name).write_text(text, encoding="utf-8")
    return written[documents:]


def timed(what: str, work: Callable[[], T]) -> T:
    """Do something and print how long it took, and how long the processors worked for it."""
    begun, worked = time.perf_counter(), cpu_time()
    done = work()
    print(f"{what}: {time.perf_counter() - begun:.2f} s, {cpu_time() - worked:.2f} s of one processor", flush=True)
    return done


def cpu_time() -> float:
    """Return the seconds that processors have worked for this process and those it has waited for."""
    return sum(os.times()[:4])


def resident() -> float:
    """Return how many megabytes of this process are in memory now."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def make_questions(count: int) -> list[str]:
    """Return so many different questions."""
    every = [
        form.format(one, other)
        for form in QUESTIONS
        for topics in TOPICS
        for one in topics
        for other in topics
        if one != other
    ]
    return [every[number] for number in np.random.default_rng(1).permutation(len(every))[:count]]


def serve(index: Path) -> None:
    """Print load time, memory and the times of answers; run in a process of its own."""
    library = timed("loaded", lambda: open_library(index))
    answer_question("What was said about trade?", library)
    answer_question("中方对经贸合作的立场是什么？", library)
    questions = make_questions(400)
    sizes, times, worked = [resident()], [], []
    for number, question in enumerate(questions, 1):
        begun, start = time.perf_counter(), cpu_time()
        answer_question(question, library)
        times.append(time.perf_counter() - begun)
        worked.append(cpu_time() - start)
        if number % 100 == 0:
            sizes.append(resident())
    late = sorted(times)[int(0.95 * len(times))]
    middle, work = 1000 * statistics.median(times), 1000 * statistics.median(worked)
    print(f"answers: median {middle:.0f} ms ({work:.0f} ms of one processor), 95th percentile {1000 * late:.0f} ms")
    print(
        f"resident after 2, 100, 200, 300, 400 questions: {', '.join(f'{size:.0f}' for size in sizes)} MB", flush=True
    )


def update(seeds: Path, index: Path, more: list[tuple[str, str]]) -> None:
    """Add ten documents while a library is open, and print how long it takes until they serve."""
    encoder = load_encoder()
    live = LiveLibrary(index, encoder)
    for name, text in more:
        (seeds / name).write_text(text, encoding="utf-8")
    begun, worked = time.perf_counter(), cpu_time()
    receipt = update_index(seeds, index, encoder)
    durable = time.perf_counter() - begun
    assert set(live.refresh().store.columns.names) >= {name for name, _ in more}
    alive, work = time.perf_counter() - begun, cpu_time() - worked
    print(f"{len(receipt.added)} documents added: durable in {durable:.2f} s, live in {alive:.2f} s ({work:.2f} s)")
    command = [sys.executable, "-m", "index.build", "--seeds", str(seeds), "--index", str(index), "--json"]
    (seeds / more[0][0]).unlink()
    timed(
        "one removed from the command line, start of the program included",
        lambda: subprocess.run(command, check=True, capture_output=True),
    )


def floor(seeds: Path) -> None:
    """Print how long the bare floor takes: passages of equal length, their vectors, a flat index and bm25s."""
    encoder = load_encoder()
    texts = [path.read_text(encoding="utf-8") for path in sorted(seeds.iterdir())]
    passages = [text[at : at + 400] for text in texts for at in range(0, len(text), 400)]
    begun = time.perf_counter()
    index = faiss.IndexFlatIP(encoder.encode(["a"]).shape[1])
    index.add(encoder.encode(passages))
    words = bm25s.BM25()
    words.index([split_words(passage) for passage in passages], show_progress=False)
    print(
        f"bare floor, {len(passages)} passages of 400 characters rebuilt whole: {time.perf_counter() - begun:.1f} s",
        flush=True,
    )


def recall(index: Path, copies: int = 4) -> None:
    """Print how many of the true ten nearest are found once there are so many vectors that cells are used."""
    vectors = VectorSearch.load(next(index.glob("index-*"))).vectors
    noise = np.random.default_rng(1).normal(0, 0.02, (copies * len(vectors), vectors.shape[1])).astype(np.float32)
    many = np.tile(vectors, (copies, 1)) + noise
    many /= np.linalg.norm(many, axis=1, keepdims=True)
    search = timed(f"cells of {len(many)} vectors made", lambda: VectorSearch.make(many))
    queries = vectors[:: max(1, len(vectors) // 200)]
    begun = time.perf_counter()
    found = [{number for number, _ in search.search(query, 10)} for query in queries]
    seconds = (time.perf_counter() - begun) / len(queries)
    _, truth = faiss.knn(queries, many, 10, metric=faiss.METRIC_INNER_PRODUCT)
    share = np.mean([len(one & set(row.tolist())) / 10 for one, row in zip(found, truth, strict=True)])
    print(f"recall at 10 against flat: {share:.3f}, {1000 * seconds:.1f} ms a question", flush=True)


def main() -> int:
    """Print all figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.large", description=__doc__)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--serve", type=Path, metavar="INDEX", help="only serve this index")
    options = parser.parse_args()
    if options.serve:
        serve(options.serve)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        seeds, index = Path(folder) / "seeds", Path(folder) / "index"
        more = assemble(options.data, seeds, options.documents)
        build = [*BUILD_COMMAND.replace("python", sys.executable).split(), "--seeds", str(seeds), "--index", str(index)]
        done = timed("built", lambda: subprocess.run(build, check=True, capture_output=True, text=True))
        print(done.stdout.splitlines()[-1])
        subprocess.run([sys.executable, "-m", "bench.large", "--serve", str(index)], check=True)
        update(seeds, index, more)
        recall(index)
        floor(seeds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
