"""Who speaks in each sentence and for which side; knows nothing of search.

A cue in a sentence names its speaker; the words go on in the sentences after it until someone else speaks, the
paragraph ends or the text narrates. In a transcript or a briefing the one who has the floor speaks where no cue stands.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.naming.names import find_people
from index.records import NOBODY, Block, Readout, Section, Side, Span, Voice
from index.speech.cues import Cue, Scene
from index.speech.cues_en import find_cue_en
from index.speech.cues_zh import find_cue_zh
from index.words import fold, is_han

_LABEL_EN = re.compile(r"(?P<label>[A-Z][A-Z .,'’\-\[\]()]{1,60}|Q)(?::|\s{2,})\s*")
_LABEL_ZH = re.compile(r"(?P<label>[\u4e00-\u9fff·]{2,16}|问|答)[：:]")
_ASKED = re.compile(r"^(?:Q|QUESTION|REPORTER|.*\bPRESS\b.*|问|.*记者)$")
_GOES_ON = re.compile(
    r"[一二三四五六七八九十]是|第[一二三四五六七八九十]|首先|其次|再次|最后，|此外|同时|[(（][一二三四五六七八九十\d]+[)）]"
    r"|\d+[.、]|[-•*]\s|(?:First|Second|Third|Fourth|Fifth|Finally)\b"
)
# In a briefing: the teller's own words about what was just reported.
_LOOKS_BACK = re.compile(r"这(?:[一二三四五六七八九十两\d]+(?:个|句|点|项)|些|一|番|次|「|“)")
_HAS_FLOOR = re.compile(
    r"(?:向[^，。]{0,12}(?:记者|媒体)[^，。]{0,16}(?:介绍|通报|谈)|答记者问|接受[^，。]{0,24}采访|应询"
    r"|发表[^，。]{0,12}(?:讲话|演讲|致辞|谈话|署名文章))"
)
_TITLE_WORDS = re.compile(
    r"\b(President|Vice President|Premier|Secretary|Minister|National Security Advisor|Director|Ambassador|Vice Premier)\b"
)


@dataclass(slots=True)
class _State:
    """What is settled so far in one article; changes from sentence to sentence."""

    floor: Voice = NOBODY
    carried: Voice = NOBODY
    last_subject: Voice = NOBODY
    block: int = -1
    announced: Voice = NOBODY  # who will have the floor once the text has said so
    echo: Voice = NOBODY  # who asks the questions that a report strings together


def attribute_sentences(readout: Readout, sentences: Sequence[Span]) -> list[Span]:
    """Return the sentences of `readout`, in their order, each with its voice."""
    starts = [block.start for block in readout.blocks]
    voiced: list[Span] = []
    state, section = _State(), None
    titles: tuple[tuple[str, Voice], ...] = ()
    for sentence in sentences:
        if sentence.section is not section:
            section = sentence.section
            titles = _find_titles(readout, section)
            state = _open_section(readout, section, sentences)
        number = bisect_right(starts, sentence.start) - 1
        if number != state.block:
            _enter_block(state, readout, readout.blocks[number], number, section, titles)
        voiced.append(replace(sentence, voice=_voice_of(sentence, readout.blocks[number], state, titles)))
    return voiced


def _voice_of(sentence: Span, block: Block, state: _State, titles: tuple[tuple[str, Voice], ...]) -> Voice:
    if block.kind == "question" or state.floor.speaker == "":
        return NOBODY
    if sentence.section.origin.account == "joint":
        return Voice(None, None, "joint", "joint")
    scene = Scene(state.carried, state.last_subject, titles)
    text = sentence.text
    if label := _read_label(text):
        text = text[label.end() :]
    if state.announced.side and _HAS_FLOOR.search(fold(text)):
        state.floor = state.carried = state.announced
        state.announced = NOBODY
        return NOBODY
    cue = (find_cue_zh if is_han(text) else find_cue_en)(text, scene)
    if cue and cue.kind == "speaker" and cue.voice.side is None:  # whom nothing marks as foreign is at home
        cue = replace(cue, voice=replace(cue.voice, side=_own_side(sentence.section)))
    if cue is None and state.echo.side and text.endswith(("？", "?")):
        return state.echo
    if cue is None and state.floor.side and _LOOKS_BACK.match(fold(text)):
        state.carried = state.floor
    voice = _follow(cue, state)
    asks = text.endswith(("？", "?")) and state.floor.attribution == "label" and cue is not None
    state.echo = replace(voice, attribution="carried") if asks else NOBODY
    return voice


def _open_section(readout: Readout, section: Section, sentences: Sequence[Span]) -> _State:
    """Return the state at an article's head: its teller has the floor, or will have it once the text announces that."""
    teller = _find_floor(readout, section)
    head = [s.text for s in sentences if section.start <= s.start < section.end][:4]
    if teller.side and any(_HAS_FLOOR.search(fold(text)) for text in head):
        return _State(announced=teller)
    return _State(floor=teller)


