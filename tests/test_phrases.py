from __future__ import annotations

import pytest

from index.naming.phrases import HIDES, Found, Phrases


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (["台湾", "台湾海峡"], "台灣海峽", ["台灣海峽"]),
        (["export control"], "Export  controls, export control.", ["export control"]),
        (["status quo"], "the status\nquo", ["status\nquo"]),
        (["Mar-a-Lago"], "Mar‑a‑Lago", ["Mar‑a‑Lago"]),
        (["US^"], "tell us what the US said", ["US"]),
        (["U.S."], "the U.S.-China talks", ["U.S."]),
        (["Lima"], "climate in Lima", ["Lima"]),
        (["AI"], "中国AI发展", ["AI"]),
    ],
)
def test_phrases_are_found_in_every_script_and_spelling(names, text, expected):
    phrases = Phrases([(name, name) for name in names])
    assert [text[start:end] for start, end, _ in phrases.find(text)] == expected


def test_a_hiding_phrase_hides_the_name_inside_it():
    phrases = Phrases([("罗斯", "ross"), ("俄罗斯", None)])
    assert phrases.find("俄羅斯與羅斯") == [Found(4, 6, "ross")]


def test_a_plural_is_found_where_plurals_are_asked_for():
    assert Phrases([("tariff", 1)], plural=True).find("Tariffs fell") == [Found(0, 7, 1)]
    assert Phrases([("tariff", 1)]).find("Tariffs fell") == []


def test_the_phrases_of_a_table_are_found_as_they_were_made(tmp_path):
    table = tmp_path / "people.tsv"
    table.touch()
    made = Phrases.keep("made", [table], ["ross"], lambda: [("罗斯", 0), ("Ross^", 0), ("俄罗斯", HIDES)])
    kept = Phrases.keep("made", [table], ["ross"], lambda: pytest.fail("they were not kept"))
    for phrases in (made, kept):
        assert phrases.find("俄羅斯與羅斯; Ross, ross") == [Found(4, 6, "ross"), Found(8, 12, "ross")]
        assert phrases.find("羅斯") == [Found(0, 2, "ross")]
