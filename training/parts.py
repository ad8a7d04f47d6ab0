"""The parts that the ranker and a question's words are learned from, each a file of questions with its documents.

Dev over the seeds; dev over seeds and readouts, questions over press releases of other countries' meetings, and over
invented readouts of them. The last three are learned from only: no figure is told of them.
"""

from __future__ import annotations

import argparse
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from index.embed import load_encoder
from index.manifest import SEEDS
from training.releases import write_releases
from training.samples import QUESTIONS, Sample, samples_of

HERE = Path(__file__).parent
INVENTED = HERE / "readouts"
RELEASED = ("releases-1", "releases-2", "releases-3", "releases-4")  # the parts of releases.tsv
Part = tuple[list[Path], Path]  # the folders of documents, and the file of questions


def collect_all(readouts: Path | None, releases: Path | None) -> list[Sample]:
    """Return the samples of all parts whose documents are here.

    `readouts` is a folder of further readouts, `releases` the folder of the files that releases.tsv names.
    """
    with tempfile.TemporaryDirectory() as written:
        parts: list[Part] = [([SEEDS], QUESTIONS / "questions.jsonl")]
        parts += [([folder], HERE / f"questions.{folder.name}.jsonl") for folder in invented()]
        if readouts:
            parts.append(([SEEDS, readouts], QUESTIONS / "questions.readouts.jsonl"))
        for name in RELEASED if releases else ():
            folder = Path(written) / name
            write_releases(releases or Path(), name, folder)
            parts.append(([folder], HERE / f"questions.{name}.jsonl"))
        with side_by_side(2) as pool:
            return [sample for part in pool.map(_collect, *zip(*parts, strict=True)) for sample in part]


def invented() -> list[Path]:
    """Return the folders of invented readouts, one a part."""
    return sorted(folder for folder in INVENTED.iterdir() if folder.is_dir())


def add_parts(parser: argparse.ArgumentParser) -> None:
    """Add the options that name the folders of documents which are not in this project."""
    parser.add_argument("--readouts", type=Path, help="a folder of further readouts that questions.readouts.jsonl asks")
    parser.add_argument("--releases", type=Path, metavar="DIR", help="the folder of the files that releases.tsv names")


def side_by_side(processes: int) -> ProcessPoolExecutor:
    """Return a pool of processes that inherit nothing: a fork may hold a lock of torch's."""
    return ProcessPoolExecutor(processes, mp_context=get_context("spawn"))


def _collect(folders: list[Path], questions: Path) -> list[Sample]:
    return list(samples_of(folders, [questions], load_encoder()))
