from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from index.cleaning.decode import decode_text
from index.origins.catalog import load_catalog
from index.origins.dates import find_days, resolve_day
from index.origins.publishers import find_source_of_title
from index.origins.years import infer_year
from index.read import make_readout
from index.records import EventDate, Origin, Readout

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
READOUTS = ROOT.parent / "shared" / "readouts"


def read(text: str, name: str = "file.txt") -> Readout:
    return make_readout(name, b"", text, Origin())


def told(found: EventDate | None) -> tuple[str, str] | None:
    return (found.day.isoformat(), found.source) if found else None


@pytest.mark.parametrize(
    ("text", "year", "month", "day"),
    [
        ("11月9日", None, 11, 9),
        ("November 9", None, 11, 9),
        ("9日在人民大会堂", None, None, 9),
        ("2023年11月14日至17日", 2023, 11, 17),
        ("met from May 10-11", None, 5, 11),
        ("8月27日至28日", None, 8, 28),
        ("November 15, 2021", 2021, 11, 15),
        ("15 November 2021", 2021, 11, 15),
        ("二〇二三年十一月十五日", 2023, 11, 15),
        ("112年11月16日", 2023, 11, 16),
        ("2025/11/25 08:15", 2025, 11, 25),
        ("https://tv.cctv.com/2023/11/16/VIDE.shtml", 2023, 11, 16),
        ("http://www.news.cn/politics/leaders/2023-11/16/c_1129977705.htm", 2023, 11, 16),
        ("https://www.mfa.gov.cn/eng/xw/zyxw/202404/t20240426_11290108.html", 2024, 4, 26),
        ("《新闻联播》 (20231116)", 2023, 11, 16),
    ],
)
def test_days_in_both_languages(text, year, month, day):
    found = find_days(text)[0]
    assert (found.year, found.month, found.day) == (year, month, day)


@pytest.mark.parametrize(
    "text", ["6973個5G基站", "12日本企業", "they may 5 times", "2023年", "May 2022", "1—10月份", "2月30日"]
)
def test_what_is_no_day(text):
    assert [day.full for day in find_days(text) if day.full] == []


@pytest.mark.parametrize(
    ("words", "published", "meant"),
    [
        ("11月15日", date(2023, 11, 16), date(2023, 11, 15)),
        ("December 30", date(2024, 1, 2), date(2023, 12, 30)),
        ("30日", date(2024, 1, 2), date(2023, 12, 30)),
        ("November 16", date(2023, 11, 15), date(2023, 11, 16)),  # Beijing is a day ahead
        ("2022年3月18日", date(2023, 1, 1), date(2022, 3, 18)),
    ],
)
def test_a_day_is_the_last_one_before_publication(words, published, meant):
    assert resolve_day(find_days(words)[0], published) == meant


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("今年也是美国独立250周年。", 2026),
        ("明年是中美建交45周年。", 2023),
        ("今年是中美建交45週年。", 2024),
        ("自去年11月巴厘島會晤以來", 2023),
        ("作为2026年APEC东道主", 2026),
        ("2017年我们参观了故宫。", None),
        ("今年是中美建交45周年。今年也是美国独立250周年。", None),  # they differ
        ("截至2025年底", None),
    ],
)
def test_a_year_is_inferred_only_where_all_hints_agree(text, year):
    found = infer_year(text)
    assert (found.number if found else None) == year


