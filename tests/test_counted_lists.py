"""Which of so many things a question asks for."""

import pytest

from qa.understand import understand_question
from qa.understanding.counted_lists import asked_count, names_so_many


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Which four dialogues were set up?", 4),
        ("What are the three principles?", 3),
        ("Name the five senior-level channels.", 5),
        ("四大对话机制具体是哪四个？", 4),
        ("建立的四項高層對話，分別叫什麼？", 4),
        ("五根支柱分别是什么？", 5),
        ("会晤有哪三大特点？", 3),
        ("两点共识包括哪些内容？", 2),
        # nothing is counted, or what is counted is not asked for
        ("What did the two presidents say?", None),
        ("Which areas of cooperation were named?", None),
        ("两国在哪些领域合作？", None),
        ("两国元首说了什么？", None),
    ],
)
def test_how_many_things_are_asked_for(text: str, count: int | None) -> None:
    assert asked_count(text) == count


@pytest.mark.parametrize(
    ("text", "count", "names"),
    [
        ("听取了外交、经济、人文、执法4个对话机制的汇报。", 4, True),
        ("聽取了外交、經濟、人文、執法四個對話機制的匯報。", 4, True),
        ("The four dialogues are on diplomacy, trade, culture, and law.", 4, True),
        ("建立4个对话机制，是战略决定。", 4, False),
        ("听取了外交、经济、人文、执法对话的汇报。", 4, False),
        ("加强经贸、农业、旅游、执法等3个领域合作。", 3, False),
    ],
)
def test_a_sentence_names_so_many_where_it_counts_them_and_names_them_in_a_row(
    text: str, count: int, names: bool
) -> None:
    assert names_so_many(text, count) is names


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("五根支柱分别是什么？", "list"),
        ("建立的四項高層對話，分別叫什麼？", "list"),
        ("Which four dialogues did they hear reports on?", "list"),
        ("两国元首各自提到哪两个问题？", "each_side"),
        ("What two things did each side promise?", "each_side"),
    ],
)
def test_so_many_things_are_a_list_and_no_matter_of_each_side(text: str, form: str) -> None:
    assert understand_question(text).form == form
