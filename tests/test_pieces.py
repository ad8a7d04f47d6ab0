"""qa.ranking.pieces: the terms and names of a question with all their names, and people named by surname."""

from __future__ import annotations

import pytest

from index.words import fold
from qa.ranking.pieces import find_pieces


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        # a term and a place at once: the names of both
        ("stability in the Taiwan Straits", {"taiwan strait", "taiwan straits", "台海", "台湾海峡"}),
        ("台海局势", {"taiwan straits", "台湾海峡"}),
        ("臺海局勢", {"taiwan straits", "台湾海峡"}),
        ("the Senkaku Islands", {"diaoyu dao", "senkakus", "钓鱼岛", "尖阁诸岛"}),
        ("钓鱼岛的巡航", {"diaoyu dao", "senkakus"}),
        ("釣魚島的巡航", {"diaoyu dao", "senkakus"}),
        ("the Strait of Hormuz", {"hormuz", "霍尔木兹海峡"}),
        ("霍爾木茲海峽", {"hormuz", "strait of hormuz"}),
        # a person and a term at once
        ("a letter from Michael Ross", set()),
        ("Secretary Yellen", {"janet yellen", "耶伦", "叶伦"}),
        ("葉倫訪華", {"janet yellen", "耶伦"}),
        # an event and a term at once
        ("the virtual summit", {"视频会晤", "云会晤"}),
        ("視訊峰會", {"virtual summit", "云会晤"}),
    ],
)
def test_what_means_one_thing_has_the_names_of_every_table(text: str, forms: set[str]) -> None:
    found = [{fold(form) for form in piece.forms} for piece in find_pieces(text)]
    assert not forms or any(forms <= piece for piece in found)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Taiwan and fentanyl", {"Taiwan": True, "fentanyl": True}),
        ("从北京到台湾", {"北京": False, "台湾": True}),
        ("從北京到臺灣", {"北京": False, "臺灣": True}),
        ("两国会怎么样？", {}),  # no parliament: it begins inside a word
        ("兩國會怎麼樣？", {}),
        ("美国国会怎么样？", {"美国国会": True}),
        ("中美元首怎么样？", {}),  # no dollar either
        ("中美元首怎麼樣？", {}),
        ("Beijing and Washington on Iran", {"Beijing": False, "Washington": False, "Iran": True}),
    ],
)
def test_the_two_sides_own_places_are_no_topic(text: str, printed: dict[str, bool]) -> None:
    assert {text[p.start : p.end]: p.topical for p in find_pieces(text)} == printed


@pytest.mark.parametrize(
    ("text", "printed", "name"),
    [
        ("What did Sullivan and Wang agree in Malta?", "Wang", "王毅"),
        ("Did Director Yang mention trade?", "Director Yang", "杨洁篪"),
        ("How long did Ambassador Burns stay?", "Ambassador Burns", "尼古拉斯·伯恩斯"),
        ("王主任和沙利文谈了什么？", "王主任", "Wang Yi"),
        ("何副總理談了什麼？", "何副總理", "He Lifeng"),
        ("杨主任提到贸易了吗？", "杨主任", "Yang Jiechi"),
    ],
)
def test_people_are_found_by_surname(text: str, printed: str, name: str) -> None:
    found = {text[p.start : p.end]: p for p in find_pieces(text)}
    assert name in found[printed].forms
    assert found[printed].person


@pytest.mark.parametrize(
    "text",
    [
        "What did He say?",  # no surname: the pronoun with a capital
        "the Song dynasty",
        "Wang Xiaoming of Anhui",  # a whole name that no table knows
        "北京的高速公路",
        "江水和大河",
    ],
)
def test_what_only_looks_like_a_surname_is_none(text: str) -> None:
    assert not any(piece.person for piece in find_pieces(text))


def test_a_full_name_is_not_found_by_surname_too() -> None:
    (piece,) = find_pieces("President Trump")
    assert "伊万卡" not in piece.forms


@pytest.mark.parametrize(
    ("text", "printed", "office"),
    [
        ("Which officials did Raimondo see?", "officials", "部长"),
        ("雷蒙多见了哪些官员？", "官员", "minister"),
        ("雷蒙多見了哪些官員？", "官員", "minister"),
        ("Which envoy will visit China?", "envoy", "顾问"),
        ("哪位特使将访华？", "特使", "ambassador"),
    ],
)
def test_people_asked_for_by_their_office_stand_under_the_offices_they_hold(
    text: str, printed: str, office: str
) -> None:
    found = {text[p.start : p.end]: p for p in find_pieces(text)}
    assert office in found[printed].instances
    assert not found[printed].topical


@pytest.mark.parametrize("text", ["a senior administration official said", "高级官员说", "the Foreign Minister"])
def test_an_office_that_nobody_is_asked_for_stands_for_itself(text: str) -> None:
    assert not any(piece.instances for piece in find_pieces(text))
