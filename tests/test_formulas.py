"""qa.ranking.formulas: what readouts have in common answers only who asks for it."""

from __future__ import annotations

import pytest

from qa.ranking.formulas import is_mere_formula


@pytest.mark.parametrize(
    ("asked", "text", "mere"),
    [
        # greetings
        ("What did Xi say to Blinken about alliances?", "习近平请布林肯转达对拜登总统的问候。", True),
        ("Whom did Xi send greetings to?", "习近平请布林肯转达对拜登总统的问候。", False),
        ("习近平对布林肯怎么谈结盟？", "习近平请布林肯转达对拜登总统的问候。", True),
        ("習近平請布林肯向誰問候？", "習近平請布林肯轉達對拜登總統的問候。", False),
        ("What concerns did he raise?", "The President shared his greetings with the Chinese people.", True),
        # how the talk was
        ("双方怎么谈芯片？", "两国元首认为，这次通话是坦诚、建设性的。", False),
        ("拜登派哪些部长访华？", "两国元首认为，这次通话是坦诚、建设性的。", True),
        ("Which ministers did Biden send?", "Both sides described the talks as candid and constructive.", True),
        ("How did they describe the talks?", "Both sides described the talks as candid and constructive.", False),
        # what it followed, or was a part of
        (
            "What did they say about drugs?",
            "The call follows the two leaders’ meeting in Woodside in November 2023.",
            True,
        ),
        (
            "Why did they speak?",
            "This meeting was part of ongoing efforts to maintain channels of communication.",
            False,
        ),
        ("會談談了毒品什麼？", "This meeting was part of ongoing efforts to maintain channels of communication.", True),
        # neither
        ("What did they say about drugs?", "The two sides discussed drugs, and the call was candid.", False),
        ("双方怎么谈毒品？", "双方同意就禁毒保持沟通。", False),
    ],
)
def test_a_formula_answers_only_a_question_for_it(asked: str, text: str, mere: bool) -> None:
    assert is_mere_formula(asked, text) is mere
