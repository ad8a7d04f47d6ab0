"""qa.understanding.follow: what a follow-up takes over, and that a new topic takes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from qa.understand import understand_question
from qa.understanding.follow import understand_follow_up

TODAY = date(2026, 11, 21)
BIDEN_EN = "What did Biden say about Taiwan in 2023?"
BIDEN_HANS = "2023年拜登就台湾问题说了什么？"
BIDEN_HANT = "2023年拜登就台灣問題說了什麼？"
EACH_EN = "What did each side say about Taiwan in 2023?"
EACH_HANS = "2023年双方就台湾问题各说了什么？"
EACH_HANT = "2023年雙方就台灣問題各說了什麼？"


def years(question) -> list[int]:
    return [period.first.year for period in question.periods]


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("And on trade?", BIDEN_EN),
        ("And what about trade?", BIDEN_EN),
        ("On trade?", BIDEN_EN),
        ("那经贸呢？", BIDEN_HANS),
        ("经贸方面呢？", BIDEN_HANS),
        ("那經貿呢？", BIDEN_HANT),
        ("關於經貿呢？", BIDEN_HANT),
    ],
)
def test_another_topic_keeps_speaker_and_year(text, before):
    question = understand_follow_up(text, [before], TODAY)
    assert years(question) == [2023]
    assert (question.sides, question.speakers) == (("us",), ("biden",))
    assert question.inherited == ("periods", "sides", "speakers")
    assert "aiwan" not in question.topic and "台" not in question.topic


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("What about 2026?", BIDEN_EN),
        ("And in 2026?", BIDEN_EN),
        ("2026年呢？", BIDEN_HANS),
        ("那2026年呢？", BIDEN_HANT),
    ],
)
def test_another_year_keeps_speaker_and_topic(text, before):
    question = understand_follow_up(text, [before], TODAY)
    assert years(question) == [2026]
    assert (question.sides, question.speakers) == (("us",), ("biden",))
    assert question.inherited == ("sides", "speakers", "topic")
    assert question.topic == understand_question(before, TODAY).topic


@pytest.mark.parametrize(
    ("text", "before", "sides", "speakers"),
    [
        ("And China?", BIDEN_EN, ("cn",), ()),
        ("What about the Chinese side?", BIDEN_EN, ("cn",), ()),
        ("What about Xi?", BIDEN_EN, ("cn",), ("xi-jinping",)),
        ("中方呢？", BIDEN_HANS, ("cn",), ()),
        ("那习近平呢？", BIDEN_HANS, ("cn",), ("xi-jinping",)),
        ("中方呢？", BIDEN_HANT, ("cn",), ()),
        ("那習近平呢？", BIDEN_HANT, ("cn",), ("xi-jinping",)),
    ],
)
def test_another_speaker_keeps_year_and_topic(text, before, sides, speakers):
    question = understand_follow_up(text, [before], TODAY)
    assert (question.sides, question.speakers) == (sides, speakers)
    assert years(question) == [2023]
    assert question.inherited == ("periods", "topic")
    assert question.topic == understand_question(before, TODAY).topic


@pytest.mark.parametrize(
    ("text", "before"),
    [("And China on trade?", BIDEN_EN), ("那中方就经贸呢？", BIDEN_HANS), ("那中方就經貿呢？", BIDEN_HANT)],
)
def test_another_speaker_and_topic_keep_the_year(text, before):
    question = understand_follow_up(text, [before], TODAY)
    assert (question.sides, question.speakers) == (("cn",), ())
    assert years(question) == [2023]
    assert question.inherited == ("periods",)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("How about San Francisco?", "What did Xi say about Taiwan in 2026?"),
        ("旧金山呢？", "2026年习近平就台湾问题说了什么？"),
        ("舊金山呢？", "2026年習近平就台灣問題說了什麼？"),
    ],
)
def test_another_meeting_keeps_speaker_and_topic_and_drops_the_year(text, before):
    question = understand_follow_up(text, [before], TODAY)
    assert question.events == ("woodside-2023",)
    assert question.periods == ()
    assert question.speakers == ("xi-jinping",)
    assert question.topic == understand_question(before, TODAY).topic


@pytest.mark.parametrize(
    ("text", "before"), [("And on trade?", EACH_EN), ("那经贸呢？", EACH_HANS), ("那經貿呢？", EACH_HANT)]
)
def test_the_form_is_inherited_where_nobody_is_named(text, before):
    question = understand_follow_up(text, [before], TODAY)
    assert question.form == "each_side"
    assert question.inherited == ("periods", "form")


@pytest.mark.parametrize(
    ("follows", "text"),
    [
        ([BIDEN_EN, "And on trade?"], "And on AI?"),
        ([BIDEN_HANS, "那经贸呢？"], "人工智能呢？"),
        ([BIDEN_HANT, "那經貿呢？"], "人工智慧呢？"),
    ],
)
def test_a_chain_of_follow_ups_goes_back_to_its_start(follows, text):
    question = understand_follow_up(text, follows, TODAY)
    assert (years(question), question.speakers) == ([2023], ("biden",))


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("What are the five pillars?", BIDEN_EN),
        ("Where did the two presidents meet?", BIDEN_EN),
        ("In which city did the leaders meet?", BIDEN_EN),
        ("For how long did they talk?", BIDEN_EN),
        ("In 2017, did the two sides sign deals?", BIDEN_EN),
        ("五根支柱是什么？", BIDEN_HANS),
        ("两国元首在哪里会晤？", BIDEN_HANS),
        ("五大支柱是什麼？", BIDEN_HANT),
        ("兩國元首在哪裡會晤？", BIDEN_HANT),
    ],
)
def test_a_new_question_inherits_nothing(text, before):
    assert understand_follow_up(text, [before], TODAY) == understand_question(text, TODAY)


def test_without_earlier_questions_a_follow_up_stands_alone():
    assert understand_follow_up("And on trade?", [], TODAY) == understand_question("And on trade?", TODAY)


@pytest.mark.parametrize(
    ("text", "before", "speakers", "topic"),
    [
        ("Did he mention Ukraine?", "What did Xi say about Taiwan?", ("xi-jinping",), "Ukraine"),
        ("他还说了什么？", "习近平就台湾说了什么？", ("xi-jinping",), "台湾"),
        ("Anything else?", "What did Xi say about Taiwan?", ("xi-jinping",), "Taiwan"),
        ("更多", "習近平就台灣說了什麼？", ("xi-jinping",), "台灣"),
        ("How about that?", "What did Xi say about Taiwan?", ("xi-jinping",), "Taiwan"),
        ("那呢？", "习近平就台湾说了什么？", ("xi-jinping",), "台湾"),
        ("美方怎么回应？", "习近平就台湾说了什么？", (), "台湾"),
        ("And in the White House readout?", "What did Xi say about Taiwan?", ("xi-jinping",), "Taiwan"),
    ],
)
def test_what_refers_back_repeats_what_it_leaves_out(text, before, speakers, topic):
    question = understand_follow_up(text, [before], TODAY)
    assert question.speakers == speakers
    assert topic in question.topic
    assert question.inherited
