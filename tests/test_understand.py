"""qa.understand: language, period, sides, speakers, events and form of a question, in three scripts."""

from __future__ import annotations

from datetime import date

import pytest

from qa.understand import find_language, understand_question

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("What did Xi say?", "en"),
        ("", "en"),
        ("2023?", "en"),
        ("习近平说了什么？", "zh-Hans"),
        ("習近平說了什麼？", "zh-Hant"),
        ("台湾问题", "zh-Hans"),
        ("台灣問題", "zh-Hant"),
        ("中方立场", "zh-Hans"),
        ("中方立場", "zh-Hant"),
        ("五大支柱", "zh-Hans"),  # nothing tells: the same in both scripts
        ("谁说过“Thucydides trap”？", "zh-Hans"),
    ],
)
def test_language_and_script(text, language):
    assert find_language(text) == language


FORMS = [
    (
        "position",
        "What is China's position on Taiwan?",
        "中方在台湾问题上的立场是什么？",
        "中方在台灣問題上的立場是什麼？",
    ),
    ("each_side", "What did each side say about trade?", "双方就经贸问题各说了什么？", "雙方就經貿問題各說了什麼？"),
    ("each_side", "Compare the two readouts on trade.", "中美双方分别怎么说经贸？", "中美雙方分別怎麼說經貿？"),
    (
        "change",
        "How did the wording on Taiwan change between 2017 and 2026?",
        "2017年到2026年台湾问题的表述有什么变化？",
        "2017年到2026年台灣問題的表述有什麼變化？",
    ),
    ("change", "When was “guardrails” first mentioned?", "“护栏”最早什么时候被提到？", "「護欄」最早什麼時候被提到？"),
    ("change", "When was the trap mentioned?", "陷阱在哪些会晤中被提到？", "陷阱在哪些會晤中被提到？"),
    ("change", "How many times did Xi mention Taiwan?", "习近平提到台湾多少次？", "習近平幾次提到台灣？"),
    ("list", "Which issues did Yellen raise?", "耶伦提出了哪些关切？", "葉倫提出了哪些關切？"),
    ("mention", "Did Biden ever use the term “cold war”?", "拜登有没有说过“冷战”？", "拜登有沒有說過「冷戰」？"),
    ("who", "Which side mentioned Ukraine?", "哪一方谈了乌克兰？", "哪一方談了烏克蘭？"),
    ("list", "List the five pillars.", "列出五根支柱。", "列出五大支柱。"),
    ("list", "Which areas did they agree to cooperate in?", "双方将在哪些领域合作？", "雙方將在哪些領域合作？"),
    ("number", "How many soybeans will China buy?", "中方将购买多少大豆？", "中方將購買多少大豆？"),
    ("mention", "Did Biden mention fentanyl?", "拜登是否提到芬太尼？", "拜登有沒有提到芬太尼？"),
    ("definition", "What does “strategic stability” mean?", "“战略稳定”是什么意思？", "「戰略穩定」是什麼意思？"),
    ("who", "Who said “the Thucydides trap”?", "谁说过“修昔底德陷阱”？", "誰說過「修昔底德陷阱」？"),
    ("who", "Where does the phrase “win-win” appear?", "“双赢”出现在哪里？", "「雙贏」出現在哪裡？"),
    ("when", "When did the two presidents meet?", "两国元首什么时候会晤？", "兩國元首什麼時候會晤？"),
    ("where", "Where did the two presidents meet?", "两国元首在哪里会晤？", "兩國元首在哪裡會晤？"),
]


@pytest.mark.parametrize(
    ("form", "text"), [(form, text) for form, *texts in FORMS for text in texts], ids=lambda value: value
)
def test_form(form, text):
    assert understand_question(text, TODAY).form == form


