"""qa.understanding.frames: the form of a question however it is put, and whether it asks for what two did together."""

from __future__ import annotations

import pytest

from qa.understand import understand_question


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("when", "Which days did Trump spend in China?"),
        ("when", "Which dates were the talks held on?"),
        ("when", "What's the date of the next summit?"),
        ("where", "Which hotel did Xi stay in?"),
        ("where", "What venue was it?"),
        ("where", "晚宴设在哪座庄园？"),
        ("number", "What share of growth comes from China?"),
        ("when", "拜登到旧金山是哪几天？"),
        ("when", "习近平带他参观了哪个古迹？几月几日？"),
        ("when", "特朗普是应谁邀请、哪几号访华的？"),
        ("when", "川普訪華是哪幾天？"),
        ("position", "What did Xi and Blinken agree on when they met?"),
        ("where", "Where did they go when the talks were over?"),
        ("when", "When and where have Xi and Trump met?"),
        ("where", "习近平和拜登先后在哪些地方见面？"),
        ("where", "Which cities did the delegation visit?"),
        ("position", "Where do China and the US stand on the war in Ukraine?"),
        ("number", "How long did Xi and Trump talk?"),
        ("number", "How long were Xi and Biden together at Woodside?"),
        ("number", "习近平和拜登谈了多久？"),
        ("number", "習近平和拜登談了幾個小時？"),
        ("when", "習近平帶他參觀了哪個古蹟？幾月幾日？"),
        ("position", "习近平把台湾看得有多重？"),
        ("number", "那座鼎有多重？"),
        ("number", "What's the number of guests?"),
        ("number", "How high are the tariffs on electric cars?"),
        ("number", "那座塔有多高？"),
        ("who", "Whom did Blinken meet in Beijing?"),
        ("who", "Which of the two asked for the call?"),
        ("each_side", "How do Xi's and Trump's words on Korea compare?"),
        ("each_side", "How did each president see the trade deficit?"),
        ("each_side", "What did each leader put first?"),
        ("each_side", "US vs China on fentanyl"),
        ("each_side", "Put both positions on chips side by side."),
        ("each_side", "Do the accounts of the call contradict one another?"),
        ("each_side", "中美在台湾问题上分歧在哪？"),
        ("each_side", "兩邊在晶片上的立場差在哪裡？"),
        ("each_side", "How does Beijing's account put the Taiwan passage, and how does Washington's account?"),
        ("each_side", "What do Xi and Biden think about AI?"),
        ("each_side", "在农业上习近平要什么、特朗普给什么？"),
        ("each_side", "習近平要什麼、川普願意做什麼？"),
        ("position", "What did Trump want from Beijing on oil?"),
        ("position", "What did Xi ask of Washington?"),
        ("position", "特朗普想从北京得到什么？"),
        ("position", "拜登希望中方在伊朗问题上做什么？"),
        ("mention", "Was human rights discussed in 2023?"),
        ("mention", "Was Taiwan on the agenda?"),
        ("mention", "Any word on Taiwan?"),
        ("mention", "Did Biden call Xi a dictator during the talks?"),
        ("mention", "Was anything said about giant pandas?"),
        ("mention", "Did the talks touch on space?"),
        ("mention", "Were fishing rights talked about?"),
        ("mention", "拜登谈到香港了吗？"),
        ("mention", "习近平有没有谈人权没有？"),
        ("mention", "2024年谈了芬太尼没有？"),
        ("mention", "習近平提古巴了沒有？"),
        ("mention", "雙方談過太空嗎？"),
        ("position", "稀土是会谈的重点议题吗？"),
        ("change", "The navies: how were they spoken of in 2017, and what was said in 2023?"),
    ],
)
def test_form(form: str, text: str) -> None:
    assert understand_question(text).form == form


@pytest.mark.parametrize(
    ("joint", "text"),
    [
        (True, "Which agreements were reached on AI?"),
        (True, "What deals were signed in 2017?"),
        (True, "在人工智能上取得了哪些成果？"),
        (False, "What did Xi say about the agreement reached in Bali?"),
        (True, "What did Xi and Biden settle on counternarcotics?"),
        (True, "What did Xi and Trump work out together on tariffs?"),
        (True, "What have Trump and Xi decided about soybeans?"),
        (True, "What was put down about AI, not just by one of them?"),
        (True, "习近平和拜登在禁毒上一起敲定了什么？"),
        (True, "两国元首当场拍板了哪些事？"),
        (True, "双方就航班说好了什么？"),
        (True, "中美之间谈妥了哪些农产品安排？"),
        (True, "習近平和川普在關稅上談成了什麼？"),
        # one of them alone, and others
        (False, "拜登说他和习近平就热线达成了什么？"),
        (False, "What do Xi and Biden think about AI?"),
        (False, "习近平和岸田文雄会见时重申了什么？"),
    ],
)
def test_what_two_did_together(joint: bool, text: str) -> None:
    question = understand_question(text)
    assert question.joint == joint
    assert not (joint and (question.sides or question.speakers))
