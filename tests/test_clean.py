from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.clean import Cleaned, clean_text
from index.cleaning.chars import normalise
from index.cleaning.decode import decode_text
from index.cleaning.marks import find_mark
from index.cleaning.markup import Line
from index.cleaning.paragraphs import join_pieces

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("0*.txt"))


def clean_seed(number: str) -> Cleaned:
    return clean_text(decode_text(next(path for path in SEEDS if path.name.startswith(number)).read_bytes()))


def paragraphs(cleaned: Cleaned, kind: str = "prose") -> list[str]:
    return [part.text for article in cleaned.articles for part in article.paragraphs if part.kind == kind]


def dropped(cleaned: Cleaned, reason: str) -> list[tuple[int, str]]:
    return [(note.line, note.text) for note in cleaned.dropped if note.reason == reason]


# Strings that the files break over lines, pages or columns (notes of the field, section 3.1).
@pytest.mark.parametrize(
    ("seed", "joined"),
    [
        ("002", "中国不走殖民掠夺的老路，也不走国强必霸的歪路"),
        ("002", "停止武装台湾，支持中国和平统一"),
        ("002", "成立中美禁毒合作工作组，开展禁毒合作"),
        ("002", "恢复两军高层沟通、中美国防部工作会晤"),
        ("002", "也不同任何国家搞意识形态对抗。"),
        ("002", "在外交、经济、金融、商务、农业等领域"),
        ("002", "和平共处、保持沟通、防止冲突"),
        ("002", "冲突对抗的后果是谁都不能承受的。大国竞争解决不了中美两国和世界面临的问题。这个地球容得下"),
        ("002", "剥夺中国人民的发展权利。中国的发展壮大有内生逻辑，是外部力量阻挡不了的。希望美方"),
        ("002", "当地时间11月15日，国家主席习近平在美国旧金山斐洛里庄园"),
        ("002", "这既是从50年中美关系历程中提炼出的经验"),
        ("002", "启动中美“21世纪20年代强化气候行动工作组”"),
        ("001", "标志性的访问，我们共同确定了"),
        ("001", "走出一条正确相处之道"),
        ("001", "推动两国关系稳定发展。"),
        ("001", "我们建立了良好的关系。"),
        ("001", "各领域开展更多交流，"),
        ("001", "两国元首2次会晤、5次通话、多次书信往来"),
        ("001", "两国元首共同参观了天坛"),
        ("003", "各方都在深入思考。"),
        ("003", "為討論中美關係指導原則所作的努力"),
        ("003", "我們致力於團結奮鬥，讓14億多中國人一起邁向現代化"),
        ("000", "展現出中國人的宇宙觀和處世哲學。"),
        ("000", "中方將於5月18日至19日在上海舉辦APEC第二次高官會。"),
        ("000", "預計將有來自APEC各成員經濟體"),
        ("000", "庫拉·索菲亞表示，科技創新如今已經成為中國的代名詞。"),
        ("000", "駐華外交官與北京友協事聯誼活動自2011年啟動"),
    ],
)
def test_what_a_page_breaks_is_joined(seed, joined):
    assert any(joined in text for text in paragraphs(clean_seed(seed)))


@pytest.mark.parametrize(
    ("seed", "start", "end"),
    [
        ("002", "习近平指出，当今世界正经历", "中美各自的成功是彼此的机遇。"),
        ("002", "习近平深刻阐释了", "遏制中国的打算。"),
        ("002", "一是共同树立正确认知。", "和平共处。"),
        ("002", "五是共同促进人文交流。", "多沟通。"),
        ("002", "两国元首同意推动", "工商界交流，等等。"),
        ("001", "王毅：这次会晤，台湾问题是重点议题之一。", "中方的立场很明确："),
        ("001", "第一，台湾问题是中国内政。", "履行应尽的国际义务。"),
        ("000", "特朗普表示，非常榮幸", "中國是偉大的"),  # the page breaks off here
        ("004", "国家主席习近平9日在人民大会堂", "全国政协副主席万钢等参加。"),
    ],
)
def test_paragraphs_end_where_the_text_ends_them(seed, start, end):
    found = [text for text in paragraphs(clean_seed(seed)) if text.startswith(start)]
    assert [text.endswith(end) for text in found] == [True]


