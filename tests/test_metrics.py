"""The eval's arithmetic, with values worked out by hand."""

from __future__ import annotations

import math

import pytest

from eval.metrics import Figure, bootstrap, bootstrap_ratio, covers, overlap, paired_difference, risk_coverage, share


@pytest.mark.parametrize(
    ("first", "second", "shared", "counts"),
    [
        ((0, 10), (0, 10), 10, True),
        ((0, 10), (5, 30), 5, True),  # half of the shorter one
        ((0, 10), (6, 30), 4, False),
        ((0, 100), (40, 44), 4, True),  # a gold inside a long quotation
        ((40, 44), (0, 100), 4, True),
        ((0, 10), (10, 20), 0, False),
        ((0, 10), (50, 60), 0, False),
    ],
)
def test_half_of_the_shorter_one_counts(first, second, shared, counts):
    assert (overlap(first, second), covers(first, second)) == (shared, counts)


def test_share():
    assert share([1, 0, 0, 1]) == 0.5
    assert math.isnan(share([]))


def test_bootstrap_of_equal_values_has_no_spread():
    assert bootstrap([1.0, 1.0, 1.0], ["a", "a", "b"]) == Figure(1.0, 1.0, 1.0, 3)


def test_bootstrap_draws_groups_whole():
    single = bootstrap([1.0, 0.0] * 20, list(range(40)))
    paired = bootstrap([1.0, 0.0] * 20, [i // 2 for i in range(40)])
    assert (single.value, paired.value) == (0.5, 0.5)
    assert (single.low, single.high) == pytest.approx((0.35, 0.65), abs=0.03)  # 0.5 ± 1.96 · sqrt(0.25 / 40)
    assert (paired.low, paired.high) == (0.5, 0.5)  # every group holds one right and one wrong


def test_bootstrap_is_the_same_each_time():
    values, groups = [1.0, 0.0, 1.0, 1.0, 0.0], ["a", "b", "c", "d", "e"]
    assert bootstrap(values, groups) == bootstrap(values, groups)


def test_bootstrap_of_nothing():
    assert bootstrap([], []).cases == 0
    assert math.isnan(bootstrap_ratio([0.0], [0.0], ["a"]).value)


def test_ratio_is_pooled_over_answers():
    # 1 of 1 and 1 of 3 quotations: 2 of 4, not the mean of 1 and 1/3
    figure = bootstrap_ratio([1, 1], [1, 3], ["a", "b"])
    assert (figure.value, figure.low, figure.high, figure.cases) == (0.5, pytest.approx(1 / 3), 1.0, 4)


def test_paired_difference_cancels_what_both_share():
    old = [1.0, 0.0, 1.0, 0.0]
    groups = ["a", "b", "c", "d"]
    assert paired_difference(old, old, groups) == Figure(0.0, 0.0, 0.0, 4)
    assert paired_difference([0.0, 0.0, 0.0, 0.0], old, groups).value == -0.5


@pytest.mark.parametrize(
    ("scores", "right", "points"),
    [
        ([0.9, 0.8, 0.4, 0.1], [True, True, False, True], [(0.25, 0.0), (0.5, 0.0), (0.75, 1 / 3), (1.0, 0.25)]),
        ([0.1, 0.9], [False, True], [(0.5, 0.0), (1.0, 0.5)]),
        ([0.5, 0.5], [False, True], [(1.0, 0.5)]),  # equal scores are answered together
        ([], [], []),
    ],
)
def test_risk_against_coverage(scores, right, points):
    found = risk_coverage(scores, right)
    assert [pytest.approx(point) for point in points] == found
