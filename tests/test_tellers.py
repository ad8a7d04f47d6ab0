"""qa.understanding.tellers: in whose account an answer is wanted, apart from sides and places that are only named."""

from __future__ import annotations

import pytest

from qa.understand import understand_question


@pytest.mark.parametrize(
    ("text", "sides", "accounts"),
    [
        # an account is told, given or published
        ("In the Chinese version, what did Trump say about visas?", ("us",), ("cn",)),
        ("In Washington's telling, what did Xi promise on fentanyl?", ("cn",), ("us",)),
        ("In Beijing's account, what did Biden promise on Taiwan?", ("us",), ("cn",)),
        ("What does the American government's own statement say on visas?", (), ("us",)),
        ("What do the statements issued by the Chinese side say on visas?", (), ("cn",)),
        ("What does Beijing say the United States promised on Taiwan?", ("us",), ("cn",)),
        ("据中方介绍，美国财长在会谈中表达了什么关切？", ("us",), ("cn",)),
        ("按中方的说法，国务卿布林肯对气候合作怎么表态？", ("us",), ("cn",)),
        ("据中方介绍，美国农业部长怎么谈大豆？", ("us",), ("cn",)),
        ("按照美方的说法，王毅就朝鲜说了什么？", ("cn",), ("us",)),
        ("據美方說法，習近平對芬太尼做了什麼承諾？", ("cn",), ("us",)),
        ("给我看美国政府自己发布的关于渔业的声明", (), ("us",)),
        ("中国外交部发布的文本里怎么谈气候？", (), ("cn",)),
        ("中方和美方两份通稿各是怎么写台湾的？", (), ("cn", "us")),
        ("What does the State Department readout say about Hong Kong?", (), ("us",)),
        ("2022年6月通话，中方自己的通稿怎么写台海？", (), ("cn",)),
        ("2022年6月通話，中方自己的新聞稿怎麼寫台海？", (), ("cn",)),
        ("Is there any US document on the 2019 talks?", (), ("us",)),
        ("有没有美方自己的文件提到香港？", (), ("us",)),
        ("美方那邊的稿子怎麼寫香港？", (), ("us",)),
        ("中方对日内瓦会谈的官方说法是什么？", (), ("cn",)),
        ("What do Chinese sources say about the dinner?", (), ("cn",)),
        ("What did Trump say, going by Chinese sources?", ("us",), ("cn",)),
        ("What did the readout of Yellen's meeting with Li Qiang say?", (), ()),
        ("通电话谈到台湾，白宫和中方的说法分别是什么？", (), ()),  # of each side
        # a publisher's texts are its side's
        ("新华社通稿怎么写关税？", (), ("cn",)),
        ("According to CCTV, what did Biden say of the estate?", ("us",), ("cn",)),
        ("According to Reuters, what did Biden say?", ("us",), ()),
        # a place, a property or a view is none
        ("What did the Americans raise about fishing while Trump was in Beijing?", ("us",), ()),
        ("How were journalists held in Chinese courts, as Blinken described it?", ("us",), ()),
        ("What does Biden say about companies operating in Chinese markets?", ("us",), ()),
        ("What did Trump promise farmers in American states?", ("us",), ()),
        ("In China's view, what causes the deficit?", ("cn",), ()),
        # a ministry speaks for its side; both accounts tell what it says
        ("What did the US Treasury say about exchange rates?", ("us",), ()),
        ("What did the president of the United States say?", ("us",), ()),
        ("What does the Pentagon want from military talks?", ("us",), ()),
        ("美国国防部怎么看两军热线？", ("us",), ()),
        ("美国财政部主张怎样处理产能过剩？", ("us",), ()),
        ("中国国防部就台海军演说了什么？", ("cn",), ()),
        ("美國國務院對香港怎麼說？", ("us",), ()),
        # who tells in his own name is the one asked for
        ("In Blinken's telling, what came of the talks?", ("us",), ()),
    ],
)
def test_whose_account(text: str, sides: tuple[str, ...], accounts: tuple[str, ...]) -> None:
    question = understand_question(text)
    assert (question.sides, question.accounts) == (sides, accounts)
