"""Tells what stands in every readout and answers no question but one for it.

That people met, greetings, how the talk was, and what it followed; a question for anything else is not answered by it.
"""

# ruff: noqa: E501  a pattern reads best on one line, and a Chinese character counts as two columns

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from index.records import Span
from index.words import fold
from qa.ranking.facts import EVALUATION
from qa.ranking.ledes import only_tells_of_meeting, tells_nothing_asked
from qa.records import Question


@dataclass(frozen=True, slots=True)
class Formula:
    """A sentence that readouts have in common, as it is said as a whole, and what asks for it."""

    said: re.Pattern[str]
    asked: re.Pattern[str]


_TALK = r"(?:call|meeting|conversation|discussion|visit|talks|engagement|summit|exchange)s?"
FORMULAS = (
    Formula(  # greetings
        re.compile(
            r"^[^，。；]{0,14}(?:请[^，。；]{1,16})?转达(?:了)?[^，。；]{0,40}(?:问候|祝福|祝愿|敬意)[^，。；]{0,12}。?$"
            r"|^(?:the |both )?[\w. ]{2,40} (?:shared|conveyed|sent|exchanged|extended|offered|passed on) "
            r"(?:(?:his|her|their|warm|the) )*(?:greetings|regards|best wishes|well wishes|condolences)\b[^;]*$"
        ),
        re.compile(
            r"问[候好]|祝[福愿贺]|贺|节日?|转达|致意|带话|捎话|口信|春节|新年|慰问"
            r"|\b(?:greet\w*|regards|wish\w*|message|convey\w*|pass(?:ed)? on|new year|holiday|festival|lunar|congratulat\w+|condolences)\b"
        ),
    ),
    Formula(  # how the talk was
        re.compile(
            r"^(?:两国元首|双方|两位领导人|会[谈晤见]|通话)[^，。；]{0,6}认为，(?:这次|此次|本次)?[^，。；]{0,8}(?:会晤|通话|会谈|会见|交流)"
            r"(?:是)?[^，。；]{0,2}(?:坦诚|深入|建设性|富有成效|积极|全面|实质|友好)[^，；。]{0,24}。?$"
            rf"|^(?:(?:both|the two|two)? ?(?:sides|leaders|presidents) (?:described|called|characteri[sz]ed)|the|this|their) "
            rf"[\w ]{{0,20}}\b{_TALK}\b(?: was| were| as)? ?(?:candid|frank|constructive|substantive|productive|in-depth)"
            r"(?:,? (?:and )?(?:candid|frank|constructive|substantive|productive|in-depth|wide-ranging))*\.?$"
        ),
        re.compile(
            rf"{EVALUATION.asked.pattern}|形容|怎[么样]|如何|感觉|坦诚|用词|一致|\b(?:describ\w+|characteri\w+|call(?:ed)? it|how was|candid|agree\w*)\b"
        ),
    ),
    Formula(  # what it followed, or was a part of
        re.compile(
            rf"^(?:the|this|their|today[’']s) (?:\w+ )?{_TALK} (?:also )?(?:follow(?:s|ed)?|buil[dt]s?|(?:was|is|were) (?:a )?part|"
            r"took place (?:as|against)|comes|came|continue[sd]?)\b"
        ),
        re.compile(
            r"为什么|为何|目的|背景|之前|此前|前(?:一|几)次|延续|后续|渠道|沟通|一部分|上一?[次回]|上次|旨在|什么时候|何时|继"
            r"|\b(?:why|purpose|background|follow\w*|before|previous\w*|earlier|part of|channels?|lines? of communication|last"
            r"|aim\w*|context|prior|when|series|build\w*|steps?)\b"
        ),
    ),
)


def answers_nothing(question: Question, sentence: Span) -> bool:
    """Tell whether a sentence says only what readouts have in common, and the question asks for something else."""
    if not _is_common(sentence.text):
        return False
    return tells_nothing_asked(question, sentence) or is_mere_formula(question.text, sentence.text)


@lru_cache(maxsize=8192)
def _is_common(text: str) -> bool:
    return only_tells_of_meeting(text) or bool(_said(text))


def is_mere_formula(asked: str, text: str) -> bool:
    """Tell whether a sentence is one that readouts have in common, and the question does not ask for it."""
    return any(not formula.asked.search(fold(asked)) for formula in _said(text))


@lru_cache(maxsize=8192)
def _said(text: str) -> tuple[Formula, ...]:
    folded = " ".join(fold(text).split())
    return tuple(formula for formula in FORMULAS if formula.said.search(folded))
