"""page.texts and page.names: the interface's words in three languages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from page.names import show_name
from page.texts import LANGUAGES, choose_language, load_texts, say, show_day, show_lines, show_period

PAGE = Path(__file__).parent.parent / "page"


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("en-US", "en"),
        ("fr", "en"),
        ("", "en"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-Hant-MO", "zh-Hant"),
        ("zh-Hans-HK", "zh-Hans"),
        ("zh_TW", "zh-Hant"),
    ],
)
def test_choose_language(tag, language):
    assert choose_language(tag) == language


@pytest.mark.parametrize(
    ("first", "last", "english", "chinese"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), "2023", "2023年"),
        (date(2017, 1, 1), date(2026, 12, 31), "2017–2026", "2017–2026年"),
        (date(2023, 11, 1), date(2023, 11, 30), "November 2023", "2023年11月"),
        (date(2024, 2, 1), date(2024, 2, 28), "1 February 2024 – 28 February 2024", "2024年2月1日 – 2024年2月28日"),
        (date(2026, 5, 14), date(2026, 5, 14), "14 May 2026", "2026年5月14日"),
    ],
)
def test_show_period(first, last, english, chinese):
    assert show_period("en", first, last) == english
    assert show_period("zh-Hant", first, last) == chinese


def test_show_day_and_lines():
    assert show_day("en", date(2017, 11, 9)) == "9 November 2017"
    assert show_day("zh-Hans", date(2017, 11, 9)) == "2017年11月9日"
    assert show_lines("en", (3, 3)) == "line 3"
    assert show_lines("en", (3, 5)) == "lines 3–5"
    assert show_lines("zh-Hant", (3, 5)) == "第3–5行"
    assert show_lines("en", (3, 3), "page") == "page 3"
    assert show_lines("zh-Hans", (3, 5), "paragraph") == "第3–5段"


def test_every_text_has_all_languages_and_the_same_fields():
    texts = load_texts()
    for key in texts["en"]:
        fields = {language: sorted(re.findall(r"{(\w+)}", texts[language][key])) for language in LANGUAGES}
        # Chinese names the account where English says "its own": `own` is the one text with fields of its own.
        assert all(texts[language][key] for language in LANGUAGES)
        assert key == "own" or len({tuple(names) for names in fields.values()}) == 1, key


def test_every_text_asked_for_exists_and_every_text_is_asked_for():
    code = "\n".join(path.read_text(encoding="utf-8") for path in PAGE.glob("*.py"))
    asked = set(re.findall(r'say\([\w.]+, (?:f)?"(\w+?)[_"{]', code))
    keys = set(load_texts()["en"])
    assert {name for name in asked if not any(key == name or key.startswith(f"{name}_") for key in keys)} == set()
    words = set(re.findall(r"\w+", code))
    prefixes = (
        "side_",
        "account_",
        "teller_",
        "date_",
        "tab_",
        "file_",
        "stage_",
        "receipt_",
        "by_",
        "chart_",
        "save_",
        "about_",
        "feedback_",
        "proof_",
        "source_",
    )
    assert {key for key in keys if key not in words and not key.startswith(prefixes)} == set()


@pytest.mark.parametrize(
    ("identity", "language", "name"),
    [
        ("xi-jinping", "en", "Xi Jinping"),
        ("xi-jinping", "zh-Hans", "习近平"),
        ("xi-jinping", "zh-Hant", "習近平"),
        ("somebody-new", "zh-Hans", "somebody-new"),
    ],
)
def test_show_name(identity, language, name):
    assert show_name(identity, language) == name


def test_every_stage_of_a_build_has_a_name():
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PAGE.parent / "index").glob("*.py"))
    stages = set(re.findall(r'\btell\("(\w+)"', code))
    assert stages and {f"stage_{stage}" for stage in stages} <= set(load_texts()["en"])


def test_one_is_singular():
    assert say("en", "searched", documents=1, passages=21) == "Searched: 1 document, 21 passages"
    assert say("zh-Hans", "searched", documents=1, passages=1) == "已检索：1 份文件，1 个段落"


def test_say_fills_the_fields():
    assert say("zh-Hans", "searched", documents=5, passages=78) == "已检索：5 份文件，78 个段落"
