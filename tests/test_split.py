from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.cleaning.decode import decode_text
from index.read import assemble_readout, make_readout, read_folder
from index.reading.web import read_page
from index.records import Origin, Readout
from index.split import find_groups, split_passages, split_sentences, weigh
from index.splitting.sentences import find_sentences

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def seeds() -> dict[str, Readout]:
    return {readout.name[:3]: readout for readout in read_folder(SEEDS)[0]}


def read(text: str) -> Readout:
    return make_readout("file.txt", b"", text, Origin())


def squeeze(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("双方会谈。双方同意。", ["双方会谈。", "双方同意。"]),
        ("「我們期待。」陳書平說。他走了。", ["「我們期待。」陳書平說。", "他走了。"]),
        ("能不能合作？能不能共赢！可以。", ["能不能合作？", "能不能共赢！", "可以。"]),
        ("包括：对话；合作；交流。", ["包括：对话；合作；交流。"]),
        ("中國是偉大的", ["中國是偉大的"]),
        ("（完全同意。）然后结束。", ["（完全同意。）", "然后结束。"]),
        ("They met. They agreed.", ["They met.", "They agreed."]),
        ("Mr. Sullivan met Joseph R. Biden, Jr. at 5 p.m. They spoke.", 2),
        ("The U.S. President met J. Smith on Nov. 15. No. 5 was agreed.", 2),
        ("He visited the U.S. The talks went on.", ["He visited the U.S.", "The talks went on."]),
        ("“We agreed to talk.” He left.", ["“We agreed to talk.”", "He left."]),
        ("What did he say? Nothing! Really?", 3),
        ("PRESIDENT XI: (As interpreted.) Good morning.", ["PRESIDENT XI: (As interpreted.) Good morning."]),
        ("Fire away. (Laughter.) No, go ahead.", ["Fire away.", "(Laughter.) No, go ahead."]),
        ("Thank you. (Applause.)", ["Thank you. (Applause.)"]),
        ("1. The two sides agreed.", ["1. The two sides agreed."]),
        ("The rate is 3.5 percent. It fell.", 2),
        ("Biden met 习近平。双方会谈。", 2),
    ],
)
def test_sentences_end_where_they_end(text, sentences):
    found = [text[start:end] for start, end in find_sentences(text)]
    assert (found if isinstance(sentences, list) else len(found)) == sentences


def test_headings_are_no_sentences_and_questions_are():
    readout = read("# 王毅答记者问\n\n一、有何评价？\n\n王毅：很好。\n")
    assert [sentence.text for sentence in split_sentences(readout)] == ["一、有何评价？", "王毅：很好。"]
    assert [passage.text for passage in split_passages(readout)] == ["王毅：很好。"]


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_span_is_the_files_own_words(seeds, number):
    readout = seeds[number]
    raw = decode_text((SEEDS / readout.name).read_bytes())
    lines = [squeeze(line) for line in raw.split("\n")]
    sentences = split_sentences(readout)
    for span in [*sentences, *split_passages(readout)]:
        assert squeeze(span.text) in squeeze(raw)
        assert span.text == readout.text[span.start : span.end] == span.text.strip() != ""
        first, last = span.file_lines
        held = squeeze("".join(lines[first - 1 : last]))
        assert squeeze(span.text) in held
        assert squeeze(span.text)[0] in lines[first - 1]
        assert squeeze(span.text)[-1] in lines[last - 1]
    assert [span.start for span in sentences] == sorted({span.start for span in sentences})


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_sections_and_blocks_tile_the_text(seeds, number):
    readout = seeds[number]
    assert "\n".join(readout.text[block.start : block.end] for block in readout.blocks) == readout.text
    assert readout.sections[0].start == 0
    assert readout.sections[-1].end == len(readout.text)
    assert all(a.end == b.start for a, b in zip(readout.sections, readout.sections[1:], strict=False))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_passages_hold_all_prose_once_and_keep_to_one_article(seeds, number):
    readout = seeds[number]
    passages = split_passages(readout)
    prose = "".join(readout.text[block.start : block.end] for block in readout.blocks if block.kind == "prose")
    assert squeeze("".join(passage.text for passage in passages)) == squeeze(prose)
    assert all(weigh(passage.text) <= 300 for passage in passages)
    assert all(passage.section.end >= passage.end for passage in passages)
    assert not any(re.match(r"[。！？；，”」]", passage.text) for passage in passages)


def test_english_words_weigh_two():
    assert weigh("The U.S. side 习近平主席") == 11


