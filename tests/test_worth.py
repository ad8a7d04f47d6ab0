import pytest

from qa.ranking.worth import is_worth
from qa.records import Form


@pytest.mark.parametrize(
    ("form", "probability", "quoted", "worth"),
    [
        ("position", 0.1, [], True),  # the first one is chosen elsewhere
        ("position", 0.5, [0.9], True),  # the best is sure: others are not far behind it
        ("position", 0.49, [0.9], False),
        ("mention", 0.37, [0.6], True),
        ("mention", 0.32, [0.6], False),
        ("position", 0.51, [0.8, 0.7, 0.6], True),  # the fourth is sure by itself
        ("position", 0.49, [0.8, 0.7, 0.6], False),
        ("position", 0.49, [0.49, 0.49, 0.49], False),
        ("position", 0.32, [0.4], True),  # an unsure answer gains more by a second try
        ("position", 0.31, [0.4], False),
        ("position", 0.37, [0.4, 0.4], True),
        ("position", 0.36, [0.4, 0.4], False),
        ("list", 0.18, [0.4], True),  # several parts are asked for
        ("list", 0.17, [0.4], False),
        ("each_side", 0.39, [0.9], True),
        ("each_side", 0.38, [0.9], False),
        ("when", 0.64, [0.9], True),  # one sentence gives a single fact
        ("when", 0.62, [0.9], False),
        ("when", 0.15, [0.2], True),
    ],
)
def test_a_further_quotation(form: Form, probability: float, quoted: list[float], worth: bool) -> None:
    assert is_worth(form, probability, quoted) is worth