@pytest.mark.parametrize(
    ("texts", "sides", "speakers", "accounts"),
    [
        (
            ("What did Biden say about AI?", "拜登就人工智能说了什么？", "拜登就人工智慧說了什麼？"),
            ("us",),
            ("biden",),
            (),
        ),
        (
            ("What did President Xi tell Trump?", "习近平主席对特朗普说了什么？", "習近平主席對川普說了什麼？"),
            ("cn",),
            ("xi-jinping",),
            (),
        ),
        (("What did Trump say to Xi?", "特朗普对习近平说了什么？", "川普對習近平說了什麼？"), ("us",), ("trump",), ()),
        (("What does China say on trade?", "中方对经贸怎么说？", "中方對經貿怎麼說？"), ("cn",), (), ()),
        (
            (
                "What did Xi say according to the White House readout?",
                "根据白宫通稿，习近平说了什么？",
                "根據白宮新聞稿，習近平說了什麼？",
            ),
            ("cn",),
            ("xi-jinping",),
            ("us",),
        ),
        (
            (
                "According to the Chinese side, what did Biden promise?",
                "据中方介绍，拜登作出了什么承诺？",
                "據中方介紹，拜登作出了什麼承諾？",
            ),
            ("us",),
            ("biden",),
            ("cn",),
        ),
        (("What happened in San Francisco?", "旧金山会晤的成果是什么？", "舊金山會晤的成果是什麼？"), (), (), ()),
        # each side: nobody is left out
        (("What did each side say?", "双方各说了什么？", "雙方各說了什麼？"), (), (), ()),
        (("What did Xi and Trump each say?", "习近平和特朗普各说了什么？", "習近平和川普各說了什麼？"), (), (), ()),
    ],
)
def test_whose_words_and_whose_account(texts, sides, speakers, accounts):
    for text in texts:
        question = understand_question(text, TODAY)
        assert (question.sides, question.speakers, question.accounts) == (sides, speakers, accounts), text


@pytest.mark.parametrize(
    ("texts", "events"),
    [
        (("What was said in San Francisco?", "旧金山会晤谈了什么？", "舊金山會晤談了什麼？"), ("woodside-2023",)),
        (("What was said at Woodside?", "斐洛里庄园会晤谈了什么？", "斐洛里莊園會晤談了什麼？"), ("woodside-2023",)),
        (("What was said in Bali?", "巴厘岛会晤谈了什么？", "峇里島會晤談了什麼？"), ("bali-2022",)),
        # a place with more than one meeting names none of them, unless the year tells
        (("What was said in Beijing?", "在北京谈了什么？", "在北京談了什麼？"), ()),
        (("What was said in Beijing in 2017?", "2017年在北京谈了什么？", "2017年在北京談了什麼？"), ("beijing-2017",)),
        # and one that was not held in the year asked for is none of the question's
        (("What was said in Bali in 2026?", "2026年在巴厘岛谈了什么？", "2026年在峇里島談了什麼？"), ()),
    ],
)
def test_events(texts, events):
    for text in texts:
        assert understand_question(text, TODAY).events == events, text


@pytest.mark.parametrize(
    ("texts", "first", "last"),
    [
        (("What happened in 2023?", "2023年发生了什么？", "2023年發生了什麼？"), date(2023, 1, 1), date(2023, 12, 31)),
        (("last year's meeting", "去年的会晤", "去年的會晤"), date(2025, 1, 1), date(2025, 12, 31)),
        (
            ("the meeting of November 2023", "2023年11月的会晤", "2023年11月的會晤"),
            date(2023, 11, 1),
            date(2023, 11, 30),
        ),
        (("from 2017 to 2026", "2017年至2026年的会晤", "2017年至2026年的會晤"), date(2017, 1, 1), date(2026, 12, 31)),
    ],
)
def test_periods(texts, first, last):
    for text in texts:
        (period,) = understand_question(text, TODAY).periods
        assert (period.first, period.last) == (first, last), text


def test_years_that_differ_ask_for_a_change():
    assert understand_question("What did Xi say about Taiwan in 2017 and 2026?", TODAY).form == "change"
    assert understand_question("2017年和2026年习近平就台湾问题说了什么？", TODAY).form == "change"
    assert understand_question("2017年和2026年習近平就台灣問題說了什麼？", TODAY).form == "change"


