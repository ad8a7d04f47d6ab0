import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.words import fold, is_han, split_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The United STATES", "the united states"),
        ("台湾问题", "台湾问题"),
        ("臺灣問題", "台湾问题"),
        ("台灣問題", "台湾问题"),
        ("乾淨的能源，後來的會晤", "干净的能源，后来的会晤"),
        ("“一国两制”和「一國兩制」", "“一国两制”和「一国两制」"),
        ("İstanbul", "istanbul"),  # its lower case is two characters, which would shift what follows
        ("Café Müller, Åland, Łódź", "cafe muller, aland, lodz"),
        ("Σίσυφος Ёлка ẞ", "σίσυφος ёлка ß"),  # Greek and Russian letters keep their marks
        ("", ""),
    ],
)
def test_folding_brings_scripts_and_cases_together(text: str, expected: str) -> None:
    assert fold(text) == expected


@settings(deadline=None)  # the first call loads the converter
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@settings(deadline=None)  # the first call loads the converter
@given(st.text(st.sampled_from("臺灣問題兩國元首后後台干乾面麵里裡Tariffs 2,017İẞ。")))
def test_folding_text_piece_by_piece_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"), [("Taiwan 2023", False), ("台灣", True), ("AI和5G", True), ("，", False)]
)
def test_chinese_is_told_by_its_characters(text: str, expected: bool) -> None:
    assert is_han(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tariffs and cooperation", ["tariff", "and", "cooper"]),
        ("the U.S. side", ["the", "us", "side"]),
        ("2,500 tons, 3.5%", ["2500", "ton", "3.5%"]),
        ("a café in Málaga", ["a", "cafe", "in", "malaga"]),
        ("counter-narcotics", ["counter", "narcot"]),
        ("两国元首", ["两国", "元首", "两国元首"]),
        ("兩國元首", ["两国", "元首", "两国元首"]),
        ("台湾问题", ["台湾", "问题", "台湾问题"]),
        ("臺灣問題", ["台湾", "问题", "台湾问题"]),
        ("糧食貿易", ["粮食", "贸易"]),
        ("5G和AI", ["5", "g", "和", "ai"]),
        ("。，!?", []),
        ("", []),
    ],
)
def test_search_words(text: str, expected: list[str]) -> None:
    assert split_words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tariff", "Tariffs"),
        ("cooperating", "cooperation"),
        ("习近平主席", "習近平主席"),
        ("经贸磋商机制", "經貿磋商機制"),
        ("cafe\u0301", "caf\u00e9"),  # the same text, composed and not
        ("Perú", "Peru"),
    ],
)
def test_spellings_of_one_word_are_searched_alike(one: str, other: str) -> None:
    assert split_words(one) == split_words(other)


@pytest.mark.parametrize(
    ("text", "folded"), [("\ud800", "\ufffd"), ("A會\udfff談", "a会\ufffd谈"), ("é\ud83d\ude00", "e\ufffd\ufffd")]
)
def test_half_a_character_is_folded_to_the_sign_of_one_that_is_lost(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert split_words(text) == split_words(folded)
