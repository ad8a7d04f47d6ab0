import pytest

from index.attribute import attribute_sentences
from index.records import Account, Language, Span
from index.split import split_sentences
from tests.corpus import make_readout

BRIEFING = """\
# 王毅向媒体介绍会晤情况

Q 一、如何评价会晤？

王毅：这是一次历史性会晤。

习近平主席强调，合作是唯一正确选择。两国元首为两国关系领航掌舵。

Q 二、关于台湾问题？

王毅：台湾问题是中国内政。特朗普总统表示理解。
"""

READOUT = """\
# 习近平会见美国总统

5月14日，习近平在北京会见美国总统特朗普。

习近平指出，太平洋足够大。双方要加强沟通。一共有三点：

一是对话。二是合作。

特朗普表示，我愿继续保持沟通。美国政府奉行一个中国政策。

双方同意设立工作组。
"""

TO_CAMERA = """\
# 习近平抵达旧金山

总台央视记者：这里是旧金山。

习近平指出，中美关系很重要。

习近平：我们要加强合作。
"""

TRANSCRIPT = """\
# Remarks by President Biden and President Xi Before Their Meeting

PRESIDENT BIDEN:  Good to see you. We need guardrails.

And the world is watching.

PRESIDENT XI:  (As interpreted.) I stand ready to work with you.

Q Did you discuss Taiwan?

THE PRESIDENT:  Yes.
"""


def voices(raw: str, language: Language) -> list[tuple[str, str | None, str | None, str]]:
    return voices_of(raw, language, "us" if language == "en" else "cn")


def voices_of(raw: str, language: Language, account: Account) -> list[tuple[str, str | None, str | None, str]]:
    readout = make_readout("test.txt", raw, language=language, account=account)
    spans: list[Span] = attribute_sentences(readout, list(split_sentences(readout)))
    return [(span.text, span.voice.side, span.voice.person, span.voice.attribution) for span in spans]


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        (
            READOUT,
            "zh-Hans",
            [
                ("5月14日，习近平在北京会见美国总统特朗普。", None, None, "none"),
                ("习近平指出，太平洋足够大。", "cn", "xi-jinping", "explicit"),
                ("双方要加强沟通。", "cn", "xi-jinping", "carried"),
                ("一共有三点：", "cn", "xi-jinping", "carried"),
                ("一是对话。", "cn", "xi-jinping", "carried"),
                ("二是合作。", "cn", "xi-jinping", "carried"),
                ("特朗普表示，我愿继续保持沟通。", "us", "trump", "explicit"),
                ("美国政府奉行一个中国政策。", "us", "trump", "carried"),
                ("双方同意设立工作组。", "joint", None, "joint"),
            ],
        ),
        (
            BRIEFING,
            "zh-Hans",
            [
                ("Q 一、如何评价会晤？", None, None, "none"),
                ("王毅：这是一次历史性会晤。", "cn", "wang-yi", "label"),
                ("习近平主席强调，合作是唯一正确选择。", "cn", "xi-jinping", "explicit"),
                ("两国元首为两国关系领航掌舵。", "cn", "wang-yi", "label"),
                ("Q 二、关于台湾问题？", None, None, "none"),
                ("王毅：台湾问题是中国内政。", "cn", "wang-yi", "label"),
                ("特朗普总统表示理解。", "us", "trump", "explicit"),
            ],
        ),
        (
            TRANSCRIPT,
            "en",
            [
                ("PRESIDENT BIDEN:  Good to see you.", "us", "biden", "label"),
                ("We need guardrails.", "us", "biden", "label"),
                ("And the world is watching.", "us", "biden", "label"),
                ("PRESIDENT XI:  (As interpreted.) I stand ready to work with you.", "cn", "xi-jinping", "label"),
                ("Q Did you discuss Taiwan?", None, None, "none"),
                ("THE PRESIDENT:  Yes.", "us", "biden", "label"),
            ],
        ),
    ],
)
def test_who_speaks_in_each_sentence(
    raw: str, language: Language, expected: list[tuple[str, str | None, str | None, str]]
) -> None:
    assert voices(raw, language) == expected


def test_a_report_goes_on_behind_a_reporter() -> None:
    assert [(side, person) for _, side, person, _ in voices(TO_CAMERA, "zh-Hans")] == [
        (None, None),
        ("cn", "xi-jinping"),
        ("cn", "xi-jinping"),
    ]
