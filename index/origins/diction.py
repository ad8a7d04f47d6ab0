"""Whose account a text is by its diction, where no publisher is named: the words in which a side writes of itself."""

from __future__ import annotations

import re

from index.records import Account

# Chinese official texts name their own officials so; others write of China's president, of the PRC, of 大陆.
_CHINESE = (
    re.compile(r"(?<![中国國大陆陸])(?:国家主席|國家主席)习近平|(?<![中国國大陆陸])(?:国家主席|國家主席)習近平"),
    re.compile(r"(?<![中国國共大陆陸])(?:国务院总理|國務院總理|中共中央政治局委员、|中共中央政治局委員、)"),
    re.compile(r"Political Bureau of the (?:CPC|Communist Party of China) Central Committee|CPC Central Committee"),
    re.compile(r"(?:习近平|習近平)(?:主席)?(?:强调|強調|指出)"),
    re.compile(r"\bat the latter[’']s (?:request|invitation)\b"),
    re.compile(r"\bPresident Xi (?:Jinping )?(?:noted|stressed|underscored|pointed out) that\b"),
)
_AMERICAN = (
    re.compile(r"\bthe PRC\b|\bPRC(?:’s|'s)?\b"),
    re.compile(r"\bPresident Xi Jinping of (?:the People[’']s Republic of )?China\b"),
    re.compile(
        r"\bThe (?:Vice )?(?:President|Secretary) (?:also )?(?:underscored|reiterated|emphasized|raised|reaffirmed)\b"
    ),
    re.compile(r"\b(?:is|are) attributable to\b|\bprovided the following readout\b|^FOR IMMEDIATE RELEASE", re.M),
    re.compile(r"\bthe American people\b|\bour (?:allies and partners|democracy)\b"),
)
_LENGTH = 4000  # characters of the text's beginning that are read
_LEAST = 2  # signs of one side, and none of the other


def find_account_of_diction(text: str) -> Account | None:
    """Return the account whose diction a text has; None where it has neither, or both."""
    chinese, american = (sum(bool(sign.search(text, 0, _LENGTH)) for sign in signs) for signs in (_CHINESE, _AMERICAN))
    if chinese >= _LEAST and not american:
        return "cn"
    return "us" if american >= _LEAST and not chinese else None
