import pytest

from eval.attribution import Label
from eval.attribution_filters import Filtered, belies, count, list_questions, report

XI = Label("2023-11-15_a.txt", "0", 0, (1, 1), "k", "cn", "xi-jinping", "cn", "explicit")
BOTH = Label("2023-11-15_a.txt", "0", 0, (1, 1), "k", "joint", None, "cn", "joint")
NOBODY = Label("2023-11-15_a.txt", "0", 0, (1, 1), "k", None, None, "cn", "none")


@pytest.mark.parametrize(
    ("question", "document", "label", "false"),
    [
        (Filtered("2023年？", year=2023), "2023-11-15_a.txt", None, False),
        (Filtered("In 2022?", year=2022), "2023-11-15_a.txt", None, True),
        (Filtered("中方？", side="cn"), "2023-11-15_a.txt", XI, False),
        (Filtered("The United States?", side="us"), "2023-11-15_a.txt", XI, True),
        (Filtered("The United States?", side="us"), "2023-11-15_a.txt", BOTH, False),
        (Filtered("拜登？", person="biden"), "2023-11-15_a.txt", XI, True),
        (Filtered("Xi?", person="xi-jinping"), "2023-11-15_a.txt", XI, False),
        (Filtered("Biden?", person="biden"), "2023-11-15_a.txt", NOBODY, False),
        (Filtered("Biden?", person="biden"), "2023-11-15_a.txt", None, False),
    ],
)
def test_a_quotation_that_belies_the_question(
    question: Filtered, document: str, label: Label | None, false: bool
) -> None:
    assert belies(question, document, label) == false


def test_every_topic_is_asked_in_both_languages() -> None:
    questions = list(list_questions([("台湾问题", "Taiwan")]))
    assert {question.kind for question in questions} == {"year", "side", "year and side", "speaker"}
    assert "2023年中方就台湾问题说了什么？" in [question.text for question in questions]
    assert "What did China say about Taiwan in 2023?" in [question.text for question in questions]


def test_false_quotations_are_counted_by_filter() -> None:
    answer = {"quotes": [{"document": "2022-03-18_a.txt", "text": "no label"}]}
    counts = count([Filtered("2022？", year=2022), Filtered("In 2021?", year=2021)], lambda _: answer)
    assert counts["year"]["false"] == 1
    assert report(counts).splitlines()[-1] == "| year | 2 | 2 | 1 | 2 | 0 | 0 | 1 | 50.0% |"
