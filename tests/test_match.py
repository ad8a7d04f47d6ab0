import pytest

from qa.ranking.match import Unit, holds, matched


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("New tariffs were discussed.", "tariff", True),
        ("New Tariffs were discussed.", "tariffs", True),
        ("Export controls were discussed.", "export control", True),
        ("Control of exports was discussed.", "export control", False),
        ("The art of trade", "art", True),
        ("Partners in trade", "art", False),  # a word inside a word is not that word
        ("27 million tons", "27", True),
        ("2,500 flights", "2,500", True),
        ("讨论了出口管制问题", "出口管制", True),
        ("討論了出口管制問題", "出口管制", True),
        ("讨论了出口和管制", "出口管制", False),
        ("台灣問題", "台湾", True),
        ("臺灣問題", "台湾", True),
        ("出口\n管制", "出口管制", True),  # a line break inside Chinese parts nothing
        ("", "trade", False),
        ("", "贸易", False),
    ],
)
def test_a_form_stands_in_a_text(text: str, form: str, expected: bool) -> None:
    assert holds(text, form) is expected


FENTANYL = Unit("fentanyl", ("fentanyl", "芬太尼"))
TAIWAN = Unit("台湾问题", ("台湾问题", "taiwan question"), parts=(("台湾", 0.6), ("taiwan", 0.4), ("问题", 0.2)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fentanyl and the Taiwan question", [1.0, 1.0]),
        ("芬太尼和台湾问题", [1.0, 1.0]),
        ("芬太尼和臺灣問題", [1.0, 1.0]),
        ("Taiwan", [0.0, 0.4]),
        ("台湾的问题", [0.0, 0.6]),  # the best part counts, parts do not add up
        ("台灣的問題", [0.0, 0.6]),
        ("grain", [0.0, 0.0]),
    ],
)
def test_a_unit_counts_whole_or_by_its_best_part(text: str, expected: list[float]) -> None:
    assert matched([FENTANYL, TAIWAN], text) == expected


def test_no_units_match_nothing() -> None:
    assert matched([], "text") == []
