"""qa.ranking.context: what stands around a sentence of a transcript."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.ranking.context import block_text, near_topics, question_before, text_around, text_before
from qa.ranking.match import Unit
from tests.corpus import make_readout
from tests.shelf import make_library

TEXT = "Will you stop the tariffs?\n\nI made it clear that I would. Nobody asked.\n\nThat is all.\n"


def test_an_answer_stands_under_its_question() -> None:
    readout = make_readout("a.txt", TEXT)
    first = replace(readout.blocks[0], kind="question")
    library = make_library([replace(readout, blocks=(first, *readout.blocks[1:]))])
    asked, clear, nobody, last = library.store.entries[0].sentences
    assert question_before(asked) == ""
    assert question_before(clear) == question_before(last) == "Will you stop the tariffs?"
    assert "tariffs" in text_around(nobody, library)
    assert text_before(nobody, library) == "Will you stop the tariffs?\nI made it clear that I would."
    assert block_text(nobody) == "I made it clear that I would. Nobody asked."


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ((Unit("tariffs", ("tariff", "关税"), named=True, topical=True),), [True, True, True, False]),
        ((Unit("soybeans", ("soybean", "大豆"), named=True, topical=True),), [True, True, True, True]),
        ((Unit("Trump", ("trump", "特朗普"), topical=True, person=True),), [True, True, True, True]),
        ((), [True, True, True, True]),
    ],
)
def test_a_topic_stands_near_some_sentences_or_counts_for_none(units: tuple[Unit, ...], expected: list[bool]) -> None:
    library = make_library([make_readout("a.txt", "他们谈到关税。\n\nTariffs stay. Nobody asked.\n\nThat is all.\n")])
    sentences = library.store.entries[0].sentences
    assert near_topics(units, sentences, library).tolist() == expected
