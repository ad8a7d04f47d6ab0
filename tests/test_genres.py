import pytest

from index.origins.genres import find_account_of_genre


@pytest.mark.parametrize(
    ("title", "text", "account"),
    [
        ("Readout of President Ada Morrow's Call with President Ning", "They spoke. The United States will act.", "us"),
        (
            "Secretary Morrow’s Meeting with Chinese Foreign Minister Ning",
            "This is attributable to the Spokesperson.",
            "us",
        ),
        ("Remarks by President Morrow and President Ning", "PRESIDENT NING: (As interpreted.) Thank you.", "us"),
        ("Department Press Briefing with Spokesperson Jo Lark", "The visit produced results for Americans.", "us"),
        ("FACT SHEET: Outcomes of the Talks in Oslo", "The United States will lower the tariff.", "us"),
        # Another country's president has such a readout too.
        ("Readout of President Odhiambo's Call", "President Odhiambo of Kenya spoke with the United States.", None),
        ("Readout of Kenyan President Odhiambo's Call", "He spoke with the United States.", None),
        ("Prime Minister Hartley's Meeting with President Ning", "They spoke of the United States.", None),
        ("Readout of President Morrow's Call", "They spoke.", None),  # nothing American in it
        ("宁远同美国总统莫罗通电话", "国家主席宁远20日应约同美国总统莫罗通电话。", "cn"),
        ("寧遠同美國國務卿拉克會談", "外交部長寧遠21日同美國國務卿拉克會談，中方闡明了立場。", "cn"),
        ("中菲磋商", "2025年1月16日，外交部副部长宁远在厦门主持磋商，中方提出交涉。", "cn"),
        ("宁远会见莫罗", "中国国家主席宁远会见美国总统莫罗。", None),
        ("寧遠會見莫羅", "本報訊 國家主席寧遠會見美國總統莫羅。", None),  # a newspaper's
        ("拉克訪美", "外交部長拉克今天抵達華府。", None),  # might be Taiwan's
    ],
)
def test_whose_text_a_readout_of_people_in_no_table_is(title: str, text: str, account: str | None) -> None:
    assert find_account_of_genre(title, text) == account


def test_what_stands_around_a_text_counts() -> None:
    assert find_account_of_genre("宁远谈会晤", "一、背景是什么？", "外交部长宁远向媒体介绍中方立场。") is None
    assert find_account_of_genre("宁远谈会晤", "中方很重视。", "外交部长宁远向媒体介绍情况。") == "cn"
    assert find_account_of_genre("宁远谈会晤", "国家主席宁远会见莫罗。", "【本报专讯】") is None
