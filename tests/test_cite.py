"""qa.cite: the same words cited once, warnings about the print, and the groups of an answer for each side."""

from __future__ import annotations

from dataclasses import replace

import pytest

from index.records import Account, Hit, Readout, Span, Voice
from qa.cite import EACH_SIDE, cite_quotes, find_flag, group_citations, group_key, shown_groups
from qa.records import Citation, Question
from tests.corpus import make_readout
from tests.shelf import BIDEN, BOTH, XI, make_library, sentence


def test_the_same_words_in_two_documents_are_one_citation() -> None:
    held = make_library(
        [
            make_readout("a.txt", "双方同意合作。\n中方反对制裁。\n", language="zh-Hans", account="cn"),
            make_readout("b.txt", "雙方同意合作！\n", language="zh-Hant", account="press"),
            make_readout("c.txt", "双方不同意合作。\n", language="zh-Hans"),
        ]
    )
    quotes = [Hit(sentence(held, start), score) for start, score in [("雙方", 0.9), ("双方同意", 0.8), ("中方", 0.7)]]
    first, second = cite_quotes(quotes, held, "zh-Hans")
    assert (first.number, first.quote.text, first.score) == (1, "雙方同意合作！", 0.9)
    assert [(span.readout.name, span.text) for span in first.also_in] == [("a.txt", "双方同意合作。")]
    assert (second.number, second.quote.text, second.also_in) == (2, "中方反对制裁。", ())


def test_words_repeated_in_one_document_are_no_other_place() -> None:
    held = make_library([make_readout("a.txt", "Talks went on.\n\nGrain was sold.\n\nTalks went on.\n")])
    again = held.store.entries[0].sentences[2]
    (citation,) = cite_quotes([Hit(held.store.entries[0].sentences[0], 0.9), Hit(again, 0.8)], held, "en")
    assert citation.also_in == ()


@pytest.mark.parametrize(("start", "end", "flagged"), [(0, 10, True), (10, 20, True), (20, 25, False), (0, 20, False)])
def test_a_clause_is_flagged_as_one(start: int, end: int, flagged: bool) -> None:
    readout = make_readout("a.txt", "习近平强调双方合作，特朗普则表示愿改善。很好很好。", language="zh-Hans")
    assert (find_flag(Span(readout, start, end), "en") is not None) == flagged


MISPRINT = "b17eb8ba20bc" + "0" * 52


def quote_of(text: str, sha256: str = "0" * 64) -> Span:
    return Span(replace(make_readout("a.txt", text), sha256=sha256), 0, len(text))


@pytest.mark.parametrize(
    ("language", "begins"),
    [
        ("en", "Probably a misprint that turns the meaning: printed “认同也不接受”"),
        ("zh-Hans", "疑为印刷错误"),
        ("zh-Hant", "疑為印刷錯誤"),
    ],
)
def test_a_known_misprint_is_flagged_in_the_askers_language(language, begins) -> None:
    flag = find_flag(quote_of("同国际社会一样，认同也不\n接受台湾走向独立。", MISPRINT), language)
    assert flag is not None
    assert flag.startswith(begins)


@pytest.mark.parametrize(
    ("text", "sha256"),
    [("认同也不接受台湾走向独立。", "0" * 64), ("不支持台湾走向独立。", MISPRINT)],
)
def test_other_words_and_other_files_are_not_flagged(text: str, sha256: str) -> None:
    assert find_flag(quote_of(text, sha256), "zh-Hans") is None


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("They agreed on trade.", None),
        ("“They agreed on trade.”", None),
        ("双方同意合作。", None),
        ("一是坚持对话；", None),
        ("双方要做到三点：", None),
        ("They agreed on", "The text breaks off here in the file."),
        ("双方同意", "The text breaks off here in the file."),
        ("双方谈到经贸、农业、禁毒等等。", "The list is open: it ends in 等 or “etc.”."),
        ("They spoke of trade, grain, etc.", "The list is open: it ends in 等 or “etc.”."),
        ("They spoke of trade, grain, and so on.", "The list is open: it ends in 等 or “etc.”."),
    ],
)
def test_open_lists_and_broken_sentences_are_flagged(text: str, flag: str | None) -> None:
    assert find_flag(quote_of(text), "en") == flag


