"""qa.verifying.concordance: exact words in few documents and in many, words never cut."""

from __future__ import annotations

import pytest

import qa.verifying.concordance as module
from qa.library import Library
from qa.verifying.concordance import letter, open_concordance
from qa.verifying.letters import letters
from tests.corpus import make_readout
from tests.shelf import make_library

TEXTS = {
    "a.txt": "双方同意恢复两军对话。超过2500亿美元。",
    "b.txt": "雙方同意恢復兩軍對話！南非支持。",
    "c.txt": "The two sides agreed to resume talks. The U.S.-China talks; 2.5 million.",
    "d.txt": "The therapist agreed. It's on.",
}


@pytest.fixture(params=[300, 0], ids=["few documents", "many documents"])
def library(request, monkeypatch) -> Library:
    monkeypatch.setattr(module, "ALL", request.param)
    return make_library([make_readout(name, text) for name, text in TEXTS.items()])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("双方同意恢复两军对话", [("a.txt", "双方同意恢复两军对话"), ("b.txt", "雙方同意恢復兩軍對話")]),
        ("兩軍對話。超過", [("a.txt", "两军对话。超过")]),
        ("US China talks", [("c.txt", "U.S.-China talks")]),
        ("The two", [("c.txt", "The two")]),
        ("the rapist", []),
        ("5 million", []),
        ("It", []),
        ("500亿", []),
        ("", []),
    ],
)
def test_exact_words_are_found(library: Library, words: str, found: list[tuple[str, str]]) -> None:
    concordance = open_concordance(library)
    places = []
    for hit in concordance.find(letters(words), concordance.likely(words)):
        held = concordance.document(hit.document)
        first, last = held.token_at(hit.position), held.token_at(hit.position + len(letters(words)) - 1)
        text = held.readout.text[held.tokens[first].start : held.tokens[last].end]
        places.append((held.readout.name, text))
    assert sorted(places) == found


def test_the_likeliest_documents_come_first_and_no_more_than_can_be_read(monkeypatch) -> None:
    monkeypatch.setattr(module, "ALL", 0)
    monkeypatch.setattr(module, "MOST", 3)
    held = make_library([make_readout(f"{n:02}.txt", f"双方同意第{n}项。" + "两军对话。" * (n == 7)) for n in range(9)])
    assert open_concordance(held).likely("双方同意，两军对话")[0] == 7
    assert len(open_concordance(held).likely("双方同意")) == 3
    assert open_concordance(held).likely("气候变化") == []


def test_a_concordance_is_opened_once_and_keeps_few_letters(monkeypatch) -> None:
    monkeypatch.setattr(module, "HELD", 1)
    held = make_library([make_readout(name, text) for name, text in TEXTS.items()])
    concordance = open_concordance(held)
    assert open_concordance(held) is concordance
    assert len(list(concordance.find("同意", range(4)))) == len(list(concordance.find("同意", range(4)))) == 2
    assert len(concordance._letters) == 1


@pytest.mark.parametrize("name", TEXTS)
def test_tokens_begin_where_the_letters_say(name: str) -> None:
    readout = make_readout(name, TEXTS[name])
    held, joined = letter(readout), letters(readout.text)
    assert all(joined.startswith(t.plain, at) for t, at in zip(held.tokens, held.begins, strict=True))
