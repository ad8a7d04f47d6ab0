"""What a question asks: its language, period, sides, speakers, form and topic; knows nothing of what is held."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from index.naming.names import EventMention, find_events, find_places
from index.records import Account, Language
from index.words import fold, is_han
from qa.records import FACT_FORMS, Form, Period, Question
from qa.understanding.askees import find_askees
from qa.understanding.capitals import OWN_CAPITALS
from qa.understanding.comparisons import compared_form, names_both_texts, spans_years
from qa.understanding.frames import FORMS, JOINT, LEFT_OUT, NEW_OR_OLD, SETTLED, SPEECH
from qa.understanding.meetings import Meeting, find_meetings
from qa.understanding.period import find_periods
from qa.understanding.scopes import bound_in_time, is_asked_about
from qa.understanding.tellers import asked_accounts
from qa.understanding.voices import Askee, are_pair

_QUOTED = re.compile(r"[“\"「『《]([^”\"」』》]{2,})[”\"」』》]|(?<!\w)[‘']([^’']{3,})[’'](?!\w)")


EACH = re.compile(r"\b(?:each|respectively|both say|separately)\b|各|分别")  # of several people, each one's own words
_AT = re.compile(r"(?:\b(?:in|at)\s+|在)$")
_GOES_ON = re.compile(r"['’-]|问题|議題|议题|方面|的")  # Beijing's, 北京的: more is meant than where it was
_WHOEVER = re.compile(rf"{SETTLED.pattern}|\bwho\b|谁|\bhow long\b|多久|多长|几个?(?:小时|分钟)")


def understand_question(text: str, today: date | None = None) -> Question:
    """Return what `text` asks; relative years count from `today`."""
    folded = fold(text)
    named = find_periods(folded, today or date.today())
    events = _asked_events(text, named)
    periods, bounding = bound_in_time(text, named, events)
    meeting = find_meetings(text)
    asked, texts = _whose_words(text, folded, meeting)
    form = _find_form(text, folded, asked, texts, periods)
    meeting = meeting if form != "change" else Meeting()  # of a change there are several
    joint = form != "each_side" and bool(JOINT.search(folded))
    if form == "each_side" and are_pair(folded, asked) and any(voice.side == "other" for voice in asked):
        meeting = _of_pair(meeting, asked)
    asked = [] if joint else asked
    known = asked if form != "each_side" else []
    return Question(
        text=text,
        language=find_language(text),
        topic=_topic(
            text, named, [*_spans_of_askers(text, form, asked, texts), *_settings(text, form, asked, meeting)], events
        ),
        form=form,
        periods=() if NEW_OR_OLD.search(folded) else periods,
        sides=tuple(dict.fromkeys(voice.side for voice in known if voice.side)),
        speakers=tuple(dict.fromkeys(voice.person for voice in known if voice.person)),
        accounts=() if form == "each_side" and _names_others(folded, texts) else texts,
        events=tuple(dict.fromkeys(mention.event.id for mention in bounding)),
        event_periods=tuple(Period(m.event.first, m.event.last, text[m.start : m.end]) for m in bounding),
        partners=meeting.people,
        offices=tuple(dict.fromkeys(voice.office for voice in known if voice.office)),
        met=meeting.nations,
        nations=tuple(dict.fromkeys(voice.nation for voice in known if voice.nation)),
        joint=joint,
        phrases=tuple(found[1] or found[2] for found in _QUOTED.finditer(text)),
    )


def _whose_words(text: str, folded: str, meeting: Meeting) -> tuple[list[Askee], tuple[Account, ...]]:
    """Return whose words are asked for, and whose texts; what two did together neither need have told."""
    asked, texts = find_askees(text)
    third = len(asked) > 1 and any(voice.side == "other" for voice in asked)
    if third and not are_pair(folded, asked):  # what went on with a third country
        return [], texts
    together = set(meeting.together) >= {voice.person for voice in asked} and not EACH.search(folded)
    return ([] if together or not _of_words(folded) else asked), texts


def _of_pair(meeting: Meeting, asked: list[Askee]) -> Meeting:
    """Return the meeting of two who are asked, one of a third country: their own, where it is not said which."""
    people = tuple(voice.person for voice in asked if voice.person)
    nations = tuple(voice.nation for voice in asked if voice.nation)
    return replace(meeting, people=meeting.people or people, nations=meeting.nations or nations)


def _names_others(folded: str, texts: tuple[Account, ...]) -> bool:
    """Tell whether further texts are asked for than those whose side was found."""
    return bool(LEFT_OUT.search(folded)) or len(texts) == 1 and names_both_texts(folded)


def find_language(text: str) -> Language:
    """Return the language and script of `text`; Chinese without a Traditional character counts as Simplified."""
    if not is_han(text):
        return "en"
    changed = any(is_han(old) and old != new for old, new in zip(text, fold(text), strict=True))
    return "zh-Hant" if changed else "zh-Hans"


def _of_words(folded: str) -> bool:
    """Tell whether words are asked for, not a number, a day, a place or a name of what was done."""
    return _first_form(folded) not in FACT_FORMS or bool(SPEECH.search(_QUOTED.sub(" ", folded)))


def _first_form(folded: str) -> Form:
    return next((form for form, pattern in FORMS if pattern.search(folded)), "position")


def _find_form(
    text: str, folded: str, asked: list[Askee], accounts: tuple[Account, ...], periods: tuple[Period, ...]
) -> Form:
    both = {voice.side for voice in asked} >= {"cn", "us"} or are_pair(folded, asked)
    if both and not _WHOEVER.search(folded):
        return "each_side"
    form = compared_form(_first_form(folded), _QUOTED.sub(" ", folded), asked, accounts, periods)
    if form == "position" and not asked and len(accounts) > 1:
        return "each_side"
    if form in ("position", "definition") and spans_years(periods):
        return "change"
    if form == "where" and _QUOTED.search(text):  # where a phrase stands, not where something happened
        return "who"
    return form


def _asked_events(text: str, periods: tuple[Period, ...]) -> list[EventMention]:
    """Return the events named; by a place alone only where a single event was held there (in the periods, if any)."""
    mentions = [m for m in find_events(text) if is_asked_about(text, m, periods)]
    alone = {m.start for m in mentions if m.by_place and sum(other.start == m.start for other in mentions) > 1}
    return [m for m in mentions if m.start not in alone]


def _spans_of_askers(text: str, form: Form, asked: list[Askee], accounts: tuple[Account, ...]) -> list[tuple[int, int]]:
    """Return where the question names whose words it asks for and whose texts: they are no topic."""
    spans = [] if form == "who" else [(voice.start, voice.end) for voice in asked]
    texts = asked_accounts(text, fold(text))
    return spans + [span for span, account in texts.items() if account in accounts]


def _settings(text: str, form: Form, asked: list[Askee], meeting: Meeting) -> list[tuple[int, int]]:
    """Return where the question only says at which visit or where something was said; of a visit facts are asked."""
    if form in FACT_FORMS:
        return []
    places = [m for m in find_places(text) if asked and m.id in OWN_CAPITALS and _AT.search(text[: m.start])]
    spoken = [(m.start, m.end) for m in places if not _GOES_ON.match(text, m.end)]
    return [*meeting.spans, *spoken]


def _topic(text: str, periods: tuple[Period, ...], asked: list[tuple[int, int]], events: list[EventMention]) -> str:
    """Return the question without its dates, its events and the people whose words it asks for."""
    kept = list(text)
    for start, end in (*asked, *((m.start, m.end) for m in events if not m.by_place)):
        kept[start:end] = " " * (end - start)
    for period in periods:
        if (start := fold(text).find(fold(period.words))) >= 0:
            kept[start : start + len(period.words)] = " " * len(period.words)
    return " ".join("".join(kept).split())
