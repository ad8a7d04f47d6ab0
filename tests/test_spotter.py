from __future__ import annotations

import pytest

from index.naming.inflections import uninflected
from index.naming.spotter import Spotter

WORDS = Spotter.make([
    ("war", "war"),
    ("trade war", "trade"),
    ("cold war", None),
    ("WHO^", "health"),
    ("sell+weapons", "arms"),
    ("卖+武器", "arms"),
    ("quarrel", "quarrel"),
    ("贸易战", "trade"),
    ("不支持台独", "stance"),
    ("台独", "independence"),
    ("policy", "policy"),
])  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wars and trade wars", [("Wars", "war"), ("trade wars", "trade")]),
        ("the Cold War", []),
        ("who asked the WHO", [("WHO", "health")]),
        ("an international policy", [("policy", "policy")]),
        ("they quarrelled", [("quarrelled", "quarrel")]),
        ("policing", []),
        ("warm", []),
        ("打貿\n易戰", [("貿\n易戰", "trade")]),
        ("不支持「台獨」", [("不支持「台獨", "stance")]),
        ("Weapons that they sell", [("Weapons that they sell", "arms")]),
        ("卖给台湾的武器", [("卖给台湾的武器", "arms")]),
        ("He sells cars. " + "A word about something else. " * 4 + "Weapons", []),
        ("", []),
    ],
)
def test_words_are_found_inflected_and_in_every_script(text, expected):
    assert [(text[each.start : each.end], each.value) for each in WORDS.find(text)] == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("a trade", "war"), {"trade"}),  # a word runs on from line to line
        (("a cold", "war"), set()),
        (("贸", "易战"), {"trade"}),
        (("不支持", "「", "台独"), {"stance"}),
        (("war", "台独"), {"war", "independence"}),
        (("They sell", "cars and weapons"), {"arms"}),  # a pair stands in two lines
        (("They sell cars.", "A word about something else. " * 4, "Weapons"), set()),
        (("They sell weapons", "weapons"), {"arms"}),
        (("trade", "", "quarrels"), {"quarrel"}),
        (("",), set()),
    ],
)
def test_what_a_text_of_several_lines_says_is_what_is_found_in_it(lines, expected):
    text = "\n".join(lines)
    assert WORDS.spot([text]) == [expected] == [{each.value for each in WORDS.find(text)}]
    assert WORDS.spot([text, "a war"], frozenset({"war"})) == [expected & {"war"}, {"war"}]


def test_a_word_of_two_meanings_is_found_with_both():
    spotter = Spotter.make([("talks", "meeting"), ("talk", "speech"), ("talks", "meeting")])
    assert [each.value for each in spotter.find("the talks")] == ["meeting", "speech"]


def test_the_parts_of_a_pair_stand_in_any_order_and_each_for_itself():
    spotter = Spotter.make([("cut+tariffs", "cut"), ("tariffs", "tariffs")])
    assert [each.value for each in spotter.find("tariffs were cut")] == ["tariffs", "cut"]
    assert spotter.find("a cut") == []


@pytest.mark.parametrize(
    "forms",
    [
        ("plane", "planes"),
        ("plan", "plans", "planned", "planning"),
        ("hope", "hopes", "hoped", "hoping"),
        ("study", "studies", "studied"),
        ("arms",),
        ("arm", "arming", "armed"),
        ("news",),
        ("new",),
        ("import", "imports", "imported"),
        ("important",),
        ("promise", "promises", "promised", "promising"),
        ("sanction", "sanctions", "sanctioned"),
        ("press", "presses", "pressed", "pressing"),
        ("agree", "agrees", "agreed"),
        ("internal",),
        ("international",),
    ],
)
def test_the_forms_of_a_word_have_one_stem_of_their_own(forms):
    stems = {uninflected(form) for form in forms}
    assert len(stems) == 1
    others = {"plane", "plan", "hop", "stud", "arms", "arm", "news", "new", "import", "important", "internal", "car"}
    assert stems.isdisjoint(uninflected(other) for other in others - set(forms))