def _follow(cue: Cue | None, state: _State) -> Voice:
    """Return the sentence's voice and remember what lasts of it."""
    if cue is None:
        return state.carried
    if cue.kind == "narration":
        state.carried = state.floor
        state.last_subject = cue.voice if cue.voice.side else state.last_subject
        return state.floor
    state.last_subject = cue.voice
    if state.floor.attribution == "label" and cue.voice.side == state.floor.side and cue.voice.person is None:
        return state.floor
    if cue.lasts:
        state.carried = _after(cue, state)
    return cue.voice


def _after(cue: Cue, state: _State) -> Voice:
    """Return who is taken to speak in the next sentence when it has no cue."""
    if state.floor.attribution == "label":
        return state.floor
    return cue.voice if cue.kind == "joint" else replace(cue.voice, attribution="carried")


def _enter_block(
    state: _State, readout: Readout, block: Block, number: int, section: Section, titles: tuple[tuple[str, Voice], ...]
) -> None:
    text = readout.text[block.start : block.end]
    state.block = number
    if block.kind == "question":
        return
    if label := _read_label(text):
        state.floor = _label_voice(label["label"], section, titles)
        state.carried = state.floor
    elif not _GOES_ON.match(fold(text)):
        state.carried = state.floor


def _read_label(text: str) -> re.Match[str] | None:
    if is_han(text[:20]):
        found = _LABEL_ZH.match(fold(text))
        known = found and (
            find_people(found["label"]) or _ASKED.match(found["label"]) or found["label"] in {"答", "发言人"}
        )
        return found if known else None
    return _LABEL_EN.match(text)


def _label_voice(label: str, section: Section, titles: tuple[tuple[str, Voice], ...]) -> Voice:
    if _ASKED.match(label):
        return Voice("", None, None, "none")
    if people := find_people(label if is_han(label) else label.title()):
        return Voice(label, people[0].id, people[0].side, "label")
    for title, voice in titles:
        if title in label.lower():
            return Voice(label, voice.person, voice.side, "label")
    return Voice(label, None, _own_side(section), "label")


def _own_side(section: Section) -> Side | None:
    account = section.origin.account
    return account if account in ("cn", "us") else None


def _find_titles(readout: Readout, section: Section) -> tuple[tuple[str, Voice], ...]:
    """Return who "the President", "the Secretary" … is here: in an account, its own side's holder of the title."""
    text = f"{section.origin.title or ''}\n{readout.text[section.start : section.end]}"
    own = _own_side(section)
    found: dict[str, Voice] = {}
    for title in _TITLE_WORDS.finditer(text):
        people = [m for m in find_people(text[title.end() : title.end() + 60]) if m.start <= 24]
        if not people:
            continue
        voice, key = Voice(title.group(), people[0].id, people[0].side), title.group().lower()
        if key not in found or (own and found[key].side != own and voice.side == own):
            found[key] = voice
    return tuple(found.items())


def _find_floor(readout: Readout, section: Section) -> Voice:
    """Return who tells a whole article: the giver of a briefing or a speech that its title or first lines announce."""
    lead = f"{section.origin.title or ''}\n{readout.text[section.start : section.end]}"[:400]
    folded = fold(lead)
    if not (
        announced := _HAS_FLOOR.search(folded) or re.search(r"谈(?=[^，。\n]{4,}(?:会晤|访问|出访|出席))", folded[:80])
    ):
        return NOBODY
    before = [m for m in find_people(lead[: announced.start()])]
    if not before:
        return NOBODY
    teller = before[-1]
    return Voice(lead[teller.start : teller.end], teller.id, teller.side, "carried")
