"""The answers of a question's parts as one answer, each part a group of its own under its own words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from index.records import Span
from qa.library import bare_words
from qa.phrases import say
from qa.records import Answer, AnswerGroup, Citation, Question, Searched


def join_questions(text: str, parts: Sequence[Question]) -> Question:
    """Return the question that `text` asks in `parts`: the conditions of all of them together."""
    first = parts[0]
    return replace(
        first,
        text=text,
        topic=" ".join(part.topic for part in parts),
        periods=tuple(dict.fromkeys(period for part in parts for period in part.periods)),
        sides=tuple(dict.fromkeys(side for part in parts for side in part.sides)),
        speakers=tuple(dict.fromkeys(speaker for part in parts for speaker in part.speakers)),
        accounts=tuple(dict.fromkeys(account for part in parts for account in part.accounts)),
        events=tuple(dict.fromkeys(event for part in parts for event in part.events)),
        event_periods=tuple(dict.fromkeys(period for part in parts for period in part.event_periods)),
        partners=tuple(dict.fromkeys(person for part in parts for person in part.partners)),
        phrases=tuple(dict.fromkeys(phrase for part in parts for phrase in part.phrases)),
        inherited=tuple(dict.fromkeys(name for part in parts for name in part.inherited)),
        parts=tuple(parts),
    )


def join_subquestions(whole: Answer, answers: Sequence[Answer], likely: Collection[Span]) -> Answer:
    """Return what answers each thing that a refused question asks; the refusal where no best quotation is `likely`."""
    kept = [
        _only(each, likely) if each.found and each.citations[0].quote in likely else _without(each) for each in answers
    ]
    if not any(answer.found for answer in kept):
        return whole
    return join_answers(whole.question.text, kept, whole.searched)


def _only(answer: Answer, likely: Collection[Span]) -> Answer:
    """Return an answer with those quotations that are likely; of several sides as it is."""
    cited = tuple(citation for citation in answer.citations if citation.quote in likely)
    return answer if answer.groups else replace(answer, citations=cited)


def _without(answer: Answer) -> Answer:
    """Return an answer without its quotations, and the reason."""
    searched, language = answer.searched, answer.question.language
    nothing = say("nothing", language, documents=searched.documents, passages=searched.passages)
    return replace(answer, citations=(), groups=(), why=answer.why or nothing)


def join_answers(text: str, answers: Sequence[Answer], searched: Searched) -> Answer:
    """Return one answer with a group for each of `answers`, its citations numbered through."""
    numbers: dict[str, int] = {}
    citations: list[Citation] = []
    groups: list[AnswerGroup] = []
    for answer in answers:
        renumbered: dict[int, int] = {}
        for citation in answer.citations:
            key = bare_words(citation.quote)
            if key not in numbers:
                numbers[key] = len(citations) + 1
                citations.append(replace(citation, number=numbers[key]))
            renumbered[citation.number] = numbers[key]
        groups += _groups_of(answer, renumbered)
    sure = [answer.confidence for answer in answers if answer.confidence is not None]
    return Answer(
        question=join_questions(text, [answer.question for answer in answers]),
        searched=searched,
        citations=tuple(citations),
        groups=tuple(groups),
        why="" if citations else " ".join(f"{answer.question.text} {answer.why}" for answer in answers),
        nearest=() if citations else tuple(span for answer in answers for span in answer.nearest),
        confidence=min(sure, default=None),
    )


def _groups_of(answer: Answer, numbers: dict[int, int]) -> list[AnswerGroup]:
    """Return a part's own groups under its words, or all its citations as one group."""
    part = answer.question
    if answer.groups:
        return [
            replace(
                group,
                heading=f"{part.text} · {group.heading}",
                numbers=tuple(dict.fromkeys(numbers[number] for number in group.numbers)),
            )
            for group in answer.groups
        ]
    side = part.sides[0] if len(part.sides) == 1 else None
    cited = tuple(dict.fromkeys(numbers[citation.number] for citation in answer.citations))
    return [AnswerGroup(part.text, side, None, cited, answer.searched.documents, answer.why)]
