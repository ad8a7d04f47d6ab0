from __future__ import annotations

import pytest

from index.naming.pairs import APART, Pairs

PAIRS: Pairs[str] = Pairs()
PAIRS.add(("sell", "weapon"), "arms")
PAIRS.add(("卖", "武器"), "arms")


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(0, 7, "weapon"), (18, 22, "sell")], [(0, 22, "arms")]),
        ([(0, 4, "sell"), (70, 76, "weapon"), (80, 84, "sell")], [(70, 84, "arms")]),  # the nearest two
        ([(0, 4, "sell"), (5 + APART, 11 + APART, "weapon")], []),
        ([(0, 1, "卖"), (6, 8, "武器")], [(0, 8, "arms")]),
        ([(0, 1, "卖"), (26, 28, "武器")], []),
        ([(0, 4, "sell"), (5, 8, "war")], []),
        ([(0, 4, "sell"), (0, 4, "weapon")], []),  # one word is not both
        ([], []),
    ],
)
def test_words_near_each_other_stand_for_something_together(parts, expected):
    assert list(PAIRS.find(parts)) == expected


def test_pairs_are_narrowed_to_what_they_stand_for():
    arms, other = PAIRS.narrow(frozenset({"arms"})), PAIRS.narrow(frozenset({"trade"}))
    assert arms.words == {"sell", "weapon", "卖", "武器"}
    assert list(arms.find([(0, 4, "sell"), (5, 11, "weapon")])) == [(0, 11, "arms")]
    assert not other.words and not list(other.find([(0, 4, "sell"), (5, 11, "weapon")]))
