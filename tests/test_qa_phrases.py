"""qa.phrases: everything that Huitan says itself, in three languages."""

from __future__ import annotations

import string

import pytest

from qa.phrases import _HEADINGS, _TEXTS, group_heading, say


def gaps(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", sorted(_TEXTS))
def test_every_phrase_is_there_in_three_languages_with_the_same_gaps(key: str) -> None:
    texts = _TEXTS[key]
    assert len(texts) == 3
    assert all(text.strip() for text in texts)
    assert gaps(texts[0]) == gaps(texts[1]) == gaps(texts[2])


@pytest.mark.parametrize(
    ("key", "values", "en", "hans", "hant"),
    [
        (
            "no_document",
            {"period": "2005", "held": "2017, 2023"},
            "No document is held from 2005. The documents held are from 2017, 2023.",
            "没有收录2005的文件。现有文件的日期：2017, 2023。",
            "沒有收錄2005的文件。現有文件的日期：2017, 2023。",
        ),
        (
            "searched",
            {"documents": 3, "passages": 14},
            "Searched 3 documents, 14 passages.",
            "检索了3份文件、14个段落。",
            "檢索了3份文件、14個段落。",
        ),
        ("lines", {"first": 3, "last": 5}, "lines 3–5", "第3–5行", "第3–5行"),
        ("line", {"first": 3, "last": 3}, "line 3", "第3行", "第3行"),
    ],
)
def test_phrases_in_three_languages(key: str, values: dict[str, object], en: str, hans: str, hant: str) -> None:
    assert say(key, "en", **values) == en
    assert say(key, "zh-Hans", **values) == hans
    assert say(key, "zh-Hant", **values) == hant


@pytest.mark.parametrize(
    ("side", "account", "en", "hans", "hant"),
    [
        ("cn", "cn", "China, in its own account", "中方立场（中方文本）", "中方立場（中方文本）"),
        ("us", "us", "The US, in its own account", "美方立场（美方文本）", "美方立場（美方文本）"),
        ("us", "cn", "The US, as told by China", "美方立场（据中方文本转述）", "美方立場（據中方文本轉述）"),
        ("cn", "us", "China, as told by the US", "中方立场（据美方文本转述）", "中方立場（據美方文本轉述）"),
        ("other", "cn", "The other side, as told by China", "对方立场（据中方文本）", "對方立場（據中方文本）"),
        ("other", "us", "The other side, as told by the US", "对方立场（据美方文本）", "對方立場（據美方文本）"),
        ("joint", None, "Both sides jointly", "双方共同表述", "雙方共同表述"),
    ],
)
def test_headings_in_three_languages(side, account, en, hans, hant) -> None:
    assert [group_heading(side, account, language) for language in ("en", "zh-Hans", "zh-Hant")] == [en, hans, hant]


def test_no_two_groups_have_the_same_heading() -> None:
    assert len({heading for row in _HEADINGS.values() for heading in row}) == 21
