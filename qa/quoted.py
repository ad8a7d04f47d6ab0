"""Where it is asked of whom or where certain words are used, what is quoted holds them: no sentence like them does.

Knows nothing of how a sentence is scored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.records import Hit, Span
from index.words import fold, is_han
from qa.extract import LIMITS, Candidates
from qa.ranking.kinds import voice_match
from qa.ranking.match import Unit, holds
from qa.ranking.repeats import repeats
from qa.records import Question

LEAST = 0.1  # how probable a further sentence must be that holds the words, where several are asked for
SHORTEST = 4  # letters of an English word that may be joined or parted otherwise: ironclad, iron-clad
_SEVERAL = re.compile(
    r"\b(?:which|what) (?:\w+ )?(?:countries|leaders|governments|officials|texts|documents|readouts|statements|meetings"
    r"|speeches|accounts|places|people|presidents|ministers|times|occasions)\b|哪些|哪几|有谁"
)
_USED = re.compile(
    r"\b(?:us(?:e[ds]?|ing)|describ\w+|call(?:s|ed)?|phrase|words?|terms?|mention\w*|appear\w*|sa(?:y|ys|id)|spoke)\b"
    r"|[说讲谈提用]到?过|形容|出现|提到|使用|字眼|措辞|称"
)
_SEAMS = re.compile(r"[-‐‑–\s]+")


def keep_holders(question: Question, units: Sequence[Unit], quotes: list[Hit], candidates: Candidates) -> list[Hit]:
    """Return those of `quotes` that hold the words asked about, and further ones; `quotes` where no such words are.

    Where none holds them, what was chosen stays: they may be told in other words.
    """
    folded = fold(question.text)
    if not (question.phrases and _SEVERAL.search(folded) and _USED.search(folded)):
        return quotes
    forms = [form for unit in units if unit.printed in question.phrases for form in unit.forms]
    kept = [hit for hit in quotes if _holds_any(hit.span, forms)]
    if not kept or question.form in ("each_side", "change"):
        return kept or quotes
    for hit in candidates.hits:
        if len(kept) < LIMITS["list"] and hit.score >= LEAST and _is_further(question, hit.span, forms, kept):
            kept.append(hit)
    return kept


def _is_further(question: Question, sentence: Span, forms: Sequence[str], kept: Sequence[Hit]) -> bool:
    told = voice_match(question, sentence) != -1 and _holds_any(sentence, forms)
    return told and not any(repeats(sentence, other.span) for other in kept)


def _holds_any(sentence: Span, forms: Sequence[str]) -> bool:
    joined = _SEAMS.sub("", fold(sentence.text))
    return any(holds(sentence.text, form) or _holds_joined(joined, form) for form in forms)


def _holds_joined(joined: str, form: str) -> bool:
    return not is_han(form) and len(form) >= SHORTEST and _SEAMS.sub("", fold(form)) in joined
