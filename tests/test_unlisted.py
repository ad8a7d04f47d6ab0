"""qa.unlisted: speakers whom no list knows, asked for in one script and told in the other."""

from __future__ import annotations

import pytest

from index.records import Voice
from qa.forms import named_speakers
from qa.holders import name_holders
from qa.library import Library
from qa.ranking.kinds import voice_match
from qa.ranking.units import find_units
from qa.understand import understand_question
from qa.unlisted import bare_name, called_so, find_unlisted, unlisted_speakers
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, make_library, sentence

VOICES = {
    "哈特韦尔": Voice("哈特韦尔", None, "us", "explicit"),
    "储怀谦": Voice("储怀谦", None, "cn", "explicit"),
    "SECRETARY": Voice("SECRETARY OKAFOR", None, "us", "label"),
    "奧卡福": Voice("奧卡福", None, "us", "explicit"),
    "Thorsby": Voice("Garrick Thorsby", None, "us", "explicit"),
    "The two": BOTH,
    "Biden": BIDEN,
}


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("a.txt", "哈特韦尔表示，美方愿加强禁毒合作。储怀谦指出，中方反对脱钩。", language="zh-Hans"),
            make_readout("b.txt", "SECRETARY OKAFOR: We agreed to reopen the consulates.", language="en"),
            make_readout("c.txt", "奧卡福表示，美方歡迎留學生。", language="zh-Hant"),
            make_readout(
                "d.txt", "Thorsby said that tariffs stay. The two agreed. Biden spoke of grain.", language="en"
            ),
        ],
        VOICES,
    )


def test_who_speaks_in_no_list(library: Library) -> None:
    assert {speaker.name for speaker in unlisted_speakers(library)} == {
        "哈特韦尔",
        "储怀谦",
        "okafor",
        "奥卡福",
        "thorsby",
    }


@pytest.mark.parametrize(
    ("name", "called"),
    [
        ("Hartwell", {"哈特韦尔"}),
        ("哈特韋爾", {"哈特韦尔"}),
        ("Okafor", {"secretary okafor", "奥卡福"}),
        ("奥卡福", {"secretary okafor", "奥卡福"}),
        ("索斯比", {"garrick thorsby"}),
        ("Chu", {"储怀谦"}),
        ("Chu Huaiqian", {"储怀谦"}),
        ("Khashoggi", set()),
        ("卡舒吉", set()),
        ("Biden", set()),  # is in a list
    ],
)
def test_who_is_called_so(name: str, called: set[str], library: Library) -> None:
    assert {speaker.called for speaker in called_so(name, library)} == called


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Why did President Hartwell raise drugs?", ["Hartwell"]),
        ("What did Chu Huaiqian tell Hartwell about decoupling?", ["Chu Huaiqian", "Chu", "Hartwell"]),
        ("Trade with China: what did Biden say?", []),
        ("哈特韦尔总统怎么谈禁毒？", ["哈特韦尔"]),
        ("索斯比在关税问题上怎么说？", ["索斯比"]),
        ("拜登就粮食说了什么？", []),
        ("里斯本会晤谈了什么？", []),
    ],
)
def test_whom_a_question_names(text: str, names: list[str], library: Library) -> None:
    assert [name for name, _ in find_unlisted(text, library)] == names


@pytest.mark.parametrize(
    ("text", "sides", "speakers"),
    [
        ("What did Hartwell say about drugs?", ("us",), ("hartwell", "哈特韦尔")),
        ("What did Chu say about decoupling?", ("cn",), ("chu", "储怀谦")),
        ("索斯比对关税怎么说？", ("us",), ("索斯比", "garrick thorsby")),
        ("索斯比對關稅怎麼說？", ("us",), ("索斯比", "garrick thorsby")),
        ("What did Kowalski say about drugs?", (), ()),
    ],
)
def test_whose_words_are_asked_for(text: str, sides: tuple[str, ...], speakers: tuple[str, ...], library) -> None:
    named = name_holders(understand_question(text), library)
    assert (named.sides, named.speakers) == (sides, speakers)


@pytest.mark.parametrize(
    ("text", "name", "form"),
    [
        ("Why did Hartwell raise drugs?", "hartwell", "哈特韦尔"),
        ("Why did Chu Huaiqian reject decoupling?", "chu", "储怀谦"),
        ("Why did Okafor reopen the consulates?", "okafor", "奥卡福"),
    ],
)
def test_a_name_has_its_forms_in_both_scripts(text: str, name: str, form: str, library: Library) -> None:
    (unit,) = [unit for unit in find_units(understand_question(text), library) if name == unit.printed]
    assert form in unit.forms
    assert unit.person


def test_a_speaker_in_no_list_is_shown_by_one_name(library: Library) -> None:
    named = name_holders(understand_question("索斯比對關稅怎麼說？"), library)
    assert named_speakers(named) == ("索斯比",)
    listed = understand_question("What did Biden and Yellen say about trade?")
    assert named_speakers(listed) == listed.speakers


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("SECRETARY OKAFOR", "okafor"),
        ("Margaret Hartwell", "hartwell"),
        ("哈特韋爾", "哈特韦尔"),
        ("The Secretary", ""),
        ("Senior officials", ""),
        ("MODERATOR", ""),
        ("Beijing", ""),
        ("美方", ""),
        ("兩國元首", ""),
        ("白宫", ""),
        ("发言人", ""),
    ],
)
def test_a_speakers_own_name(printed: str, name: str) -> None:
    assert bare_name(printed) == name


@pytest.mark.parametrize(
    ("text", "start", "match"),
    [
        ("哈特韦尔怎么谈禁毒？", "哈特韦尔", 1),
        ("What did Hartwell say about drugs?", "哈特韦尔", 1),
        ("What did Hartwell say about tariffs?", "Thorsby", -1),  # of the same side, but somebody else
        ("What did Hartwell say about grain?", "Biden", -1),
        ("What did Hartwell say about tariffs?", "The two", 0),
    ],
)
def test_whose_words_they_are(text: str, start: str, match: int, library: Library) -> None:
    assert voice_match(name_holders(understand_question(text), library), sentence(library, start)) == match
