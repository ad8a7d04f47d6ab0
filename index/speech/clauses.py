"""Cuts a sentence where another side's clause begins, so that no quotation mixes two owners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.records import Span
from index.speech import cues_en, cues_zh
from index.speech.cues import Scene
from index.words import is_han

_SEAM_EN = re.compile(
    r"(?:(?P<end>[;,])\s+(?:(?:and|while|but|whereas)\s+)?|(?P<link>\s)(?:and|while|but|whereas)\s+)(?=(?:the\s|they\s|both\s|[A-Z]))"
)
_SEAM_ZH = re.compile(r"(?P<end>[，；])(?:而|但|同时|随后)?")
_FRAME_ZH = re.compile(r"(?:表示|指出|强调|強調|说|說|称|稱|认为|認為|重申|介绍|宣布|提到|到|相信|希望)$")
_CONDITION = re.compile(
    r"(?:If|When|As|Although|Though|Because|Since|Asked|Noting|While)\b|如果|虽然|雖然|尽管|儘管|由于|由於|只要|正如|当|當"
)
_OPENERS, _CLOSERS = "“「『（(《[", "”」』）)》]"
_LONGEST = 2000  # characters; what is longer is no sentence, and each seam is looked at with all that follows
_LEAST_ZH, _LEAST_EN = 8, 24  # characters that a clause has at least


def cut_by_owner(sentence: Span, scene: Scene) -> list[Span]:
    """Return `sentence`, or its parts where one speaks first and someone of another side after him, both named.

    Nothing is cut inside quotation marks or brackets, behind a bare "Wang Yi said", or in a sentence that opens with
    a condition: there the parts would not say what the sentence says.
    """
    text = sentence.text
    if len(text) > _LONGEST or _CONDITION.match(text):
        return [sentence]
    starts = [0, *_find_cuts(text, scene)]
    ends = [*starts[1:], len(text)]
    return [_trim(sentence, start, end) for start, end in zip(starts, ends, strict=True)]


def _find_cuts(text: str, scene: Scene) -> Iterator[int]:
    language = cues_zh if is_han(text) else cues_en
    find_cue = cues_zh.find_cue_zh if is_han(text) else cues_en.find_cue_en
    owner = None
    for seam in (_SEAM_ZH if is_han(text) else _SEAM_EN).finditer(text):
        cut = seam.start("link") if seam.groupdict().get("link") else seam.end("end")
        more = language.says_more(text, seam.end(), scene) if _may_end(text[:cut]) else None
        if more is None:
            continue
        if owner is None:
            first = find_cue(text[:cut], scene)
            owner = first.voice.side if first and first.kind != "narration" else None
        if owner and more.voice.side not in (None, owner):
            owner = more.voice.side
            yield cut


def _may_end(before: str) -> bool:
    """Tell whether a clause may end behind `before`: long enough, nothing open, no bare frame of speech."""
    if len(before) < (_LEAST_ZH if is_han(before) else _LEAST_EN) or before.count('"') % 2:
        return False
    if sum(before.count(mark) for mark in _OPENERS) > sum(before.count(mark) for mark in _CLOSERS):
        return False
    return not _FRAME_ZH.search(before.rstrip("，；"))


def _trim(sentence: Span, start: int, end: int) -> Span:
    part = sentence.text[start:end]
    first, last = start + len(part) - len(part.lstrip()), start + len(part.rstrip())
    return Span(sentence.readout, sentence.start + first, sentence.start + last, sentence.voice)
