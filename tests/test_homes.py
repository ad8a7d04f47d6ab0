import pytest

from index.records import Account, Language, Origin, Side
from index.speech.homes import find_home, side_at_home
from tests.test_attribute import voices_of


@pytest.mark.parametrize(
    ("origin", "text", "home"),
    [
        (Origin(account="cn"), "外交部表示", "cn"),
        (Origin(account="us"), "The Secretary said", "us"),
        (Origin(account="press", publisher="中央社"), "外交部今天表示", "other"),
        (Origin(account="press", publisher="Focus Taiwan"), "The foreign ministry said", "other"),
        (Origin(account="press"), "總統府發言人說。陸委會表示。", "other"),
        (Origin(account="press"), "外交部表示", None),
        (Origin(), "Reuters reported", None),
    ],
)
def test_whose_side_is_at_home(origin: Origin, text: str, home: Side | None) -> None:
    assert find_home(origin, text) == home


@pytest.mark.parametrize(
    ("name", "before", "home", "side"),
    [
        ("外交部", "", "other", "other"),
        ("外交部", "中國", "other", "cn"),
        ("外交部", "", "cn", "cn"),
        ("Foreign Ministry", "The ", "other", "other"),
        ("Foreign Ministry", "China's ", "other", "cn"),
        ("国台办", "", "other", "cn"),
    ],
)
def test_a_ministry_is_that_of_the_side_at_home(name: str, before: str, home: Side, side: Side) -> None:
    assert side_at_home(name, before, "cn", home) == side


@pytest.mark.parametrize(
    ("raw", "language", "account", "sides"),
    [
        (
            "# 外交部表示感謝\n\n外交部今天表示，歡迎美方的表態。\n\n"
            "陸委會表示，北京應正視事實。\n\n總統府發言人說，很好。",
            "zh-Hant",
            "press",
            ["other", "other", "other"],
        ),
        (
            "# 俄称击退进攻\n\n俄罗斯国防部2日称，俄军继续推进。乌方尚未回应。俄军还打击了机场。",
            "zh-Hans",
            "cn",
            ["other", None, None],
        ),
        (
            "# 外交部发言人表示\n\n外交部发言人毛宁2日表示，中方高度关注。日方行为十分危险。",
            "zh-Hans",
            "cn",
            ["cn", "cn"],
        ),
        (
            "# 国台办：美方应停止\n\n国台办发言人陈斌华29日表示，美方应停止。有记者问，有何评论？陈斌华说，不容。",
            "zh-Hans",
            "cn",
            ["cn", None, "cn"],
        ),
        (
            "# Talks held\n\nChina's foreign ministry said the talks went well. It was late. "
            "“We are pleased,” a spokesperson said.",
            "en",
            "press",
            ["cn", None, "cn"],
        ),
    ],
)
def test_who_speaks_in_reports_on_others(
    raw: str, language: Language, account: Account, sides: list[Side | None]
) -> None:
    assert [side for _, side, _, _ in voices_of(raw, language, account)] == sides
