"""One answer for each day."""

from __future__ import annotations

from datetime import date

from index.records import Hit
from qa.days import best_of_each_day, one_of_each_day
from qa.ranking.columns import NAMES
from qa.ranking.ranker import Ranker
from qa.records import Period
from tests.corpus import make_readout
from tests.shelf import make_library, sentence

RANKER = Ranker(dict.fromkeys(NAMES, 0.0), 0.0, answer_from=0.3, quote_from=0.2)
TEXTS = {
    "Vienna was where they met in May. Peace was spoken of.\n": date(2023, 5, 11),
    "Malta was where they met then. Trade was spoken of.\n": date(2023, 9, 17),
    "Bangkok was where they met last. War was spoken of.\n": date(2024, 1, 27),
}
LIBRARY = make_library([make_readout(f"{day}.txt", text, day=day) for text, day in TEXTS.items()])
SCORES = {"Malta": 0.9, "Trade": 0.8, "Bangkok": 0.5, "War": 0.34, "Vienna": 0.15, "Peace": 0.1}
HITS = [Hit(sentence(LIBRARY, word), score) for word, score in SCORES.items()]


def first_words(hits: list[Hit]) -> list[str]:
    return [hit.span.text.split()[0] for hit in hits]


def test_of_each_day_two_are_told_at_most_and_the_second_only_where_it_is_sure() -> None:
    assert first_words(best_of_each_day(HITS, RANKER)) == ["Vienna", "Malta", "Trade", "Bangkok"]


def test_of_several_meetings_each_is_told_once_the_best_first() -> None:
    assert first_words(one_of_each_day(HITS, RANKER, 8)) == ["Malta", "Bangkok"]
    assert first_words(one_of_each_day(HITS, RANKER, 1)) == ["Malta"]


def test_of_several_periods_each_tells_its_best_and_others_only_where_they_are_near_it() -> None:
    years = (Period(date(2023, 1, 1), date(2023, 12, 31), "2023"), Period(date(2024, 1, 1), date(2024, 12, 31), "2024"))
    assert first_words(best_of_each_day(HITS, RANKER, years)) == ["Malta", "Trade", "Bangkok"]
    weak = [Hit(sentence(LIBRARY, "Malta"), 0.9), Hit(sentence(LIBRARY, "War"), 0.12)]
    assert first_words(best_of_each_day(weak, RANKER, years)) == ["Malta", "War"]
    assert first_words(best_of_each_day(weak, RANKER, years[:1])) == ["Malta"]
