import pytest

from index.records import Side
from index.speech.strangers_en import introduce_en

CALL = "Readout of President Morrow's Call with President Ning Yuan"


@pytest.mark.parametrize(
    ("title", "text", "home", "sides"),
    [
        (CALL, "President Ning Yuan of China spoke.", "us", {"Ning": "cn", "Yuan": "cn", "Morrow": "us"}),
        (CALL, "They spoke.", None, {}),  # nobody's own text
        ("Ning Meets with Secretary Morrow", "They met.", "cn", {}),  # the one who is met is not at home
        ("Secretary Blinken's Call with Minister Lark", "They spoke.", "us", {}),
        ("A Call", "Kenyan President Odhiambo spoke.", "us", {"Odhiambo": "other"}),
        ("A Call", "The Foreign Minister of the People's Republic of China, Ning Yuan, spoke.", "us", {}),
        # The end of a heading is no part of the name below it.
        ("A Press Availability in Beijing", "Secretary Harlan Pike spoke.", "us", {}),
    ],
)
def test_whom_an_english_text_introduces(title: str, text: str, home: Side | None, sides: dict[str, Side]) -> None:
    assert introduce_en(title, f"{title}\n{text}", home) == sides
