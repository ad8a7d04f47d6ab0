"""index.attribute over readouts of meetings with third countries: who of several guests speaks, and for how long."""

from __future__ import annotations

import pytest

from index.attribute import attribute_sentences
from index.records import Account, Language
from index.split import split_sentences
from tests.corpus import make_readout

RUSSIA = """\
# 习近平会见俄罗斯总理

习近平在北京会见俄罗斯总理米舒斯京。

米舒斯京表示，祝贺中国取得成就。两国元首今年两次会晤，巩固了俄中关系。俄方愿同中方一道，深化合作。习近平主席提出全球治理倡议具有重要意义。我们愿落实。
"""

SEVERAL = """\
# 李强分别会见韩国总理、蒙古国总理

李强在大连分别会见来华出席夏季达沃斯论坛的韩国总理金不换、蒙古国总理乌其那勒。

在会见金不换时，李强表示，中方愿深化合作。金不换表示，韩方愿加强协作。

在会见乌其那勒时，李强表示，中方重视中蒙关系。乌其那勒表示，蒙方愿深化合作。
"""

AFRICAN_UNION = """\
# 习近平会见非盟委员会主席

习近平在北京会见来华出席中非合作论坛北京峰会的非盟委员会主席法某某。

法某某表示，非方期待中国发挥作用。
"""

SHARED = """\
# 习近平会见越南国会主席

习近平在北京会见越南国会主席王庭惠。

习近平指出，我和阮富仲总书记去年共同宣布构建命运共同体。志同道合是最鲜明的特征。
"""

QUAD = """\
# The Quad Senior Officials Meeting

Senior officials from the United States, Australia, India, and Japan met today.

The senior officials discussed peace in the Taiwan Strait. They welcomed regular consultations.

Secretary Blinken updated the officials on joint actions.
"""


@pytest.mark.parametrize(
    ("text", "language", "account", "speakers"),
    [
        (
            RUSSIA,
            "zh-Hans",
            "cn",
            [None, "mishustin", None, "mishustin", "mishustin", "mishustin"],
        ),
        (SEVERAL, "zh-Hans", "cn", [None, "li-qiang", "other", "li-qiang", "other"]),
        (AFRICAN_UNION, "zh-Hans", "cn", [None, "other"]),
        (SHARED, "zh-Hans", "cn", [None, "xi-jinping", "xi-jinping"]),
        (QUAD, "en", "us", [None, "joint", "joint", "blinken"]),
    ],
    ids=["russia", "several", "african-union", "shared", "quad"],
)
def test_who_speaks(text: str, language: Language, account: Account, speakers: list[str | None]) -> None:
    readout = make_readout("a.txt", text, language=language, account=account)
    voiced = attribute_sentences(readout, split_sentences(readout))
    told = [s.voice for s in voiced if s.text not in readout.text.split("\n")[0]]
    assert [voice.person or voice.side for voice in told] == speakers
