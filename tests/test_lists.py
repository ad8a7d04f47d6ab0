"""A list that is asked for comes whole, its lead-in with its first item."""

from __future__ import annotations

import pytest

from index.records import Hit
from qa.library import Library
from qa.lists import name_all, whole_list
from qa.records import Form, Question
from tests.corpus import make_readout
from tests.shelf import BIDEN, make_library, sentence

PILLARS = """\
Biden had this to say:

(1) the first kind is a calm stability;

(2) the second kind is a sound stability;

(3) the third kind is a lasting stability.

Biden raised grain.
"""
LED = "Biden had this to say:\n(1) the first kind is a calm stability;"
REST = ["(2) the second kind is a sound stability;", "(3) the third kind is a lasting stability."]


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library([make_readout("d.txt", PILLARS, account="us")], {"Biden": BIDEN})


@pytest.mark.parametrize(
    ("form", "topic", "best", "texts"),
    [
        ("list", "stability", REST[0], [LED, *REST]),
        ("position", "what Biden said", "Biden had this to say:", [LED, *REST]),  # what only leads in is never alone
        ("position", "stability", REST[0], [REST[0]]),
        ("definition", "sound stability", REST[0], [REST[0]]),  # the introduction holds nothing of what is asked
        ("definition", "what Biden said", REST[0], [LED, *REST]),
    ],
)
def test_a_list_stands_in_the_place_of_its_part(
    form: Form, topic: str, best: str, texts: list[str], library: Library
) -> None:
    chosen = [Hit(sentence(library, best), 0.9)]
    found = whole_list(Question("?", "en", topic, form), chosen, library, 8, 0.7)
    assert [hit.span.text for hit in found] == texts


FOUR = """\
Biden called the four dialogues a decision of weight.

Biden heard reports on the four dialogues: law, trade, culture, and arms.
"""


def test_the_sentence_that_names_so_many_stands_first_where_so_many_are_asked_for() -> None:
    library = make_library([make_readout("f.txt", FOUR, account="us")], {"Biden": BIDEN})
    called, heard = Hit(sentence(library, "Biden called"), 0.9), Hit(sentence(library, "Biden heard"), 0.2)
    asked = Question("Which four dialogues were set up?", "en", "Which four dialogues were set up?", "list")
    assert name_all(asked, [called], [called, heard], library) == [heard, called]
    assert name_all(asked, [called, heard], [called, heard], library) == [called, heard]
    unsure = Hit(heard.span, 0.05)
    assert name_all(asked, [called], [called, unsure], library) == [called]
    other = Question("Which dialogues were set up?", "en", "dialogues", "list")
    assert name_all(other, [called], [called, heard], library) == [called]
