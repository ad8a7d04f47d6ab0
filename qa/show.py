"""An answer as lines for people or as one object for programs; knows nothing of how it was found."""

from __future__ import annotations

import re
from typing import Any

from index.records import Span
from qa.forms import name_of, named_speakers
from qa.phrases import say, say_place
from qa.records import Answer, Citation, Question
from qa.understanding.period import EARLIEST, LATEST


def answer_to_json(answer: Answer) -> dict[str, Any]:
    """Return the answer as the object that `python -m qa.ask --json` prints."""
    question = answer.question
    first = min((period.first for period in question.periods), default=EARLIEST)
    last = max((period.last for period in question.periods), default=LATEST)
    return {
        "question": question.text,
        "language": question.language,
        "found": answer.found,
        "confidence": None if answer.confidence is None else round(answer.confidence, 4),
        "why": answer.why,
        "understood": {
            "from": first.isoformat() if first > EARLIEST else None,
            "to": last.isoformat() if last < LATEST else None,
            "sides": list(question.sides),
            "speakers": list(question.speakers),
            "accounts": list(question.accounts),
            "events": list(question.events),
            "form": question.form,
            "inherited": list(question.inherited),
        },
        "quotes": [_quote_to_json(citation, answer.confidence is not None) for citation in answer.citations],
        "groups": [
            {
                "heading": group.heading,
                "side": group.side,
                "account": group.account,
                "citations": list(group.numbers),
                "documents": group.documents,
            }
            for group in answer.groups
        ],
        "nearest": [place_to_json(span) for span in answer.nearest],
        "searched": {
            "documents": answer.searched.documents,
            "passages": answer.searched.passages,
            "undated": answer.searched.undated,
        },
        "seconds": round(answer.seconds, 4),
    }


def place_to_json(span: Span) -> dict[str, Any]:
    """Return where words stand, whose they are and of which day, as programs read it."""
    origin = span.section.origin
    return {
        "text": span.text,
        "document": span.readout.name,
        "title": origin.title,
        "date": origin.date.day.isoformat() if origin.date else None,
        "date_source": origin.date.source if origin.date else None,
        "date_evidence": origin.date.evidence if origin.date else None,
        "account": origin.account,
        "side": span.voice.side,
        "speaker": span.voice.speaker,
        "person": span.voice.person,
        "attribution": span.voice.attribution,
        "start": span.start,
        "end": span.end,
        "lines": list(span.file_lines),
        "unit": span.unit,
    }


def _quote_to_json(citation: Citation, scored: bool) -> dict[str, Any]:
    return {
        "citation": citation.number,
        **place_to_json(citation.quote),
        "score": round(citation.score, 4),
        "confidence": round(citation.score, 4) if scored else None,
        "also_in": [{"document": s.readout.name, "start": s.start, "end": s.end} for s in citation.also_in],
        "flag": citation.flag,
    }


def show_answer(answer: Answer) -> str:
    """Return the answer as lines to read, in the question's language; quotations stay in their own."""
    language = answer.question.language
    if not answer.found and not answer.groups:
        return "\n\n".join([answer.why, *_show_nearest(answer)])
    if not answer.groups:
        parts = [_show_citation(citation, answer) for citation in answer.citations]
    else:
        by_number = {citation.number: citation for citation in answer.citations}
        parts = []
        for group in answer.groups:
            parts.append(f"### {group.heading}")
            parts += [_show_citation(by_number[number], answer) for number in group.numbers]
            counted = say("group_searched" if group.numbers else "group_empty", language, documents=group.documents)
            parts.append(group.why or counted)
    searched = say("searched", language, documents=answer.searched.documents, passages=answer.searched.passages)
    understood = _show_understood(answer.question)
    whole = [answer.why] if answer.why and not answer.question.parts else []
    return "\n\n".join([*([understood] if understood else []), *whole, *parts, searched])


def _show_nearest(answer: Answer) -> list[str]:
    """Return what is nearest to a question that nothing answers, and that it is no answer."""
    if not answer.nearest:
        return []
    return [say("nearest", answer.question.language), *(_show_place(span, answer) for span in answer.nearest)]


def _show_understood(question: Question) -> str:
    """Return the conditions that were understood, in the question's language; nothing where there are none."""
    language = question.language
    ids = (*question.events, *question.partners, *named_speakers(question))
    names = [name_of(identity, language != "en") for identity in dict.fromkeys(ids)]
    periods = [period.words for period in question.periods]
    sides = [say(side, language) for side in question.sides]
    accounts = [say(f"told_{account}", language) for account in question.accounts]
    parts = " · ".join([*periods, *names, *sides, *accounts])
    return say("understood", language, parts=parts) if parts else ""


def _show_citation(citation: Citation, answer: Answer) -> str:
    also = ", ".join(dict.fromkeys(span.readout.name for span in citation.also_in))
    fact = f"{say('also_in', answer.question.language)} {also}" if also else None
    text = f"[{citation.number}] {_show_place(citation.quote, answer, fact)}"
    return f"{text}\n    ⚠ {citation.flag}" if citation.flag else text


def _show_place(quote: Span, answer: Answer, more: str | None = None) -> str:
    """Return words with their speaker, account, day and place under them."""
    language, origin = answer.question.language, quote.section.origin
    facts = [
        quote.voice.speaker,
        say(f"told_{origin.account}", language) if origin.account else None,
        show_date(quote, answer),
        origin.title,
        f"{quote.readout.name}, {say_place(quote, language)}",
        more,
    ]
    return f"{quote.text}\n    — {' · '.join(fact for fact in facts if fact)}"


def show_date(quote: Span, answer: Answer) -> str:
    """Return the day a quotation is of, marked where it is inferred or unknown."""
    known, language = quote.section.origin.date, answer.question.language
    if known is None:
        return say("undated_quote", language)
    if known.source == "inferred":
        return f"{known.day.isoformat()} ({say('inferred', language)})"
    return known.day.isoformat()


def escape_markdown(text: str) -> str:
    """Return `text` so that Markdown shows it character by character."""
    return re.sub(r"([\\`*_<>#|~\[\]]|&(?=#?\w+;))", r"\\\1", text)
