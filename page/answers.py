"""A turn as HTML: what was understood, the numbered quotations, what was searched; knows nothing of Gradio."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from index.records import Language
from page.chips import show_chips
from page.elements import Markup, element, join
from page.export import show_export
from page.feedback import show_feedback
from page.parts import Part, list_parts, name_part, show_heading, show_outline
from page.quotes import link_counterpart, show_citation, show_nearest
from page.records import Turn
from page.texts import say
from qa.records import Answer, Citation

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
        _show_found(number, turn) if answer.found else _show_nothing(number, turn),
        _show_searched(answer),
        element(
            "div", show_export(number, answer), show_feedback(number, language) if may_tell else None, class_="keep"
        ),
        class_="turn",
        lang=language,
        data_turn=number,
        data_told=_tell(answer),
    )


def _tell(answer: Answer) -> str:
    """Return what a screen reader says when an answer is there."""
    language, parts = answer.question.language, list_parts(answer)
    if not answer.found:
        return answer.why or say(language, "nothing")
    key = "told_parts" if len(parts) > 1 else "told_found"
    return say(language, key, count=len(answer.citations), parts=len(parts))


def _show_found(number: int, turn: Turn) -> Markup:
    parts = list_parts(turn.answer)
    language = turn.answer.question.language
    if len(parts) == 1 and not parts[0].heading:
        return _show_citations(number, turn, parts[0].citations)
    sections = [_show_part(number, turn, place, part) for place, part in enumerate(parts)]
    return join(show_outline(number, parts, language), *sections)


def _show_part(number: int, turn: Turn, place: int, part: Part) -> Markup:
    language = turn.answer.question.language
    heading = element("h3", show_heading(part))
    if part.citations:
        body = _show_citations(number, turn, part.citations)
    else:
        searched = say(language, "group_documents", documents=part.documents)
        why = [part.why] if part.why else [say(language, "group_empty"), " ", searched]
        body = element("p", *why, class_="faint")
    return element("section", heading, body, class_="group", id=name_part(number, place), data_side=part.side)


def _show_citations(number: int, turn: Turn, citations: Iterable[Citation]) -> Markup:
    of, places, language = str(number), turn.spans, turn.answer.question.language
    shown = []
    for citation in citations:
        span = turn.counterpart_of(citation.number)
        counterpart = link_counterpart(of, places.index(span), span, language) if span else None
        shown.append(show_citation(of, places, citation, language, counterpart))
    return element("ol", *shown, class_="quotes")


def _show_nothing(number: int, turn: Turn) -> Markup:
    answer, language, places = turn.answer, turn.answer.question.language, turn.spans
    nearest = [show_nearest(str(number), places, span, language) for span in answer.nearest]
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
