"""Each side's answer of its own, and from how low a bar the other side is quoted."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from index.records import Hit, Voice
from qa.extract import Candidates, in_time
from qa.ranking.columns import NAMES
from qa.ranking.ranker import Ranker
from qa.records import Form, Period, Question
from qa.sides import choose_for_each_side
from tests.corpus import make_readout
from tests.shelf import BIDEN, XI, make_library, sentence

RANKER = Ranker(dict.fromkeys(NAMES, 0.0), 0.0, answer_from=0.3, quote_from=0.2)
AMERICAN = "Biden spoke of peace in the Strait. Biden spoke of trade.\n"
CHINESE = "习近平强调，台湾问题是红线。\n"
LIBRARY = make_library(
    [
        make_readout("us.txt", AMERICAN, account="us", day=date(2023, 11, 15)),
        make_readout("cn.txt", CHINESE, language="zh-Hans", account="cn", day=date(2023, 11, 15)),
        make_readout("later.txt", "Biden recalled the Woodside summit.\n", account="us", day=date(2024, 8, 28)),
    ],
    {"Biden": BIDEN, "习近平": XI},
)
WOODSIDE = Period(date(2023, 11, 14), date(2023, 11, 17), "Woodside")


@pytest.mark.parametrize(
    ("score", "says", "like", "quoted"),
    [
        (0.5, 0.0, 0.0, True),  # sure enough by itself
        (0.05, 0.3, 0.0, True),  # less sure, but it says a part of what is asked
        (0.05, 0.0, 0.3, True),  # or is like the question
        (0.05, 0.0, 0.1, False),
        (0.02, 0.3, 0.3, False),  # not even a seventh of the bar
    ],
)
def test_the_other_side_is_quoted_from_a_lower_bar(score: float, says: float, like: float, quoted: bool) -> None:
    hits = (Hit(sentence(LIBRARY, "习近平"), 0.9), Hit(sentence(LIBRARY, "Biden spoke of peace"), score))
    features = np.zeros((2, len(NAMES)), dtype=np.float32)
    for name, value in (("named", 1.0), ("widely", says), ("meaning", like)):
        features[1, NAMES.index(name)] = value
    question = Question("?", "en", "Taiwan", "each_side")
    found = choose_for_each_side(question, Candidates(hits, features), LIBRARY, RANKER)
    assert [hit.span for hit in found] == [hit.span for hit in hits[: 1 + quoted]]


def test_who_is_of_no_known_side_is_quoted_where_one_side_alone_answers() -> None:
    held = make_library(
        [
            make_readout("cn.txt", CHINESE, language="zh-Hans", account="cn"),
            make_readout("us.txt", "Hartwell spoke of peace. Biden spoke of peace.", account="us"),
        ],
        {"习近平": XI, "Hartwell": Voice("Hartwell", None, None, "explicit"), "Biden": BIDEN},
    )
    hits = tuple(Hit(sentence(held, start), score) for start, score in [("习近平", 0.9), ("Hartwell", 0.8)])
    features = np.zeros((3, len(NAMES)), dtype=np.float32)
    features[:, NAMES.index("named")] = 1
    question = Question("?", "en", "peace", "each_side")
    found = choose_for_each_side(question, Candidates(hits, features[:2]), held, RANKER)
    assert [hit.span.text for hit in found] == ["习近平强调，台湾问题是红线。", "Hartwell spoke of peace."]
    both = (*hits, Hit(sentence(held, "Biden"), 0.7))  # two sides answer
    found = choose_for_each_side(question, Candidates(both, features), held, RANKER)
    assert [hit.span.text for hit in found] == ["习近平强调，台湾问题是红线。", "Biden spoke of peace."]


@pytest.mark.parametrize(("form", "told"), [("position", True), ("each_side", False)])
def test_a_later_text_that_names_a_meeting_is_no_sides_account_of_it(form: Form, told: bool) -> None:
    question = Question("?", "en", "?", form, events=("woodside-2023",), event_periods=(WOODSIDE,))
    assert in_time(question, sentence(LIBRARY, "Biden recalled")) == told
    assert in_time(question, sentence(LIBRARY, "习近平"))
