"""qa.nations and qa.understanding.nations: third countries whose words are asked for, and who speaks for them."""

from __future__ import annotations

import numpy as np
import pytest

from index.records import Voice
from qa.guests import of_meetings_with
from qa.holders import name_holders
from qa.library import Library
from qa.understand import understand_question
from tests.corpus import make_readout
from tests.shelf import BOTH, XI, make_library

SANCHEZ = Voice("桑切斯", "pedro-sanchez", "other", "explicit")
MARTIN = Voice("马丁", None, "other", "explicit")
LEE = Voice("李在明", "lee-jae-myung", "other", "explicit")
STOLTENBERG = Voice("SECRETARY GENERAL STOLTENBERG", "stoltenberg", "other", "label")
VIETNAM = Voice("越方", None, "other", "explicit")


@pytest.fixture(scope="module")
def library() -> Library:
    return make_library(
        [
            make_readout("es.txt", "李强同西班牙首相桑切斯举行会谈。桑切斯表示，西方愿合作。", language="zh-Hans"),
            make_readout(
                "two.txt",
                "赵乐际在北京分别会见韩国总统李在明、爱尔兰总理马丁。李在明表示，愿合作。马丁表示，愿交流。",
                language="zh-Hans",
            ),
            make_readout("vn.txt", "习近平会见越南客人。越方愿同中方合作。", language="zh-Hans"),
            make_readout(
                "nato.txt",
                "NATO Secretary General Jens Stoltenberg came. STOLTENBERG: We support Ukraine.",
                language="en",
            ),
            make_readout(
                "tea.txt",
                "韩正会见世界茶叶组织总干事茶某某。茶某某表示，愿合作。他们表示，愿交流。",
                language="zh-Hans",
            ),
            make_readout(
                "th.txt", "Blinken met with Thai Foreign Minister Somchai. They discussed trade.", language="en"
            ),
            make_readout("pl.txt", "Secretary Blinken thanked the Polish government.", language="en"),
        ],
        {
            "桑切斯表示": SANCHEZ,
            "李在明表示": LEE,
            "马丁表示": MARTIN,
            "越方愿": VIETNAM,
            "他们表示": Voice("他们", None, "other", "explicit"),
            "They discussed": BOTH,
            "茶某某表示": Voice("茶某某", None, "other", "explicit"),
            "STOLTENBERG:": STOLTENBERG,
            "习近平会见": XI,
        },
    )


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("What did the Spanish prime minister say about trade?", ("pedro-sanchez",)),
        ("西班牙首相怎么看贸易？", ("pedro-sanchez",)),
        ("西班牙首相怎麼看貿易？", ("pedro-sanchez",)),
        ("What is Spain's position on trade?", ("pedro-sanchez",)),
        # two guests in one article, one of them in no list
        ("What did the Irish prime minister say about trade?", ("马丁",)),
        ("爱尔兰总理马丁对贸易怎么说？", ("马丁",)),
        ("愛爾蘭總理對貿易怎麼說？", ("马丁",)),
        ("What did the prime minister of Ireland say about trade?", ("马丁",)),
        ("韩国总统对贸易怎么说？", ("lee-jae-myung",)),
        ("韩国外长对贸易怎么说？", ("south-korea",)),  # he held another office: nobody is heard
        # a side without a name, and the head of an organisation
        ("越方怎么看贸易？", ("越方",)),
        ("What did Vietnam say about trade?", ("越方",)),
        ("What did NATO's secretary general say about Ukraine?", ("stoltenberg",)),
        ("北约秘书长怎么说乌克兰？", ("stoltenberg",)),
        ("北約秘書長怎麼說烏克蘭？", ("stoltenberg",)),
        ("What does Hanoi say about trade?", ("越方",)),
        ("河內怎麼看貿易？", ("越方",)),
        ("What did the PM of Spain say about trade?", ("pedro-sanchez",)),
        # named in a way that no text has: who is called by the office speaks
        ("What did Irish Prime Minister Leo Varadkar say about trade?", ("马丁",)),
        # an office of no country, and somebody in no list
        ("世界茶叶组织总干事怎么说？", ("茶某某",)),
        ("茶某某对贸易怎么说？", ("茶某某",)),
        ("他们怎么说贸易？", ()),
        ("他們怎麼說貿易？", ()),
        # nobody holds the office where anything is told: nobody is heard
        ("What did the Polish prime minister say about trade?", ("poland",)),
        ("波兰总理对贸易怎么说？", ("poland",)),
        # nobody speaks for it: a question about it like any other
        ("What did Poland say about trade?", ()),
        ("波兰对贸易怎么说？", ()),
        # only spoken of
        ("What did Xi say about Spain?", ("xi-jinping",)),
        ("习近平对西班牙怎么说？", ("xi-jinping",)),
        ("What will Spanish companies get?", ()),
        ("What document were NATO leaders expected to sign?", ()),
    ],
)
def test_who_speaks_for_a_country(text: str, speakers: tuple[str, ...], library: Library) -> None:
    assert name_holders(understand_question(text), library).speakers == speakers


