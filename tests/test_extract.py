"""qa.extract: which sentences are considered, and which of them are quoted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import numpy as np
import pytest

from index.records import Hit, Span
from qa.extract import Candidates, choose_quotes, find_candidates
from qa.library import Library
from qa.ranking.columns import NAMES
from qa.ranking.match import Unit
from qa.ranking.ranker import Ranker
from qa.records import Form, Period, Question
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, XI, make_library, sentence

RANKER = Ranker({name: 6.0 * (name == "words") for name in NAMES}, intercept=-3.0, answer_from=0.6, quote_from=0.3)
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31), "2023")

WOODSIDE = """\
Q Was trade discussed?

Biden raised trade.

Xi said that trade reached 27 million tons.

The two leaders agreed on trade.

Trade was on the table.
"""
BEIJING = "习近平谈到贸易。双方谈到贸易。\n"
LISTS = """\
The two sides agreed on the following points:

(1) more flights between the two countries;

(2) more grain for China;

(3) less fentanyl for America.

Biden raised grain.
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", WOODSIDE, account="us", day=date(2023, 11, 15)),
            make_readout("b.txt", BEIJING, language="zh-Hans", account="cn", day=date(2017, 11, 9)),
            make_readout("c.txt", "Biden spoke of trade at the Woodside summit.\n", account="us", day=date(2024, 1, 2)),
            make_readout("d.txt", LISTS, account="us"),
        ],
        {"Biden": BIDEN, "Xi": XI, "习近平": XI, "The two": BOTH},
    )


def considered(library: Library, **conditions: object) -> list[str]:
    question = Question("?", "en", "trade", **conditions)
    passages = [Hit(p, 1.0) for p in library.store.passages if p.readout.name != "d.txt"]
    units = [Unit("trade", ("trade", "贸易"))]
    hits = find_candidates(question, units, passages, library, RANKER).hits
    return sorted(hit.span.text for hit in hits)


ALL = [
    "Biden raised trade.",
    "Biden spoke of trade at the Woodside summit.",
    "The two leaders agreed on trade.",
    "Trade was on the table.",
    "Xi said that trade reached 27 million tons.",
    "习近平谈到贸易。",
    "双方谈到贸易。",
]


@pytest.mark.parametrize(
    ("conditions", "texts"),
    [
        ({}, ALL),  # all but the journalist's question
        (
            {"sides": ("cn",)},
            [
                "The two leaders agreed on trade.",
                "Trade was on the table.",
                "Xi said that trade reached 27 million tons.",
                "习近平谈到贸易。",
                "双方谈到贸易。",
            ],
        ),
        (
            {"sides": ("us",), "speakers": ("biden",)},
            [
                "Biden raised trade.",
                "Biden spoke of trade at the Woodside summit.",
                "The two leaders agreed on trade.",
                "Trade was on the table.",
                "双方谈到贸易。",
            ],
        ),
        ({"periods": (YEAR,)}, [ALL[0], *ALL[2:5]]),
        # an event asked for: the texts of its days, and sentences that name it
        (
            {
                "events": ("woodside-2023",),
                "event_periods": (Period(date(2023, 11, 14), date(2023, 11, 17), "San Francisco"),),
            },
            ALL[:5],
        ),
    ],
)
def test_who_and_when_decide_what_is_considered(
    conditions: dict[str, object], texts: list[str], library: Library
) -> None:
    assert considered(library, **conditions) == texts


def test_candidates_come_best_first_with_their_rows(library: Library) -> None:
    passages = [Hit(p, 1.0) for p in library.store.passages if p.readout.name == "d.txt"]
    found = find_candidates(Question("?", "en", "grain"), [Unit("grain", ("grain",))], passages, library, RANKER)
    assert [hit.span.text for hit in found.hits[:2]] == ["(2) more grain for China;", "Biden raised grain."]
    assert [round(hit.score, 3) for hit in found.hits[:3]] == [0.953, 0.953, 0.047]
    assert found.features[:, NAMES.index("words")].tolist()[:3] == [1.0, 1.0, 0.0]


def test_nothing_to_consider_is_nothing_to_choose(library: Library) -> None:
    found = find_candidates(Question("?", "en", "trade"), [], [], library, RANKER)
    assert found.hits == ()
    assert choose_quotes(Question("?", "en", "trade"), found, library, RANKER) == []


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Will there be more flights between the two countries?", ["both.txt"]),
        ("中美之间会有更多航班吗？", ["both.txt"]),
        ("Will there be more flights?", ["both.txt", "one.txt"]),
        ("会有更多航班吗？", ["both.txt", "one.txt"]),
    ],
)
def test_what_is_between_the_two_is_told_where_both_are_named(text: str, named: list[str]) -> None:
    both = make_readout("both.txt", "China and the United States agreed on more flights.\n", account="us")
    one = make_readout("one.txt", "China opened more flights to Europe.\n", account="cn")
    library = make_library([both, one], {})
    passages = [Hit(passage, 1.0) for passage in library.store.passages]
    found = find_candidates(Question(text, "en", "flights"), [Unit("flights", ("flights",))], passages, library, RANKER)
    assert sorted(hit.span.readout.name for hit in found.hits) == named


