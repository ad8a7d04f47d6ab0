"""qa.understanding.askees: whose words a question asks for, and whose it only mentions."""

from __future__ import annotations

import pytest

from qa.understand import understand_question
from qa.understanding.askees import find_askees


def asked(text: str) -> list[tuple[str, str, str | None]]:
    return [(text[a.start : a.end], a.side, a.person) for a in find_askees(text)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What did Biden say about Taiwan?", [("Biden", "us", "biden")]),
        ("拜登就台湾问题说了什么？", [("拜登", "us", "biden")]),
        ("拜登就台灣問題說了什麼？", [("拜登", "us", "biden")]),
        ("How did President Trump describe the relationship?", [("Trump", "us", "trump")]),
        ("特朗普怎么形容两国关系？", [("特朗普", "us", "trump")]),
        ("川普怎麼形容兩國關係？", [("川普", "us", "trump")]),
        ("What is China's position on Taiwan?", [("China", "cn", None)]),
        ("中方在台湾问题上的立场是什么？", [("中方", "cn", None)]),
        ("中方在台灣問題上的立場是什麼？", [("中方", "cn", None)]),
        ("What did the US side promise?", [("US side", "us", None)]),
        ("美方作出了哪些承诺？", [("美方", "us", None)]),
        ("美方作出了哪些承諾？", [("美方", "us", None)]),
        # between a subject and its verb stands whom he saw twice
        ("习近平2023年、2024年两度接见布林肯，对竞争怎么说？", [("习近平", "cn", "xi-jinping")]),
        ("習近平先後兩次會見葉倫，對關稅怎麼說？", [("習近平", "cn", "xi-jinping")]),
        # offices without a name, and questions of a few words
        ("请引述秦刚先生在习近平会见布林肯时的发言。", [("秦刚", "cn", "qin-gang")]),
        ("Quote the remarks of Mr Qin Gang at the audience.", [("Qin Gang", "cn", "qin-gang")]),
        # the one-China policy is nobody's voice
        ("Which White House text explains its one-China stance?", []),
        ("白宫怎么解释一个中国的立场？", [("白宫", "us", None)]),
        # somebody's wife or son is somebody else
        ("特朗普夫人梅拉尼娅讲了什么？", [("梅拉尼娅", "us", "melania-trump")]),
        ("川普夫人梅蘭妮亞說了什麼？", [("梅蘭妮亞", "us", "melania-trump")]),
        ("What did Trump's wife say?", [("Trump's wife", "us", None)]),
        ("What did a senior administration official say?", [("senior administration official", "us", None)]),
        ("What did the US president say about Taiwan?", [("US", "us", None)]),
        ("Did the American president mention Hong Kong?", [("American president", "us", None)]),
        ("美国总统说了什么？", [("美国总统", "us", None)]),
        ("國家主席說了什麼？", [("國家主席", "cn", None)]),
        ("Xi on Taiwan?", [("Xi", "cn", "xi-jinping")]),
        ("Biden, Taiwan, 2023", [("Biden", "us", "biden")]),
        ("台湾 2023 美方", [("美方", "us", None)]),
        ("台灣 2023 美方", [("美方", "us", None)]),
        ("What did Xi and Biden each say?", [("Xi", "cn", "xi-jinping"), ("Biden", "us", "biden")]),
        # whoever is spoken to is not asked
        ("What did Xi tell Trump about Taiwan?", [("Xi", "cn", "xi-jinping")]),
        ("习近平对特朗普说了什么？", [("习近平", "cn", "xi-jinping")]),
        ("習近平對川普說了什麼？", [("習近平", "cn", "xi-jinping")]),
        ("What did China ask the United States to do?", [("China", "cn", None)]),
        ("中方要求美方做什么？", [("中方", "cn", None)]),
        ("中方要求美方做什麼？", [("中方", "cn", None)]),
    ],
)
def test_whose_words_are_asked_for(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "How many soybeans will go to China?",
        "What was agreed on US-China relations?",
        "What was said about American companies?",
        "Was Trump's visit discussed?",
        "How many times have Xi and Trump met?",
        'Who says "one China principle"?',
        "When did the meeting with Biden end?",
        "中美关系的定位是什么？",
        "有多少美国人访问过成都？",
        "關於中國企業說了什麼？",
        "中美關係的定位是什麼？",
    ],
)
def test_whoever_is_only_spoken_of_is_not_asked(text):
    assert asked(text) == []


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("What does the White House readout say about Taiwan?", ("us",)),
        ("白宫通稿里关于台湾说了什么？", ("us",)),
        ("白宮新聞稿裡關於台灣說了什麼？", ("us",)),
        ("In the Chinese account, what did Biden say?", ("cn",)),
        ("据中方介绍，拜登说了什么？", ("cn",)),
        ("據中方介紹，拜登說了什麼？", ("cn",)),
        ("Compare the Chinese and American readouts on Taiwan.", ("cn", "us")),
        ("What has changed in the US position on Taiwan?", ()),
        ("What did Biden say in Beijing?", ()),
        ("What did Biden say?", ()),
        ("拜登说了什么？", ()),
        ("拜登說了什麼？", ()),
    ],
)
def test_whose_account_is_asked_for(text, accounts):
    assert find_askees(text)[1] == accounts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("According to the Chinese side, what did Biden promise?", [("Biden", "us", "biden")]),
        ("据中方介绍，拜登作出了什么承诺？", [("拜登", "us", "biden")]),
        ("據中方介紹，拜登作出了什麼承諾？", [("拜登", "us", "biden")]),
    ],
)
def test_whoever_only_tells_is_not_asked(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        # whoever did something need not be the one who tells it
        ("Where was Biden given a dinner?", ()),
        ("Where did Xi welcome Trump?", ()),
        ("Where did Xi and Trump have their picture taken together?", ()),
        ("How many business people did Trump bring to Beijing?", ()),
        ("When did Trump arrive in Beijing?", ()),
        ("2017年特朗普的欢迎仪式办在哪里？", ()),
        ("特朗普带了多少位企业家？", ()),
        ("習近平在哪裡迎接川普？", ()),
        # a number or a day of somebody's words
        ("How many tonnes of grain did Xi say China would buy?", ("xi-jinping",)),
        ("习近平什么时候说过太平洋足够大？", ("xi-jinping",)),
        ("王毅稱有幾項成果？", ("wang-yi",)),
        # what was heard from someone is his
        ("What did Trump hear from Xi about Japan?", ("xi-jinping",)),
    ],
)
def test_facts_are_nobodys_words_unless_they_are_told(text, speakers):
    assert understand_question(text).speakers == speakers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What did the premier tell business people?", [("premier", "cn", None)]),
        ("What did the secretary of state say about North Korea?", [("secretary of state", "us", None)]),
        ("总理在会见中谈了哪些合作？", [("总理", "cn", None)]),
        ("美国国务卿就人权问题说了什么？", [("美国国务卿", "us", None)]),
        ("美國財長怎麼看匯率？", [("美國財長", "us", None)]),
        # of two joined people none is left out
        ("What do Xi and Biden think about AI?", [("Xi", "cn", "xi-jinping"), ("Biden", "us", "biden")]),
        ("习近平和特朗普怎么谈朝鲜？", [("习近平", "cn", "xi-jinping"), ("特朗普", "us", "trump")]),
    ],
)
def test_titles_and_pairs(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nouns and verbs that tell whose words are wanted
        ("What was Yellen's take on decoupling?", [("Yellen", "us", "yellen")]),
        ("What is Biden's opinion of the Chinese leader?", [("Biden", "us", "biden")]),
        ("How did Raimondo herself sum up the China market?", [("Raimondo", "us", "raimondo")]),
        ("How does Biden justify the export controls?", [("Biden", "us", "biden")]),
        ("中方批评美方什么？", [("中方", "cn", None)]),
        ("What was Yellen's reaction to the garden?", [("Yellen", "us", "yellen")]),
        ("What did Raimondo object to?", [("Raimondo", "us", "raimondo")]),
        ("Biden's bottom line on chips?", [("Biden", "us", "biden")]),
        ("耶伦对园林的印象如何？", [("耶伦", "us", "yellen")]),
        ("拜登怎麼誇他？", [("拜登", "us", "biden")]),
        # who is looked at is not asked
        ("美國怎麼看中國對俄羅斯的支持？", [("美國", "us", None)]),
        ("中方怎么评价美方的出口管制？", [("中方", "cn", None)]),
        ("What did China ask America to stop doing?", [("China", "cn", None)]),
        # a clause of time or of a condition
        ("布林肯访华时，就台湾怎么说？", [("布林肯", "us", "blinken")]),
        ("沙利文访华期间，中方就南海说了什么？", [("中方", "cn", None)]),
        ("要是中国不配合，布林肯怎么警告王毅？", [("布林肯", "us", "blinken")]),
        ("If China refuses to cooperate, what did Blinken warn of?", [("Blinken", "us", "blinken")]),
        # whom somebody met; whose adviser
        ("Which officials did Blinken see in Beijing?", []),
        ("王毅访美期间见了拜登谈了什么？", []),
        ("2024年8月，拜登的国安顾问怎么说？", [("国安顾问", None, None)]),
        ("What did Biden's aide say about trade?", [("Biden's aide", "us", None)]),
        # what somebody tells of another
        ("According to Xi, what did America promise?", [("America", "us", None)]),
    ],
)
def test_whose_words_by_other_wordings(text, expected):
    assert asked(text) == expected


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("According to Xi, what did America promise?", ("cn",)),
        ("Show me what the Chinese foreign ministry published on the Malta meeting.", ("cn",)),
        ("What did the White House put out after the call?", ("us",)),
        ("中方就马耳他会晤发布了什么？", ("cn",)),
        ("What prisoners were released?", ()),
    ],
)
def test_whose_texts_by_other_wordings(text, accounts):
    assert find_askees(text)[1] == accounts