@pytest.mark.parametrize(
    ("seed", "reason", "notes"),
    [
        (
            "000",
            "byline",
            [(25, "新華社"), (43, "中新社"), (99, "中新社"), (111, "中新社"), (121, "香港中通社"), (129, "中新社")],
        ),
        ("001", "byline", [(27, "据新华社电"), (107, "据新华社电")]),
        ("002", "page mark", [(2, "- 1 -")]),
        ("002", "dateline", [(9, "新华社旧金山11月15日电（记者刘华 谭晶晶）")]),
        ("002", "source note", [(162, "资料来源：《新华网》（2023年11月16日）")]),
        ("002", "URL", [(164, "http://www.news.cn/politics/leaders/2023-11/16/c_1129977705.htm")]),
        ("003", "byline", [(15, "◆新華社"), (25, "新華社"), (36, "新華社")]),
        ("004", "byline", [(1, "（新华社北京11月9日电记者李忠发、许可）")]),
    ],
)
def test_what_is_no_text_is_left_out_with_its_line_and_reason(seed, reason, notes):
    assert dropped(clean_seed(seed), reason) == notes


def test_captions_are_left_out_even_when_broken_into_short_lines():
    lines = [line for line, _ in dropped(clean_seed("003"), "caption")]
    assert lines == [17, 18, 19, 20, 21, 22, 23, 24, 29, 30, 31, 32, 33, 34, 35]
    assert [line for line, _ in dropped(clean_seed("000"), "caption")] == [23, 97]


@pytest.mark.parametrize(
    ("seed", "titles"),
    [
        (
            "000",
            [
                "習近平同特朗普會談：中美經貿關係的本質是互利共贏 新定位 共建中美建設性穩定關係",
                "中美元首參觀天壇 感受和諧萬物、順天應時理念",
                "亞太經合組織第二次高官會將於5月18日至19日在上海舉辦",
                "「2026世界市長對話·成都」舉行 共話公園城市發展新未來",
                "23國駐華外交官在北京感知「創新中國」",
                "雄安新區開通5G基站6973個 實現重點場所5G網絡全覆蓋",
                "朱雀二號改進型遙五運載火箭發射成功",
                "4月中國新開21條 國際貨運航線",
            ],
        ),
        (
            "001",
            [
                "习近平同美国总统特朗普在中南海小范围会晤 加强合作，促进各自的发展振兴",
                "王毅向媒体介绍中美元首会晤情况和共识",
            ],
        ),
        ("002", [None]),
        (
            "003",
            [
                "為中美關係把舵 為亞太合作領航 "
                "——王毅談習近平主席赴美國舉行中美元首會晤同時出席亞太經合組織第三十次領導人非正式會議"
            ],
        ),
        (
            "004",
            [
                "习近平同美国总统特朗普举行会谈"
                "中美元首一致同意继续发挥元首外交对两国关系的战略引领作用推动中美关系得到更大发展"
            ],
        ),
    ],
)
def test_a_page_is_parted_into_its_articles(seed, titles):
    assert [article.title for article in clean_seed(seed).articles] == titles


def test_subheads_stay_inside_their_article():
    assert paragraphs(clean_seed("003"), "heading")[2:] == [
        "一、為新時期中美關係導航定向",
        "二、匯聚兩國人民力量",
        "三、弘揚亞太合作初心",
        "四、闡釋中國道路理念",
    ]


def test_a_journalists_numbered_questions_are_no_statements():
    questions = paragraphs(clean_seed("001"), "question")
    assert len(questions) == 7
    assert questions[4] == "五、两国元首会晤期间提及台湾问题，你能否介绍有关情况？"


TRANSCRIPT = """\
Roosevelt Room

7:46 P.M. EST

THE PRESIDENT:  Good to see you.  I hope we can have a
conver- — candid conversation.

Q    Thank you.  Mr. President, did you raise Taiwan?

And a second question, if I may.

THE PRESIDENT:  I did.

We talked at length.

END
"""
BRIEFING = """\
2024年3月7日外交部长王毅答中外记者问

路透社记者：您如何看待今年的中美关系？

王毅：对华合作是美方的正确选择。

我们愿同美方保持对话。

记者：请问台湾问题？

王毅：我们的政策十分清楚。
"""
ENGLISH_BRIEFING = """\
Spokesperson's Remarks

AFP: Will the two leaders meet?

Mao Ning: We have no information to offer.

Reuters: What is the topic?

Mao Ning: Please wait.
"""


