"""On what grounds a question is refused whatever might be quoted; knows nothing of scores."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.naming.names import find_institutions
from index.records import Account, Hit, Side
from index.speech.countries import find_countries
from index.words import fold
from qa.awaited import is_awaited
from qa.forms import forms_of
from qa.held import of_accounts, speaking
from qa.library import Library
from qa.ranking.match import Unit, holds
from qa.ranking.pieces import OWN_PLACES
from qa.records import Question
from qa.retrieve import lacks_topic
from qa.setting import find_others, lacks_setting
from qa.strangers import lacks_named, lacks_person
from qa.understanding.capitals import governments_named
from qa.understanding.nations import find_nations, is_bare
from qa.understanding.texts import FOREIGN_TEXT, READOUT_NOUNS
from qa.unheld import find_unheld, lacks_detail, narrows, said_otherwise

SURE = 0.8  # from which a best candidate outweighs a name held nowhere, where another one asked about is held
HINTED = 0.4  # the same where all that is asked about stands in other words only, and in that candidate


def is_hopeless(
    question: Question,
    units: Sequence[Unit],
    absent: Sequence[Unit],
    library: Library,
    allowed: NDArray[np.bool_],
    best: Hit | None = None,
) -> bool:
    """Tell whether nothing held can answer: a topic, a speaker, a text or a meeting asked about is missing.

    A name that stands nowhere weighs little where `best`, the best candidate, answers with a high probability.
    """
    return (
        not speaks(question, library, allowed)
        or lacks_source(question, library, allowed)
        or _lacks_name(question, units, absent, find_unheld(question, units, library, allowed), best)
        or lacks_person(question, absent, library, allowed)
        or lacks_named(units, library, allowed)
    )


def _lacks_name(
    question: Question,
    units: Sequence[Unit],
    absent: Sequence[Unit],
    unheld: Sequence[Unit],
    best: Hit | None,
) -> bool:
    """Tell whether what is asked about by name is missing, and the best candidate is not sure enough without it."""
    confidence = best.score if best else 0.0
    met = {fold(form) for person in question.partners for form in forms_of(person)}
    guests = _guests(question)
    about = [u for u in units if not (u.person and met & {*u.forms} or u.topical and fold(u.printed) in guests)]
    if not lacks_topic(about, absent):
        sure = confidence >= SURE and not narrows(question, units, unheld)
        return not sure and lacks_detail(question, units, unheld)
    if best is None or confidence < HINTED or question.form == "number":
        return True
    named = [unit for unit in absent if unit.topical and not unit.person and unit not in unheld]
    return not any(holds(best.span.text, word) for unit in named for word in said_otherwise(unit.printed))


def _guests(question: Question) -> str:
    """Return the words for those named by country and office: of its prime minister a country is no topic."""
    found = find_nations(question.text, fold(question.text))
    return "; ".join(fold(nation.words) for _, _, nation in found if not is_bare(nation))


def lacks_source(question: Question, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether the text, the place or the meeting that a question is about is not held, whatever it asks of it."""
    return (
        lacks_text(question, library, allowed)
        or lacks_setting(question, library, allowed)
        or is_awaited(question, library)
        or find_others(question, library, allowed) is not None
    )


def speaks(question: Question, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether the people whose words are asked for say anything there; nobody else answers for them."""
    if question.offices:  # of which no document names a holder who speaks
        return False
    return not question.speakers or bool((speaking(library, question.sides, question.speakers) & allowed).any())


def lacks_text(question: Question, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether a text is named, a side's own or a third country's, and none of that side is held."""
    if lacks_foreign_text(question, library, allowed):
        return True
    named = _sides_with_text(question.text)
    both: tuple[Account, ...] = ("cn", "us")
    own = [account for account in both if account in named]
    return any(not (of_accounts(library, [account]) & allowed).any() for account in own)


def _sides_with_text(text: str) -> set[Side | None]:
    folded = fold(text)
    return {m.side for m in find_institutions(text) if READOUT_NOUNS.match(folded, m.end)}


def lacks_foreign_text(question: Question, library: Library, allowed: NDArray[np.bool_]) -> bool:
    """Tell whether a third country's own text alone is named where all that is admitted is by others."""
    found = _find_foreign_text(question.text)
    if found is None or _sides_with_text(question.text[: found[1]] + "。" + question.text[found[2] :]):
        return False
    return not bool((allowed & ~of_accounts(library, ["cn", "us", "joint", "press"])).any())


def find_foreign_text(text: str) -> str | None:
    """Return the id of the third country whose own text is named, if one is: its readout, 日方的新闻稿."""
    found = _find_foreign_text(text)
    return found[0] if found else None


def _find_foreign_text(text: str) -> tuple[str, int, int] | None:
    folded = fold(text)
    countries = [(m.start, m.end, m.id) for m in find_countries(text) if m.id not in OWN_PLACES]
    named = ((place, FOREIGN_TEXT.match(folded, place[1])) for place in (*countries, *governments_named(text)))
    return next(((place[2], place[0], own.end()) for place, own in named if own), None)
