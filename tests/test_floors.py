import pytest

from index.records import Account, Language
from index.speech.casting import cast_of
from index.speech.floors import find_floor
from tests.corpus import make_readout


@pytest.mark.parametrize(
    ("raw", "language", "account", "expected"),
    [
        ("# 王毅向媒体介绍中美元首会晤情况\n\n会晤结束后。", "zh-Hans", "cn", ("wang-yi", "cn", False)),
        ("# 习近平会见美国国务卿\n\n习近平指出，合作有利。", "zh-Hans", "cn", (None, None, False)),
        (
            "# 习近平在欢迎宴会上的演讲\n\n我很高兴。我愿讲三点。我相信未来。",
            "zh-Hans",
            "cn",
            ("xi-jinping", "cn", True),
        ),
        (
            "# Remarks by President Biden on China\n\nI met President Xi. We talked. I made it clear.",
            "en",
            "us",
            ("biden", "us", True),
        ),
        ("# Tunisia’s Referendum\n\nWe share the concerns. We urge reform.", "en", "us", (None, "us", True)),
        (
            "# Readout\n\nSecretary Blinken met with Wang Yi. He underscored our values.",
            "en",
            "us",
            (None, None, False),
        ),
    ],
)
def test_who_tells_a_whole_article(
    raw: str, language: Language, account: Account, expected: tuple[str | None, str | None, bool]
) -> None:
    readout = make_readout("test.txt", raw, language=language, account=account)
    section = readout.sections[0]
    floor = find_floor(readout, section, cast_of(readout, section))
    assert (floor.voice.person, floor.voice.side, floor.own_words) == expected