FRONT = "---\ndate: '{}'\npublished_time: {}\nsource_url: https://www.whitehouse.gov/x/\ntitle: Remarks\n---\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        # The text's own day goes before the page's.
        (
            FRONT.format("2021-11-16", "2021-11-16 00:19:14-05:00", "They met virtually on November 15."),
            "a.txt",
            "2021-11-15",
        ),
        (
            FRONT.format("2021-02-10", "2021-02-10 21:11:39-05:00", "Mr. Biden spoke today with Mr. Xi."),
            "a.txt",
            "2021-02-10",
        ),
        (
            FRONT.format("2024-01-27", "2024-01-27 08:30:13-05:00", "He met on January 26-27 in Bangkok."),
            "a.txt",
            "2024-01-27",
        ),
        # The day of another meeting does not.
        (FRONT.format("2021-10-06", "", "They met, following the September 9 phone call."), "a.txt", "2021-10-06"),
        # What was said at 5:20 in California cannot have been published at one in the morning of the same day.
        (
            FRONT.format("2023-11-16", "2023-11-16 01:02:11-05:00", "5:20 P.M. PST\n\nTHE PRESIDENT:  Good evening."),
            "a.txt",
            "2023-11-15",
        ),
        (FRONT.format("2021-11-16", "", "(November 15, 2021)\n\nMODERATOR:  Thanks."), "a.txt", "2021-11-15"),
        (FRONT.format("2023-11-16", "", "THE PRESIDENT:  Good evening."), "2023-11-15_remarks.txt", "2023-11-15"),
        (
            "标题\n\n4月2日晚，习近平应约同拜登通电话。\n\nhttps://tv.cctv.com/2024/04/03/V.shtml\n",
            "a.txt",
            "2024-04-02",
        ),
        ("标题\n\n李强7日在京会见耶伦。\n\nhttps://tv.cctv.com/2023/07/07/V.shtml\n", "a.txt", "2023-07-07"),
        ("2024年3月7日外交部长王毅答中外记者问\n\n王毅：对华合作是美方的正确选择。\n", "a.txt", "2024-03-07"),
        ("Readout\n\nThe two presidents talked.\n", "2022-07-28-readout.md", "2022-07-28"),
        # A day that is only announced or marked is not the text's, nor is one long before unless a meeting is told.
        (FRONT.format("2022-04-20", "", "The two states will hold a review on April 21."), "a.txt", "2022-04-20"),
        (FRONT.format("2021-07-26", "", "Beginning on July 11, people took to the streets."), "a.txt", "2021-07-26"),
        (FRONT.format("2022-07-30", "", "On July 12, sanctions took effect."), "a.txt", "2022-07-30"),
        (FRONT.format("2022-07-30", "", "On July 12, the Secretary met Wang Yi."), "a.txt", "2022-07-12"),
        ("---\ndate: '2024-02-16'\n---\n\n运动会明天（2月17日）将在内蒙古开幕。\n", "a.txt", "2024-02-16"),
        ("---\ndate: '2023-08-11'\n---\n\n7月31日，北京遭遇大暴雨。\n", "a.txt", "2023-08-11"),
    ],
)
def test_the_day_of_the_event(text, name, expected):
    found = read(text, name).origin.date
    assert found is not None
    assert found.day.isoformat() == expected
    assert found.evidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("国家主席习近平9日在人民大会堂同特朗普举行会谈。", None),
        ("5月15日，习近平会见特朗普。今年也是美国独立250周年。", ("2026-05-15", "inferred")),
        ("2023年11月15日，习近平会见拜登。", ("2023-11-15", "stated")),
        ("The two leaders talked about trade.", None),
        ("President Biden looks forward to welcoming the Prime Minister on July 26, 2021.", None),
        ("On March 15, 1995, a national emergency was declared.", None),
    ],
)
def test_a_day_that_nothing_tells_stays_unknown(text, expected):
    assert told(read(f"{text}\n").origin.date) == expected


