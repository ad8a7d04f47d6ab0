"""Measure the program: `python -m eval.run`. Prints the figures, writes eval/README.md's tables, keeps the floors."""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from tqdm import tqdm

from eval import attribution, attribution_dates, attribution_report
from eval.answers import AnswerScore, Ask, Sides, score_answer
from eval.baseline import TopChunks
from eval.curve import curve_of, draw_curves
from eval.figures import below_floors, figures_of
from eval.questions import READOUT_FILES, READOUT_FRESH, SEED_FILES, SEED_FRESH, EvalQuestion, load_questions
from eval.report import Outcome, full_report, list_misses, write_section
from eval.retrieval import Search, Text, find_relevant, quote_best, score_search
from eval.sources import Source, read_sources
from eval.stored import compare_stored, write_stored
from eval.system import System, build_system
from qa.library import open_library

HERE = Path(__file__).parent
README, FLOORS, STORED = HERE / "README.md", HERE / "floors.toml", HERE / "stored.json"
SEEDS = HERE.parent / "seeds"
READOUTS = HERE.parent.parent / "shared" / "readouts"
DATA = HERE.parent.parent / "shared" / "data"
PARTS = ("dev", "held", "all", "fresh")  # the last has files of its own and counts in no other
OURS, PLAIN = "Huitan", "top three chunks"


def known_sides() -> Sides:
    """Return the side of every sentence that was labelled by hand, by document and hash."""
    return {
        (label.file, label.key): label.side for half in attribution.HALVES for label in attribution.load_labels(half)
    }


def ask_all(name: str, ask: Ask, questions: Sequence[EvalQuestion], sources: Mapping[str, Source]) -> list[AnswerScore]:
    """Score the answer to every question, with a progress bar."""
    sides = known_sides()
    bar = tqdm(questions, f"asking {name}", unit="question")
    return [score_answer(question, ask(question.text), sources, sides) for question in bar]


def rank_all(
    searches: Mapping[str, tuple[Search, Sequence[Text]]],
    questions: Sequence[EvalQuestion],
    sources: Mapping[str, Source],
) -> dict[str, dict[str, dict[str, float]]]:
    """Score every search over the texts that it ranks."""
    bar = tqdm(searches.items(), "ranking", unit="search")
    return {
        name: score_search(questions, search, find_relevant(questions, texts, sources)) for name, (search, texts) in bar
    }


def measure(system: System, questions: list[EvalQuestion], sources: Mapping[str, Source], *, full: bool) -> Outcome:
    """Ask all questions; in a full run also of the plain pipeline and of each search by itself."""
    ours = ask_all(OURS, system.ask, questions, sources)
    if not full:
        return Outcome({OURS: ours}, {}, {}, system.languages)
    chunks = TopChunks(sources.values(), system.library.encoder)
    plain = ask_all(PLAIN, chunks.ask, questions, sources)
    steps = {name: ask_all(name, quote_best(search), questions, sources) for name, search in system.searches.items()}
    searches = {name: (search, system.texts) for name, search in system.searches.items()}
    searches[f"{PLAIN}, by cosine"] = (chunks.search, chunks.texts)
    return Outcome(
        answers={OURS: ours, PLAIN: plain},
        ablation={PLAIN: plain, **steps, f"{OURS}: sentences chosen by the ranker": ours},
        searches=rank_all(searches, questions, sources),
        languages=system.languages,
    )


def measure_folders(folders: Sequence[Path], files: Sequence[Path], options: argparse.Namespace) -> Outcome:
    """Measure over the documents of `folders` with the questions of `files`, in a new index if none is given."""
    sources = read_sources(folders)
    present = [path for path in files if path.is_file() or path not in (*SEED_FRESH, *READOUT_FRESH)]
    questions = [q for q in load_questions(present, sources) if options.part in ("all", "fresh", q.part)]
    with tempfile.TemporaryDirectory() as workplace:
        given = options.index if len(folders) == 1 else None
        system = System(open_library(given)) if given else build_system(folders, Path(workplace))
        return measure(system, questions, sources, full=not (options.floors or options.misses))


def show(name: str, outcome: Outcome, options: argparse.Namespace) -> None:
    """Print the report of one outcome, and write it into the README when it covers all questions."""
    if options.misses:
        print("\n".join(list_misses(outcome.ours)))
        return
    text = full_report(outcome)
    print(f"\n## Over the {name}\n\n{text}")
    if options.part == "all" and outcome.searches:
        write_section(README, name, text)
        picture = HERE / f"risk_{name.replace(' ', '_')}.svg"
        curves = {system: curve_of(scores) for system, scores in outcome.answers.items()}
        picture.write_text(draw_curves(curves), encoding="utf-8")


def keep_floors(outcome: Outcome) -> int:
    """Return 1, and say why, where a figure misses its floor or the stored run was surely better."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))["seeds"]
    problems = below_floors(figures_of(outcome.ours), floors) + compare_stored(outcome.ours, STORED)
    for problem in problems:
        print(f"eval: {problem}", file=sys.stderr)
    return 1 if problems else 0


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the eval named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m eval.run", description=__doc__)
    parser.add_argument("--index", type=Path, metavar="DIR", help="an index of the seeds (default: a new one)")
    parser.add_argument("--seeds", type=Path, default=SEEDS, metavar="DIR", help="the seeds (default: seeds)")
    parser.add_argument("--readouts", type=Path, default=READOUTS, metavar="DIR", help="further readouts, if present")
    parser.add_argument("--data", type=Path, default=DATA, metavar="DIR", help="collections of texts, if present")
    parser.add_argument("--part", choices=PARTS, default="all", help="which questions (default: all)")
    parser.add_argument("--floors", action="store_true", help="exit 1 when a figure is below eval/floors.toml")
    parser.add_argument("--store", action="store_true", help="make this run the one that --floors compares with")
    parser.add_argument("--misses", action="store_true", help="list the questions of dev that went wrong")
    parser.add_argument("--attribution", action="store_true", help="print how often sides and speakers are right")
    parser.add_argument("--dates", action="store_true", help="print how often the day of an event is right or unknown")
    options = parser.parse_args(arguments)
    further = [options.readouts] if options.readouts.is_dir() else []
    if options.attribution:
        print(attribution_report.report([options.seeds, *further], options.data))
        return 0
    if options.dates:
        print(attribution_dates.report(options.readouts, options.data))
        return 0
    options.part = "dev" if options.misses else options.part
    fresh = options.part == "fresh"
    outcome = measure_folders([options.seeds], SEED_FRESH if fresh else SEED_FILES, options)
    show("seeds", outcome, options)
    if options.store and options.part == "all":
        write_stored(outcome.ours, STORED)
    if options.floors:
        return keep_floors(outcome)
    if further:
        files = READOUT_FRESH if fresh else READOUT_FILES
        show("seeds and readouts", measure_folders([options.seeds, *further], files, options), options)
    return 0


if __name__ == "__main__":
    sys.exit(main())
