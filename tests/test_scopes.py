"""An event that a question names bounds it, unless a period reaches beyond it."""

import pytest

from qa.understand import understand_question


@pytest.mark.parametrize(
    ("text", "events", "days"),
    [
        # an event within its year bounds the question
        ("What did Biden say about Taiwan at the Bali summit in 2022?", ("bali-2022",), [("2022-01-01", "2022-12-31")]),
        ("2022年巴厘岛会晤，拜登怎么谈台湾？", ("bali-2022",), [("2022-01-01", "2022-12-31")]),
        # another year is asked about too
        (
            "How did the wording on fentanyl change from the Woodside summit to 2024?",
            (),
            [("2024-01-01", "2024-12-31"), ("2023-11-14", "2023-11-17")],
        ),
        (
            "与巴厘岛会晤相比，2023年对台湾的说法有什么变化？",
            (),
            [("2023-01-01", "2023-12-31"), ("2022-11-14", "2022-11-14")],
        ),
        (
            "從2022年3月通話到2024年，美方的措辭有何變化？",
            (),
            [("2022-03-18", "2022-03-18"), ("2024-01-01", "2024-12-31")],
        ),
        # what came after it, within its year
        ("Which envoys went to Beijing in 2022 after the Bali summit?", (), [("2022-11-14", "2022-12-31")]),
        ("2022年巴厘岛会晤之后，哪些官员访华？", (), [("2022-11-14", "2022-12-31")]),
        ("2022年峇里島會後，哪些官員訪華？", (), [("2022-11-14", "2022-12-31")]),
        # a year that it only is not of
        ("What did Wang Yi say in 2024 after the Bali summit?", (), [("2024-01-01", "2024-12-31")]),
    ],
)
def test_a_period_that_reaches_beyond_an_event_bounds_in_its_place(
    text: str, events: tuple[str, ...], days: list[tuple[str, str]]
) -> None:
    question = understand_question(text)
    assert question.events == events
    assert [(str(period.first), str(period.last)) for period in question.periods] == days


@pytest.mark.parametrize(
    ("text", "events"),
    [
        # somebody of another country met one of the two sides there, or called it
        ("What did Marcos say about relations with China in Bangkok?", ()),
        ("小马科斯在曼谷提到海上问题了吗？", ()),
        ("小馬可仕在曼谷有提到海上問題嗎？", ()),
        ("Did Putin and Xi talk about Iran in the June 2025 call?", ()),
        # he is only spoken of, or both sides are named
        ("Did Biden raise Putin's war at the Lima meeting?", ("lima-2024",)),
        ("利马会晤谈到普京了吗？", ("lima-2024",)),
        ("What did Xi tell Trump about Iran in the June 2025 call?", ("call-2025-06",)),
    ],
)
def test_a_meeting_of_others_is_no_event_of_the_two_sides(text: str, events: tuple[str, ...]) -> None:
    assert understand_question(text).events == events
