"""qa.verifying.claim: who is claimed to have said what, and where a quotation is cut by an ellipsis."""

from __future__ import annotations

import pytest

from qa.verifying.claim import read_claim, read_words


def cut(text: str) -> list[str]:
    return [text[segment.start : segment.end] for segment in read_words(text).segments]


@pytest.mark.parametrize(
    ("text", "segments"),
    [
        ("“太平洋足够大……容得下中美两国。”", ["太平洋足够大", "容得下中美两国"]),
        ("太平洋…容得下", ["太平洋", "容得下"]),
        ("太平洋（略）容得下", ["太平洋", "容得下"]),
        ("we will ... support [...] peace. . . . Now", ["we will", "support", "peace", "Now"]),
        ("不支持“台独”。", ["不支持“台独”"]),
        ("……开头", ["开头"]),
        ("2.5 and 3.", ["2.5 and 3"]),
        ("……", []),
        ("", []),
    ],
)
def test_a_quotation_is_cut_at_its_ellipses(text: str, segments: list[str]) -> None:
    assert cut(text) == segments


@pytest.mark.parametrize(
    ("text", "said", "named", "person", "side", "dates"),
    [
        ("Xi said: “The Pacific is big.”", "The Pacific is big", "Xi", "xi-jinping", "cn", ()),
        ("习近平表示：“太平洋足够大。”", "太平洋足够大", "习近平", "xi-jinping", "cn", ()),
        ("習近平：「台灣問題」", "台灣問題", "習近平", "xi-jinping", "cn", ()),
        ("“We will not,” Biden said.", "We will not", "Biden", "biden", "us", ()),
        ("“我们不会”，拜登说。", "我们不会", "拜登", "biden", "us", ()),
        ("“We will not” — Joe Biden", "We will not", "Joe Biden", "biden", "us", ()),
        ("拜登表示，美方不支持台独", "美方不支持台独", "拜登", "biden", "us", ()),
        ("Biden said that the US will compete.", "the US will compete", "Biden", "biden", "us", ()),
        ("According to Xi Jinping, “we agree”", "we agree", "Xi Jinping", "xi-jinping", "cn", ()),
        ("In 2023 Xi told Biden: “stop arming Taiwan”", "stop arming Taiwan", "Xi", "xi-jinping", "cn", (2023,)),
        ("习近平2023年说：“对话”", "对话", "习近平", "xi-jinping", "cn", (2023,)),
        ("习近平在会晤拜登时强调“要对话”", "要对话", "习近平", "xi-jinping", "cn", ()),
        ("中方：坚决反对台独", "坚决反对台独", "中方", None, "cn", ()),
    ],
)
def test_who_is_claimed_to_have_said_what(text, said, named, person, side, dates) -> None:
    claim = read_claim(text)
    assert claim is not None
    assert [text[segment.start : segment.end] for segment in claim.segments] == [said]
    assert (claim.named, claim.person, claim.side, claim.dates) == (named, person, side, dates)


@pytest.mark.parametrize(
    "text",
    [
        "美方支持“台独”",
        "美方反对：一切单方面改变现状",
        "The United States supports “independence”",
        "各方支持台独",
        "Taiwan independence is bad",
        "特朗普说服中方购买大豆",
        "习近平深入阐述了台湾问题上的政策立场，指出，台湾问题最重要",
        "双方都应保持连续性，信守作出的承诺，始终相向而行",
        "Because China gave in on trade and everything else last year Biden said we agree",
        "",
        "：",
    ],
)
def test_a_sentence_that_names_no_speaker_is_a_quotation_as_it_stands(text: str) -> None:
    assert read_claim(text) is None