def candidates(
    hits: Sequence[tuple[Span, float]], kinds: Sequence[int] = (), unnamed: Sequence[int] = ()
) -> Candidates:
    features = np.zeros((len(hits), len(NAMES)), dtype=np.float32)
    features[: len(kinds), NAMES.index("type")] = kinds
    features[:, NAMES.index("named")] = [index not in unnamed for index in range(len(hits))]
    return Candidates(tuple(Hit(*hit) for hit in hits), features)


@pytest.mark.parametrize(
    ("form", "scores", "quoted"),
    [
        ("position", [0.9, 0.5, 0.35], [0.9, 0.5]),  # the third is worth too little beside the first
        ("position", [0.7, 0.5, 0.29], [0.7, 0.5]),
        ("position", [0.59, 0.5, 0.4], []),  # nothing that an answer may begin with
        ("each_side", [0.59, 0.5, 0.2], [0.59, 0.5]),  # a group may
        ("number", [0.9, 0.5, 0.4], [0.9]),  # a single fact wants a single sentence
        ("number", [0.9, 0.8, 0.7], [0.9, 0.8]),
    ],
)
def test_how_many_are_quoted(form: Form, scores: list[float], quoted: list[float], library: Library) -> None:
    spans = [sentence(library, start) for start in ("Biden raised trade", "Xi said", "Trade was")]
    found = candidates(list(zip(spans, scores, strict=True)))
    assert [hit.score for hit in choose_quotes(Question("?", "en", "?", form), found, library, RANKER)] == quoted


@pytest.mark.parametrize(
    ("text", "one", "all_"),
    [
        ("Who took part?", "Wang Yang attended.", "Wang Yi, Qin Gang and He Lifeng took part."),
        ("有谁参加？", "汪洋出席。", "秦刚、王毅、何立峰等参加上述活动。"),
        ("有誰參加？", "汪洋出席。", "秦剛、王毅、何立峰等參加上述活動。"),
    ],
)
@pytest.mark.parametrize(("score", "quoted"), [(0.5, True), (0.3, False)])  # a third of the best is worth too little
def test_everybody_asked_for_is_quoted_though_one_of_them_is_surer(
    text: str, one: str, all_: str, score: float, quoted: bool
) -> None:
    readout = make_readout("a.txt", f"{one}\n\n{all_}\n")
    start = readout.text.index(all_)
    told = Span(readout, 0, len(one)), Span(readout, start, start + len(all_))
    library = make_library([readout], {})
    found = candidates([(told[0], 0.9), (told[1], score)], kinds=(1, 1))
    quotes = choose_quotes(Question(text, "en", text, "who"), found, library, RANKER)
    assert (all_ in [hit.span.text for hit in quotes]) == quoted


def test_nobodys_words_stand_beside_those_of_who_was_asked_for(library: Library) -> None:
    spans = [sentence(library, start) for start in ("Biden raised trade", "Trade was", "Biden spoke")]
    question = Question("?", "en", "?", sides=("us",), speakers=("biden",))
    quotes = choose_quotes(question, candidates([(span, 0.9) for span in spans]), library, RANKER)
    assert [hit.span.text for hit in quotes] == ["Biden raised trade.", "Biden spoke of trade at the Woodside summit."]


def test_what_is_not_near_the_topic_may_only_be_the_best(library: Library) -> None:
    spans = [sentence(library, start) for start in ("Biden raised trade", "Xi said", "Trade was")]
    found = candidates([(span, 0.9) for span in spans], unnamed=[0, 1])
    quotes = choose_quotes(Question("?", "en", "?"), found, library, RANKER)
    assert [hit.span for hit in quotes] == [spans[0], spans[2]]


def test_the_kind_of_thing_asked_for_comes_alone(library: Library) -> None:
    spans = [sentence(library, start) for start in ("Trade was", "Xi said")]
    found = candidates([(spans[0], 0.9), (spans[1], 0.8)], kinds=[-1, 1])
    (quote,) = choose_quotes(Question("?", "en", "?", "number"), found, library, RANKER)
    assert quote.span.text == "Xi said that trade reached 27 million tons."


