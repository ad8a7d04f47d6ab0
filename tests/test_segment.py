"""index.segment: the words are jieba's own, however little of its dictionary is read."""

from __future__ import annotations

import jieba
import pytest

from index.segment import DICTIONARY, TOTAL, Segmenter
from index.words import is_han
from tests.corpus import SIMPLIFIED


@pytest.fixture(scope="module")
def whole() -> jieba.Tokenizer:
    """A tokenizer that has read the whole dictionary, without the cache that jieba would keep."""
    tokenizer = jieba.Tokenizer()
    with DICTIONARY.open("rb") as file:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(file)
    tokenizer.initialized = True
    return tokenizer


def test_the_counts_add_up_to_the_number_that_is_written_down(whole: jieba.Tokenizer) -> None:
    assert whole.total == TOTAL


def test_each_character_finds_all_its_words(whole: jieba.Tokenizer) -> None:
    segmenter = Segmenter()
    segmenter.get_DAG("".join(word[0] for word in whole.FREQ if is_han(word[0])))
    # The few words with letters stand elsewhere; none is ever met, for runs of characters alone are cut.
    found, held = ({word: n for word, n in t.FREQ.items() if all(map(is_han, word))} for t in (segmenter, whole))
    assert found == held


@pytest.mark.parametrize(
    "text",
    [
        "国家主席指出粮食贸易是两国关系的压舱石",
        "反对华盛顿的做法",
        "龘靐齉",
        "",
        "中文abc和5G",
        *SIMPLIFIED.split("\n"),
    ],
)
def test_texts_are_cut_as_jieba_cuts_them(text: str, whole: jieba.Tokenizer) -> None:
    segmenter = Segmenter()
    assert list(segmenter.cut_for_search(text)) == list(whole.cut_for_search(text))
    assert len(segmenter.FREQ) < len(whole.FREQ) / 5


@pytest.mark.parametrize(
    ("text", "plain", "with_words"),
    [
        ("扩大服务贸易", ["扩大", "服务", "贸易"], ["扩大", "服务", "贸易", "服务贸易"]),
        ("强调一中政策", ["强调", "一中", "政策"], ["强调", "一中", "政策", "一中政策"]),
    ],
)
def test_words_of_the_field_stay_whole(text: str, plain: list[str], with_words: list[str]) -> None:
    assert list(Segmenter().cut_for_search(text)) == plain
    assert list(Segmenter(["服务贸易", "一中政策"]).cut_for_search(text)) == with_words
