"""qa.understanding.capitals: which capitals stand for their governments, and where they are only places."""

from __future__ import annotations

import pytest

from index.naming.names import find_places
from qa.grounds import find_foreign_text
from qa.ranking.units import find_units
from qa.retrieve import allowed_passages
from qa.understand import understand_question
from qa.understanding.capitals import CAPITALS, governments_named
from qa.unheld import is_held
from tests.corpus import make_readout
from tests.shelf import make_library


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("things Washington and Riyadh said they intend to do", ["saudi-arabia"]),
        ("talks between Baku and Yerevan", ["azerbaijan", "armenia"]),
        ("布林肯怎么看莫斯科的态度？", ["russia"]),
        ("北京若繼續幫莫斯科會有什麼後果？", ["russia"]),
        ("What did they say in Riyadh?", []),
        ("the Lisbon meeting", []),
        ("里斯本会晤谈了什么？", []),
        ("维也纳那次对话", []),
    ],
)
def test_capitals_that_stand_for_governments(text: str, countries: list[str]) -> None:
    assert [country for _, _, country in governments_named(text)] == countries


def test_every_capital_and_its_country_are_names_of_the_gazetteer() -> None:
    printed = {m.id for place in CAPITALS for m in find_places(place.replace("-", " ").title())}
    assert set(CAPITALS) <= printed


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("What did Washington and Riyadh say about climate?", True),
        ("利雅得的气候立场是什么？", True),
        ("利雅德的氣候立場是什麼？", True),
        ("Do they share the climate goals of Suva?", False),
    ],
)
def test_a_government_is_held_where_its_country_is(text: str, held: bool) -> None:
    library = make_library([make_readout("a.txt", "The US and Saudi Arabia spoke of climate.")])
    question = understand_question(text)
    (unit,) = [u for u in find_units(question, library) if u.printed in ("Riyadh", "利雅得", "利雅德", "Suva")]
    assert is_held(unit, library, allowed_passages(question, library), text) is held


def test_a_capitals_own_readout_is_its_countrys() -> None:
    assert find_foreign_text("What was in Ottawa's own readout of the meeting?") == "canada"