@pytest.mark.parametrize(
    ("worth", "first"), [(0.4, "Xi said that trade reached 27 million tons."), (0.3, "Trade was on the table.")]
)
def test_the_kind_of_thing_asked_for_comes_first_where_it_is_near_as_good(
    worth: float, first: str, library: Library
) -> None:
    spans = [sentence(library, start) for start in ("Trade was", "Xi said")]
    found = candidates([(spans[0], 0.9), (spans[1], 0.9 * worth)], kinds=[-1, 1])
    ranker = Ranker(RANKER.weights, -3.0, 0.1, 0.05)
    assert choose_quotes(Question("?", "en", "?", "when"), found, library, ranker)[0].span.text == first


def test_where_a_number_is_asked_for_and_none_stands_nothing_is_quoted(library: Library) -> None:
    spans = [sentence(library, start) for start in ("Trade was", "Biden raised trade")]
    found = candidates([(spans[0], 0.9), (spans[1], 0.8)], kinds=[-1, -1])
    assert choose_quotes(Question("?", "en", "?", "number"), found, library, RANKER) == []
    assert choose_quotes(Question("?", "en", "?", "when"), found, library, RANKER) != []


def test_further_quotations_must_be_more_and_more_probable(library: Library) -> None:
    spans = [sentence(library, start) for start in ("Biden raised trade", "Xi said", "Biden spoke", "Trade was")]
    ranker = Ranker(RANKER.weights, -3.0, 0.1, 0.05)
    found = candidates([(spans[0], 0.4), (spans[1], 0.35), (spans[2], 0.3), (spans[3], 0.29)])
    assert len(choose_quotes(Question("?", "en", "?"), found, library, ranker)) == 2


def test_a_change_is_told_by_date(library: Library) -> None:
    spans = [sentence(library, start) for start in ("Biden spoke", "Biden raised trade", "习近平谈到")]
    found = candidates([(spans[0], 0.9), (spans[1], 0.8), (spans[2], 0.7)])
    quotes = choose_quotes(Question("?", "en", "?", "change"), found, library, RANKER)
    assert [hit.span.section.origin.date.day.year for hit in quotes] == [2017, 2023, 2024]
    found = candidates([(spans[0], 0.9), (spans[1], 0.8), (spans[2], 0.7)], unnamed=[1])
    near = choose_quotes(Question("?", "en", "?", "change"), found, library, RANKER)
    assert [hit.span for hit in near] == [quote.span for quote in quotes if quote.span != spans[1]]


@pytest.mark.parametrize(("form", "beside"), [("list", ["Biden raised grain."]), ("definition", [])])
def test_a_list_comes_whole_and_in_order(form: Form, beside: list[str], library: Library) -> None:
    found = candidates([(sentence(library, "(2)"), 0.9), (sentence(library, "Biden raised grain"), 0.8)])
    quotes = choose_quotes(Question("?", "en", "?", form), found, library, RANKER)
    assert [hit.span.text for hit in quotes] == [
        "The two sides agreed on the following points:\n(1) more flights between the two countries;",
        "(2) more grain for China;",
        "(3) less fentanyl for America.",
        *beside,
    ]


def test_another_form_quotes_the_item_alone(library: Library) -> None:
    found = candidates([(sentence(library, "(2)"), 0.9)])
    (quote,) = choose_quotes(Question("?", "en", "?"), found, library, RANKER)
    assert quote.span.text == "(2) more grain for China;"


@pytest.mark.parametrize(
    ("texts", "quoted"),
    [
        (("Both sides support more grain trade.", "Both sides supported more grain trade."), 1),
        (("双方支持扩大粮食贸易。", "雙方支持擴大糧食貿易！"), 1),
        # accounts that conflict are both shown
        (("China bought 27 million tons of grain.", "China bought 28 million tons of grain."), 2),
        (("中方购买2700万吨粮食。", "中方購買2800萬噸糧食。"), 2),
        (("The US does not support independence.", "The US does support independence."), 2),
        (("美方不支持台湾独立的主张。", "美方支持台灣獨立的主張。"), 2),
        (("Both sides spoke of grain.", "Fentanyl harms America."), 2),
        (("双方谈到粮食。", "芬太尼危害美国。"), 2),
    ],
)
def test_what_only_repeats_is_not_quoted_beside_it(texts: tuple[str, str], quoted: int) -> None:
    readouts = [make_readout(f"{number}.txt", text) for number, text in enumerate(texts)]
    held = make_library(readouts)
    found = candidates([(Span(readout, 0, len(readout.text)), 0.9) for readout in readouts])
    assert len(choose_quotes(Question("?", "en", "?"), found, held, RANKER)) == quoted
