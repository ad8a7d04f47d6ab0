"""Tells the talk of a transcript that says nothing: thanks, greetings, who has the floor; knows no questions."""

from __future__ import annotations

import re
from functools import lru_cache

from index.naming.names import find_people, find_places
from index.naming.terms import find_terms
from index.words import fold, is_han
from qa.ranking.plain import plain_words

_LABEL = re.compile(r"^(?:Q|[A-Z][A-Z.\-' ]{2,40}:)\s+")
_STAGE = re.compile(
    r"\((?:laughter|laughs|applause|cross-?talk|inaudible|pause|笑声|掌声)[^)]*\)|（(?:笑声|掌声|笑)）", re.I
)
_ADDRESSED = re.compile(r"(?<=, )[A-Z]\w+")
_COURTESY = frozenset(
    re.findall(
        r"\w+",
        "afternoon ahead apologies apologize couple course evening everybody everyone excuse final fine first "
        "floor folks general go good got great guys hear hello hey hi joining last ma madam minister morning mr "
        "mrs ms much next oh ok okay patience period please pleasure president prime question questions right seat "
        "second secretary sir sorry sure thank thanks time uh um very vice welcome yeah yep yes yup ",
    )
)
_CHINESE = re.compile(
    r"^(?:谢谢|多谢|感谢|好的?|是的?|对|嗯|不客气|大家好|各位好|你好|您好|请|抱歉|对不起|各位|大家|朋友们?|下一个|提问|问题|[，。！、？\s])+$"
)
_LONGEST = 14  # words of a sentence that may say nothing


@lru_cache(maxsize=8192)
def is_small_talk(text: str) -> bool:
    """Tell whether a sentence says nothing but courtesies, names and what every sentence is made of."""
    said = _STAGE.sub(" ", _LABEL.sub("", text)).strip()
    if is_han(said):
        return bool(_CHINESE.match(fold(said)))
    named = any(mention.term.topic != "office" for mention in find_terms(said)) or find_places(said)
    if len(said.split()) > _LONGEST or named or any(char.isdigit() for char in said):
        return False
    names = {word for m in find_people(said) for word in said[m.start : m.end].lower().split()}
    names |= {name.lower() for name in _ADDRESSED.findall(said)}
    words = [printed for printed, _ in plain_words(said)]
    courteous = [word for word in words if word in _COURTESY]
    return not said or (bool(courteous) and all(word in _COURTESY or word in names for word in words))