@pytest.mark.parametrize(
    ("text", "questions", "prose"),
    [
        (
            TRANSCRIPT,
            ["Q Thank you. Mr. President, did you raise Taiwan?", "And a second question, if I may."],
            [
                "THE PRESIDENT: Good to see you. I hope we can have a conver- — candid conversation.",
                "THE PRESIDENT: I did.",
                "We talked at length.",
            ],
        ),
        (
            BRIEFING,
            ["路透社记者：您如何看待今年的中美关系？", "记者：请问台湾问题？"],
            ["王毅：对华合作是美方的正确选择。", "我们愿同美方保持对话。", "王毅：我们的政策十分清楚。"],
        ),
        (
            ENGLISH_BRIEFING,
            ["AFP: Will the two leaders meet?", "Reuters: What is the topic?"],
            ["Mao Ning: We have no information to offer.", "Mao Ning: Please wait."],
        ),
    ],
)
def test_questions_in_transcripts_last_until_another_label(text, questions, prose):
    cleaned = clean_text(text)
    assert paragraphs(cleaned, "question") == questions
    assert paragraphs(cleaned) == prose


HTML = """\
### 习近平会见美国国务卿

<p><strong>央视网消息</strong>（新闻联播）：6月19日下午，习近平在北京会见布林肯。<br></p><p>王毅、秦刚等参加会见。</p>

[查看原文](https://tv.cctv.com/2023/06/19/VIDE230619.shtml)
"""
FRONT_MATTER = """\
---
date: '2022-07-28'
title: "Readout of\\_President Biden\\u2019s Call"
---
\u00a0
President Biden underscored that the 21<sup>st</sup> century\u2019s rules
matter.  He raised \\[the\\] concern, *candidly*, with Q&amp;A.

\\###
"""
TWO_ACCOUNTS = """\
中美元首通电话

新华社北京9月10日电 国家主席习近平9月10日上午应约同美国总统拜登通电话。

以下是白宫发布的声明全文：

President Biden spoke today with President Xi.

（完）
"""
STATE_PAGE = """\
U.S. Department of State
Home > Press Releases > Secretary Blinken’s Meeting with President Xi
Secretary Blinken’s Meeting with President Xi
READOUT
OFFICE OF THE SPOKESPERSON
APRIL 26, 2024

Secretary of State Antony J. Blinken met today with President Xi Jinping in Beijing.

© 2024 U.S. Department of State. All rights reserved.
"""
PEOPLES_DAILY = """\
习近平会见美国总统国家安全事务助理沙利文
2024年08月29日17:30 来源：人民网－人民日报

\u3000\u3000新华社北京8月29日电  （记者马卓言）8月29日下午，习近平会见沙利文。

\u3000\u3000王毅参加会见。

\u3000\u3000《 人民日报 》（ 2024年08月30日   01 版）

(责编：岳弘彬、牛镛)

相关新闻
国防部发言人答记者问
"""
TAIWAN = """\
川習通話 談台灣與貿易
2025/11/25 08:15 聯合報／記者張文馨／華盛頓報導

〔記者張文馨／華盛頓報導〕美國總統川普24日與習近平通電話。

▲美國總統川普。（路透）

白宮說，通話約一小時。
"""


@pytest.mark.parametrize(
    ("text", "titles", "prose"),
    [
        (HTML, ["习近平会见美国国务卿"], ["6月19日下午，习近平在北京会见布林肯。", "王毅、秦刚等参加会见。"]),
        (
            FRONT_MATTER,
            [None],
            [
                "President Biden underscored that the 21st century’s rules matter. "
                "He raised [the] concern, candidly, with Q&A."
            ],
        ),
        (
            TWO_ACCOUNTS,
            ["中美元首通电话", "以下是白宫发布的声明全文："],
            ["国家主席习近平9月10日上午应约同美国总统拜登通电话。", "President Biden spoke today with President Xi."],
        ),
        (
            STATE_PAGE,
            ["Secretary Blinken’s Meeting with President Xi"],
            ["Secretary of State Antony J. Blinken met today with President Xi Jinping in Beijing."],
        ),
        (
            PEOPLES_DAILY,
            ["习近平会见美国总统国家安全事务助理沙利文"],
            ["8月29日下午，习近平会见沙利文。", "王毅参加会见。"],
        ),
        (TAIWAN, ["川習通話 談台灣與貿易"], ["美國總統川普24日與習近平通電話。", "白宮說，通話約一小時。"]),
    ],
)
def test_pages_as_published(text, titles, prose):
    cleaned = clean_text(text)
    assert [article.title for article in cleaned.articles] == titles
    assert paragraphs(cleaned) == prose


def test_a_list_of_contents_is_no_article():
    items = ["习近平会见拜登", "李强在吉林调研", "外贸增长"]
    contents = "\n\n".join(f"{number}.{item}；" for number, item in enumerate(items, 1))
    texts = "\n\n".join(f"### {item}\n\n{item}的正文。" for item in items)
    cleaned = clean_text(f"# 新闻联播\n\n## 新闻摘要\n\n{contents}\n\n## 详细新闻\n\n{texts}\n")
    assert [article.title for article in cleaned.articles] == items
    assert paragraphs(cleaned) == [f"{item}的正文。" for item in items]
    assert [line for line, _ in dropped(cleaned, "contents list")] == [3, 5, 7, 9]


