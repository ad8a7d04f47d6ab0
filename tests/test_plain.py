"""qa.ranking.plain: the plain words of a question, their spellings, and what they tell."""

from __future__ import annotations

import pytest

from qa.ranking.plain import chinese_parts, plain_words, spellings, tells


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did the readout say about grain?", ["grain"]),
        ("中方稿子里提到粮食了吗？", ["粮食"]),
        ("中方稿子裡提到糧食了嗎？", ["粮食"]),
        ("Which wording did he use for fisheries?", ["fisheries"]),
        ("那场会谈里聊到渔业了吗？", ["渔业"]),
        ("Did she herself already mention visas?", ["visas"]),
        ("她自己之前是不是已经提过签证？", ["签证"]),
        ("她自己之前是不是已經提過簽證？", ["签证"]),
        ("How did he summarise the harvest?", ["harvest"]),
        ("他对收成有什么评价？", ["收成"]),
        ("双方的对话机制", ["对话", "机制"]),
    ],
)
def test_how_a_question_is_put_is_no_content(text: str, words: list[str]) -> None:
    assert [printed for printed, _ in plain_words(text)] == words


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("weaponising", ("weapon",)),
        ("organisations", ("organiz",)),
        ("labour", ("labor",)),
        ("labor", ("labour",)),
        ("defence", ("defens",)),
        ("centre", ("center",)),
        ("dialogue", ("dialog",)),
        ("promise", ()),
        ("hours", ()),
        ("four", ()),
        ("letter", ()),
        ("粮食", ()),
    ],
)
def test_other_spellings(word: str, others: tuple[str, ...]) -> None:
    assert spellings(word) == others


@pytest.mark.parametrize(
    ("form", "parts"),
    [
        ("新能源汽车", ["汽车", "新能源"]),
        ("气候变化", ["气候", "变化"]),
        ("粮食安全", ["粮食", "安全"]),
        ("台湾问题", ["台湾"]),  # 问题 only puts questions
        ("禁毒", []),
    ],
)
def test_a_chinese_term_has_the_words_it_begins_and_ends_with(form: str, parts: list[str]) -> None:
    assert chinese_parts(form) == parts


@pytest.mark.parametrize(
    ("less", "more"),
    [
        ("聊到", "芬太尼"),  # cut by chance, no word of the table
        ("那通", "人权"),
        ("the", "grain"),
        ("的", "粮食"),
    ],
)
def test_an_unlisted_chinese_word_tells_no_more_than_its_parts(less: str, more: str) -> None:
    assert tells(less) < tells(more)


def test_what_a_word_tells_lies_between_0_and_1() -> None:
    assert all(0 <= tells(word) <= 1 for word in ("的", "恒温箱", "the", "incub", "xyzzy", "稿"))
