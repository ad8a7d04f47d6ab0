"""The named endpoints, for programs and, as tools, for assistants; each returns the object of its command line.

They are called without the page's queue; a gate of their own bounds how many run and wait.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Sequence
from typing import Any, Literal

import gradio as gr
from gradio.context import LocalContext
from gradio.events import api

from page.chips import CONDITIONS
from page.conversation import check_length
from page.desk import Desk
from page.gate import BusyError, Gate
from page.guard import GUARDED
from page.register import Holding, find_holdings, list_held
from page.texts import say
from page.verify import verify as verify_quotation
from qa.records import Condition
from qa.verifying.report import verdict_to_json
from qa.wording import find_numbers, wording_to_json
from qa.wordings.timeline import make_timeline
from qa.wordings.uses import find_wording

LONGEST_PHRASE, MAX_USES, MAX_DOCUMENTS = 200, 200, 500


def add_endpoints(desk: Desk) -> None:
    """Add the four named endpoints to the page that is being built."""
    gate, endpoints = Gate(), Endpoints(desk)
    for endpoint in (endpoints.ask, endpoints.verify, endpoints.documents, endpoints.wording):
        api(_speak(_guard(gate, endpoint)), api_name=endpoint.__name__, queue=False)


def _guard(gate: Gate, endpoint: Callable[..., dict[str, Any]]) -> Callable[..., dict[str, Any]]:
    """Return the endpoint behind the gate."""

    @functools.wraps(endpoint)
    def guarded(*arguments: Any, **named: Any) -> dict[str, Any]:  # noqa: ANN401
        try:
            with gate.enter():
                return endpoint(*arguments, **named)
        except BusyError as problem:
            raise gr.Error(say("en", "busy"), print_exception=False) from problem

    return guarded


def _speak(endpoint: Callable[..., dict[str, Any]]) -> Callable[..., Any]:
    """Return the endpoint with its object as JSON text for assistants: Gradio would hand them Python's own notation."""

    @functools.wraps(endpoint)
    def spoken(*arguments: Any, **named: Any) -> Any:  # noqa: ANN401
        found = endpoint(*arguments, **named)
        request = LocalContext.request.get(None)
        by_assistant = request is not None and GUARDED in request.url.path
        return json.dumps(found, ensure_ascii=False) if by_assistant else found

    return spoken


class Endpoints:
    """What can be called over a desk; the docstrings are what assistants read."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def ask(self, question: str, follows: list[str] | None = None, ignore: list[str] | None = None) -> dict[str, Any]:
        """Answer a question about the diplomatic readouts held, in their own sentences alone, each with its place.

        Quote `quotes[].text` unchanged with its speaker, account, date, document and lines. Where `found` is false
        nothing held answers: say so, with `why`; `nearest` are passages that do not answer.

        Args:
            question: A question in English, 简体 or 繁體, at most 2,000 characters.
            follows: Earlier questions of the same conversation, the oldest first.
            ignore: Conditions understood that are not applied: periods, sides, speakers, accounts, events.
        """
        return self._desk.to_json(
            self._desk.answer(check_length(question), follows or (), check_conditions(ignore or ()))
        )

    def verify(self, quotation: str) -> dict[str, Any]:
        """Verify a quotation against the readouts held, before it is repeated or believed.

        `verdict` is verbatim, apart (from script, punctuation or white space), elided (words left out at its ellipses),
        stitched (pieced together), differs (`nearest.marked` shows every difference) or not_held. `speaker` tells
        whether the one named as its speaker says it. A translation is never verbatim: `meaning` is only near.

        Args:
            quotation: The sentence or a part of it, at most 2,000 characters; or with its speaker: Xi said: “…”
        """
        return verdict_to_json(verify_quotation(quotation, self._desk.library))

    def documents(self, search: str = "") -> dict[str, Any]:
        """List the readouts held, the latest first: title, date and how it is known, whose account, language.

        Args:
            search: Words that title, day, account or file must all hold; empty for all. At most 500 are listed.
        """
        held = list_held(self._desk.library)
        found = find_holdings(held, check_length(search))
        rows = [_document_to_json(holding) for holding in found[:MAX_DOCUMENTS]]
        return {"held": len(held), "found": len(found), "documents": rows}

    def wording(
        self, phrase: str, by: Literal["year", "event"] = "year", without: list[str] | None = None
    ) -> dict[str, Any]:
        """Tell who used a phrase, how often and when, by side and year, with every sentence behind the counts.

        The phrase is looked for in all scripts and in its official translations (`forms`). Where a count is 0, the
        documents searched are told: absence there is no proof beyond them.

        Args:
            phrase: A word or phrase in English, 简体 or 繁體, at most 200 characters.
            by: Count by year or by event.
            without: Forms that do not count. At most 200 sentences are returned; `left_out` counts the others.
        """
        if len(phrase) > LONGEST_PHRASE:
            raise gr.Error(f"The phrase is longer than {LONGEST_PHRASE} characters.", print_exception=False)
        wording = find_wording(phrase, self._desk.library)
        if without:
            wording = find_wording(phrase, self._desk.library, find_numbers(without, wording))
        shown = wording_to_json(wording, make_timeline(wording, by if by == "event" else "year"))
        return {**shown, "uses": shown["uses"][:MAX_USES], "left_out": max(0, len(shown["uses"]) - MAX_USES)}


def check_conditions(names: Sequence[str]) -> list[Condition]:
    """Return the conditions of these names; a gr.Error where one is unknown."""
    known = [condition for condition in CONDITIONS if condition in names]
    if len(known) < len(set(names)):
        raise gr.Error(say("en", "unknown_condition", conditions=", ".join(CONDITIONS)), print_exception=False)
    return known


def _document_to_json(holding: Holding) -> dict[str, Any]:
    return {
        "document": holding.name,
        "language": holding.language,
        "articles": [
            {
                "title": origin.title,
                "publisher": origin.publisher,
                "url": origin.url,
                "account": origin.account,
                "date": origin.date.day.isoformat() if origin.date else None,
                "date_source": origin.date.source if origin.date else None,
            }
            for origin in holding.origins
        ],
        "passages": holding.passages,
        "sentences": holding.sentences,
    }