@pytest.mark.parametrize(
    "text",
    [
        "What did the two leaders agree on AI?",
        "What consensus did the two sides reach?",
        "两国元首就人工智能达成了什么共识？",
        "双方同意设立什么机制？",
        "兩國元首就人工智慧達成了什麼共識？",
        "雙方同意設立什麼機制？",
    ],
)
def test_what_both_agreed_is_asked_of_nobody_alone(text):
    question = understand_question(text, TODAY)
    assert question.joint
    assert (question.sides, question.speakers) == ((), ())


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ('Who said "win-win"?', ("win-win",)),
        ("Who said ‘win-win’?", ("win-win",)),
        ("谁说过“双赢”？", ("双赢",)),
        ("誰說過「雙贏」和「壓艙石」？", ("雙贏", "壓艙石")),
        ("What is China's view of Biden's words?", ()),  # apostrophes quote nothing
    ],
)
def test_quoted_phrases(text, phrases):
    assert understand_question(text, TODAY).phrases == phrases


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What did Biden say about Taiwan in 2023?", "What did say about Taiwan in ?"),
        ("2023年拜登就台湾问题说了什么？", "就台湾问题说了什么？"),
        ("2023年拜登就台灣問題說了什麼？", "就台灣問題說了什麼？"),
        # who is only spoken of stays in the topic
        ("Did the sides discuss Biden's visit?", "Did the sides discuss Biden's visit?"),
    ],
)
def test_the_topic_is_what_is_left(text, topic):
    assert understand_question(text, TODAY).topic == topic


@pytest.mark.parametrize("text", ["", " ", "?", "？！", "\x00", "😀", "a" * 2000, "《》「」", "‮abc"])
def test_no_text_breaks_it(text):
    assert understand_question(text, TODAY).text == text


@pytest.mark.parametrize(
    ("text", "form", "accounts"),
    [
        ("What is in the White House readout but not in the Chinese one?", "each_side", ()),
        ("2023年11月白宫声明里有哪些内容中方通稿没有提？", "each_side", ()),
        ("How do the two readouts of the call differ on Taiwan?", "each_side", ()),
        ("对比习近平和拜登在气候问题上的表态。", "each_side", ()),
        ("資料庫裡有沒有美方2017年的聲明？", "mention", ("us",)),
    ],
)
def test_what_one_text_has_and_the_other_has_not(text, form, accounts):
    question = understand_question(text, TODAY)
    assert (question.form, question.accounts) == (form, accounts)
    assert "White House" not in question.topic
    assert "白宫" not in question.topic


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("change", "Is the win-win formula new in 2023, or did he already use it earlier?"),
        ("change", "「正確相處之道」是2026年才講的，還是之前就說過？"),
        ("change", "哪些年份的会晤谈到了南海？"),
        ("change", "哪几年谈到南海？"),
        ("change", "In which meetings did the South China Sea come up?"),
        ("change", "In which years did climate change feature?"),
        ("list", "双方就气候变化达成了哪些共识？"),  # the climate's change is none of wording
        ("position", "What did they agree on climate change?"),
        ("position", "Did Biden oppose unilateral changes to the status quo?"),
        ("each_side", "Both leaders spoke in 2021. What did each say about Taiwan?"),
        ("number", "美国要卖给台湾几艘军舰？"),
        ("number", "派出了幾輛車？"),
        ("position", "这几年双方谈了什么？"),
        ("position", "双方几乎没有分歧的是什么？"),
    ],
)
def test_form_by_other_wordings(form, text):
    assert understand_question(text, TODAY).form == form


@pytest.mark.parametrize(
    "text", ["Is the formula new in 2023, or was it used before?", "“双赢”是2026年才说的，还是以前就说过？"]
)
def test_whether_something_is_new_is_not_asked_of_its_year_alone(text):
    assert understand_question(text, TODAY).periods == ()


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What did the secretary of state say in Beijing?", "What did the say in ?"),
        ("习近平在北京说了什么？", "在 说了什么？"),
        ("拜登在北京的经济做法上说了什么？", "在北京的经济做法上说了什么？"),
    ],
)
def test_where_something_was_said_is_no_topic(text, topic):
    assert understand_question(text, TODAY).topic == topic
