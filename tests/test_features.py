"""qa.ranking.features: every named figure once, over three sentences of an English and two of a Chinese readout.

The hashing encoder's cosines are counted by hand: shared words over the root of the product of the words' numbers.
"""

from __future__ import annotations

import pytest

from index.records import Span, Voice
from qa.library import Library
from qa.ranking.columns import NAMES
from qa.ranking.features import measure_sentences
from qa.ranking.kinds import voice_match
from qa.ranking.match import Unit
from qa.records import Question
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, CHINA, XI, make_library

ENGLISH = """\
# Talks

Biden raised fentanyl.

Xi bought 27 tons. The leaders exchanged views?
"""
CHINESE = "习近平谈芬太尼。双方同意合作。\n"
FENTANYL = Unit("fentanyl", ("fentanyl", "芬太尼"), 0.6, named=True)
TONS = Unit("tons", ("ton",), 0.4)


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [make_readout("a.txt", ENGLISH), make_readout("b.txt", CHINESE, language="zh-Hans")],
        {"Biden": BIDEN, "Xi": XI, "习近平": XI, "双方": BOTH},
    )


PLACES = [(0, 0.01), (0, 0.01), (1, 0.005), (2, 0.002), (2, 0.002)]  # rank and fused score of each one's passage

# Per name: what is asked, and the figure of: Biden raised, Xi bought, The leaders, 习近平谈, 双方同意.
FIGURES: dict[str, tuple[dict[str, object], list[float]]] = {
    "meaning": ({"topic": "fentanyl"}, [0.577, 0, 0, 0, 0]),
    "context": ({"topic": "fentanyl"}, [0.354, 0.289, 0, 0, 0]),
    "everyday": ({"topic": "fentanyl"}, [0.577, 0, 0, 0, 0]),  # nothing was learned for the hashing encoder
    "everyday_context": ({"topic": "fentanyl"}, [0.354, 0.289, 0, 0, 0]),
    "everyday_behind": ({"topic": "fentanyl"}, [0, 0.577, 0.577, 0.577, 0.577]),
    "words": ({}, [0.6, 0.4, 0, 0.6, 0]),
    "near": ({}, [1, 1, 0.4, 0.6, 0.6]),
    "held": ({}, [0.6, 0.4, 0, 0.6, 0]),
    "held_near": ({}, [1, 1, 0.4, 0.6, 0.6]),
    "block": ({}, [0.6, 0.4, 0.4, 0.6, 0.6]),
    "phrases": ({"phrases": ("tons",)}, [0, 1, 0, 0, 0]),
    "phrases_missing": ({"phrases": ("tons",)}, [1, 0, 1, 1, 1]),
    "rarest": ({}, [1, 0, 0, 1, 0]),
    "rarest_near": ({}, [1, 1, 0, 1, 1]),
    "covered": ({}, [0, 0, 0, 0, 0]),  # the hashing encoder has no words to translate
    "covered_near": ({}, [0, 0, 0, 0, 0]),
    "covered_behind": ({}, [0, 0, 0, 0, 0]),
    "absent": ({}, [0.25, 0.25, 0.25, 0.25, 0.25]),
    "lacking": ({}, [0, 0, 1, 0, 0]),
    "missing": ({}, [0, 0, 0, 0, 0]),
    "behind": ({"topic": "fentanyl"}, [0, 0.577, 0.577, 0.577, 0.577]),
    "words_behind": ({}, [0, 0.2, 0.6, 0, 0.6]),
    "same_language": ({}, [1, 1, 1, 0, 0]),
    "meaning_across": ({"topic": "习"}, [0, 0, 0, 0.378, 0]),
    "voice": ({"sides": ("cn",)}, [0, 1, 0, 1, 0]),
    "voiceless": ({"sides": ("cn",)}, [0, 0, 1, 0, 1]),
    "type": ({"form": "number", "text": "How many?"}, [-1, 1, -1, -1, -1]),
    "type_alone": ({"form": "number", "text": "How many?"}, [-0.25, 0.25, -0.25, -0.25, -0.25]),
    "light": ({}, [0.25, 0.25, 0.25, 0.25, 0.25]),
    "voice_light": ({"sides": ("cn",)}, [0, 0.25, 0, 0.25, 0]),
    "few": ({}, [0.447, 0.447, 0.447, 0.447, 0.447]),
    "joint": ({"joint": True}, [-1, -1, -1, -1, 1]),
    "empty": ({}, [0, 0, 1, 0, 0]),
    "asks": ({}, [0, 0, 1, 0, 0]),
    "found": ({}, [1, 1, 0.5, 0.333, 0.333]),
    "fused": ({}, [0.6, 0.6, 0.3, 0.12, 0.12]),
    "before": ({}, [0, 0.6, 0.4, 0, 0.6]),
    "titled": ({}, [0, 0, 0, 0, 0]),
    "quantity": ({"form": "number", "text": "How many people?"}, [-1, -1, -1, -1, -1]),
    "counted": ({"form": "number", "text": "How many tons?"}, [0, 0.4, 0, 0, 0]),
    "demands": ({"text": "What does China want?"}, [-1, -1, -1, -1, -1]),
    "promises": ({"text": "What was promised?"}, [-1, -1, -1, -1, -1]),
    "reasons": ({"text": "为什么？"}, [-1, -1, -1, -1, -1]),
    "items": ({"text": "哪些？"}, [-1, -1, -1, -1, -1]),
    "evaluation": ({"text": "怎么评价？"}, [-1, -1, -1, -1, -1]),
    "concepts": ({}, [0, 0, 0, 0, 0]),  # what the thesaurus tells stands in test_concepts.py
    "concepts_near": ({}, [0, 0, 0, 0, 0]),
    "concept_best": ({}, [0, 0, 0, 0, 0]),
    "widely": ({}, [0.6, 0.4, 0, 0.6, 0]),
    "widely_near": ({}, [1, 1, 0.4, 0.6, 0.6]),
    "named": ({}, [1, 1, 1, 1, 1]),
    "length": ({}, [2.12, 1.946, 2.335, 2.197, 2.079]),
}


