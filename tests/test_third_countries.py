"""Sentences of China and a third country."""

import pytest

from qa.ranking.third_countries import is_of_another_pair


@pytest.mark.parametrize(
    ("asked", "sentence", "other"),
    [
        ("How is the relationship of the two countries defined?", "兩國領導人重申恪守中日四個政治文件的原則。", True),
        ("两国关系的定位是什么？", "中俄关系处于历史最好时期。", True),
        ("What principles guide relations?", "China-Japan relations were discussed.", True),
        # the country is asked about, or others than the two sides are
        ("中日关系怎么说？", "兩國領導人重申恪守中日四個政治文件的原則。", False),
        ("What was agreed with Japan?", "兩國領導人重申恪守中日四個政治文件的原則。", False),
        ("Which other leaders did Xi meet?", "兩國領導人重申恪守中日四個政治文件的原則。", False),
        # the two sides are named too, or no pair is
        ("两国关系的定位是什么？", "从年初的中俄元首会晤，到年底的中美元首会晤。", False),
        ("两国关系的定位是什么？", "其中日本代表谈了两国关系。", False),
        ("两国关系的定位是什么？", "元首外交是两国关系的定盘星。", False),
    ],
)
def test_a_third_countrys_relations_are_not_the_two_sides(asked: str, sentence: str, other: bool) -> None:
    assert is_of_another_pair(asked, sentence) is other
