import pytest

from index.records import Account, Language
from index.speech.casting import cast_of, side_of_office_zh
from index.speech.cues import Cast
from tests.corpus import make_readout


def cast(raw: str, language: Language, account: Account) -> Cast:
    readout = make_readout("test.txt", raw, language=language, account=account)
    return cast_of(readout, readout.sections[0])


@pytest.mark.parametrize(
    ("raw", "strangers"),
    [
        # China's own by the office alone, in a text that is titled after no meeting
        (
            "# 宁远就访华向媒体介绍情况\n\n4月19日，外交部长宁远就美国总统访华介绍情况。\n\n宁远表示，很好。",
            {"宁远": "cn"},
        ),
        # the office of a guest behind his side's
        ("# 宁远同莫罗磋商\n\n宁远与美方牵头人、财政部长莫罗磋商。\n\n莫罗表示，很好。", {"莫罗": "us"}),
        # what the text says of him goes before whom it met
        ("# 美国关税之际 宁远与莫罗会谈\n\n肯尼亚总统莫罗来访。\n\n莫罗表示，很好。", {"莫罗": "other"}),
    ],
)
def test_whose_somebody_in_no_table_is(raw: str, strangers: dict[str, str]) -> None:
    found = cast(raw, "zh-Hans", "cn").strangers
    assert {name: found.get(name) for name in strangers} == strangers


@pytest.mark.parametrize(
    ("raw", "language", "account", "guest"),
    [
        ("# 习近平会见美国国务卿\n\n布林肯来访。", "zh-Hans", "cn", "us"),
        ("# 李强同老挝总理会谈\n\n欢迎仪式后，李强同坎塔翁举行会谈。", "zh-Hans", "cn", "other"),
        ("# Readout of a call with President Xi\n\nThey spoke.", "en", "us", "cn"),
        ("# Call with Mexican Foreign Secretary Ebrard\n\nThey spoke.", "en", "us", "other"),
        ("# The President's Meeting in Auckland\n\nThey spoke of China.", "en", "us", "cn"),  # where is not with whom
        # a name that ends as a people's does
        ("# The President's Call with President Ning Huaiqian\n\nThey spoke of China.", "en", "us", "cn"),
        ("# 赵乐际同阿拉伯议会议长举行会谈\n\n赵乐际同欧舒米会谈。", "zh-Hans", "cn", "other"),
        ("# 国际联播快讯\n\n武装冲突持续。", "zh-Hans", "cn", "other"),
        ("# 国务院召开会议\n\n会议指出，要抓好落实。", "zh-Hans", "cn", None),
        ("# A newspaper's report on Xi\n\nXi spoke.", "en", "press", None),
    ],
)
def test_whom_an_account_tells_of(raw: str, language: Language, account: Account, guest: str | None) -> None:
    assert cast(raw, language, account).guest == guest


def test_an_article_introduces_its_own_people() -> None:
    raw = "# 李强同老挝总理会谈\n\n李强同坎塔翁举行会谈。\n\n坎塔翁表示，愿深化合作。\n\n中国工程院院长张三成说，很好。"
    assert cast(raw, "zh-Hans", "cn").strangers == {"坎塔翁": "other"}
    raw = (
        "# Meeting\n\nSecretary Blinken met Japanese National Security Advisor Akiba Takeo. The Secretary thanked him."
    )
    found = cast(raw, "en", "us")
    assert found.strangers["Akiba"] == "other"
    assert found.titles["secretary"].person == "blinken"


@pytest.mark.parametrize(
    ("phrase", "side"),
    [
        ("会见孟加拉国外交部长", "other"),
        ("中国驻美国大使", "cn"),
        ("美国驻华大使", "us"),
        ("格林纳达驻华大使", "other"),
        ("北京市市长", "cn"),
        ("主席", None),
        ("越共中央政治局委员、中央书记处常务书记", "other"),
        ("美国政府朝鲜事务特别代表", "us"),
    ],
)
def test_the_side_of_an_office(phrase: str, side: str | None) -> None:
    assert side_of_office_zh(phrase) == side
