"""Speaker labels of transcripts and whose they are; knows nothing of what is said under them."""

from __future__ import annotations

import re
from functools import cache

from index.naming.entries import load_people
from index.naming.names import find_people
from index.naming.phrases import EXACT
from index.records import Voice
from index.speech.casting import side_of_office_zh
from index.speech.cues import Cast, Scene
from index.speech.titles_en import find_named, side_of_stranger
from index.words import fold, is_han

_ENGLISH = re.compile(
    r"(?P<label>[A-Z][A-Z .,'’\-\[\]()#\d]{1,60}|Q|(?:Mr|Ms|Mrs|Dr|Secretary|President|Minister|Ambassador|Senator|General)\.? [A-Z][\w’'-]+"
    r"|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}|(?:Question|Answer|Moderator|Reporter))(?::|(?<=[A-Z\]])\s{2,})\s*"
)
_CHINESE = re.compile(r"(?P<label>[\u4e00-\u9fff·《》A-Z]{2,20}|问|答)[：:]")
_ASKED = re.compile(
    r"^(?:Q|QUESTION|Question|REPORTERS?|Reporter|.*\bPRESS\b.*|问|.*记者|《.*》|.*(?:社|电视台|[日时晚]报|新闻网|广播公司))$"
)
_MIXED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}")
_ANSWER = re.compile(r"答|A|ANSWER|Answer")
_PLAIN = re.compile(
    r"(?:Question|Answer|Moderator|Reporter)$|(?:Mr|Ms|Mrs|Dr|Secretary|President|Minister|Ambassador|Senator|General) "
)
_ANSWERS = re.compile(r"答|发言人|主持人|.*(?:部长|发言人|司长|局长|主任|大使|主席|总统|国务卿)")


def read_label(text: str, cast: Cast) -> re.Match[str] | None:
    """Return the speaker label that a paragraph opens with."""
    if not is_han(text[:20]):
        found = _ENGLISH.match(text)
        return found if found is None or _is_label(found["label"], cast) else None
    found = _CHINESE.match(fold(text))
    if found is None:
        return None
    label = found["label"]
    known = find_people(label) or _ASKED.match(label) or _ANSWERS.fullmatch(label) or label in cast.labels
    return found if known else None


def _is_label(label: str, cast: Cast) -> bool:
    """Tell whether words before a colon are a label: in capitals, a title, a known name, or said again and again."""
    if label.isupper() or _PLAIN.match(label) or not _MIXED.fullmatch(label):
        return True
    return label in cast.labels or any(m.start == 0 and m.end == len(label) for m in find_people(label))


def voice_of_label(label: str, cast: Cast) -> Voice:
    """Return who speaks under `label`; a reporter's has no speaker."""
    label = label.strip(" .")
    if _ASKED.match(label):
        return Voice("", None, None, "none")
    if _ANSWER.fullmatch(label) and cast.answerer.side:
        return Voice(label, cast.answerer.person, cast.answerer.side, "label")
    if is_han(label):
        if people := find_people(label):
            return Voice(label, people[0].id, people[0].side, "label")
        return Voice(label, None, side_of_office_zh(label) or cast.strangers.get(label) or cast.home, "label")
    return _english(label, cast)


def _english(label: str, cast: Cast) -> Voice:
    words = re.sub(r"\bMc([a-z])", lambda found: f"Mc{found[1].upper()}", label.title().replace("’S", "’s"))
    if people := find_people(words):
        return Voice(label, people[0].id, people[0].side, "label")
    named = next((found for found in find_named(words)), None)
    scene = Scene(cast=cast)
    if named is None or not named.name:
        title = named.core if named else words.lower().removeprefix("the ")
        if holder := scene.holder(title):
            return Voice(label, holder.person, holder.side, "label")
        return Voice(label, None, cast.home, "label")
    surname = named.name.split()[-1]
    if within := cast.people.get(surname):
        return Voice(label, within[0], within[1], "label")
    side = side_of_stranger(named, scene)
    known = _by_surname().get(surname.lower())
    return Voice(label, known[0] if known and known[1] == side else None, side, "label")


@cache
def _by_surname() -> dict[str, tuple[str, str]]:
    """Return the people whose surname in Latin letters is nobody else's in the gazetteer."""
    found: dict[str, set[tuple[str, str]]] = {}
    for person in load_people():
        for name in person.names:
            if not is_han(name):
                found.setdefault(name.removesuffix(EXACT).split()[-1].lower(), set()).add((person.id, person.side))
    return {surname: next(iter(people)) for surname, people in found.items() if len(people) == 1}
