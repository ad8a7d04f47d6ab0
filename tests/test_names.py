from __future__ import annotations

from datetime import date

import pytest

from index.naming import entries
from index.naming.entries import load_events, load_people
from index.naming.names import (
    Mention,
    account_of,
    events_at,
    find_events,
    find_institutions,
    find_offices,
    find_people,
    find_places,
)
from index.naming.tables import BadRowError, read_rows


def found(mentions, text):
    return [(text[m.start : m.end], m.id, m.side) for m in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("習近平強調，我同特朗普總統贊同", [("習近平", "xi-jinping", "cn"), ("特朗普", "trump", "us")]),
        ("川普與習主席通話", [("川普", "trump", "us"), ("習主席", "xi-jinping", "cn")]),
        ("President Joseph R. Biden, Jr. spoke with Xi.", [
            ("Joseph R. Biden, Jr.", "biden", "us"), ("Xi", "xi-jinping", "cn")]),
        ("what did xi tell biden", [("xi", "xi-jinping", "cn"), ("biden", "biden", "us")]),
        ("PRESIDENT XI:  (As interpreted.)", [("XI", "xi-jinping", "cn")]),
        ("Xi’s visit to Xi’an; taxi fares", [("Xi", "xi-jinping", "cn")]),
        ("蘇利文同王毅會晤", [("蘇利文", "sullivan", "us"), ("王毅", "wang-yi", "cn")]),
        ("王毅同俄罗斯外长会见", [("王毅", "wang-yi", "cn")]),
        ("the Biden Administration and 拜登政府", []),
        ("韩正在北京会见来宾，日韩正在磋商", []),
        ("罗斯托夫、克里沃罗格和英格兰多地", []),
        ("Gina McCarthy met Jill Biden", [("Jill Biden", "jill-biden", "us")]),
        ("a dance in waltz time, and Mr. Waltz", [("Waltz", "waltz", "us")]),
        ("北約秘書長史托騰伯格", [("史托騰伯格", "stoltenberg", "other")]),
        ("桑傑士與柯隆納", [("桑傑士", "pedro-sanchez", "other"), ("柯隆納", "colonna", "other")]),
        ("卡舒吉、哈紹吉与黎智英", [
            ("卡舒吉", "khashoggi", "other"), ("哈紹吉", "khashoggi", "other"), ("黎智英", "jimmy-lai", "other")]),
        ("President Yoon and King Salman", [
            ("President Yoon", "yoon-suk-yeol", "other"), ("King Salman", "king-salman", "other")]),
        ("the store was closed by Støre", [("Støre", "store", "other")]),
        ("贝鲁特局势、斯大林格勒战役、肯尼迪航天中心", []),
    ],
)  # fmt: skip
def test_people_are_found_whatever_the_script(text, expected):
    assert found(find_people(text), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("美國總統和國務卿", [("美國總統", "us"), ("國務卿", "us")]),
        ("国务院副总理汪洋、外交部长王毅", [("国务院副总理", "cn"), ("外交部长", None)]),
        ("The President and the Secretary of State", [("President", None), ("Secretary of State", "us")]),
        ("The secretary wrote it down", []),
        ("越南国家主席", [("越南国家主席", "other")]),
    ],
)
def test_offices_tell_the_side_where_they_can(text, expected):
    assert [(printed, side) for printed, _, side in found(find_offices(text), text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("美方務必慎之又慎", [("美方", "us")]),
        ("兩國元首同意", [("兩國元首", "joint")]),
        ("恪守一个中国原则", []),
        ("中国国防部和美国国防部", [("中国国防部", "cn"), ("美国国防部", "us")]),
        (
            "Both sides told us that the PRC and U.S. firms",
            [("Both sides", "joint"), ("the PRC", "cn"), ("U.S.", "us")],
        ),
        ("美国总统特朗普", []),
    ],
)
def test_institutions_and_joint_subjects(text, expected):
    assert [(printed, side) for printed, _, side in found(find_institutions(text), text)] == expected


@pytest.mark.parametrize("text", ["峇里島", "巴厘岛", "Bali", "bali"])
def test_a_place_is_one_place_under_all_its_names(text):
    assert find_places(text) == [Mention(0, len(text), "bali")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("費羅麗會晤", [("woodside-2023", False)]),
        ("At Filoli in Woodside", [("woodside-2023", True), ("woodside-2023", True)]),
        ("峇里島會談", [("bali-2022", False)]),
        ("the Woodside Summit", [("woodside-2023", False)]),
        ("在日內瓦", [("geneva-ai-2024", True), ("geneva-2025", True)]),
        ("the 2026 summit", [("beijing-2026", False)]),
    ],
)
def test_events_are_found_by_name_and_by_place(text, expected):
    assert [(m.event.id, m.by_place) for m in find_events(text)] == expected


def test_an_event_has_its_days_and_sides():
    event = events_at("busan")[0]
    assert (event.first, event.last, event.sides) == (date(2025, 10, 30), date(2025, 10, 30), ("cn", "us"))


@pytest.mark.parametrize(
    ("name", "account"),
    [
        ("https://bidenwhitehouse.archives.gov/briefing-room/x/", "us"),
        ("http://www.news.cn/politics/leaders/2023-11/16/c_1129977705.htm", "cn"),
        ("china.usembassy-china.org.cn", "us"),
        ("https://la.china-consulate.gov.cn/a.htm", "cn"),
        ("新華社北京11月9日電", "cn"),
        ("（中新社）", "cn"),
        ("Office of the Spokesperson, U.S. Department of State", "us"),
        ("Reuters", "press"),
        ("https://www.scmp.com/news", "press"),
        ("https://example.org", None),
        ("a blog", None),
    ],
)
def test_a_publisher_tells_the_account(name, account):
    assert account_of(name) == account


def test_the_gazetteer_is_large_enough():
    assert len(load_people()) >= 1_500
    assert len(load_events()) >= 60
    assert [event.first for event in load_events()] == sorted(event.first for event in load_events())


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("id\tside\n", "people.tsv, line 1: the columns are .* write the first line as id<TAB>side<TAB>names"),
        ("id\tside\tnames\nxi\tcn\n", "people.tsv, line 2: 2 cells; write 3, separated by tabs: id, side, names"),
        (
            "id\tside\tnames\n# note\nxi\tch\tXi\n",
            "people.tsv, line 3: side is 'ch'; write one of cn, us, joint, other",
        ),
        ("id\tside\tnames\nxi\tcn\t习\n", "people.tsv, line 2: the names are '习'; write names of two characters"),
        ("id\tside\tnames\na\tcn\t習近平\nb\tcn\t习近平\n", "people.tsv, line 3: '习近平' stands in line 2 too"),
    ],
)
def test_an_unreadable_row_names_its_file_and_line_and_the_cure(tmp_path, monkeypatch, table, message):
    (tmp_path / "people.tsv").write_text(table, encoding="utf-8")
    monkeypatch.setattr(entries, "FOLDER", tmp_path)
    with pytest.raises(BadRowError, match=message):
        load_people.__wrapped__()


def test_comments_and_empty_lines_are_no_rows(tmp_path):
    path = tmp_path / "places.tsv"
    path.write_text("id\tnames\n\n# a comment\nbali\tBali|巴厘岛\n", encoding="utf-8")
    assert [(row.line, row["id"], row.names("names")) for row in read_rows(path, ("id", "names"))] == [
        (4, "bali", ("Bali", "巴厘岛"))
    ]