@pytest.mark.parametrize(
    ("voice", "account", "key"),
    [
        (XI, "cn", ("cn", "cn")),
        (BIDEN, "cn", ("us", "cn")),
        (XI, "us", ("cn", "us")),
        (BIDEN, "press", ("us", "press")),
        (XI, None, ("cn", None)),
        (BOTH, "cn", ("joint", None)),
        (BOTH, "us", ("joint", None)),
        (Voice(), "cn", (None, "cn")),
    ],
)
def test_whose_position_in_whose_account(voice, account, key) -> None:
    assert group_key(Span(make_readout("a.txt", "Text.", account=account), 0, 5, voice)) == key


@pytest.fixture
def accounts() -> tuple[Readout, Readout, Readout]:
    return (
        make_readout("us.txt", "Text.", account="us"),
        make_readout("cn.txt", "Text.", account="cn"),
        make_readout("press.txt", "Text.", account="press"),
    )


def test_an_answer_for_each_side_has_five_groups_in_order_empty_ones_too(accounts) -> None:
    us, cn, _ = accounts
    quotes = [Span(cn, 0, 5, XI), Span(cn, 0, 5, BIDEN), Span(us, 0, 5, BOTH), Span(cn, 0, 5, BOTH)]
    citations = [Citation(number, quote, 0.5) for number, quote in enumerate(quotes, start=1)]
    documents = {None: 3, "us": 1, "cn": 1, "joint": 0, "press": 1}
    groups = group_citations(Question("?", "en", "?", "each_side"), citations, documents)
    assert [(g.heading, g.side, g.account, g.numbers, g.documents) for g in groups] == [
        ("China, in its own account", "cn", "cn", (1,), 1),
        ("The US, in its own account", "us", "us", (), 1),
        ("The US, as told by China", "us", "cn", (2,), 1),
        ("China, as told by the US", "cn", "us", (), 1),
        ("Both sides jointly", "joint", None, (3, 4), 3),
    ]
    assert [(g.side, g.account) for g in groups] == list(EACH_SIDE)


def test_what_is_in_no_group_of_a_side_is_in_one_of_its_own() -> None:
    held = make_library([make_readout("a.txt", "Hartwell spoke of peace.")], {"Hartwell": replace(BIDEN, side=None)})
    citations = [Citation(1, sentence(held, "Hartwell"), 0.5)]
    documents: dict[Account | None, int] = {"cn": 0, "us": 0, None: 1}
    groups = group_citations(Question("?", "en", "?", "each_side"), citations, documents)
    assert (groups[-1].heading, groups[-1].side, groups[-1].numbers, groups[-1].documents) == (
        "Others, or in a text of no known side",
        None,
        (1,),
        1,
    )


@pytest.mark.parametrize(
    ("text", "present", "shown"),
    [
        ("What did Xi and Marcos each say about the sea?", ["cn", "other"], ["cn", "cn", "other", "other", "joint"]),
        ("中菲两国领导人各自怎么说？", ["cn", "us", "other"], ["cn", "cn", "other", "other", "joint"]),
        ("What did Biden and Albanese each say?", ["us", "cn"], ["us", "us", "other", "other", "joint"]),
        ("What did each side say?", ["us", "other"], ["us", "us", "other", "other", "joint"]),
        ("What did each side say about Japan?", ["cn", "us", "other"], ["cn", "us", "us", "cn", "joint"]),
        ("中美双方各自怎么说日本？", ["cn", "other"], ["cn", "us", "us", "cn", "joint"]),
        ("What did each side say?", ["us"], ["cn", "us", "us", "cn", "joint"]),
    ],
)
def test_the_pair_asked_about_has_the_groups(text: str, present: list[str], shown: list[str]) -> None:
    assert [side for side, _ in shown_groups(Question(text, "en", text, "each_side"), present)] == shown


@pytest.mark.parametrize("form", ["position", "change", "list", "number", "mention", "who"])
def test_another_form_has_no_groups(form, accounts) -> None:
    assert group_citations(Question("?", "en", "?", form), [Citation(1, Span(accounts[0], 0, 5), 0.5)], {}) == ()
