"""Whether what a question asks after as raised, mentioned or talked about stands near the quotations.

What is raised stands behind such a verb, or is its subject ("was it ever raised"). Knows nothing of scores.
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re
from collections.abc import Sequence

from index.naming.related import find_concepts, spot_concepts
from index.records import Span
from index.words import fold
from qa.library import Library
from qa.ranking.context import text_around
from qa.ranking.match import CONTENT, Unit, holds, matched
from qa.records import Question
from qa.unheld import SAME, said_otherwise

NEAR = 0.3  # how much of a thing must stand near a quotation that is about it
COVERED = 0.2  # how much of its words a sentence must hold, translated, to say it
_FORMS = ("mention", "position")  # the others ask for a number, a day, a place or a list of something
_RAISED_EN = re.compile(
    r"\b(?:bring(?:ing)? up|brought up|rais(?:e|ed|ing)|mention(?:ed|s|ing)?|discuss(?:ed|ing)?|(?:talk(?:ed|ing)?|speak|spoke|spoken) (?:about|of|on)"
    r"|touch(?:ed)? (?:on|upon)|refer(?:red)? to|sa(?:y|id) (?:anything |something |much |a word )?(?:about|on|of)|ask(?:ed)? (?:\w+ )?about|(?:tell|told) [\w ]{1,40}? about|press(?:ed)? (?:\w+ )?(?:on|about|over))\b"
)
_SUBJECT_EN = re.compile(
    r"\b(?:did|was|were|does|has|have|is|any mention of) (.{3,60}?) (?:(?:ever|also|even|at all|been) )*"
    r"(?:come up|came up|raised|mentioned|discussed|brought up|on the agenda|a topic|get a mention)\b"
)
# What was talked about stands before it: which forum did they talk about setting up.
_FRONTED_EN = re.compile(
    r"\b(?:what|which)\s+(?!(?:did|do|does|has|have|had|was|were|is|are|about|of|in|on|from)\b)[\w\s-]{2,40}?\s(?:did|do|does|has|have|had)\b"
)
_END_EN = re.compile(
    r"\b(?:with|when|during|while|after|before|at (?:the|his|her|their)|on (?:his|her|their)"
    r"|in (?:(?:early|late|mid)[- ]?)?(?:(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|december|his|her|their|the))\b|[,;?]"
)
_RAISED_ZH = re.compile(
    r"[提谈说讲聊]没[提谈说讲聊][到及过]?|有没有[^，。？?]{0,6}?(?:谈|提(?!供|出|议|升|高|前|倡|振|交)|说|讲|聊|讨论)[到过及起]?"
    r"|[谈提讲聊说][到及起][过了]?|[谈提聊]过|[谈提聊]了(?!什么|哪|几|多|吗)|讨论[过了]|怎么[谈提讲聊]|涉及|触及"
)
_END_ZH = re.compile(r"[，。？?,；;]")


def lacks_raised(question: Question, units: Sequence[Unit], quotes: Sequence[Span], library: Library) -> bool:
    """Tell whether nothing of what is asked after as raised stands near a quotation, in any words for it."""
    return bool(quotes) and telling_raised(question, units, quotes, library) == []


def telling_raised(
    question: Question, units: Sequence[Unit], sentences: Sequence[Span], library: Library
) -> list[int] | None:
    """Return which sentences tell of what is asked after as raised, or else which stand near that.

    None where nothing is asked after so, or where the question does not name it.
    """
    found = _find_raised(question)
    if found is None:
        return None
    text = fold(question.text)
    places = [(unit, text.find(fold(unit.printed), found[0])) for unit in units if unit.weight >= CONTENT]
    asked = [unit for unit, start in places if found[0] <= start and start + len(unit.printed) <= found[1]]
    if not asked:
        return None
    words = text[found[0] : found[1]]
    for texts in ([s.text for s in sentences], [text_around(s, library) for s in sentences]):
        said = _said(words, texts, library)
        if kept := [i for i, each in enumerate(texts) if said[i] or any(is_near(unit, each) for unit in asked)]:
            return kept
    return []


def _find_raised(question: Question) -> tuple[int, int] | None:
    """Return where in the folded question that stands which is raised, if it asks whether or how something is."""
    if question.form not in _FORMS:
        return None
    text = fold(question.text)
    if question.language == "en":
        if subject := _SUBJECT_EN.search(text):
            return subject.span(1)
        verb, ends = _RAISED_EN.search(text), _END_EN
    else:
        verb, ends = _RAISED_ZH.search(text), _END_ZH
    if verb is None:
        return None
    if question.language == "en" and _FRONTED_EN.search(text[: verb.start()]):
        return None
    end = ends.search(text, verb.end() + 1)
    return verb.end(), end.start() if end else len(text)


def is_near(unit: Unit, text: str) -> bool:
    """Tell whether a text holds enough of a unit, or another word for it."""
    return matched([unit], text)[0] >= NEAR or any(holds(text, word) for word in said_otherwise(unit.printed))


def _said(asked: str, texts: Sequence[str], library: Library) -> list[bool]:
    """Tell of each text whether it says in other words what is asked after: by the thesaurus, or by translated words."""
    sought = frozenset(held for m in find_concepts(asked) for held, share in m.sought.items() if share >= SAME)
    named = [bool(each) for each in spot_concepts(texts, sought)] if sought else [False] * len(texts)
    shares = library.coverer.shares(asked, texts) if library.coverer else [0.0] * len(texts)
    return [name or bool(share >= COVERED) for name, share in zip(named, shares, strict=True)]
