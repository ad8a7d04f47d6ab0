"""In what words a meeting is described: candid, constructive, 坦诚, 历史性; chosen where its tone is asked for.

A sentence tells it that names the meeting and calls it something. Knows nothing of how a sentence is scored.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from index.records import Hit, Span
from index.words import fold
from qa.cite import ALL_SIDES, group_key
from qa.ranking.kinds import voice_match
from qa.ranking.repeats import repeats
from qa.records import Question

MOST, MOST_OF_A_SIDE = 4, 2
_WORTH = 0.5  # against the best
_UNKNOWN = 0.3  # what a sentence counts of which nothing is known, against one that is sure
_HELD = r"(?:会晤|会谈|通话|会面|峰会|之行|中国行|访问)"
_ASKED = re.compile(
    r"\b(?:tone|mood|atmosphere|adjectives?|verdict)\b"
    r"|\bhow did \w+(?: \w+)? (?:himself |herself )?(?:rate|sum up|assess|judge)\b[^?]*"
    r"\b(?:summit|meeting|talks|call|visit|trip)\b"
    rf"|气氛|氛围|基调|(?:形容|评价|总结|定性)[^，,。？?]{{0,14}}{_HELD}"
    rf"|(?:给|对)[^，,。？?]{{0,14}}{_HELD}[^，,。？?]{{0,6}}评价"
)
# The same where a meeting is named too: words may be asked for of anything.
_WORDS_ASKED = re.compile(
    r"\b(?:in what terms|what (?:words|adjectives|terms))\b|(?:哪些|什么)(?:样的)?(?:词|字眼|形容词)"
)
_MEETING = re.compile(
    r"会晤|会谈|会面|通话|访问|此访|此行|访华|访美|沟通|交换意见|交换了意见|交流|讨论"
    r"|\b(?:meetings?|summits?|calls?|talks|discussions?|conversations?|visits?|exchanges?|engagements?)\b"
)
_CALLED = re.compile(
    r"坦诚|坦率|深入|建设性|战略性|历史性|标志性|里程碑|成功|友好|诚恳|热情|愉快|良好|丰硕|丰富|圆满|务实|富有成果|大事件|难忘|瞩目|重要|重大|非凡|深远|新的起点|基调|相互尊重|气氛"
    r"|\b(?:candid|frank|constructive|productive|substantive|substantial|in-depth|respectful|straightforward|open|friendly|cordial|warm|positive|historic|landmark"
    r"|successful|fruitful|important|useful|honest|direct|serious|healthy|civil|tough)\b"
)


def asks_tone(question: Question) -> bool:
    """Tell whether a question asks in what words a meeting is described."""
    scoped = question.periods or question.events or question.partners or question.speakers
    if not scoped or question.phrases:
        return False
    asked = fold(question.text)
    return bool(_ASKED.search(asked) or _WORDS_ASKED.search(asked) and _MEETING.search(asked))


def choose_tone(question: Question, sentences: Iterable[Span], scores: Mapping[Span, float]) -> list[Hit]:
    """Return the sentences that call the meeting something, those with most words for it first.

    `sentences` are those that the question's conditions admit; `scores` tell how probable some of them are.
    """
    told = [Hit(s, _strength(s) * (_UNKNOWN + scores.get(s, 0.0))) for s in sentences if voice_match(question, s) != -1]
    told = sorted((hit for hit in told if hit.score), key=lambda hit: -hit.score)
    if question.form != "each_side":
        return _best(told, MOST)
    accounts = (
        _best([h for h in told if h.span.section.origin.account == own], MOST_OF_A_SIDE) for own in ("cn", "us")
    )
    chosen = [hit for best in accounts for hit in best]
    return [hit for key in ALL_SIDES for hit in chosen if group_key(hit.span) == key]


def _best(told: Sequence[Hit], most: int) -> list[Hit]:
    chosen: list[Hit] = []
    for hit in told:
        if (
            len(chosen) < most
            and hit.score >= _WORTH * told[0].score
            and not any(repeats(hit.span, other.span) for other in chosen)
        ):
            chosen.append(hit)
    return chosen


def _strength(sentence: Span) -> float:
    """Return how many words for a meeting a sentence has, from 0 to 1: in a long one each tells less."""
    folded = fold(sentence.text)
    called = len(set(_CALLED.findall(folded)))
    if not called or not _MEETING.search(folded):
        return 0.0
    length = len(folded) / (3 if sentence.readout.language == "en" else 1)
    return called / (called + 1) * 40 / (40 + length)
