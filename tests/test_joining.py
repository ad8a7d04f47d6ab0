from index.records import Span, Voice
from qa.joining import join_answers, join_subquestions
from qa.records import Answer, Citation, Question, Searched
from tests.corpus import make_readout

READOUT = make_readout("a.txt", "Xi spoke of Taiwan.\n\nBiden spoke of fentanyl.")
ONE = Span(READOUT, 0, 19, Voice("Xi", "xi-jinping", "cn", "explicit"))
TWO = Span(READOUT, 21, 45, Voice("Biden", "biden", "us", "explicit"))
XI = Question("What did Xi say", "en", "Taiwan", sides=("cn",), speakers=("xi-jinping",))
BIDEN = Question("what did Biden say?", "en", "fentanyl", sides=("us",), speakers=("biden",))
SEARCHED = Searched(1, 2)


def test_each_part_is_a_group_and_citations_are_numbered_through() -> None:
    answers = [
        Answer(XI, SEARCHED, (Citation(1, ONE, 0.9),)),
        Answer(BIDEN, SEARCHED, (Citation(1, TWO, 0.8), Citation(2, ONE, 0.5))),
    ]
    joined = join_answers("Both?", answers, SEARCHED)
    assert [(citation.number, citation.quote) for citation in joined.citations] == [(1, ONE), (2, TWO)]
    assert [(group.heading, group.side, group.numbers) for group in joined.groups] == [
        ("What did Xi say", "cn", (1,)),
        ("what did Biden say?", "us", (2, 1)),
    ]
    assert joined.question.text == "Both?"
    assert joined.question.sides == ("cn", "us")
    assert joined.question.parts == (XI, BIDEN)
    assert joined.why == ""


def test_a_part_without_an_answer_says_why() -> None:
    answers = [Answer(XI, SEARCHED, (Citation(1, ONE, 0.9),)), Answer(BIDEN, SEARCHED, why="Nothing.")]
    joined = join_answers("Both?", answers, SEARCHED)
    assert [(group.numbers, group.why) for group in joined.groups] == [((1,), ""), ((), "Nothing.")]
    nothing = join_answers("Both?", [answers[1], answers[1]], SEARCHED)
    assert nothing.why == "what did Biden say? Nothing. what did Biden say? Nothing."


def test_a_refused_question_is_answered_by_the_things_it_asks_whose_quotation_may_answer_it() -> None:
    whole = Answer(Question("Both?", "en", "both"), SEARCHED, why="Nothing.")
    answers = [
        Answer(XI, SEARCHED, (Citation(1, ONE, 0.9),)),
        Answer(BIDEN, SEARCHED, (Citation(1, TWO, 0.8),)),
    ]
    joined = join_subquestions(whole, answers, {ONE})
    assert [citation.quote for citation in joined.citations] == [ONE]
    assert [(group.heading, group.numbers, bool(group.why)) for group in joined.groups] == [
        ("What did Xi say", (1,), False),
        ("what did Biden say?", (), True),
    ]
    assert join_subquestions(whole, answers, set()) == whole
