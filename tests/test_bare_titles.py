import pytest

from index.records import Language
from tests.test_attribute import voices

CN_TALKS = """\
# 王毅同美国国务卿布林肯举行会谈

中共中央政治局委员、外交部长王毅在华盛顿同美国国务卿布林肯举行会谈。

王毅表示，中美需要协商。外长强调，发展目标十分明确。

布林肯国务卿表示，美方愿保持沟通。国务卿重申，一个中国政策没有改变。

双方同意继续保持高层交往。外长还指出，台湾问题最重要。美国国务卿说，美方不寻求新冷战。
"""
CN_DEFENCE = """\
# 国防部长董军同美国国防部长奥斯汀会谈

董军表示，两军关系正在企稳。防长指出，美方应纠正错误做法。

奥斯汀说，政策没有改变。防长还谈到，美军将继续航行。
"""
NOBODY_NAMED = "# 两国代表会谈\n\n外长强调，发展目标十分明确。"


@pytest.mark.parametrize(
    ("raw", "language", "expected"),
    [
        (
            CN_TALKS,
            "zh-Hans",
            {
                "外长强调，发展目标十分明确。": ("cn", "wang-yi"),
                "国务卿重申，一个中国政策没有改变。": ("us", "blinken"),
                "外长还指出，台湾问题最重要。": ("cn", "wang-yi"),
                "美国国务卿说，美方不寻求新冷战。": ("us", "blinken"),
            },
        ),
        (
            CN_DEFENCE,
            "zh-Hans",
            {
                "防长指出，美方应纠正错误做法。": ("cn", "dong-jun"),
                "防长还谈到，美军将继续航行。": ("us", "austin"),
            },
        ),
        (
            "# 习近平总书记在贵州考察\n\n习近平总书记考察贵州。广大干部群众表示，要落实要求。"
            "他指出，要保护文化。总书记强调，要实干。",
            "zh-Hans",
            {"他指出，要保护文化。": ("cn", "xi-jinping"), "总书记强调，要实干。": ("cn", "xi-jinping")},
        ),
        (NOBODY_NAMED, "zh-Hans", {"外长强调，发展目标十分明确。": ("cn", None)}),
    ],
)
def test_a_bare_title_means_who_holds_it(
    raw: str, language: Language, expected: dict[str, tuple[str | None, str | None]]
) -> None:
    found = {text: (side, person) for text, side, person, _ in voices(raw, language)}
    assert {text: found[text] for text in expected} == expected
