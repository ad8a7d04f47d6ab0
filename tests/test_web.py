"""Saved web pages: what is their article, what they say of themselves, and where each word stands in the file.

The pages in tests/pages are made up; they are built as the sites they are named after build theirs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from html import escape
from pathlib import Path

import pytest

from index.read import assemble_readout, read_file
from index.reading.page import choose_day
from index.reading.titles import strip_site
from index.reading.web import parse_page
from index.records import Origin, Readout

PAGES = Path(__file__).parent / "pages"
READOUTS = Path(__file__).parent.parent.parent / "shared" / "readouts"

# File, title, publisher, account, day, first and last words of the text.
EXPECTED = [
    (
        "whitehouse_2019",
        "Remarks by President Example Before Working Dinner with Premier Sample",
        "The White House",
        "us",
        "2018-12-01",
        "PRESIDENT EXAMPLE: Well,",
        "Thank you very much, everybody.",
    ),
    (
        "whitehouse_2023",
        "Readout of President Example’s Call with Premier Sample of Utopia",
        "The White House",
        "us",
        "2023-11-15",
        "President A. B. Example, Jr. spoke today",
        "their teams would follow up.",
    ),
    (
        "whitehouse_2025",
        "Fact Sheet: President Example Strikes Deal on Economic and Trade Relations with Utopia",
        "The White House",
        "us",
        "2025-11-01",
        "A HISTORIC AGREEMENT: This week,",
        "effective November 10, 2025.",
    ),
    (
        "state_2023",
        "Secretary Example’s Meeting with Utopian Foreign Minister Sample",
        "United States Department of State",
        "us",
        "2023-06-18",
        "The following is attributable",
        "Washington to continue the discussions.",
    ),
    (
        "treasury_2024",
        "READOUT: Secretary of the Treasury Example’s Meeting with Vice Premier Sample of Utopia",
        "U.S. Department of the Treasury",
        "us",
        "2024-04-06",
        "Today, U.S. Secretary of the Treasury",
        "domestic and global economies.",
    ),
    (
        "defense_2024",
        "Readout of Secretary of Defense Example's Video Call With Utopian Minister of National Defense Sample",
        "U.S. Department of Defense",
        "us",
        "2024-04-16",
        "Pentagon Press Secretary",
        "wherever international law allows.",
    ),
    (
        "mfa_zh",
        "样本会见乌托邦国务卿示例",
        "外交部",
        "cn",
        "2024-04-26",
        "2024年4月26日，中共中央政治局委员",
        "双方同意继续落实两国元首共识。",
    ),
    (
        "mfa_en",
        "President Sample Holds a Phone Call with President Example of Utopia",
        "Ministry of Foreign Affairs of the People's Republic of China",
        "cn",
        "2025-06-05",
        "On the evening of June 5, 2025,",
        "bilateral relations are very important.",
    ),
    (
        "xinhua",
        "样本同乌托邦总统示例举行元首会晤",
        "新华社",
        "cn",
        "2023-11-15",
        "当地时间11月15日，国家主席样本",
        "一个稳定和发展的对方符合世界利益。",
    ),
    (
        "cctv",
        "样本会见乌托邦财政部长",
        "CCTV",
        "cn",
        "2023-07-07",
        "国务院总理样本7日在京会见",
        "愿落实两国元首共识。",
    ),
    (
        "gov_cn",
        "样本出席外交场合讲话（全文）",
        "新华社",
        "cn",
        "2023-11-16",
        "尊敬的各位朋友，女士们，先生们：",
        "谢谢大家！",
    ),
    (
        "mofcom",
        "商务部新闻发言人就双边经贸磋商情况答记者问",
        "商务部新闻办公室",
        "cn",
        "2025-05-12",
        "答：双方发表了联合声明，",
        "中方相应取消了91%的反制关税。",
    ),
    (
        "xinhua_2017",
        "样本同乌托邦总统示例举行会谈",
        "新华社",
        "cn",
        "2017-11-09",
        "国家主席样本9日在人民大会堂",
        "乌方愿同中方加强合作。",
    ),
    (
        "fmprc_2018",
        "王某同乌托邦国务卿示例共同会见记者",
        "外交部",
        "cn",
        "2018-06-14",
        "2018年6月14日，国务委员兼外交部长王某",
        "双方举行了建设性会谈。",
    ),
    (
        "people",
        "样本会见乌托邦总统国家安全事务助理示例",
        "人民网－人民日报",
        "cn",
        "2024-08-29",
        "8月29日下午，国家主席样本",
        "而不是分裂对抗。",
    ),
    (
        "ustr_2021",
        "Readout of Ambassador Example’s Virtual Meeting with Vice Premier Sample",
        "United States Trade Representative",
        "us",
        "2021-10-08",
        "Ambassador Example today held",
        "agreed to follow up.",
    ),
    (
        "taiwan",
        "川習通話 白宮：談台灣與貿易",
        "www.cna.com.tw",
        "press",
        "2025-11-24",
        "美國總統示例24日與樣本通電話，",
        "美方反對任何片面改變現狀的行為。",
    ),
]


def prose(readout: Readout) -> list[str]:
    return [readout.text[block.start : block.end] for block in readout.blocks if block.kind == "prose"]


@pytest.mark.parametrize(("name", "title", "publisher", "account", "day", "first", "last"), EXPECTED)
def test_a_saved_page_tells_its_title_day_and_publisher(name, title, publisher, account, day, first, last):
    readout = read_file(PAGES / f"{name}.html")
    origin = readout.origin
    assert (origin.title, origin.publisher, origin.account) == (title, publisher, account)
    assert origin.date is not None
    assert origin.date.day.isoformat() == day
    assert len(readout.sections) == 1
    assert prose(readout)[0].startswith(first)
    assert prose(readout)[-1].endswith(last)


@pytest.mark.parametrize("name", [row[0] for row in EXPECTED])
def test_lines_point_into_the_page_as_it_is_on_disk(name):
    data = (PAGES / f"{name}.html").read_bytes()
    lines = data.decode("gb18030" if name in ("mofcom", "people") else "utf-8").splitlines()
    readout = read_file(PAGES / f"{name}.html")
    for block in readout.blocks:
        words = readout.text[block.start : block.end]
        first, last = readout.lines.line_at(block.start), readout.lines.line_at(block.end - 1)
        assert words[:2] in "".join(lines[first - 1].replace("&nbsp;", " ").replace("&#8217;", "’").split("　"))
        assert words[-2:] in lines[last - 1].replace("&nbsp;", " ")
        assert last - first <= 2


NOTHING_OF = ["Subscribe", "newsletter", "Stay Connected", "official website", "Share", "版权", "版權", "延伸閱讀"]


@pytest.mark.parametrize("name", [row[0] for row in EXPECTED])
def test_what_stands_around_an_article_is_not_quoted(name):
    readout = read_file(PAGES / f"{name}.html")
    assert [
        words for words in [*NOTHING_OF, "<", "相关", "隱私權", "historical material"] if words in readout.text
    ] == []
    assert readout.dropped  # and each thing is listed with its reason


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Readout of a Call | The White House", "Readout of a Call"),
        ("Readout of a Call – The White House", "Readout of a Call"),
        ("Remarks: A – B – The White House", "Remarks: A – B"),
        ("A Meeting - United States Department of State", "A Meeting"),
        ("中美元首会晤_中华人民共和国外交部", "中美元首会晤"),
        ("习近平会见美国国务卿_新闻频道_央视网(cctv.com)", "习近平会见美国国务卿"),
        ("习近平同拜登会晤-新华网", "习近平同拜登会晤"),
        ("习近平同拜登会晤--时政--人民网", "习近平同拜登会晤"),
        ("[视频]习近平会见美国国务卿", "习近平会见美国国务卿"),
        ("Xi, Biden meet - Xinhua", "Xi, Biden meet"),
        ("U.S.-China Joint Statement", "U.S.-China Joint Statement"),
        ("为中美关系把舵 —— 王毅谈元首会晤", "为中美关系把舵 —— 王毅谈元首会晤"),
    ],
)
def test_a_title_is_told_from_the_name_of_its_site(title, bare):
    assert strip_site(title) == bare


@pytest.mark.parametrize(
    ("moment", "url", "day"),
    [
        ("2023-11-16T02:09:53+00:00", "https://www.whitehouse.gov/x/", "2023-11-15"),  # the evening before, there
        ("2023-11-16T02:09:53Z", "https://www.state.gov/x/", "2023-11-15"),
        ("2023-11-15T22:00:00Z", "https://www.mfa.gov.cn/x", "2023-11-16"),
        ("2023-11-15T21:09:53-05:00", None, "2023-11-15"),
        ("2025-01-25T09:00:00+00:00", "https://www.whitehouse.gov/2021/11/16/x/", "2021-11-16"),  # moved to a new site
        ("2023-11-16 10:20", None, "2023-11-16"),
        ("2023年11月16日10:20", None, "2023-11-16"),
        ("1970-01-01", None, None),
        ("soon", None, None),
    ],
)
def test_the_day_of_a_moment_is_that_of_the_publisher(moment, url, day):
    found = choose_day([moment], url)[0]
    assert (found.isoformat() if found else None) == day


def test_a_page_under_another_name_is_read_as_a_page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_bytes((PAGES / "state_2023.html").read_bytes())
    assert read_file(path).text == read_file(PAGES / "state_2023.html").text


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>one\ntwo<b>\nthree</b></p>", "one two three"),
        ("<p>Bei<b\n>jing</b></p>", "Beijing"),
        ("<p>支持中\n国和平统一</p>", "支持中国和平统一"),
        ("<p>He wrote<!-- b --> &lt;script&gt; &amp; went.</p>", "He wrote <script> & went."),
        ("<p>the 21<sup>st</sup> century</p>", "the 21st century"),
        ("<div>一，二。<br>　　三，四。</div>", "一，二。\n三，四。"),
        (
            "<p>双方就中美关系坦诚深入地交换了意见，同意保持<br>沟通。</p>",
            "双方就中美关系坦诚深入地交换了意见，同意保持沟通。",
        ),
        ("<p>a.</p><p hidden>b.</p><p style='display: none'>c.</p><script>d.</script>", "a."),
    ],
)
def test_words_of_a_page_are_joined_as_a_browser_shows_them(markup, text):
    readout = assemble_readout("a.html", b"", parse_page(f"<html><body>{markup}</body></html>"), Origin())
    assert readout.text == text


def real_pages() -> Iterator[tuple[str, str, dict[str, str]]]:
    for path in sorted(READOUTS.glob("*.meta.json")) if READOUTS.is_dir() else []:
        meta = json.loads(path.read_text(encoding="utf-8"))
        if not meta["url"]:
            continue  # a bulletin of many articles, which no one page holds
        text = path.with_name(meta["file"]).read_text(encoding="utf-8")
        yield meta["file"], text, meta


def wrap(text: str, meta: dict[str, str]) -> str:
    """Set the paragraphs of a readout into a page with all that stands around one."""
    head, body = text.split("\n---\n", 1) if text.startswith("---") else ("", text)
    body = re.sub(r"^#+ .*\n", "", body)  # the title, which the page has too
    parts = [escape(part).replace("  \n", "<br>\n") for part in re.split(r"\n\s*\n", body)]
    paragraphs = body if "<p>" in body else "".join(f"<p>{part}</p>\n" for part in parts)
    told = re.search(r"published_time: (\S+) (\S+)", head)
    moment = datetime.fromisoformat("T".join(told.groups()) if told else f"{meta['published']}T12:00:00+08:00")
    skeleton = (PAGES / "state_2023.html").read_text(encoding="utf-8")
    before, rest = skeleton.split('<div class="entry-content">')
    page = f"{before}<div class='entry-content'>{paragraphs}</div>{rest.split('</div>', 1)[1]}"
    for old, new in (
        ("https://www.state.gov/secretary-examples-meeting-with-utopian-foreign-minister-sample/", meta["url"]),
        ("Secretary Example’s Meeting with Utopian Foreign Minister Sample", escape(meta["title"])),
        ("2023-06-18T17:30:11+00:00", moment.astimezone(UTC).isoformat()),
        ("June 18, 2023", f"{moment:%B %d, %Y}"),
        ("United States Department of State", meta["publisher"]),
    ):
        page = page.replace(old, new)
    return page


@pytest.mark.skipif(not READOUTS.is_dir(), reason="the further readouts are not in the project")
def test_real_readouts_in_a_page_tell_their_day_title_and_account():
    wrong = []
    for name, text, meta in real_pages():
        readout = assemble_readout("file.html", b"", parse_page(wrap(text, meta)), Origin())
        day = readout.origin.date.day.isoformat() if readout.origin.date else None
        found = (day, readout.origin.title, readout.origin.account, readout.language)
        if found != (meta["date"], meta["title"], meta["side"], meta["language"]):
            wrong.append((name, found))
    assert wrong == []


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<d>Yi.<b<>台湾\nYi.<>台湾", [(1, "Yi.台湾"), (2, "Yi.<>台湾")]),
        ("'><e<>r\n\\<br\n>r'\n\\", [(1, "'>r"), (2, "\\"), (3, "r'"), (4, "\\")]),
        ("n</b<\n>\\\nn\\", [(1, "n\\"), (3, "n\\")]),
        ("&#0&qu<br>ot\n&#0&qu", [(1, "\ufffd&qu"), (1, "ot"), (2, "\ufffd&qu")]),
    ],
)
def test_broken_tags_move_no_line(page, lines):
    assert [(line.number, line.text) for line in parse_page(page).lines] == lines
