"""Who speaks in each sentence and for which side; knows nothing of search.

A cue in a sentence names its speaker; the words go on in the sentences after it until someone else speaks, the
paragraph ends or the text narrates. In a transcript or a briefing the one who has the floor speaks where no cue stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from index.records import NOBODY, Block, Readout, Section, Span, Voice
from index.speech.casting import cast_of
from index.speech.clauses import cut_by_owner
from index.speech.cues import Cast, Cue, Scene
from index.speech.cues_en import find_cue_en
from index.speech.cues_zh import find_cue_zh
from index.speech.floors import HAS_FLOOR, find_floor
from index.speech.labels import read_label, voice_of_label
from index.speech.turns import ASKED, GOES_ON, IN_QUOTES, LOOKS_BACK, MANY, REPORTS, STAGE_DIRECTION, STATES, TELLS
from index.words import fold, is_han

_READ = 1000  # characters of a sentence in which its speaker is looked for: the work grows with the square of it


@dataclass(slots=True)
class _State:
    """What is settled so far in one article; changes from sentence to sentence."""

    cast: Cast = Cast()
    floor: Voice = NOBODY
    carried: Voice = NOBODY
    last_subject: Voice = NOBODY
    last_person: Voice = NOBODY
    block: int = -1
    speech: bool = False  # the one who has the floor speaks for himself
    reported: bool = False  # the floor is that of a speech which the text reports
    announced: Voice = NOBODY  # who will have the floor once the text has said so
    echo: Voice = NOBODY  # who asks the questions that a report strings together

    @property
    def scene(self) -> Scene:
        """What the cues of the next sentence are judged by."""
        telling = bool(self.floor.side) and self.carried == self.floor
        return Scene(self.carried, self.last_subject, self.last_person, self.cast, self.speech, telling)


def attribute_sentences(readout: Readout, sentences: Sequence[Span]) -> list[Span]:
    """Return the sentences of `readout`, in their order, each with its voice; one of two owners in its parts."""
    starts = [block.start for block in readout.blocks]
    voiced: list[Span] = []
    state, section = _State(), None
    for sentence in sentences:
        if sentence.section is not section:
            section = sentence.section
            state = _open_section(readout, section, sentences)
        number = bisect_right(starts, sentence.start) - 1
        block = readout.blocks[number]
        if number != state.block:
            _enter_block(state, readout, block, number)
        voiced += _voice_parts(sentence, block, state)
    return voiced


def _voice_parts(sentence: Span, block: Block, state: _State) -> Iterator[Span]:
    told_jointly = sentence.section.origin.account == "joint"
    whole = block.kind == "question" or state.floor.speaker == "" or told_jointly
    for part in [sentence] if whole else cut_by_owner(sentence, state.scene):
        yield replace(part, voice=_voice_of(part, block, state))


def _voice_of(sentence: Span, block: Block, state: _State) -> Voice:
    if block.kind == "question" or state.floor.speaker == "":
        return NOBODY
    if sentence.section.origin.account == "joint":
        return Voice(None, None, "joint", "joint")
    text = sentence.text
    if STAGE_DIRECTION.fullmatch(text) or ASKED.match(fold(text)):
        return NOBODY
    if label := read_label(text, state.cast):
        text = text[label.end() :]
    text = text[:_READ]
    if state.announced.side and HAS_FLOOR.search(fold(text)):
        state.floor = state.carried = state.announced
        state.announced = NOBODY
        if not STATES.search(fold(text)):
            return NOBODY
    cue = _find_cue(text, state)
    if cue is None and state.echo.side and sentence.text.endswith(("？", "?")):
        return state.echo
    if cue is None and _is_tellers(fold(text), state):
        state.carried = state.floor
    voice = _follow(cue, state)
    asks = sentence.text.endswith(("？", "?")) and state.speech and cue is not None
    state.echo = replace(voice, attribution="carried") if asks else NOBODY
    return voice


def _find_cue(text: str, state: _State) -> Cue | None:
    cue = (find_cue_zh if is_han(text) else find_cue_en)(text, state.scene)
    if cue and cue.kind == "speaker" and cue.voice.side is None:
        return replace(cue, voice=_at_home(cue.voice, state.cast))
    return cue


def _is_tellers(text: str, state: _State) -> bool:
    """Tell whether a sentence without a cue is again the briefer's, or in news the reporter's."""
    if state.floor.side:
        return bool(LOOKS_BACK.match(text))
    return state.cast.news and not IN_QUOTES.match(text)


def _at_home(voice: Voice, cast: Cast) -> Voice:
    """Return the voice of someone whom nothing marks as foreign: introduced by the article, or of the account's side.

    In news from abroad, which is no report of a meeting, nobody is at home.
    """
    introduced = cast.strangers.get(fold(voice.speaker or "").split(" ")[-1])
    abroad = cast.guest is not None and not cast.meeting
    visit = cast.home == "cn" and cast.guest == "other" and not cast.news  # of China's leaders to another country
    return replace(voice, side=introduced or ("other" if abroad and visit else None if abroad else cast.home))


def _open_section(readout: Readout, section: Section, sentences: Sequence[Span]) -> _State:
    """Return the state at an article's head: its teller has the floor, or will have it once the text announces that."""
    cast = cast_of(readout, section)
    floor = find_floor(readout, section, cast)
    if floor.own_words:
        return _State(cast, floor.voice, floor.voice, speech=True)
    head = [s.text for s in sentences if section.start <= s.start < section.end][:4]
    if floor.announced or floor.voice.side and any(HAS_FLOOR.search(fold(text)) for text in head):
        return _State(cast, announced=floor.voice, reported=floor.reported)
    return _State(cast, floor=floor.voice, reported=floor.reported)


def _follow(cue: Cue | None, state: _State) -> Voice:
    """Return the sentence's voice and remember what lasts of it."""
    if cue is None:
        return state.carried
    if cue.voice.side:
        state.last_subject = cue.voice
        if cue.voice.person or (cue.voice.side != "joint" and not MANY.search(fold(cue.voice.speaker or ""))):
            state.last_person = cue.voice
    if cue.kind == "narration":
        state.carried = state.floor
        return NOBODY if state.reported else state.floor
    if cue.kind == "announcement":
        state.carried = _after(cue, state)
        return state.floor
    if state.speech and cue.voice.side == state.floor.side and cue.voice.person is None:
        return state.floor
    if cue.lasts:
        state.carried = _after(cue, state)
    return cue.voice


def _after(cue: Cue, state: _State) -> Voice:
    """Return who is taken to speak in the next sentence when it has no cue."""
    if state.speech:
        return state.floor
    return cue.voice if cue.kind == "joint" else replace(cue.voice, attribution="carried")


def _enter_block(state: _State, readout: Readout, block: Block, number: int) -> None:
    text = readout.text[block.start : block.end]
    state.block = number
    if block.kind == "question":
        return
    if label := read_label(text, state.cast):
        state.floor = voice_of_label(label["label"], state.cast)
        state.carried, state.speech = state.floor, True
    elif state.floor.speaker == "" and REPORTS.match(fold(text)):
        state.floor = state.carried = NOBODY
    elif not _goes_on(fold(text), state):
        state.carried = state.floor


def _goes_on(text: str, state: _State) -> bool:
    """Tell whether a speaker goes on in a new paragraph: always in a readout of a meeting, unless it tells of that."""
    if state.carried.side == "joint":
        return False
    return bool(GOES_ON.match(text)) or (
        state.cast.meeting and state.carried.person is not None and not TELLS.match(text)
    )