@pytest.mark.parametrize(
    "kept",
    [
        "据朝中社5日报道，朝鲜举行了活动。",  # who reports, inside the sentence
        "双方就2023年11月15日的会晤交换意见。",
        "习近平强调：“中美要好好打交道。”",
    ],
)
def test_what_only_looks_like_a_note_stays(kept):
    assert paragraphs(clean_text(f"标题\n\n第一段在这里。\n\n{kept}\n\n第三段在这里。\n"))[1].startswith(kept[:12])


def test_a_wrapped_line_that_is_a_date_stays_in_its_sentence():
    text = """\
The two presidents met for four hours, and they agreed that their teams
would meet again in Washington before the end of the coming winter, on
January 30, 2024, and would then continue their talks on a regular basis
as the two sides had discussed it in Bali, Indonesia, a year before that
day.
"""
    assert paragraphs(clean_text(text)) == [" ".join(text.split())]


def test_a_sentence_goes_on_behind_a_page_mark():
    text = "会谈\n\n双方进行了长时间坦诚、深入的沟通。中国对\n- 1 -\n\n- 2 -\n美政策始终保持连续性、稳定性。\n"
    assert paragraphs(clean_text(text)) == ["双方进行了长时间坦诚、深入的沟通。中国对美政策始终保持连续性、稳定性。"]


def count_letters(text: str) -> Counter[str]:
    return Counter(re.sub(r"\s", "", text))


@pytest.mark.parametrize("path", SEEDS, ids=[path.name for path in SEEDS])
def test_nothing_is_lost_silently(path):
    text = decode_text(path.read_bytes())
    cleaned = clean_text(text)
    kept = [part.text for article in cleaned.articles for part in article.paragraphs]
    assert count_letters("".join(kept + [note.text for note in cleaned.dropped])) == count_letters(normalise(text))


PIECES = st.sampled_from(
    ["习近平", "指出，", "双方。", "\n", "\n\n", " ", "11月", "15日", "# ", "<p>", "</p>", "**", "Q ", "：", "[a](b)"]
    + ["---\n", "The", "U.S.", "\\", "&lt;", "- "]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)))
def test_any_text_can_be_cleaned(text):
    cleaned = clean_text(text)
    for article in cleaned.articles:
        for part in article.paragraphs:
            assert part.text == part.text.strip() != ""
            assert "\n" not in part.text


@pytest.mark.parametrize(
    ("wrapped", "joined"),
    [
        ("the two (习近平, 拜登) welcomed the leaders’\nmeeting", "the leaders’ meeting"),
        ("as the host of APEC (亚太经合组织) it was held “in\ngood faith” and well", "“in good faith” and"),
        ("in his words (他说) it was the call for a\n“new start” that was made", "for a “new start”"),
        ("of the two leaders in Bali (巴厘岛) they said “\nnew start” once more", "said “new start”"),
        ("of the two leaders in Bali (巴厘岛) it was “new\n” for both of them", "“new” for"),
        ("中美两国元首在巴厘岛会晤并达成了重要共识，共同提出了“\n五个共同”的倡议", "提出了“五个共同”"),
        ("中美两国元首在巴厘岛会晤并达成了重要共识，共同提出了\n“五个共同”的倡议", "提出了“五个共同”"),
        ("中美两国元首在巴厘岛会晤并达成了重要共识即“五个共同”\nAPEC会议", "“五个共同”APEC"),
    ],
)
def test_marks_at_the_end_of_a_line_are_set_as_the_words_beside_them(wrapped, joined):
    lines = [Line(number, text) for number, text in enumerate(wrapped.split("\n"), 1)]
    assert joined in "".join(text for text, _ in join_pieces(lines))


def test_what_stands_on_both_sides_of_a_tag_makes_no_entity_together():
    assert [
        paragraph.text for paragraph in clean_text("They met &#x80</b>0; times &am<i>p; left.\n").articles[0].paragraphs
    ] == ["They met &#x800; times &amp; left."]


@pytest.mark.parametrize("line", ["Subscribe " + "# " * 60 + ".", "订阅 " + "【 " * 60 + "。"])
def test_a_button_before_many_signs_is_told_at_once(line: str) -> None:
    assert find_mark(line) is None


@pytest.mark.parametrize("line", ["Print | Email | Share", "【打印】 【关闭】"])
def test_a_row_of_buttons_is_boilerplate(line: str) -> None:
    assert find_mark(line) == "boilerplate"
