"""What a question sets side by side: sides, texts, years, or the places where a word stands."""

import pytest

from qa.understand import understand_question


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2017年和2023年，习近平分别怎么说“容得下中美两国”？", "change"),
        ("習近平在2017、2023和2026年分別怎麼形容台灣問題的重要性？", "change"),
        ("习近平2017年和2026年对中美经贸关系的表述有何异同？", "change"),
        ("What did the White House say on Taiwan after each of the two 2022 calls?", "change"),
        ("2022年两次通话后，白宫在台湾问题上分别怎么说？", "change"),
        # what is between the two sides names nobody who speaks
        ("2017年和2026年，习近平对两国经济关系的定性分别是什么？", "change"),
        ("川普2017年與2026年兩度訪中，習近平各自如何定性雙方的經貿往來？", "change"),
        ("梳理2017、2023、2026三次元首会晤，两国军方往来各讲了什么？", "change"),
        ("两国关系各方怎么看？", "each_side"),
        ("2023年中方和美方的说法分别是什么？", "each_side"),
        ("2017年与2023年，中美双方分别怎么说？", "each_side"),
        ("拜登分别对台湾和南海怎么说？", "position"),
    ],
)
def test_words_for_each_ask_of_several_times_where_one_side_is_asked(text: str, form: str) -> None:
    assert understand_question(text).form == form


@pytest.mark.parametrize(
    "text",
    [
        "Taiwan in the spring 2024 call: how do the Chinese and the American versions compare?",
        "Climate at Woodside: what does Beijing's text say, and what does Washington's?",
        "2024年4月通话，中美两边的通稿在台湾问题上有什么不一样？",
        "2023年11月會談中，美中雙方的文稿怎麼談AI？",
        "两份通稿都提到禁毒了吗？",
    ],
)
def test_texts_of_both_sides_are_each_asked(text: str) -> None:
    question = understand_question(text)
    assert (question.form, question.accounts) == ("each_side", ())


@pytest.mark.parametrize(
    "text",
    ["两国的联合声明怎么说气候？", "中美三个联合公报说了什么？"],
)
def test_a_joint_text_is_no_comparison(text: str) -> None:
    assert understand_question(text).form != "each_side"


@pytest.mark.parametrize(
    "text",
    [
        "In which years is the relationship likened to a big ship?",
        "哪几年的会晤把中美关系比作一艘“大船”？",
        "把中美關係比喻成大船的說法，出現在哪幾年？",
        "Which documents mention fentanyl?",
        "哪些文件谈到了南海？",
    ],
)
def test_every_place_where_words_stand_is_asked_for(text: str) -> None:
    assert understand_question(text).form == "change"


@pytest.mark.parametrize("text", ["On which dates did Biden and Xi talk by phone?", "哪几天拜登和习近平通了电话？"])
def test_days_of_what_was_done_are_no_places_of_words(text: str) -> None:
    assert understand_question(text).form == "when"


@pytest.mark.parametrize(
    ("text", "sides", "speakers"),
    [
        ("习近平对拜登讲中国有没有取代美国的打算？", ("cn",), ("xi-jinping",)),
        ("習近平對拜登的國安顧問說，中國對美政策有哪些沒變？", ("cn",), ("xi-jinping",)),
        ("照王毅的講法，美方怎麼看台灣走向獨立？", ("us",), ()),
        ("王毅表示中方在2026年會晤中感受到美方對台灣的什麼立場？", ("us",), ()),
        ("2023年11月记者问拜登信不信任习近平，他怎么回答？", ("us",), ("biden",)),
        ("What did Xi and the Japanese prime minister confirm to each other?", (), ()),
    ],
)
def test_of_what_one_tells_another_only_he_is_asked(
    text: str, sides: tuple[str, ...], speakers: tuple[str, ...]
) -> None:
    question = understand_question(text)
    assert (question.sides, question.speakers) == (sides, speakers)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2022年兩次拜習通話後，白宮針對台灣各怎麼說？", "change"),
        ("2023年沙利文和王毅两次碰头，白宫两次是怎么提到台海的？", "change"),
        ("On which occasions in 2024 did Washington complain of Russian arms?", "change"),
        ("2024年美方在哪些場合抱怨中國？", "change"),
        ("请问中方对两国领导人交往的作用，2017年和2026年分别是如何评价的？", "change"),
        ("「容得下中美兩國」只在2017年講過，還是後來也對拜登說過？", "change"),
        ("Xi told Trump there was room for both in 2017. Did he come back to the idea?", "change"),
        ("2024年春天拜习通电话谈到台湾，白宫和中方的说法分别是什么？", "each_side"),
        ("2024年拜習通話談台灣，白宮版跟北京版各是怎麼寫的？", "each_side"),
        ("Taiwan in the phone call: Washington's version next to Beijing's?", "each_side"),
        ("What was revived, as told first by the American side and then by the Chinese?", "each_side"),
        ("Which cabinet members was Biden sending after the spring 2024 phone call?", "position"),
    ],
)
def test_what_is_compared_is_told_from_how_it_is_put(text: str, form: str) -> None:
    assert understand_question(text).form == form
