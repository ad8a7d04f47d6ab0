"""Which things a question names side by side, and what each of its questions asks."""

from __future__ import annotations

import pytest

from qa.understanding.items import asked_items


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("What did Xi announce on visa-free entry and on French students?", ("visa-free entry", "French students")),
        (
            "How much for security, for the economy, for humanitarian aid?",
            ("security", "the economy", "humanitarian aid"),
        ),
        ("What did Blinken discuss with Prince Faisal about Yemen, Iran and oil?", ("Yemen", "Iran", "oil")),
        ("What did Biden say about soybeans and pork in 2023?", ("soybeans", "pork")),
        ("军事、经济、人道各占多少？", ("军事", "经济", "人道")),
        ("習近平對法國人免簽、法國留學生人數各講了什麼？", ("法國人免簽", "法國留學生人數")),
        ("王庭惠在台湾、香港、新疆问题上怎么表态？", ("台湾", "香港", "新疆")),
        # what each question asks
        ("Doses: how many delivered and how many pledged?", ("Doses: how many delivered", "how many pledged?")),
        ("已经提供了多少剂，承诺捐多少剂？", ("已经提供了多少剂", "承诺捐多少剂？")),
        # one thing
        ("What did Biden say about the weather?", ()),
        ("What did Xi say about the Belt and Road?", ()),
        ("关于和平与发展说了什么？", ()),
        ("關於和平與發展說了什麼？", ()),
    ],
)
def test_things_named_side_by_side(text: str, items: tuple[str, ...]) -> None:
    assert asked_items(text) == items
