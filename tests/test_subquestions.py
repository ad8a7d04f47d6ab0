from datetime import date

import pytest

from qa.understand import understand_question
from qa.understanding.subquestions import understand_subquestions

TODAY = date(2026, 1, 1)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "How many guests came to the dinner, and which minister proposed the toast?",
            ["How many guests came to the dinner", "which minister proposed the toast?"],
        ),
        ("晚宴来了多少嘉宾，是哪位部长致的祝酒词？", ["晚宴来了多少嘉宾", "是哪位部长致的祝酒词？"]),
        ("晚宴來了多少嘉賓？由哪位部長致祝酒詞？", ["晚宴來了多少嘉賓？", "由哪位部長致祝酒詞？"]),
        # what stands before them holds for all
        (
            "Fishing boats in 2019: what did Abe propose, and what was agreed on quotas?",
            ["Fishing boats in 2019: what did Abe propose", "Fishing boats in 2019: what was agreed on quotas?"],
        ),
        (
            "关于渔船，安倍提出什么建议？最后达成了什么协议？",
            ["关于渔船，安倍提出什么建议？", "关于渔船，最后达成了什么协议？"],
        ),
        # what has no words of its own takes those before it
        ("Who opened the forum, and when?", ["Who opened the forum", "when?"]),
        ("论坛在哪里举行？几号？", ["论坛在哪里举行？", "几号？"]),
        # one thing is asked
        ("What did Abe say about fishing quotas?", []),
        ("安倍就捕鱼配额说了什么？", []),
    ],
)
def test_each_thing_asked_is_a_question_of_its_own(text: str, asked: list[str]) -> None:
    found = understand_subquestions(text, understand_question(text, TODAY), TODAY)
    assert [question.text for question in found] == asked


def test_time_and_people_are_taken_from_the_whole_where_a_subquestion_names_none() -> None:
    text = "What did Xi say in 2023 about visas, and how many university students did he want to fund?"
    first, second = understand_subquestions(text, understand_question(text, TODAY), TODAY)
    assert first.speakers == second.speakers == ("xi-jinping",)
    assert [period.words for period in second.periods] == ["2023"]
    assert second.form == "number"
