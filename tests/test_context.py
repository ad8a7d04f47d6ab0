"""qa.ranking.context: what stands around a sentence of a transcript."""

from __future__ import annotations

from dataclasses import replace

from qa.ranking.context import block_text, question_before, text_around, text_before
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