@pytest.mark.parametrize(
    ("text", "account"),
    [
        ("标题\n\n（新华社北京11月9日电）习近平会见特朗普。\n", "cn"),
        ("標題\n\n習近平會見特朗普。\n\n中新社\n", "cn"),
        ("标题\n\n央视网消息（新闻联播）：习近平会见布林肯。\n", "cn"),
        ("Title\n\nThe leaders met.\n\nhttps://www.state.gov/readout\n", "us"),
        ("Title\n\nThe leaders met.\n\nhttps://www.mfa.gov.cn/eng/x.html\n", "cn"),
        ("Title\n\nWASHINGTON, Nov 15 (Reuters) - The leaders met.\n", "press"),
        ("標題\n2025/11/25 08:15 聯合報\n\n川普與習近平通電話。\n", "press"),
        ("Joint Statement on Trade\n\nThe Parties agree.\n\nhttps://www.whitehouse.gov/x\n", "joint"),
        ("# U.S.-Turkey Joint Statement on Security\n\nThey met.\n\nhttps://www.state.gov/x\n", "joint"),
        ("# G7 Foreign Ministers’ Statement on Belarus\n\nWe condemn it.\n\nhttps://www.state.gov/x\n", "joint"),
        (
            "# On Belarus\n\nThe text of the following statement was released by the Governments of A and B.\n\n"
            "https://www.state.gov/x\n",
            "joint",
        ),
        ("# Press Briefing on the Joint Statement\n\nThey met.\n\nhttps://www.state.gov/x\n", "us"),
        ("# Secretary Antony J. Blinken At a Press Availability\n\nSECRETARY BLINKEN: Good evening.\n", "us"),
        ("# 中美关于气候的联合声明\n\n双方同意。\n\nhttps://www.mfa.gov.cn/x\n", "joint"),
        ("Readout of President Biden’s Call with President Xi\n\nThey spoke.\n", "us"),
        ("Remarks With Wang Yi\n\nMichael R. Pompeo\nSecretary of State\n\nSECRETARY POMPEO: Thank you.\n", "us"),
        ("外交部发言人毛宁主持例行记者会\n\n毛宁：请关注后续消息。\n", "cn"),
        ("李强会见美国财政部长\n\n李强会见耶伦。\n", None),  # who is met tells nothing of whose text it is
        ("Title\n\nThe leaders met.\n", None),
    ],
)
def test_whose_account_a_text_is(text, account):
    assert read(text).origin.account == account


def test_a_page_with_both_sides_has_an_account_for_each():
    page = (
        "通话\n\n新华社北京9月10日电 习近平同拜登通电话。\n\n以下是白宫发布的声明全文：\n\nThe leaders spoke today.\n"
    )
    assert [section.origin.account for section in read(page).sections] == ["cn", "us"]


def test_the_articles_of_a_seed_have_their_own_day_with_the_catalogs_year():
    catalog = load_catalog(SEEDS / "catalog.toml")
    path = next(SEEDS.glob("000*"))
    readout = make_readout(path.name, b"", path.read_text(encoding="utf-8"), catalog[path.name])
    assert [told(section.origin.date) for section in readout.sections] == [
        ("2026-05-14", "catalog"),
        ("2026-05-14", "catalog"),
        ("2026-05-14", "catalog"),
        ("2026-05-15", "catalog"),
        ("2026-05-14", "catalog"),
        ("2026-05-14", "catalog"),
        ("2026-05-14", "catalog"),
        ("2026-05-14", "catalog"),
    ]
    assert {section.origin.account for section in readout.sections} == {"cn"}


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("000", ("2026-05-14", "inferred")),
        ("001", ("2026-05-15", "inferred")),
        ("002", ("2023-11-15", "stated")),
        ("003", ("2023-11-17", "stated")),
        ("004", None),  # no year is stated, and no hint tells one
    ],
)
def test_the_seeds_would_be_dated_without_the_catalog(number, expected):
    path = next(SEEDS.glob(f"{number}*"))
    readout = read(path.read_text(encoding="utf-8"), path.name)
    assert (readout.origin.account, told(readout.origin.date)) == ("cn", expected)


def real_readouts() -> Iterator[tuple[Path, dict[str, str]]]:
    for path in sorted(READOUTS.glob("*.meta.json")) if READOUTS.is_dir() else []:
        meta = json.loads(path.read_text(encoding="utf-8"))
        yield path.with_name(meta["file"]), meta


@pytest.mark.skipif(not READOUTS.is_dir(), reason="the further readouts are not in the project")
@pytest.mark.parametrize("named", [True, False], ids=["by its name", "under another name"])
def test_real_readouts_tell_their_day_title_and_account(named):
    wrong = []
    for path, meta in real_readouts():
        data = path.read_bytes()
        readout = make_readout(path.name if named else "file.txt", data, decode_text(data), Origin())
        day = readout.origin.date.day.isoformat() if readout.origin.date else None
        found = (day, readout.origin.title, readout.origin.account, readout.language)
        if found != (meta["date"], meta["title"], meta["side"], meta["language"]):
            wrong.append((path.name, found))
    assert wrong == []


@pytest.mark.parametrize("title", ["Bali.s" + "—" * 130 + "html)", "A" + "-A" * 90, "A- " * 80, "and " * 90])
def test_a_title_of_dashes_is_soon_read(title):
    assert find_source_of_title(title) is None
