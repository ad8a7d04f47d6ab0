"""How many quotations belie the year, the side or the speaker that was asked for: `python -m eval.attribution_filters`.

Every topic of a table is asked for every year, side and speaker, in both languages. The year of a quotation is its
document's, by its name or the list of seeds; its side and speaker are the labels made by hand, where it has one. It
knows nothing of right answers.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tqdm import tqdm

from eval.answers import Answer, Ask
from eval.attribution import HALVES, Label, load_labels
from eval.sources import short_hash, year_of
from eval.system import build_system
from index.records import Side

HERE = Path(__file__).parent
TOPICS = (
    ("台湾问题", "Taiwan"),
    ("经贸关系", "trade"),
    ("芬太尼", "fentanyl"),
    ("人工智能", "artificial intelligence"),
    ("两军沟通", "military communication"),
    ("气候变化", "climate change"),
    ("乌克兰危机", "Ukraine"),
    ("朝鲜半岛", "the Korean Peninsula"),
    ("南海", "the South China Sea"),
    ("人权", "human rights"),
    ("人文交流", "people-to-people exchanges"),
    ("出口管制", "export controls"),
    ("技术竞争", "technology"),
    ("香港", "Hong Kong"),
    ("新疆", "Xinjiang"),
    ("中美关系的定位", "the relationship"),
    ("竞争", "competition"),
    ("冲突对抗", "conflict"),
    ("护栏", "guardrails"),
    ("制裁", "sanctions"),
    ("关税", "tariffs"),
    ("投资", "investment"),
    ("能源", "energy"),
    ("公共卫生", "public health"),
    ("禁毒合作", "counternarcotics"),
    ("中东局势", "the Middle East"),
    ("阿富汗", "Afghanistan"),
    ("俄罗斯", "Russia"),
    ("伊朗", "Iran"),
    ("核武器", "nuclear weapons"),
    ("网络安全", "cybersecurity"),
    ("高层交往", "high-level exchanges"),
    ("世界经济", "the world economy"),
    ("一个中国", "one China"),
    ("旅游和航班", "flights"),
    ("留学生", "students"),
    ("联合国", "the United Nations"),
    ("亚太经合组织", "APEC"),
    ("盟友", "allies"),
    ("未来", "the future"),
)
YEARS = (2017, 2021, 2022, 2023, 2024, 2026)
SIDES: Mapping[Side, tuple[str, str]] = {"cn": ("中方", "China"), "us": ("美方", "the United States")}
SPEAKERS = {
    "xi-jinping": ("习近平", "Xi Jinping"),
    "biden": ("拜登", "Biden"),
    "wang-yi": ("王毅", "Wang Yi"),
    "sullivan": ("沙利文", "Sullivan"),
}


@dataclass(frozen=True, slots=True)
class Filtered:
    """A question and what its quotations must be of."""

    text: str
    year: int | None = None
    side: Side | None = None
    person: str | None = None

    @property
    def kind(self) -> str:
        """What the question filters by."""
        names = {"year": self.year, "side": self.side, "speaker": self.person}
        return " and ".join(name for name, value in names.items() if value)


def list_questions(topics: Sequence[tuple[str, str]] = TOPICS) -> Iterator[Filtered]:
    """Yield every topic asked for every year, side, speaker, and side in a year."""
    for chinese, english in topics:
        for year in YEARS:
            yield Filtered(f"{year}年关于{chinese}说了什么？", year=year)
            yield Filtered(f"What was said about {english} in {year}?", year=year)
        for side, names in SIDES.items():
            yield from _ask_of(names, chinese, english, side=side)
        for person, names in SPEAKERS.items():
            yield from _ask_of(names, chinese, english, person=person)


def _ask_of(
    names: tuple[str, str], chinese: str, english: str, *, side: Side | None = None, person: str | None = None
) -> Iterator[Filtered]:
    yield Filtered(f"{names[0]}就{chinese}说了什么？", None, side, person)
    yield Filtered(f"What did {names[1]} say about {english}?", None, side, person)
    for year in YEARS if side else ():
        yield Filtered(f"{year}年{names[0]}就{chinese}说了什么？", year, side, person)
        yield Filtered(f"What did {names[1]} say about {english} in {year}?", year, side, person)


def find_labels() -> dict[tuple[str, str], Label]:
    """Return the labels of sentences by document and hash."""
    return {(label.file, label.key): label for half in HALVES for label in load_labels(half)}


def belies(question: Filtered, document: str, label: Label | None) -> bool:
    """Tell whether a quotation is of another year, side or speaker than asked; what both agreed is each one's too."""
    if question.year and year_of(document) not in (None, question.year):
        return True
    if label is None or label.side in (None, "joint"):
        return False
    return question.side not in (None, label.side) or question.person not in (None, label.person)


def count(questions: Iterable[Filtered], ask: Ask) -> Mapping[str, Counter[str]]:
    """Return for each kind of filter how many questions, quotations, labelled, narrated and false ones there are."""
    labels = find_labels()
    counts: dict[str, Counter[str]] = {}
    for question in questions:
        counted = counts.setdefault(question.kind, Counter())
        answer: Answer = ask(question.text)
        found = [(quote, labels.get((quote["document"], short_hash(quote["text"])))) for quote in answer["quotes"]]
        false = [quote for quote, label in found if belies(question, quote["document"], label)]
        counted["questions"] += 1
        counted["answered"] += bool(found)
        counted["spoilt"] += bool(false)
        counted["quotations"] += len(found)
        counted["labelled"] += sum(label is not None for _, label in found)
        counted["nobody's"] += sum(label is not None and label.side is None for _, label in found)
        counted["false"] += len(false)
    return counts


_NAMES = ("questions", "answered", "spoilt", "quotations", "labelled", "nobody's", "false")


def report(counts: Mapping[str, Counter[str]]) -> str:
    """Return the counts as a Markdown table, with the share of answers that hold no false quotation."""
    lines = [f"| filter | {' | '.join(_NAMES)} | answers without a false one |", "|" + "---|" * (len(_NAMES) + 2)]
    for kind, counted in counts.items():
        share = 1 - counted["spoilt"] / counted["answered"] if counted["answered"] else 1.0
        lines.append(f"| {kind} | {' | '.join(str(counted[name]) for name in _NAMES)} | {share:.1%} |")
    return "\n".join(lines) + "\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask every question over the folders named on the command line and print the counts."""
    parser = argparse.ArgumentParser(prog="python -m eval.attribution_filters", description=__doc__)
    parser.add_argument("folders", type=Path, nargs="*", help="folders of documents (default: seeds)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as workplace:
        system = build_system(options.folders or [HERE.parent / "seeds"], Path(workplace))
        print(report(count(tqdm(list(list_questions()), unit="question"), system.ask)))  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