def describe(readout: Readout) -> list[tuple[str, list[str]]]:
    return [(group.whole.text[:8], [item.text[:8] for item in group.items]) for group in find_groups(readout)]


def test_the_five_pillars_are_one_list_over_pages(seeds):
    groups = find_groups(seeds["002"])
    assert [item.text[:11] for item in groups[0].items] == [
        "一是共同树立正确认知。",
        "二是共同有效管控分歧。",
        "三是共同推进互利合作。",
        "四是共同承担大国责任。",
        "五是共同促进人文交流。",
    ]
    assert groups[0].whole.text.startswith("这次旧金山会晤，中美应该有新的愿景，共同努力浇筑中美关系的五根支柱。")
    assert groups[0].items[4].text.endswith("多来往、多沟通。")


def test_an_open_list_keeps_its_and_so_on(seeds):
    last = find_groups(seeds["002"])[1]
    assert last.whole.text.startswith("两国元首同意推动和加强中美各领域对话合作，包括：")
    assert len(last.items) == 5
    assert last.items[4].text == "扩大教育、留学生、青年、文化、体育和工商界交流，等等。"


def test_the_same_numbers_twice_are_two_lists(seeds):
    found = describe(seeds["001"])
    assert found[0] == ("正如很多媒体朋友", ["第一，这是两国进", "第二，这是中美关", "第三，这是两国元"])
    assert found[2] == ("中方的立场很明确", ["第一，台湾问题是", "第二，台湾问题是", "第三，维护台海和"])


def test_paragraphs_that_begin_alike_are_a_list(seeds):
    group = find_groups(seeds["001"])[1]
    assert group.whole.text.startswith("中方认为：这应该是合作为主的积极稳定，")
    assert [item.text[:14] for item in group.items] == [
        "这应该是合作为主的积极稳定，",
        "这应该是竞争有度的良性稳定，",
        "这应该是分歧可控的常态稳定，",
        "这应该是和平可期的持久稳定，",
    ]


def test_a_list_inside_one_sentence(seeds):
    pillars = next(group for group in find_groups(seeds["003"]) if group.items[0].text.startswith("一是"))
    assert [item.text[:8] for item in pillars.items] == [
        "一是共同樹立正確",
        "二是共同有效管控",
        "三是共同推進互利",
        "四是共同承擔大國",
        "五是共同促進人文",
    ]
    assert pillars.whole.text.startswith("習近平主席指出，這次舊金山會晤，雙方應設立新的願景：一是")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("First, talk. Second, trade. Third, visit.", ["First, talk.", "Second, trade.", "Third, visit."]),
        ("He raised: (a) trade; (b) talks.", ["(a) trade;", "(b) talks."]),
        ("They will\n\n1. meet in April.\n\n2. talk on AI.\n", ["1. meet in April.", "2. talk on AI."]),
        (
            "They agreed to act on drugs; on talks; and on AI.",
            ["They agreed to act on drugs;", "on talks;", "and on AI."],
        ),
        ("成果有：\n\n建立对话；\n\n恢复会晤；\n\n扩大交流。\n", ["建立对话；", "恢复会晤；", "扩大交流。"]),
        ("文章指出，一是正确处理。很好。文章指出，二是重点攻坚。", ["一是正确处理。很好。", "二是重点攻坚。"]),
        ("坚持：首先，和平。其次，合作。最后，共赢。", ["首先，和平。", "其次，合作。", "最后，共赢。"]),
        ("First, talk. Second, trade. Finally, visit.", ["First, talk.", "Second, trade.", "Finally, visit."]),
        ("It will (i) act; and (ii) talk.", ["(i) act; and", "(ii) talk."]),
        ("Finally, they met.", None),
        ("一是和平，二是合作。会后，双方离开。", ["一是和平，", "二是合作。"]),
        ("第一次会晤后，第二次会晤举行。", None),
        ("They met at 1. It was good; they left.", None),
    ],
)
def test_lists_in_both_languages(text, items):
    groups = find_groups(read(text))
    assert ([item.text for item in groups[0].items] if groups else None) == items


@given(st.text(alphabet="习近平。！？；，”“A.b ()1一是二\n"))
def test_any_text_splits_into_its_own_words(text):
    for start, end in find_sentences(text):
        assert text[start:end] == text[start:end].strip() != ""


def test_items_that_begin_before_any_sentence_does():
    page = "<p>？是四月五日会晤<p>？是四月五日会谈<p>？是四月五日离开".encode()
    (group,) = find_groups(assemble_readout("file.html", page, read_page(page), Origin()))
    assert [item.text for item in group.items] == ["？是四月五日会晤", "？是四月五日会谈", "？是四月五日离开"]
