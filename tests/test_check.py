"""qa.verifying.check: a quotation somebody shows, against readouts: held, apart, elided, stitched, differing, new."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.records import Voice
from qa.library import Library
from qa.verifying.check import MAX_LENGTH, TooLongError, check_quotation
from qa.verifying.letters import letters
from qa.verifying.report import mark_edits
from qa.verifying.verdicts import Verdict
from tests.corpus import make_readout
from tests.shelf import BIDEN, XI, make_library

US = Voice("美方", None, "us", "explicit")
CHINESE = """\
# 两国元首会晤

习近平强调，美方应该将不支持“台独”的表态体现在具体行动上，停止武装台湾，支持中国和平统一。

拜登表示，美方不支持“台独”，不寻求同中国发生冲突。双方同意恢复两军对话。

合同总金额超过2500亿美元，为期5年。

Q 两国元首还将会晤吗？
"""
ENGLISH = """\
# Readout of the Meeting

President Biden reiterated that the United States does not support Taiwan independence, and that we remain committed \
to our one China policy.

He added that grain exports reached 27 million tons in 2022. The world is big enough for both of our countries.

President Xi said that the Pacific is vast, and that both sides should talk.
"""
TRADITIONAL = (
    "# 會談\n\n習近平主席表示，中美關係是世界上最重要的雙邊關係，雙方應當相互尊重。\n\n雙方同意恢復兩軍對話。\n"
)
VOICES = {
    "习近平强调": XI,
    "習近平主席": XI,
    "President Xi": XI,
    "拜登表示": BIDEN,
    "President Biden": BIDEN,
    "He added": BIDEN,
    "The world": BIDEN,
}


@pytest.fixture(scope="module")
def library() -> Library:
    readouts = [
        make_readout("cn.txt", CHINESE, language="zh-Hans", account="cn", day=date(2023, 11, 15)),
        make_readout("us.txt", ENGLISH, language="en", account="us", day=date(2022, 11, 14)),
        make_readout("hk.txt", TRADITIONAL, language="zh-Hant", account="press", day=date(2024, 4, 2)),
    ]
    return make_library(readouts, VOICES)


def edits(verdict: Verdict) -> list[tuple[str, str, str]]:
    assert verdict.nearest is not None
    held = verdict.nearest.place.span.readout.text
    return [
        (e.kind, held[e.held.start : e.held.end], verdict.claim.text[e.quoted.start : e.quoted.end])
        for e in verdict.nearest.edits
    ]


@pytest.mark.parametrize(
    ("text", "kind", "held", "name", "lines"),
    [
        ("双方同意恢复两军对话", "verbatim", "双方同意恢复两军对话", "cn.txt", (5, 5)),
        ("美方不支持“台独”", "verbatim", "美方不支持“台独”", "cn.txt", (5, 5)),
        ("雙方應當相互尊重。", "verbatim", "雙方應當相互尊重", "hk.txt", (3, 3)),
        ("发生冲突。双方同意", "verbatim", "发生冲突。双方同意", "cn.txt", (5, 5)),
        ("does not support Taiwan independence", "verbatim", "does not support Taiwan independence", "us.txt", (3, 3)),
        ("中美关系是世界上最重要的双边关系", "apart", "中美關係是世界上最重要的雙邊關係", "hk.txt", (3, 3)),
        ("美方不支持台獨,不寻求", "apart", "美方不支持“台独”，不寻求", "cn.txt", (5, 5)),
        ("THE WORLD is big enough", "apart", "The world is big enough", "us.txt", (5, 5)),
        ("停止武装台湾……和平统一", "elided", "停止武装台湾，支持中国和平统一", "cn.txt", (3, 3)),
        (
            "remain committed [...] one China policy",
            "elided",
            "remain committed to our one China policy",
            "us.txt",
            (3, 3),
        ),
    ],
)
def test_held(text, kind, held, name, lines, library: Library) -> None:
    verdict = check_quotation(text, library)
    place = verdict.places[0]
    assert (verdict.kind, verdict.held, verdict.documents) == (kind, True, 3)
    assert (place.span.text, place.span.readout.name, place.span.file_lines) == (held, name, lines)


@pytest.mark.parametrize(
    ("text", "marked", "changes"),
    [
        ("支持“台独”", "[-不-]支持“台独”", [("missing", "不", "")]),
        ("美方支持“台独”", "美方[-不-]支持“台独”", [("missing", "不", "")]),
        ("美方應該將支持「台獨」的表態體現在具體行動上", None, [("missing", "不", "")]),
        ("武装台湾，支持中国和平统一", "[-停止-]武装台湾，支持中国和平统一", [("missing", "停止", "")]),
        ("美方反对“台独”", "美方[-不支持-]{+反对+}“台独”", [("changed", "不支持", "反对")]),
        ("超过3500亿美元", "超过[-2500-]{+3500+}亿美元", [("changed", "2500", "3500")]),
        ("总金额超过2500", "总金额超过2500[-亿-]", [("missing", "亿", "")]),
        ("双方同意恢复三军对话", "双方同意恢复[-两-]{+三+}军对话", [("changed", "两", "三")]),
        (
            "the United States does support Taiwan independence",
            "the United States does [-not-] support Taiwan independence",
            [("missing", "not", "")],
        ),
        ("support Taiwan independence", "[-not-] support Taiwan independence", [("missing", "not", "")]),
        (
            "grain exports reached 72 million tons in 2022",
            "grain exports reached [-27-]{+72+} million tons in 2022",
            [("changed", "27", "72")],
        ),
        (
            "grain exports reached 27 million tons in 2021",
            "grain exports reached 27 million tons in [-2022-]{+2021+}",
            [("changed", "2022", "2021")],
        ),
        ("committed to our one China principle", None, [("changed", "policy", "principle")]),
        ("美方……支持“台独”", "美方应该将[-不-]支持“台独”", [("missing", "不", "")]),
    ],
)
def test_other_words_are_marked(text, marked, changes, library: Library) -> None:
    verdict = check_quotation(text, library)
    assert (verdict.kind, verdict.held) == ("differs", False)
    assert edits(verdict) == changes
    if marked:
        assert verdict.nearest
        assert mark_edits(verdict.nearest, text) == marked


@pytest.mark.parametrize(
    ("text", "kind", "speaker", "name"),
    [
        ("习近平：“停止武装台湾，支持中国和平统一”", "verbatim", "as_claimed", "xi-jinping"),
        ("拜登：“停止武装台湾，支持中国和平统一”", "verbatim", "another", "xi-jinping"),
        ("拜登表示，停止武裝台灣", "apart", "another", "xi-jinping"),
        ("中方：停止武装台湾", "verbatim", "as_claimed", "xi-jinping"),
        ("Xi said: “we remain committed to our one China policy”", "verbatim", "another", "biden"),
        ("Biden said we remain committed to our one China policy", "verbatim", "as_claimed", "biden"),
        ("Biden: “合同总金额超过2500亿美元”", "verbatim", "untold", None),
        ("习近平强调，美方应该将不支持“台独”的表态", "verbatim", None, "xi-jinping"),
    ],
)
def test_who_says_it(text, kind, speaker, name, library: Library) -> None:
    verdict = check_quotation(text, library)
    assert (verdict.kind, verdict.speaker, verdict.places[0].span.voice.person) == (kind, speaker, name)


def test_the_speaker_of_the_nearest_wording_is_told(library: Library) -> None:
    verdict = check_quotation("拜登：“停止武装台湾，支持中国统一”", library)
    assert (verdict.kind, verdict.speaker) == ("differs", "another")
    verdict = check_quotation("Biden: “支持台独”", library)  # both say 不支持
    assert verdict.nearest
    assert (verdict.kind, verdict.speaker, edits(verdict)) == ("differs", "as_claimed", [("missing", "不", "")])
    verdict = check_quotation("Biden: “不支持台独势力”", library)
    assert verdict.nearest
    assert (verdict.kind, verdict.speaker) == ("differs", "as_claimed")


@pytest.mark.parametrize(
    ("text", "caution", "words"),
    [
        ("supports Taiwan independence … policy", None, None),
        ("我们支持“台独", None, None),
        ("In 2019 Biden said: “The world is big enough”", "date", "2022-11-14"),
        ("两国元首还将会晤吗", "question", ""),
        ("不寻求同中国发生冲突。双方同意恢复两军对话", None, None),
        ("Taiwan independence, and that we remain", "before", "not support"),
        ("支持中国和平统一。拜登表示，美方不支持", "two_speakers", "习近平 · Biden"),
    ],
)
def test_cautions(text, caution, words, library: Library) -> None:
    verdict = check_quotation(text, library)
    told = [(c.kind, c.words) for place in verdict.places for c in place.cautions]
    assert told == ([(caution, words)] if caution else [])


def test_what_an_ellipsis_leaves_out_is_shown_and_a_negation_in_it_told(library: Library) -> None:
    verdict = check_quotation("the United States … Taiwan independence", library)
    (place,) = verdict.places
    assert verdict.kind == "elided"
    assert [gap.text for gap in place.left_out] == [" does not support "]
    assert [(c.kind, c.words) for c in place.cautions] == [("left_out", "does not support")]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "雙方應當相互尊重，停止武装台湾，支持中国和平统一",
            [("雙方應當相互尊重", "hk.txt"), ("停止武装台湾，支持中国和平统一", "cn.txt")],
        ),
        (
            "both sides should talk, we remain committed to our one China policy",
            [("both sides should talk", "us.txt"), ("we remain committed to our one China policy", "us.txt")],
        ),
        (
            "both sides should talk … we remain committed to our one China policy",
            [("both sides should talk", "us.txt"), ("we remain committed to our one China policy", "us.txt")],
        ),
    ],
)
def test_stitched_together(text, pieces, library: Library) -> None:
    verdict = check_quotation(text, library)
    assert (verdict.kind, verdict.held) == ("stitched", False)
    found = [(text[p.segment.start : p.segment.end], p.places[0].span.readout.name) for p in verdict.pieces]
    assert found == pieces


@pytest.mark.parametrize(
    "text",
    [
        "今天天气很好，我们去公园玩吧",
        "He won the final in three sets.",
        "",
        "……",
        "“”",
        "\ud800\x00\u202e",
        "[[[(((***",
        "a" * MAX_LENGTH,
        "不" * MAX_LENGTH,
        "“" * MAX_LENGTH,
        "…" * MAX_LENGTH,
        "习近平说：" * (MAX_LENGTH // 5),
        "的…" * (MAX_LENGTH // 2),
        "\n" * MAX_LENGTH,
    ],
)
def test_not_held(text, library: Library) -> None:
    verdict = check_quotation(text, library)
    assert (verdict.kind, verdict.held, verdict.documents, verdict.nearest) == ("not_held", False, 3, None)


def test_a_translation_is_only_near_in_meaning(library: Library) -> None:
    verdict = check_quotation("policy of independence: States reiterated, Biden committed, President Taiwan", library)
    assert verdict.kind == "not_held"
    assert verdict.meaning[0].span.text.startswith("President Biden reiterated")


def test_what_is_too_long_is_refused(library: Library) -> None:
    with pytest.raises(TooLongError, match="has 2001 characters; at most 2000 are verified"):
        check_quotation("a" * (MAX_LENGTH + 1), library)


def test_all_places_are_counted(library: Library) -> None:
    verdict = check_quotation("双方同意恢复两军对话", library)
    assert verdict.count == 2
    assert [(place.span.readout.name, place.differences) for place in verdict.places] == [
        ("cn.txt", ()),
        ("hk.txt", ("script",)),
    ]


PARTS = st.sampled_from(
    [
        *(
            "不支持",
            "支持",
            "“台独”",
            "拜登：",
            "Biden said: ",
            "…",
            "[...]",
            "停止武装台湾，",
            "双方同意",
            "2500",
            "亿",
            "27",
        ),
        *(
            "does not ",
            "support ",
            "Taiwan independence",
            "our one China policy",
            " ",
            "。",
            "\n",
            "\u202e",
            "\ud800",
            "𠀀",
        ),
    ]
)


@settings(max_examples=150, deadline=None)
@given(text=st.lists(PARTS, max_size=12).map("".join) | st.text(max_size=80))
def test_whatever_is_shown_what_is_held_stands_there(text: str, library: Library) -> None:
    verdict = check_quotation(text, library)
    spans = [place.span for place in verdict.places] + [place.span for p in verdict.pieces for place in p.places]
    assert all(0 <= span.start < span.end <= len(span.readout.text) for span in spans)
    assert verdict.held == bool(verdict.places)
    if verdict.kind in ("verbatim", "apart"):
        (segment,) = verdict.claim.segments
        quoted = verdict.claim.text[segment.start : segment.end]
        assert all(letters(span.text) == letters(quoted) for span in spans)
        assert (verdict.kind == "verbatim") == (verdict.places[0].span.text == quoted)
    if verdict.nearest:
        assert verdict.nearest.edits
        mark_edits(verdict.nearest, text)


def test_an_ellipsis_where_nothing_is_left_out_is_a_difference_where_it_is_told_as_one() -> None:
    library = make_library([make_readout("a.txt", "特朗普表示，1.\n\n" * 60)])
    verdict = check_quotation("特……朗普表示，1.特朗普表示，1.", library)
    assert verdict.nearest
    assert mark_edits(verdict.nearest, verdict.claim.text).startswith("特{+……+}朗普")
