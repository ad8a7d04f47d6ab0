from __future__ import annotations

import pytest

from index.naming.openings import Openings

ROWS, FORMS = Openings(" "), Openings("")
for row in (["war"], ["trade", "war"], ["new", "cold", "war"]):
    ROWS.add(row)
for form in ("台独", "贸易战"):
    FORMS.add(form)


@pytest.mark.parametrize(
    ("words", "parts", "found"),
    [
        (ROWS, ["a", "trade", "war"], [(1, 2), (2, 1)]),
        (ROWS, ["new", "cold", "war", "new", "cold"], [(0, 3), (2, 1)]),
        (ROWS, [], []),
        (FORMS, "打贸易战，反台独", [(1, 3), (6, 2)]),
    ],
)
def test_words_are_found_in_a_row(words, parts, found):
    assert words.find(parts) == found


@pytest.mark.parametrize(
    ("words", "parts", "begun", "first", "goes_on"),
    [
        (ROWS, ["a", "trade"], ("trade",), "war", True),
        (ROWS, ["a", "new", "cold"], ("new cold",), "war", True),
        (ROWS, ["new"], ("new",), "cold", True),
        (ROWS, ["trade"], ("trade",), "talks", False),
        (ROWS, ["trade"], ("trade",), "", False),
        (ROWS, ["war"], (), "war", False),
        (ROWS, [], (), "war", False),
        (FORMS, "打贸易", ("贸易",), "战", True),
        (FORMS, "打贸易。", (), "战", False),
    ],
)
def test_a_word_may_begin_at_the_end_of_a_row(words, parts, begun, first, goes_on):
    assert words.at_end(parts) == begun
    assert words.go_on(begun, first) == goes_on
