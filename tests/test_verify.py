"""python -m qa.verify: what it prints, what it returns, and what it says where it cannot."""

from __future__ import annotations

import json
from datetime import date

import pytest

from qa import commandline, verify
from qa.library import Library
from qa.verifying.check import check_quotation
from qa.verifying.report import _load, tell_verdict, verdict_to_json
from tests.corpus import make_readout
from tests.shelf import XI, make_library

TEXT = "# 会晤\n\n习近平强调，美方应该将不支持“台独”的表态体现在具体行动上。\n\n双方同意恢复两军对话。\n"


@pytest.fixture(scope="module")
def library() -> Library:
    readout = make_readout("cn.txt", TEXT, language="zh-Hans", account="cn", day=date(2023, 11, 15))
    return make_library([readout], {"习近平": XI})


@pytest.fixture
def run(library, monkeypatch, capsys):
    monkeypatch.setattr(commandline, "open_library", lambda index: library)

    def run(*arguments: str) -> tuple[int, str]:
        code = verify.main(list(arguments))
        return code, capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    ("text", "code", "shown"),
    [
        (
            "双方同意恢复两军对话。",
            0,
            "逐字一致：原文见于1处。\n  双方同意恢复两军对话\n    — 中方文本 · 2023-11-15 · 会晤 · cn.txt, 第5行\n",
        ),
        (
            "美方应该将支持“台独”的表态体现在行动上",
            3,
            "原文并非如此。最接近的原文有2处不同。\n\n"
            "  美方应该将[-不-]支持“台独”的表态体现在[-具体-]行动上\n"
            "    — 习近平 · 中方文本 · 2023-11-15 · 会晤 · cn.txt, 第3行\n"
            "    [-…-] 仅见于原文，{+…+} 仅见于引文。\n",
        ),
        (
            "拜登：“雙方同意恢復兩軍對話”",
            0,
            "除字體外逐字一致：原文見於1處。原文沒有說明這是否為拜登所說。\n"
            "  双方同意恢复两军对话\n    — 中方文本 · 2023-11-15 · 會晤 · cn.txt, 第5行 (字體)\n".replace(
                "會晤", "会晤"
            ),
        ),
        (
            "拜登表示，美方应该将不支持“台独”的表态",
            3,
            "逐字一致：原文见于1处。但原文中说这话的不是拜登，而是：习近平。\n"
            "  美方应该将不支持“台独”的表态\n    — 习近平 · 中方文本 · 2023-11-15 · 会晤 · cn.txt, 第3行\n",
        ),
        (
            "He won the final in three sets.",
            3,
            "Not held: neither these words nor any near them stand in the 1 document searched.\n",
        ),
        ("…", 3, "There are no words to verify. Give a quotation.\n"),
    ],
)
def test_what_is_printed(run, text, code, shown):
    assert run(text) == (code, shown)


def test_a_batch_is_one_quotation_a_line_and_json_one_object_a_line(run, tmp_path):
    batch = tmp_path / "batch.txt"
    batch.write_text("双方同意恢复两军对话\n\n双方同意恢复三军对话\n", encoding="utf-8")
    code, out = run("--batch", str(batch), "--json")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 3
    assert [(row["verdict"], row["held"], row["count"]) for row in rows] == [
        ("verbatim", True, 1),
        ("differs", False, 0),
    ]
    assert rows[1]["nearest"]["edits"] == [{"kind": "changed", "held": "两", "quoted": "三", "start": 40, "end": 41}]


def test_the_object(library):
    shown = verdict_to_json(check_quotation("In 2022 Xi said: “美方應該將不支持台獨的表態”", library))
    assert shown["seconds"] >= 0
    del shown["seconds"]
    assert shown == {
        "text": "In 2022 Xi said: “美方應該將不支持台獨的表態”",
        "language": "zh-Hant",
        "quotation": ["美方應該將不支持台獨的表態"],
        "claimed": {"speaker": "Xi", "person": "xi-jinping", "side": "cn", "dates": [2022]},
        "verdict": "apart",
        "held": True,
        "says": "除字體、引號外逐字一致：原文見於1處。說話者與所稱一致：Xi。",
        "speaker": "as_claimed",
        "count": 1,
        "places": [
            {
                "text": "美方应该将不支持“台独”的表态",
                "document": "cn.txt",
                "title": "会晤",
                "date": "2023-11-15",
                "date_source": "stated",
                "date_evidence": "2023-11-15",
                "account": "cn",
                "side": "cn",
                "speaker": "习近平",
                "person": "xi-jinping",
                "attribution": "explicit",
                "start": 9,
                "end": 24,
                "lines": [3, 3],
                "unit": "line",
                "differences": ["script", "quotation_marks"],
                "left_out": [],
                "speaker_match": "as_claimed",
                "cautions": [{"kind": "date", "words": "2023-11-15"}],
            }
        ],
        "pieces": [],
        "nearest": None,
        "meaning": [],
        "searched": {"documents": 1},
    }


def test_every_text_is_there_in_all_languages(library):
    texts = _load()
    keys = {key for _, key in texts}
    assert {language for language, _ in texts} == {"en", "zh-Hans", "zh-Hant"}
    assert all(texts[language, key] for language in ("en", "zh-Hans", "zh-Hant") for key in keys)
    verdict = check_quotation("双方同意恢复两军对话", library)
    assert tell_verdict(verdict, "en") == "Verbatim: these words are held in 1 place."


@pytest.mark.parametrize("arguments", [[], ["sentence", "--batch", "x"], ["--batch", "nowhere.txt"]])
def test_wrong_arguments_are_refused(arguments, capsys):
    with pytest.raises(SystemExit):
        verify.main(arguments)
    assert "Give one quotation" in (shown := capsys.readouterr().err) or "nowhere.txt cannot be read" in shown


def test_what_is_too_long_is_said(run):
    assert run("长" * 2001) == (2, "")


def test_bytes_that_are_no_text_do_no_harm(run):
    code, out = run("双方同意\udcff恢复两军对话", "--json")
    assert (code, json.loads(out)["text"]) == (0, "双方同意?恢复两军对话")


def test_without_an_index_the_cure_is_said(tmp_path, capsys):
    assert verify.main(["sentence", "--index", str(tmp_path / "none")]) == 1
    assert "Build it with: python -m index.build" in capsys.readouterr().err
