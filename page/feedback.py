"""What visitors say of answers, kept in a file of this machine: no address, no name; knows nothing of Gradio."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock
from typing import Any

from index.records import Language
from page.elements import Markup, element
from page.records import Turn
from page.texts import say

RATINGS = ("up", "down")
ABOUT = ("", "speaker", "date", "beside", "missing", "other")
# Drawn, because not every machine has a font with such signs; turned upside down for the other one.
THUMB = "M2 21h4V10H2zM8 10l5-8c1.6 0 2.4 1.2 2 2.8L14 9h6c1.2 0 2 1 1.8 2.2l-1.4 8c-.2 1-1 1.8-2 1.8H8z"
LONGEST_REASON, LARGEST_FILE = 500, 50_000_000  # characters, bytes


@dataclass(frozen=True, slots=True)
class Opinion:
    """A visitor's word on an answer: right or wrong, what it is about, and a reason in their own words."""

    rating: str
    about: str = ""
    reason: str = ""


def read_opinion(data: Mapping[str, Any]) -> Opinion | None:
    """Return the opinion that a page sent, or None where it is none."""
    rating, about = str(data.get("rating", "")), str(data.get("about", ""))
    if rating not in RATINGS or about not in ABOUT:
        return None
    reason = re.sub(r"[\x00-\x1f\x7f]+", " ", str(data.get("reason", "")))[:LONGEST_REASON].strip()
    return Opinion(rating, about, reason)


class Feedback:
    """The file beside the index, one JSON object a line."""

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()

    def keep(self, turn: Turn, opinion: Opinion) -> bool:
        """Add an opinion on a turn to the file, and tell whether that was possible."""
        line = json.dumps(_to_json(turn, opinion), ensure_ascii=False).encode(errors="replace") + b"\n"
        try:
            with self._lock, self._path.open("ab") as file:
                if file.tell() + len(line) > LARGEST_FILE:
                    return False
                file.write(line)
        except OSError:
            return False
        return True


def open_feedback(index: Path) -> Feedback | None:
    """Return the file of opinions beside an index, or None where it cannot be written."""
    path = index.with_name(f"{index.name}.feedback.jsonl")
    try:
        with path.open("ab") as file:
            empty = not file.tell()
        if empty:
            path.unlink()
    except OSError:
        return None
    return Feedback(path)


def _to_json(turn: Turn, opinion: Opinion) -> dict[str, Any]:
    answer = turn.answer
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "question": answer.question.text,
        "language": answer.question.language,
        "follows": list(turn.follows),
        "ignored": list(turn.ignored),
        "rating": opinion.rating,
        "about": opinion.about,
        "reason": opinion.reason,
        "found": answer.found,
        "why": answer.why,
        "quotes": [
            {"file": c.quote.readout.name, "quote": c.quote.text, "start": c.quote.start, "end": c.quote.end}
            for c in answer.citations
        ],
    }


def show_feedback(number: int, language: Language) -> Markup:
    """Return the form for an opinion on a turn."""
    choices = [element("option", say(language, f"about_{about or 'none'}"), value=about) for about in ABOUT]
    fields = [
        element("select", *choices, name="about", aria_label=say(language, "feedback_about")),
        element(
            "input",
            name="reason",
            maxlength=LONGEST_REASON,
            placeholder=say(language, "feedback_reason"),
            aria_label=say(language, "feedback_reason"),
        ),
    ]
    thumbs = [_show_thumb(number, rating, language) for rating in RATINGS]
    note = element("p", say(language, "feedback_note"), class_="faint")
    summary = element("summary", say(language, "feedback"))
    return element(
        "details", summary, element("div", *fields, *thumbs, class_="fields", data_form=True), note, class_="feedback"
    )


def _show_thumb(number: int, rating: str, language: Language) -> Markup:
    thumb = element("path", d=THUMB)
    sign = element("svg", thumb, viewBox="0 0 24 24", class_=f"thumb is-{rating}", aria_hidden="true")
    words = say(language, f"feedback_{rating}")
    return element("button", sign, " ", words, type="button", data_event="like", data_turn=number, data_rating=rating)
