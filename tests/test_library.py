"""qa.library: what is looked up around a sentence, and what is counted over everything held."""

from __future__ import annotations

from math import log

import pytest

from index.records import Readout, Span
from qa.library import Library, bare_words, pool
from tests.corpus import make_readout
from tests.shelf import XI, make_library, sentence

TWO_ARTICLES = """\
Grain was sold. Beef was sold.

(1) more flights;

(2) more grain;

(3) fewer visas.
"""


@pytest.fixture(scope="module")
def library(corpus: tuple[Readout, ...]) -> Library:
    lists = make_readout("lists.txt", TWO_ARTICLES)
    return make_library([*corpus, lists], {"国家主席指出": XI})


def test_sentences_of_a_readout_and_of_a_passage(library: Library) -> None:
    entry = library.store.entries[3]
    assert library.sentences_of(entry.readout) == entry.sentences
    first, second = entry.passages
    assert [s.text for s in library.sentences_in(second)] == ["The President said that it would meet before December."]
    assert [s.text[:12] for s in library.sentences_in(first)] == [
        "The two Pres",
        "The Presiden",
        "He added tha",
        "The two lead",
    ]


@pytest.mark.parametrize(
    ("start", "before", "after"),
    [
        ("Grain was", None, "Beef was sold."),
        ("Beef was", "Grain was sold.", "(1) more flights;"),
        ("(3)", "(2) more grain;", None),
        (
            "中方不支持",
            "国家主席指出，粮食贸易是两国关系的压舱石。",
            "国家主席强调，双方要做到三点：一是坚持对话；二是管控分歧；三是扩大人文交流。",
        ),
        ("雙方同意", "美國總統表示，美方願擴大農產品貿易，歡迎中國企業赴美投資。", None),
    ],
)
def test_neighbours(start: str, before: str | None, after: str | None, library: Library) -> None:
    around = library.neighbours(sentence(library, start))
    assert tuple(span and span.text for span in around) == (before, after)


def test_words_in_fewer_passages_are_rarer(library: Library) -> None:
    total = len(library.store.passages)
    assert library.greatest_rarity == pytest.approx(log(1 + (total + 0.5) / 0.5))
    assert library.rarity("cheese") == library.greatest_rarity
    assert library.rarity("counternarcotics") == pytest.approx(log(1 + (total - 1 + 0.5) / 1.5))
    assert library.rarity("grain") < library.rarity("counternarcotics")
    assert library.rarity("working group") == library.rarity("working")  # its rarest word counts
    assert library.rarity("粮食") == library.rarity("糧食")
    assert library.rarity("") == library.greatest_rarity


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("双方同意合作。", "雙方同意合作！", True),
        ("The two sides agreed.", "The two sides  agreed", True),
        ("The two sides agreed.", "The two sides disagreed.", False),
        ("双方同意合作。", "双方不同意合作。", False),
    ],
)
def test_the_same_words_whatever_script_and_punctuation(one: str, other: str, same: bool) -> None:
    spans = [Span(make_readout("a.txt", text), 0, len(text)) for text in (one, other)]
    assert (bare_words(spans[0]) == bare_words(spans[1])) is same


def test_same_words_finds_every_place() -> None:
    held = make_library([make_readout("a.txt", "双方同意合作。"), make_readout("b.txt", "雙方同意合作！")])
    found = held.same_words(sentence(held, "雙方"))
    assert [(span.readout.name, span.text) for span in found] == [
        ("a.txt", "双方同意合作。"),
        ("b.txt", "雙方同意合作！"),
    ]


def test_a_span_gets_the_voice_of_its_sentence_and_loses_white_space(library: Library) -> None:
    readout = library.store.entries[2].readout
    start = readout.text.index("\n国家主席指出")
    span = library.voiced(Span(readout, start, readout.text.index("\n国家主席强调") + 1))
    assert span.text == "国家主席指出，粮食贸易是两国关系的压舱石。中方不支持任何形式的贸易战，愿同美方加强禁毒合作。"
    assert span.voice == XI


def test_lists_around_a_sentence(library: Library) -> None:
    (group,) = library.groups_at(sentence(library, "(2)"))
    assert [item.text for item in group.items] == ["(1) more flights;", "(2) more grain;", "(3) fewer visas."]
    assert library.groups_at(sentence(library, "Grain was")) == []


def test_languages_are_pooled_whatever_the_script(library: Library) -> None:
    assert [pool(language) for language in ("en", "zh-Hans", "zh-Hant")] == ["en", "zh", "zh"]
    held = zip(library.store.passages, library.languages.tolist(), strict=True)
    assert {(passage.readout.name, language) for passage, language in held} == {
        ("chengdu.txt", "zh"),
        ("lists.txt", "en"),
        ("seattle-cn.txt", "zh"),
        ("seattle-us.txt", "en"),
    }


def test_a_store_without_translated_words_has_no_coverer(library: Library) -> None:
    assert library.coverer is None
