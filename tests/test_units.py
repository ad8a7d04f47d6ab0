"""qa.ranking.units: what a question asks about, in all its forms, and that the words that ask are none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Readout
from qa.library import Library
from qa.ranking.match import Unit
from qa.ranking.units import find_units
from qa.understand import understand_question
from tests.shelf import make_library


@pytest.fixture(scope="module")
def library(corpus: tuple[Readout, ...]) -> Library:
    return make_library(corpus)


def units_of(text: str, library: Library) -> tuple[Unit, ...]:
    return find_units(understand_question(text), library)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("What did Biden say about fentanyl?", ["fentanyl"]),
        ("拜登就芬太尼说了什么？", ["芬太尼"]),
        ("拜登就芬太尼說了什麼？", ["芬太尼"]),
        ("What is China's position on export controls?", ["export controls"]),
        ("中方在出口管制上的立场是什么？", ["出口管制"]),
        ("中方在出口管制上的立場是什麼？", ["出口管制"]),
        ("What was said about grain?", ["grain"]),
        ("关于粮食说了什么？", ["粮食"]),
        ("關於糧食說了什麼？", ["粮食"]),
        ("Who said “win-win”?", ["win-win"]),
        ("谁说过“双赢”？", ["双赢"]),
        ("誰說過「雙贏」？", ["雙贏"]),
        # what a third country says of one of the two is asked about
        ("What did Modi say about China?", ["China"]),
        ("莫迪怎么说中国？", ["中国"]),
        # only whose words are asked for: nothing is asked about
        ("What did Biden say?", []),
        ("拜登说了什么？", []),
        ("拜登說了什麼？", []),
        ("What did each side say?", []),
        ("双方各说了什么？", []),
        ("雙方各說了什麼？", []),
    ],
)
def test_what_is_asked_about(text: str, printed: list[str], library: Library) -> None:
    assert [unit.printed for unit in units_of(text, library)] == printed


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("What about fentanyl?", {"fentanyl", "芬太尼"}),
        ("芬太尼呢？", {"fentanyl", "芬太尼"}),
        ("What about export controls?", {"export control", "出口管制"}),
        ("出口管制呢？", {"export control", "出口管制"}),
        ("What about the Taiwan Strait?", {"taiwan strait", "台湾海峡"}),
        ("台灣海峽呢？", {"taiwan strait", "台湾海峡"}),
        ("Did they discuss Trump's visit?", {"trump", "特朗普", "川普"}),
        ("谈到特朗普的访问了吗？", {"trump", "特朗普", "川普"}),
        ("談到川普的訪問了嗎？", {"trump", "特朗普", "川普"}),
    ],
)
def test_terms_and_names_have_their_forms_in_every_language(text: str, forms: set[str], library: Library) -> None:
    assert any(forms <= set(unit.forms) and unit.named for unit in units_of(text, library))


@pytest.mark.parametrize(
    ("text", "common", "rare"),
    [
        ("grain and counternarcotics", "grain", "counternarcotics"),
        ("中国的压舱石", "中国", "压舱石"),
        ("中國的壓艙石", "中国", "壓艙石"),
    ],
)
def test_the_rare_weighs_more_than_the_common(text: str, common: str, rare: str, library: Library) -> None:
    weights = {unit.printed: unit.weight for unit in units_of(text, library)}
    assert weights[rare] > weights.get(common, 0)
    assert all(0 < weight <= 1 for weight in weights.values())


@pytest.mark.parametrize(
    ("text", "topic", "place"),
    [
        ("What was said about grain in San Francisco?", "grain", "San Francisco"),
        ("在旧金山就粮食说了什么？", "粮食", "旧金山"),
        ("在舊金山就糧食說了什麼？", "粮食", "舊金山"),
    ],
)
def test_the_place_of_an_event_counts_little_beside_the_topic(
    text: str, topic: str, place: str, library: Library
) -> None:
    weights = {unit.printed: unit.weight for unit in units_of(text, library)}
    assert weights[place] < 0.3
    assert weights[topic] > weights[place]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Did Biden tell Xi about grain?", "Xi"),
        ("拜登同习近平谈了粮食吗？", "拜登"),
        ("拜登同習近平談了糧食嗎？", "拜登"),
    ],
)
def test_whose_meeting_is_sought_counts_little_beside_the_topic(text: str, person: str, library: Library) -> None:
    question = understand_question(text)
    assert question.partners
    met = {unit.printed: unit.weight for unit in find_units(question, library)}
    alone = {unit.printed: unit.weight for unit in find_units(replace(question, partners=()), library)}
    assert met[person] < 0.2 * alone[person]


@pytest.mark.parametrize("text", ["", "?", "？", "the", "的", "What?", "什么？", "什麼？"])
def test_a_question_about_nothing_has_no_units(text: str, library: Library) -> None:
    assert units_of(text, library) == ()


@pytest.mark.parametrize("text", ["grain, grain and grain", "粮食和粮食", "糧食和糧食"])
def test_what_is_named_twice_counts_once(text: str, library: Library) -> None:
    assert len(units_of(text, library)) == 1


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("In the White House readout, what did Xi say about fentanyl?", ["fentanyl"]),
        ("根据白宫通稿，习近平就芬太尼说了什么？", ["芬太尼"]),
        ("根據白宮新聞稿，習近平就芬太尼說了什麼？", ["芬太尼"]),
    ],
)
def test_whose_account_is_asked_for_is_not_asked_about(text: str, printed: list[str], library: Library) -> None:
    assert [unit.printed for unit in units_of(text, library)] == printed