def test_every_figure_is_tested() -> None:
    assert sorted(FIGURES) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_figure(name: str, library: Library) -> None:
    conditions, expected = FIGURES[name]
    question = Question(**{"text": "?", "language": "en", "topic": "?", **conditions})  # type: ignore[arg-type]
    sentences = [s for entry in library.store.entries for s in entry.sentences]
    rows = measure_sentences(question, [FENTANYL, TONS], sentences, library, absent=0.25, passages=PLACES)
    assert rows[:, NAMES.index(name)].tolist() == pytest.approx(expected, abs=1e-3)


def test_a_question_about_nothing_can_be_measured(library: Library) -> None:
    sentences = library.store.entries[0].sentences
    rows = measure_sentences(Question("?", "en", "?"), [], sentences, library, absent=0.0)
    assert rows.shape == (3, len(NAMES))
    assert rows[:, [NAMES.index(name) for name in ("words", "near", "rarest", "lacking", "missing")]].max() <= 1


@pytest.mark.parametrize(
    ("sides", "speakers", "voice", "expected"),
    [
        ((), (), XI, None),
        (("cn",), (), XI, 1),
        (("cn",), (), CHINA, 1),
        (("cn",), (), BIDEN, -1),
        (("cn",), (), BOTH, 0),  # one of those who said it
        (("cn",), (), Voice(), 0),
        (("cn",), ("xi-jinping",), XI, 1),
        (("cn",), ("xi-jinping",), CHINA, 0),  # his side's words, perhaps his
        (("cn",), ("wang-yi",), XI, -1),
        (("cn", "us"), (), BIDEN, 1),
        (("us",), ("biden",), Voice("白宫", None, "us", "explicit"), 0),
        (("us",), ("biden",), Voice("SENIOR ADMINISTRATION OFFICIAL", None, "us", "label"), -1),  # somebody else
    ],
)
def test_whether_who_is_asked_for_speaks(
    sides: tuple[str, ...], speakers: tuple[str, ...], voice: Voice, expected: int | None
) -> None:
    question = Question("?", "en", "?", sides=sides, speakers=speakers)  # type: ignore[arg-type]
    assert voice_match(question, Span(make_readout("a.txt", "Text."), 0, 5, voice)) == expected


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("The two sides exchanged views on trade.", 1),
        ("They held candid and constructive talks.", 1),
        ("双方就经贸交换了意见。", 1),
        ("雙方就經貿交換了意見。", 1),
        ("双方达成一系列重要共识。", 1),
        ("雙方達成一系列重要共識。", 1),
        ("双方达成重要共识：设立工作组。", 0),
        ("They agreed to resume military talks.", 0),
        ("双方同意设立工作组。", 0),
        ("雙方同意設立工作組。", 0),
    ],
)
def test_sentences_that_only_tell_of_talk(text: str, empty: int) -> None:
    held = make_library([make_readout("a.txt", text)])
    rows = measure_sentences(Question("?", "en", "?"), [], held.store.entries[0].sentences, held, absent=0.0)
    assert rows[0, NAMES.index("empty")] == empty
