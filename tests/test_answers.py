"""page.quotes and page.answers: an answer as HTML."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from index.records import Span, Voice
from page.answers import show_turn
from page.glosses import show_glossed
from page.quotes import show_citation, show_position
from page.records import Turn
from qa.records import Answer, AnswerGroup, Citation, Question, Searched
from tests.corpus import make_readout
from tests.desk import FakeDesk


def show(answer: Answer) -> str:
    return show_turn(0, Turn(answer, answer.question))


def cite(of: str, answer: Answer, citation: Citation) -> str:
    places = Turn(answer, answer.question).spans
    return show_citation(of, places, citation, answer.question.language)


@pytest.mark.parametrize(
    ("side", "account", "english", "chinese"),
    [
        ("cn", "cn", "China, in its own account", "中方，据中方文本"),
        ("us", "cn", "United States, as told by China", "美方，据中方文本转述"),
        ("cn", "us", "China, as told by the United States", "中方，据美方文本转述"),
        ("us", "press", "United States, as told by a press report", "美方，据媒体报道转述"),
        ("joint", "cn", "Both sides, as told by China", "双方，据中方文本转述"),
        ("us", None, "United States, as told by a text of unknown account", "美方，据归属不明的文本转述"),
        ("joint", "joint", "Both sides, as told by a joint text", "双方，据联合文本转述"),
        (None, "cn", "Narration, China’s account", "叙述，中方文本"),
    ],
)
def test_a_position_never_passes_for_another_sides_text(side, account, english, chinese):
    assert show_position("en", side, account) == english
    assert show_position("zh-Hans", side, account) == chinese


def test_a_citation_shows_everything_about_it(corpus):
    cn = corpus[1]
    start = cn.text.index("粮食")
    quote = Span(cn, start, start + 14, Voice("国家主席", side="cn"))
    question = Question("Grain?", "en", "grain")
    citation = Citation(1, quote, 0.5, also_in=(Span(corpus[2], 0, 3),), flag="As printed.")
    html = cite("4", Answer(question, Searched(3, 14), (citation,)), citation)
    assert html == (
        '<li class="quote" data-side="cn">'
        '<button type="button" data-event="select" data-of="4" data-place="0" class="number"'
        ' aria-label="Quotation 1: show it in its document">1</button>'
        '<blockquote lang="zh-Hans" dir="auto" data-event="select" data-of="4" data-place="0">'
        '粮食贸易是两国关系的<span class="term" tabindex="0" data-gloss="ballast">压舱石</span>。</blockquote>'
        '<div class="origin"><p class="who"><b lang="zh-Hans">国家主席</b>'
        '<span class="position">China, in its own account</span><span class="date">8 September 2021</span></p>'
        '<p class="where"><cite lang="zh-Hans"><span class="term" data-gloss="President of China">国家主席</span>在'
        '<span class="term" data-gloss="Seattle">西雅图</span><span class="term" data-gloss="meeting">会见</span>'
        '<span class="term" data-gloss="President of the United States">美国总统</span></cite>'
        '<span class="place">seattle-cn.txt, line 5</span></p></div>'
        '<p class="flag">As printed.</p>'
        '<p class="faint">Also in <button type="button" data-event="select" data-of="4" data-place="1" class="also">'
        "chengdu.txt (press report)</button></p>"
        '<button type="button" class="copy" data-copy="粮食贸易是两国关系的压舱石。\n'
        "— 国家主席 · China, in its own account · 8 September 2021 · 国家主席在西雅图会见美国总统"
        ' · seattle-cn.txt, line 5" data-done="Copied">Copy</button></li>'
    )


def test_chinas_account_of_the_us_position_says_so_wherever_it_is_shown(corpus):
    cn, us = corpus[1], corpus[0]
    quote = Span(cn, 0, 5, Voice("美国总统", side="us"))
    citation = Citation(1, quote, 0.5, also_in=(Span(us, 0, 3),))
    html = cite("0", Answer(Question("?", "en", "?"), Searched(3, 14), (citation,)), citation)
    assert '<span class="position told">United States, as told by China</span>' in html
    assert "— 美国总统 · United States, as told by China · 8 September 2021 · " in html
    assert ">seattle-us.txt (US account)</button>" in html


def test_a_citation_of_no_group_stands_under_no_groups_heading(corpus):
    citation = Citation(1, Span(corpus[1], 0, 5, Voice("美国总统", side="us")), 0.5)
    group = AnswerGroup("The US, in its own account", "us", "us", (), 1)
    html = show(Answer(Question("?", "en", "?"), Searched(3, 14), (citation,), (group,)))
    assert '<h3><span>Other sentences</span></h3><ol class="quotes"><li class="quote"' in html
    assert '<button type="button" class="part" data-goto="part-0-1"><span>Other sentences</span>' in html


def test_an_inferred_date_is_marked(corpus):
    readout = corpus[1]
    section = readout.sections[0]
    day = replace(section.origin.date, source="inferred")
    inferred = replace(readout, sections=(replace(section, origin=replace(section.origin, date=day)),))
    citation = Citation(1, Span(inferred, 0, 3), 1.0)
    answer = Answer(Question("？", "zh-Hans", "？"), Searched(1, 1), (citation,))
    html = cite("0", answer, citation)
    assert '2021年9月8日<span class="badge">推定</span>' in html
    assert "· 2021年9月8日（推定） ·" in html


def test_places_come_in_order_quotations_first(corpus):
    spans = [Span(corpus[0], start, start + 2) for start in range(4)]
    question = Question("?", "en", "?")
    answer = Answer(
        question,
        Searched(1, 1),
        (Citation(1, spans[0], 1.0, also_in=(spans[2],)), Citation(2, spans[1], 1.0)),
        nearest=(spans[3],),
    )
    assert Turn(answer, question).spans == (spans[0], spans[1], spans[2], spans[3])


def test_groups_keep_their_heading_and_say_when_they_are_empty(corpus):
    desk = FakeDesk(corpus)
    html = show(desk.answer("Does each side trade grain with China in 2021?"))
    headings = ["China, in its own account", "United States, in its own account", "Other sentences"]
    assert re.findall("<h3><span.*?>(.*?)</span></h3>", html) == headings
    assert "No sentence found. Documents searched: 1" in html
    counts = re.findall('class="part(?: empty)?".*?<span.*?>(.*?)</span><span class="count">(.*?)</span>', html)
    assert counts == list(zip(headings, ["0 sentences", "0 sentences", "1 sentence"], strict=True))


def test_why_a_part_is_empty_is_said(corpus):
    citation = Citation(1, Span(corpus[0], 0, 5), 0.5)
    groups = (AnswerGroup("And Xi?", None, None, (1,), 1), AnswerGroup("And Yi?", None, None, (), 1, "No word of Yi."))
    html = show(Answer(Question("?", "en", "?"), Searched(3, 14), (citation,), groups))
    assert '<h3><span>And Yi?</span></h3><p class="faint">No word of Yi.</p>' in html


@pytest.mark.parametrize(
    ("order", "years"),
    [((2, 0, 1), ["2019", "2021"]), ((0, 1), []), ((0, 2), []), ((2, 0, 3), ["2019", "2021", "date unknown"])],
)
def test_what_changed_over_time_is_parted_by_year(corpus, order, years):
    readouts = [*corpus, make_readout("undated.txt", "# Notes\n\nNothing.\n")]
    citations = tuple(Citation(n, Span(readouts[i], 0, 5), 0.5) for n, i in enumerate(order, start=1))
    html = show(Answer(Question("?", "en", "?", form="change"), Searched(3, 14), citations))
    assert re.findall("<h3><span>(.*?)</span></h3>", html) == years


@pytest.mark.parametrize(
    ("person", "language", "shown"),
    [
        ("xi-jinping", "en", '<b lang="zh-Hans">国家主席</b><span class="known" lang="en">Xi Jinping</span>'),
        ("xi-jinping", "zh-Hant", '<b lang="zh-Hans">国家主席</b><span class="position">'),
        (None, "en", '<b lang="zh-Hans">国家主席</b><span class="position">'),
        ("nobody-known", "en", '<b lang="zh-Hans">国家主席</b><span class="position">'),
    ],
)
def test_a_speaker_of_another_script_is_named_in_the_readers(corpus, person, language, shown):
    citation = Citation(1, Span(corpus[1], 0, 5, Voice("国家主席", person, "cn")), 0.5)
    assert shown in cite("0", Answer(Question("?", language, "?"), Searched(3, 14), (citation,)), citation)


def test_nothing_held_says_why_and_what_was_searched(corpus):
    html = show(FakeDesk(corpus).answer("What about 2005?"))
    assert '<p class="nothing">No document of that kind is held.</p>' in html
    assert "Searched: 0 documents, 0 passages · 4 ms" in html
    assert "blockquote" not in html


def test_hostile_text_stays_text():
    evil = "<img src=x onerror=alert(1)> said “<script>alert(2)</script>”."
    readout = make_readout("<b>name</b>.txt", f"# <u>title</u>\n\n{evil}\n")
    start = readout.text.index("<img")
    answer = Answer(
        Question("<i>question</i>", "en", "?"),
        Searched(1, 1),
        (Citation(1, Span(readout, start, len(readout.text), Voice("<s>speaker</s>", side="us")), 1.0, flag="<em>"),),
    )
    html = show(answer)
    for tag in ("<img", "<script", "<b>", "<u>", "<i>", "<s>", "<em>"):
        assert tag not in html.replace('<b lang="en">', "")
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


@pytest.mark.parametrize(
    ("text", "written", "read", "html"),
    [
        ("是<压舱石>", "zh-Hans", "en", '是&lt;<span class="term" tabindex="0" data-gloss="ballast">压舱石</span>&gt;'),
        ("是壓艙石", "zh-Hant", "en", '是<span class="term" tabindex="0" data-gloss="ballast">壓艙石</span>'),
        ("the ballast", "en", "zh-Hans", 'the <span class="term" tabindex="0" data-gloss="压舱石">ballast</span>'),
        ("the ballast", "en", "zh-Hant", 'the <span class="term" tabindex="0" data-gloss="壓艙石">ballast</span>'),
        ("是压舱石", "zh-Hans", "zh-Hant", "是压舱石"),
        ("the ballast", "en", "en", "the ballast"),
        ("中美元首在內蒙古", "zh-Hant", "en", "中美元首在內蒙古"),  # no dollar, no Mongolia
        ("美元", "zh-Hans", "en", '<span class="term" tabindex="0" data-gloss="U.S. dollar">美元</span>'),
        (
            "压舱石，压舱石",
            "zh-Hans",
            "en",
            '<span class="term" tabindex="0" data-gloss="ballast">压舱石</span>，'
            '<span class="term" data-gloss="ballast">压舱石</span>',
        ),
    ],
)
def test_terms_are_glossed_for_readers_of_the_other_language_alone(text, written, read, html):
    assert show_glossed(text, written, read) == html