@pytest.mark.parametrize("text", ["What did Poland say about trade?", "波兰对贸易怎么说？"])
def test_a_country_of_which_nobody_speaks_is_asked_about(text: str, library: Library) -> None:
    question = name_holders(understand_question(text), library)
    assert (question.nations, question.sides) == ((), ())
    assert "Poland" in question.topic or "波兰" in question.topic


@pytest.mark.parametrize(
    "text",
    ["What did the Thai foreign minister say about trade?", "泰国外长对贸易怎么说？", "泰國外長對貿易怎麼說？"],
)
def test_of_whoever_says_nothing_alone_what_both_said_is_asked(text: str, library: Library) -> None:
    question = name_holders(understand_question(text), library)
    assert (question.sides, question.joint, [nation.id for nation in question.met]) == (("joint",), True, ["thailand"])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("What did the Spanish prime minister say?", ["Spanish prime minister"]),
        ("What did Ireland's Martin say about trade?", ["Ireland's Martin"]),
        ("韩国总理金不换对李强说了什么？", ["韩国总理金不换"]),
        ("法國政府的立場是什麼？", ["法國政府"]),
        ("What did Biden say about the Spanish prime minister?", []),
        ("西班牙首相桑切斯怎么说？", []),  # he is asked himself
        ("中方对日本怎么说？", []),
    ],
)
def test_which_words_name_a_country(text: str, words: list[str]) -> None:
    assert [nation.words for nation in understand_question(text).nations] == words


@pytest.mark.parametrize(
    ("text", "form", "people"),
    [
        ("What did Li Qiang and Albanese say about differences?", "each_side", ("li-qiang", "albanese")),
        ("李强和阿尔巴尼斯对分歧怎么说？", "each_side", ("li-qiang", "albanese")),
        ("李強和艾班尼斯對分歧怎麼說？", "each_side", ("li-qiang", "albanese")),
        ("How did Russia and China differ on Iran?", "each_side", ()),
        ("越南和中国在南海问题上怎么说？", "each_side", ()),
        ("Did Xi and Merz agree on Ukraine?", "position", ("xi-jinping", "merz")),  # together, not each
    ],
)
def test_two_who_are_asked_for_their_own_words(text: str, form: str, people: tuple[str, ...]) -> None:
    question = understand_question(text)
    assert (question.form, question.partners) == (form, people)


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("What did Blinken and India's foreign minister discuss?", [("india", ("foreign",))]),
        ("布林肯跟印度外长谈了什么？", [("india", ("foreign",))]),
        ("布林肯跟印度外長談了什麼？", [("india", ("foreign",))]),
        ("李强对韩国总理说了什么？", [("south-korea", ("head",))]),
        ("What did Blinken say about India?", []),
    ],
)
def test_a_meeting_with_an_office_of_a_country(text: str, met: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(nation.id, nation.ranks) for nation in understand_question(text).met] == met


@pytest.mark.parametrize(
    ("text", "documents"),
    [
        ("What did Zhao Leji tell the Irish prime minister?", {"two.txt"}),
        ("赵乐际对爱尔兰总理说了什么？", {"two.txt"}),
        ("What did Li Qiang tell Spain's prime minister?", {"es.txt"}),
    ],
)
def test_only_articles_of_such_a_meeting_are_searched(text: str, documents: set[str], library: Library) -> None:
    question = name_holders(understand_question(text), library)
    allowed = of_meetings_with(question.met, library, np.ones(len(library.store.passages), dtype=np.bool_))
    assert {library.store.passages[n].readout.name for n in np.flatnonzero(allowed).tolist()} == documents


def test_of_several_guests_the_one_who_is_met_is_named(library: Library) -> None:
    assert "马丁" in name_holders(understand_question("赵乐际对爱尔兰总理说了什么？"), library).topic


@pytest.mark.parametrize(
    ("text", "accounts"),
    [
        ("What did Biden say at the White House?", ()),
        ("拜登在白宫说了什么？", ()),
        ("How does the White House describe the talks?", ("us",)),
        ("白宫怎么描述会谈？", ("us",)),
    ],
)
def test_a_house_where_somebody_was_tells_nothing(text: str, accounts: tuple[str, ...]) -> None:
    assert understand_question(text).accounts == accounts
