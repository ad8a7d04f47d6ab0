"""qa.retrieve: which passages a question admits, and that each language has its own pool."""

from __future__ import annotations

from datetime import date

import pytest

from index.records import Account, Readout
from qa.library import Library
from qa.ranking.match import Unit
from qa.records import Period, Question
from qa.retrieve import absent_share, allowed_passages, find_absent, in_period, lacks_topic, retrieve_passages
from tests.corpus import make_readout
from tests.shelf import make_library, sentence

NAMES = ["chengdu.txt", "seattle-cn.txt", "seattle-us.txt"]


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), str(number))


@pytest.fixture(scope="module")
def library(corpus: tuple[Readout, ...]) -> Library:
    return make_library([*corpus, make_readout("undated.txt", "Beef was discussed.")])


@pytest.mark.parametrize(
    ("periods", "accounts", "names"),
    [
        ((), (), [*NAMES, "undated.txt"]),
        ((year(2021),), (), ["seattle-cn.txt", "seattle-us.txt"]),
        ((year(2019),), (), ["chengdu.txt"]),
        ((year(2019), year(2021)), (), NAMES),
        ((Period(date(2019, 1, 1), date(2021, 12, 31), "2019–2021"),), (), NAMES),
        ((year(2020),), (), []),
        ((Period(date(2021, 9, 1), date(2021, 9, 30), "Sep 2021"),), (), ["seattle-cn.txt", "seattle-us.txt"]),
        ((Period(date(2021, 9, 9), date(2021, 9, 9), "2021-09-09"),), (), []),
        ((), ("us",), ["seattle-us.txt"]),
        ((), ("cn", "us"), ["seattle-cn.txt", "seattle-us.txt"]),
        ((), ("press",), ["chengdu.txt"]),
        ((), ("joint",), []),
        ((year(2021),), ("press",), []),
    ],
)
def test_periods_and_accounts_admit(
    periods: tuple[Period, ...], accounts: tuple[Account, ...], names: list[str], library: Library
) -> None:
    allowed = allowed_passages(Question("?", "en", "?", periods=periods, accounts=accounts), library)
    held = [p.readout.name for p, admitted in zip(library.store.passages, allowed, strict=True) if admitted]
    assert list(dict.fromkeys(held)) == names


@pytest.mark.parametrize(
    ("text", "period", "expected"),
    [
        # the year of the event, not one that is mentioned
        ("In 2021 they met.", year(2021), False),
        ("2021年双方会晤。", year(2021), False),
        ("2021年雙方會晤。", year(2021), False),
        ("In 2021 they met.", year(2024), True),
        # a day or a month that is printed
        ("On 8 September 2021 they met.", Period(date(2021, 9, 8), date(2021, 9, 8), "8 September 2021"), True),
        ("2021年9月8日双方会晤。", Period(date(2021, 9, 1), date(2021, 9, 30), "2021年9月"), True),
        ("2021年9月8日雙方會晤。", Period(date(2021, 9, 1), date(2021, 9, 30), "2021年9月"), True),
        ("In 2021 they met.", Period(date(2021, 9, 1), date(2021, 9, 30), "September 2021"), False),
    ],
)
def test_the_day_of_the_event_counts(text: str, period: Period, expected: bool) -> None:
    held = make_library([make_readout("a.txt", text, day=date(2024, 5, 1))])
    assert in_period(period, sentence(held, text)) is expected


@pytest.mark.parametrize(
    ("text", "language", "topic", "words", "best"),
    [
        ("grain", "en", "exports of grain", "grain", {"en": "seattle-us.txt"}),
        ("粮食贸易", "zh-Hans", "粮食贸易", "粮食", {"zh": "seattle-cn.txt"}),
        ("氣候變化", "zh-Hant", "氣候變化工作組", "气候变化", {"zh": "chengdu.txt"}),
    ],
)
def test_both_searches_bring_the_passage_that_holds_the_words(
    text: str, language: str, topic: str, words: str, best: dict[str, str], library: Library
) -> None:
    question = Question(text, language, topic)  # type: ignore[arg-type]
    allowed = allowed_passages(question, library)
    hits = retrieve_passages(question, [Unit(words, (words,))], library, allowed)
    for pool, name in best.items():
        mine = [hit for hit in hits if (hit.span.readout.language == "en") == (pool == "en")]
        assert mine[0].span.readout.name == name
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({(hit.span.readout.name, hit.span.start) for hit in hits}) == len(hits)


def test_many_texts_in_one_language_do_not_bury_the_few_in_another() -> None:
    many = [make_readout(f"{number:02}.txt", f"Grain number {number}.") for number in range(30)]
    held = make_library([*many, make_readout("zh.txt", "粮食贸易。", language="zh-Hans")])
    question = Question("grain", "en", "grain")
    hits = retrieve_passages(question, [Unit("grain", ("grain", "粮食"))], held, allowed_passages(question, held), 3)
    assert "zh.txt" in [hit.span.readout.name for hit in hits]


def test_nothing_admitted_is_nothing_found(library: Library) -> None:
    question = Question("grain", "en", "grain", periods=(year(2005),))
    allowed = allowed_passages(question, library)
    assert retrieve_passages(question, [Unit("grain", ("grain",))], library, allowed) == []


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([Unit("grain", ("grain",), 0.3)], 0.0),
        ([Unit("grain", ("grain",), 0.3), Unit("cheese", ("cheese",), 0.1)], 0.25),
        ([Unit("cheese", ("cheese",), 0.1)], 1.0),
        ([], 0.0),
    ],
)
def test_the_share_that_nothing_admitted_holds(units: list[Unit], expected: float, library: Library) -> None:
    question = Question("?", "en", "?")
    absent = find_absent(question, units, library, allowed_passages(question, library))
    assert absent_share(units, absent) == pytest.approx(expected)


def test_a_plain_word_in_a_language_not_held_is_not_absent(corpus: tuple[Readout, ...]) -> None:
    chinese = make_library(corpus[1:])
    question = Question("?", "en", "?")
    allowed = allowed_passages(question, chinese)
    fentanyl = Unit("fentanyl", ("fentanyl", "芬太尼"), named=True)
    assert find_absent(question, [Unit("cheese", ("cheese",)), fentanyl], chinese, allowed) == (fentanyl,)


def test_nothing_can_answer_where_every_topic_is_absent() -> None:
    cheese, wine, word = (
        Unit("cheese", ("cheese",), topical=True),
        Unit("wine", ("wine",), topical=True),
        Unit("w", ("w",)),
    )
    assert lacks_topic([cheese, word], [cheese])
    assert not lacks_topic([cheese, wine], [cheese])
    assert not lacks_topic([word], [word])
    assert not lacks_topic([], [])
