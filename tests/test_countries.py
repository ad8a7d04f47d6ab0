"""index.speech.countries: the countries that a text names, by name, people or side, and the offices beside them."""

from __future__ import annotations

import pytest

from index.naming.entries import load_places
from index.speech.countries import find_countries, load_countries, ranks_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Spanish prime minister", [("spain", "Spanish")]),
        ("Ireland and the Irish", [("ireland", "Ireland"), ("ireland", "the Irish")]),
        ("西班牙首相同越方", [("spain", "西班牙"), ("vietnam", "越方")]),
        ("愛爾蘭總理同英方", [("ireland", "愛爾蘭"), ("united-kingdom", "英方")]),
        ("韩总统同法外长通电话", [("south-korea", "韩")]),  # 法 stands inside a run of characters
        ("法外长", [("france", "法")]),
        ("新方法", []),
        ("俄罗斯方面", [("russia", "俄罗斯")]),
        ("President of the European Council", [("european-union", "European Council")]),
        ("欧洲理事会主席", [("european-union", "欧洲理事会")]),
        ("中方和美方", []),
        ("the Chinese and the Americans", []),
    ],
)
def test_countries_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(m.id, text[m.start : m.end]) for m in find_countries(text)] == expected


@pytest.mark.parametrize(
    ("text", "ranks"),
    [
        ("Prime Minister", {"head"}),
        ("Deputy Prime Minister", {"deputy head"}),
        ("副总理", {"deputy head"}),
        ("王儲兼首相", {"crown", "head"}),
        ("Foreign Secretary", {"foreign"}),
        ("Minister for Europe and Foreign Affairs", {"foreign"}),
        ("外交大臣", {"foreign"}),
        ("国会主席", {"parliament"}),
        ("秘書長", {"secretary general"}),
        ("Secretary General", {"secretary general"}),
        ("European Council President", {"council"}),
        ("代表团", set()),
        ("delegation", set()),
    ],
)
def test_offices_named(text: str, ranks: set[str]) -> None:
    assert ranks_in(text) == ranks


def test_a_country_has_its_places_names() -> None:
    assert {"日本", "Japan", "Japanese", "日方"} <= set(load_countries()["japan"].names)
    places = {place.id for place in load_places()}
    groupings = {"european-union", "nato", "asean", "united-nations", "african-union", "arab-league"}
    groupings |= {"gulf-cooperation-council", "dominica"}
    assert set(load_countries()) - places <= groupings
