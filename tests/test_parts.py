from datetime import date

import pytest

from qa.understanding.parts import split_question, understand_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "What did Xi say about Taiwan and what did Biden say about fentanyl?",
            ("What did Xi say about Taiwan", "what did Biden say about fentanyl?"),
        ),
        (
            "What did Xi say about Taiwan and Biden about fentanyl?",
            ("What did Xi say about Taiwan", "Biden about fentanyl?"),
        ),
        (
            "习近平在台湾问题上说了什么？拜登在芬太尼问题上说了什么？",
            ("习近平在台湾问题上说了什么？", "拜登在芬太尼问题上说了什么？"),
        ),
        ("習近平對台灣說了什麼，而川普對貿易說了什麼？", ("習近平對台灣說了什麼", "川普對貿易說了什麼？")),
        ("中方对美方提出什么要求，美方如何回应？", ("中方对美方提出什么要求", "美方如何回应？")),
        # one question: the same topic, one asker's two topics, two facts of one thing, a quoted phrase
        ("What did Xi say about Taiwan and what did Biden say about Taiwan?", None),
        ("What did Xi say about Taiwan and about trade?", None),
        ("Who said the Pacific is big enough, and when?", None),
        ("“太平洋足够大，容得下中美两国”是谁在什么时候说的？", None),
        ("习近平说了什么？特朗普说了什么？", None),
        ("2023年中美双方就台湾问题各说了什么？", None),
    ],
)
def test_a_question_for_several_people_is_taken_apart(text: str, parts: tuple[str, ...] | None) -> None:
    assert split_question(text) == (parts or (text,))


def test_a_period_of_one_part_holds_for_all_and_a_reply_takes_the_topic() -> None:
    first, second = understand_parts(
        "What did China ask the US to do about technology in 2023, and how did the US respond?", [], date(2026, 1, 1)
    )
    assert [period.words for period in second.periods] == ["2023"]
    assert second.sides == ("us",)
    assert "technology" in second.topic
    assert second.inherited == ("topic", "periods")
    assert first.inherited == ()
