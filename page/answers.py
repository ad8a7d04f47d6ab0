"""A turn as HTML: what was understood, the numbered quotations, what was searched; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.records import Language
from page.chips import show_chips
from page.elements import Markup, element, join
from page.export import show_export
from page.feedback import show_feedback
from page.quotes import link_counterpart, show_citation, show_nearest
from page.records import Turn
from page.texts import say
from qa.records import Answer, AnswerGroup, Citation

NAMED = 40  # documents named where nothing was found


@lru_cache(maxsize=256)  # a turn never changes, and every later one shows it again
def show_turn(number: int, turn: Turn, may_tell: bool = False) -> Markup:
    """Return one question with its answer, labelled in the question's language.

    Where visitors `may_tell` what they think of it, there is a form for that.
    """
    answer, language = turn.answer, turn.answer.question.language
    return element(
        "article",
        element("h2", answer.question.text, class_="question", dir="auto"),
        show_chips(number, turn),
        _show_found(number, turn) if answer.found else _show_nothing(number, answer),
        _show_searched(answer),
        element(
            "div", show_export(number, answer), show_feedback(number, language) if may_tell else None, class_="keep"
        ),
        class_="turn",
        lang=language,
        data_turn=number,
    )


def _show_found(number: int, turn: Turn) -> Markup:
    answer = turn.answer
    citations = {citation.number: citation for citation in answer.citations}
    grouped = {number for group in answer.groups for number in group.numbers}
    groups = [_show_group(number, turn, group, [citations[n] for n in group.numbers]) for group in answer.groups]
    rest = [citation for citation in answer.citations if citation.number not in grouped]
    return join(*groups, _show_rest(number, turn, rest) if rest else None)


def _show_rest(number: int, turn: Turn, rest: Iterable[Citation]) -> Markup:
    """Return citations of no group, under a heading of their own where they would stand below another group's."""
    body = _show_citations(number, turn, rest)
    if not turn.answer.groups:
        return body
    return element("section", element("h3", say(turn.answer.question.language, "group_rest")), body, class_="group")


def _show_group(number: int, turn: Turn, group: AnswerGroup, citations: list[Citation]) -> Markup:
    language = turn.answer.question.language
    if citations:
        body = _show_citations(number, turn, citations)
    else:
        searched = say(language, "group_documents", documents=group.documents)
        body = element("p", say(language, "group_empty"), " ", searched, class_="faint")
    return element("section", element("h3", group.heading), body, class_="group", data_side=group.side)


def _show_citations(number: int, turn: Turn, citations: Iterable[Citation]) -> Markup:
    shown = (show_citation(number, turn.answer, each, _link_counterpart(number, turn, each)) for each in citations)
    return element("ol", *shown, class_="quotes")


def _link_counterpart(number: int, turn: Turn, citation: Citation) -> Markup | None:
    span = turn.counterpart_of(citation.number)
    language = turn.answer.question.language
    return link_counterpart(str(number), turn.spans.index(span), span, language) if span else None


def _show_nothing(turn: int, answer: Answer) -> Markup:
    language = answer.question.language
    nearest = [show_nearest(turn, answer, span) for span in answer.nearest]
    return join(
        element("p", answer.why or say(language, "nothing"), class_="nothing"),
        element("h3", say(language, "nearest"), class_="faint") if nearest else None,
        element("ul", *nearest, class_="quotes nearest") if nearest else None,
    )


def _show_searched(answer: Answer) -> Markup:
    language, searched = answer.question.language, answer.searched
    parts = [say(language, "searched", documents=searched.documents, passages=searched.passages)]
    if searched.undated:
        parts.append(say(language, "left_out", undated=searched.undated))
    parts.append(say(language, "milliseconds", count=max(1, round(answer.seconds * 1000))))
    line = element("p", " · ".join(parts), class_="searched faint")
    return line if answer.found or not searched.names else join(line, _show_names(language, searched.names))


def _show_names(language: Language, names: Sequence[str]) -> Markup:
    more = element("li", f"… {len(names) - NAMED}") if len(names) > NAMED else None
    listed = element("ul", *(element("li", name) for name in names[:NAMED]), more)
    return element("details", element("summary", say(language, "searched_names")), listed, class_="names faint")
